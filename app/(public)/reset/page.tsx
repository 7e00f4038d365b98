import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Words } from "@/components/shell/words";
import { Door } from "@/components/sign-ins/door";
import { ResetForm } from "@/components/sign-ins/reset-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sign-ins");
  return { title: t("reset.title") };
}

export default async function AskForResetPage() {
  const t = await getTranslations("sign-ins");
  return (
    <Words of={["sign-ins", "errors"]}>
      <Door title={t("reset.title")} intro={t("reset.ask")}>
        <ResetForm />
        <p className="text-body">
          <Link href="/sign-in" className="link">
            {t("reset.back")}
          </Link>
        </p>
      </Door>
    </Words>
  );
}
