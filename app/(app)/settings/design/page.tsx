import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Buttons } from "@/components/design/buttons";
import { Colours, Type } from "@/components/design/colours";
import { Data } from "@/components/design/data";
import { Facts } from "@/components/design/facts";
import { Fields } from "@/components/design/fields";
import { Floating } from "@/components/design/floating";
import { SampleForm } from "@/components/design/sample-form";
import { Signals } from "@/components/design/signals";
import { Strips } from "@/components/design/strips";
import { Unfolding } from "@/components/design/unfolding";
import { Words } from "@/components/shell/words";
import { PageHeader } from "@/components/ui/page-header";
import { standing } from "@/lib/access";
import { requireActor } from "@/lib/auth";
import { clock } from "@/lib/clock";
import { may } from "@/lib/permissions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("design");
  return { title: t("title") };
}

export default async function DesignPage() {
  const actor = await requireActor();
  if (!may(standing(actor), "organization.seeDesign")) notFound();
  const t = await getTranslations("design");
  const settings = await getTranslations("shell.nav");
  return (
    <Words of={["design"]}>
      <PageHeader
        crumbs={[{ href: "/settings", label: settings("settings") }]}
        title={t("title")}
        description={t("description")}
      />
      <div className="grid gap-5">
        <Strips />
        <Signals />
        <Data />
        <Facts now={clock.now()} zone={actor.timeZone} />
        <Buttons />
        <Fields />
        <SampleForm />
        <Floating />
        <Unfolding />
        <Colours />
        <Type />
      </div>
    </Words>
  );
}
