import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddPersonForm } from "@/components/people/add-person-form";
import { Words } from "@/components/shell/words";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { orNotFound, requireActor } from "@/lib/auth";
import { floorNames } from "@/lib/floors/queries";
import { organizationTimeZone } from "@/lib/organization/queries";
import { managerSuggestions } from "@/lib/people/queries";
import { timeZoneChoices } from "@/lib/people/rules";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("new.title") };
}

export default async function AddPersonPage() {
  const actor = await requireActor();
  const [t, managers, floors, timeZone] = await Promise.all([
    getTranslations("people"),
    orNotFound(managerSuggestions(actor)),
    floorNames(actor),
    organizationTimeZone(),
  ]);
  const choices = { floors, managers, zones: timeZoneChoices(timeZone ?? undefined) };
  return (
    <Words of={["people", "errors", "sign-ins.refused"]}>
      <PageHeader crumbs={[{ href: "/people", label: t("title") }]} title={t("new.title")} />
      <Panel className="max-w-3xl">
        <AddPersonForm choices={choices} timeZone={timeZone ?? "UTC"} />
      </Panel>
    </Words>
  );
}
