import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Words } from "@/components/shell/words";
import { Door } from "@/components/sign-ins/door";
import { LinkGone } from "@/components/sign-ins/link-gone";
import { NewPasswordForm } from "@/components/sign-ins/new-password-form";
import { findLink } from "@/lib/sign-ins/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sign-ins");
  // The address holds a secret: no page that is opened from here is told it.
  return { title: t("reset.title"), referrer: "no-referrer" };
}

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [t, link] = await Promise.all([getTranslations("sign-ins"), findLink("RESET", token)]);
  if (!link?.person) return <LinkGone kind="password" />;
  const { email } = link.person;
  return (
    <Words of={["sign-ins", "errors"]}>
      <Door title={t("reset.title")} intro={t("reset.for", { email })}>
        <NewPasswordForm kind="reset" token={token} email={email} />
      </Door>
    </Words>
  );
}
