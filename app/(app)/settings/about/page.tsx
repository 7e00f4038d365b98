import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth";
import { version } from "@/package.json";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organization");
  return { title: t("about.title") };
}

/** Signed in, in the frame, and next to nothing else: npm run bench compares every other page with this one. */
export default async function AboutPage() {
  await requireActor();
  const t = await getTranslations("organization");
  return (
    <>
      <PageHeader crumbs={[{ href: "/settings", label: t("settings") }]} title={t("about.title")} />
      <p className="text-body">{t("about.version", { version })}</p>
    </>
  );
}
