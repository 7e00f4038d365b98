import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CheckForm } from "@/components/certification/check-form";
import { Mark } from "@/components/shell/mark";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("certification.certificate");
  return { title: t("checkTitle") };
}

export default async function CheckCertificatePage({ searchParams }: PageProps<"/certificates">) {
  const { number } = await searchParams;
  if (typeof number === "string" && number.trim()) {
    redirect(`/certificates/${encodeURIComponent(number.trim().slice(0, 40))}`);
  }
  const t = await getTranslations("certification.certificate");
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-lg content-center gap-5 px-5 py-12">
      <Mark className="size-9" />
      <h1 className="text-xl font-semibold">{t("checkTitle")}</h1>
      <p className="text-body text-ink-soft">{t("checkIntro")}</p>
      <CheckForm />
    </main>
  );
}
