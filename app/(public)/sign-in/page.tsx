import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Words } from "@/components/shell/words";
import { DemoPeople } from "@/components/sign-ins/demo-people";
import { Door } from "@/components/sign-ins/door";
import { ProviderButton } from "@/components/sign-ins/provider-button";
import { SignInForm } from "@/components/sign-ins/sign-in-form";
import { Banner } from "@/components/ui/banner";
import { currentActor } from "@/lib/auth";
import { env, oidc } from "@/lib/env";
import { organizationName } from "@/lib/organization/queries";
import { demoPeople } from "@/lib/sign-ins/queries";
import { landingPath } from "@/lib/sign-ins/rules";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sign-ins");
  return { title: t("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const formId = "sign-in";

export default async function SignInPage({ searchParams }: Props) {
  const { from, error, done } = await searchParams;
  const landing = landingPath(from);
  if (await currentActor()) redirect(landing);
  const [t, organization, people] = await Promise.all([
    getTranslations("sign-ins"),
    organizationName(),
    demoPeople(),
  ]);
  const password = env.DEMO_PASSWORD;
  const demo = password && people.length > 0 && (
    <DemoPeople people={people} password={password} formId={formId} />
  );
  return (
    <Words of={["sign-ins", "errors"]}>
      <Door title={organization ? t("signInTo", { organization }) : t("title")} aside={demo || undefined}>
        {done === "everywhere" && <Banner tone="done" title={t("signedOut")} />}
        {error && (
          <Banner tone="missed" title={t(`refused.${error === "unknown" ? "unknown" : "provider"}`)} />
        )}
        {oidc && (
          <>
            <ProviderButton name={oidc.name} landing={landing} />
            <p className="text-center text-sm text-ink-soft">{t("or")}</p>
          </>
        )}
        <SignInForm landing={landing} id={formId} />
        <p className="text-body">
          <Link href="/reset" className="link">
            {t("forgot")}
          </Link>
        </p>
      </Door>
    </Words>
  );
}
