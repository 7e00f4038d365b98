import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CohortForm } from "@/components/cohorts/cohort-form";
import { Words } from "@/components/shell/words";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/auth";
import { clock } from "@/lib/clock";
import { enablementManagers } from "@/lib/cohorts/queries";
import { pickSearch } from "@/lib/cohorts/schema";
import { floorChoices, menteeCandidates } from "@/lib/enrollments/queries";
import { getOrganization } from "@/lib/organization/queries";
import { timeZoneChoices } from "@/lib/people/rules";
import { plannableVersions } from "@/lib/programs/queries";

const words = [
  ...[
    "cohorts.form",
    "cohorts.pick",
    "cohorts.preview",
    "cohorts.invalid",
    "cohorts.refused",
    "cohorts.warning",
  ],
  ...["errors"],
] as const;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("cohorts.form");
  return { title: t("title") };
}

export default async function NewCohortPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { q, floor } = pickSearch.parse(await searchParams);
  const [versions, managers, floors, candidates, organization, t] = await orNotFound(
    Promise.all([
      plannableVersions(actor),
      enablementManagers(actor),
      floorChoices(actor),
      menteeCandidates(actor, { text: q, floorId: floor }),
      getOrganization(actor),
      getTranslations("cohorts"),
    ]),
  );
  const holidays = organization.holidays.map(({ day, name }): [typeof day, string] => [day, name]);
  return (
    <>
      <PageHeader
        crumbs={[{ href: "/cohorts", label: t("title") }]}
        title={t("form.title")}
        description={t("form.description")}
      />
      <Words of={words}>
        <CohortForm
          ground={{ versions, holidays, now: clock.now() }}
          floors={floors}
          organizers={managers.filter((person) => person.id !== actor.personId)}
          candidates={candidates}
          timeZones={timeZoneChoices(organization.timeZone)}
          timeZone={organization.timeZone}
        />
      </Words>
    </>
  );
}
