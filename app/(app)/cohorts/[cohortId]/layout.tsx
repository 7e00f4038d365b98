import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CohortMenu } from "@/components/cohorts/cohort-menu";
import { CohortStatus } from "@/components/cohorts/cohort-state";
import { CohortStrip } from "@/components/cohorts/cohort-strip";
import { type CohortPart, CohortTabs } from "@/components/cohorts/cohort-tabs";
import { Words } from "@/components/shell/words";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { getCohort } from "@/lib/cohorts/queries";
import { fromDay } from "@/lib/dates";
import { may, type Permission, type Relation } from "@/lib/permissions";

type Props = { params: Promise<{ cohortId: string }>; children: ReactNode };

/** What one has to be allowed to open each part; the part's own page and queries ask again. */
const opens: [CohortPart, Permission][] = [
  ["overview", "cohorts.seeSummary"],
  ["schedule", "sessions.seeSession"],
  ["mentors", "mentors.seeSupply"],
  ["pairings", "pairings.seeAll"],
  ["calls", "call-covers.seeCalls"],
  ["board", "board.seeBoard"],
  ["certification", "certification.seeScores"],
  ["history", "cohorts.seeAudit"],
];

function partsFor(stands: ReadonlySet<Relation>): CohortPart[] {
  return opens.filter(([, permission]) => may(stands, permission)).map(([part]) => part);
}

export default async function CohortLayout({ params, children }: Props) {
  const actor = await requireActor();
  const cohort = await orNotFound(getCohort(actor, pageId((await params).cohortId)));
  const [t, format] = await Promise.all([getTranslations("cohorts"), getFormatter()]);
  const { id, name, state, stands, version } = cohort;
  const day = format.dateTime(fromDay(cohort.certificationDate), { timeZone: "UTC", dateStyle: "medium" });
  const description = [version.program.name, t("header.certification", { day })];
  if (cohort.timeZone !== actor.timeZone) description.push(cohort.timeZone);
  return (
    <>
      <PageHeader
        crumbs={[{ href: "/cohorts", label: t("title") }]}
        title={<bdi>{name}</bdi>}
        status={<CohortStatus state={state} />}
        description={description.join(" · ")}
        actions={
          <div className="flex items-center gap-3">
            <div className="w-72 max-w-full">
              <CohortStrip cohort={cohort} />
            </div>
            {may(stands, "cohorts.seeAll") && (
              <Words
                of={["cohorts.menu", "cohorts.form.name", "cohorts.invalid", "cohorts.refused", "errors"]}
              >
                <CohortMenu cohort={{ id, name, state }} />
              </Words>
            )}
          </div>
        }
      />
      <Words of={["cohorts.tabs"]}>
        <CohortTabs cohortId={id} parts={partsFor(stands)} />
      </Words>
      {children}
    </>
  );
}
