import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SetUpForm } from "@/components/organization/set-up-form";
import { Words } from "@/components/shell/words";
import { Door } from "@/components/sign-ins/door";
import { LinkGone } from "@/components/sign-ins/link-gone";
import { timeZoneChoices } from "@/lib/people/rules";
import { findLink } from "@/lib/sign-ins/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sign-ins");
  // The address holds a secret: no page that is opened from here is told it.
  return { title: t("setUp.title"), referrer: "no-referrer" };
}

export default async function SetUpPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [t, link] = await Promise.all([getTranslations("sign-ins"), findLink("FIRST_ADMINISTRATOR", token)]);
  if (!link) return <LinkGone kind="setUp" />;
  return (
    <Words of={["sign-ins", "errors", "organization", "people.invalid", "people.refused"]}>
      <Door title={t("setUp.title")} intro={t("setUp.intro")}>
        <SetUpForm token={token} zones={timeZoneChoices()} />
      </Door>
    </Words>
  );
}
