import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SignedPanel } from "@/components/agreements/signed-panel";
import { CohortStrip } from "@/components/cohorts/cohort-strip";
import { CohortSummary } from "@/components/cohorts/cohort-summary";
import { CompletionPanel, LaunchPanel } from "@/components/cohorts/launch-panel";
import { MenteeTable } from "@/components/cohorts/mentee-table";
import { MilestoneList } from "@/components/cohorts/milestone-list";
import { OrganizerList } from "@/components/cohorts/organizer-list";
import { SignOffList } from "@/components/cohorts/sign-off-list";
import { Words } from "@/components/shell/words";
import { Banner } from "@/components/ui/banner";
import { Panel } from "@/components/ui/panel";
import type { Actor } from "@/lib/actor";
import { signatures } from "@/lib/agreements/queries";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import {
  type CohortHeader,
  cohortOverview,
  cohortSummary,
  enablementManagers,
  getCohort,
} from "@/lib/cohorts/queries";
import { isBeforeLaunch } from "@/lib/cohorts/rules";
import { overviewSearch } from "@/lib/cohorts/schema";
import type { Day } from "@/lib/dates";
import { enrollRefusal } from "@/lib/enrollments/rules";
import { may } from "@/lib/permissions";

/** What the deeds on this page say, and what they can be refused with. */
const words = [
  ...["cohorts.withdraw", "cohorts.organizers", "cohorts.signOffs", "cohorts.invalid"],
  ...["cohorts.refused", "cohorts.blocker", "sessions.refused", "pairings.refused", "errors"],
] as const;

type Props = PageProps<"/cohorts/[cohortId]">;

async function asked({ params }: Props) {
  const actor = await requireActor();
  return { actor, cohort: await orNotFound(getCohort(actor, pageId((await params).cohortId))) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { cohort } = await asked(props);
  return { title: cohort.name };
}

export default async function CohortPage(props: Props) {
  const { actor, cohort } = await asked(props);
  if (may(cohort.stands, "cohorts.seeAll")) {
    const { mentees } = overviewSearch.parse(await props.searchParams);
    return <Overview actor={actor} cohort={cohort} allMentees={mentees} />;
  }
  const summary = await orNotFound(cohortSummary(actor, cohort.id));
  return (
    <Words of={["cohorts.signOffs", "cohorts.invalid", "cohorts.refused", "errors"]}>
      <StateBanner cohort={cohort} />
      <CohortSummary cohort={cohort} summary={summary} readerId={actor.personId} />
    </Words>
  );
}

async function StateBanner({ cohort }: { cohort: CohortHeader }) {
  const t = await getTranslations("cohorts.over");
  if (cohort.state === "CANCELLED") {
    return (
      <Banner tone="missed" title={t("cancelled")} className="mb-5">
        <bdi>{cohort.cancelReason}</bdi>
      </Banner>
    );
  }
  if (cohort.state !== "COMPLETED" && cohort.state !== "ARCHIVED") return null;
  return <Banner tone="done" title={t("completed")} className="mb-5" />;
}

async function Overview({
  actor,
  cohort,
  allMentees,
}: {
  actor: Actor;
  cohort: CohortHeader;
  allMentees: boolean;
}) {
  const [overview, signed, managers, t] = await orNotFound(
    Promise.all([
      cohortOverview(actor, cohort.id),
      signatures(actor, cohort.id),
      enablementManagers(actor),
      getTranslations("cohorts.milestones"),
    ]),
  );
  const planning = isBeforeLaunch(cohort.state);
  const running = planning || cohort.state === "ACTIVE";
  // The end comes into view once there is something to decide.
  const certifying = cohort.today >= cohort.certificationDate;
  const completion = cohort.state === "ACTIVE" && <CompletionPanel cohort={cohort} overview={overview} />;
  const runs = new Set(overview.organizers.map((person) => person.id));
  const due = new Map<Day, number>();
  for (const { day } of overview.milestones) due.set(day, (due.get(day) ?? 0) + 1);
  const labels = new Map([...due].map(([day, count]): [Day, string] => [day, t("onDay", { count })]));
  return (
    <Words of={words}>
      <StateBanner cohort={cohort} />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 gap-5">
          {planning && <LaunchPanel cohort={cohort} overview={overview} />}
          {certifying && completion}
          <Panel title={t("days")}>
            <CohortStrip cohort={cohort} size="large" labels={labels} />
          </Panel>
          <MenteeTable
            cohortId={cohort.id}
            mentees={overview.enrollments}
            all={allMentees}
            open={enrollRefusal(cohort, cohort.today) === null}
          />
          {!certifying && completion}
        </div>
        <div className="grid min-w-0 gap-5">
          <MilestoneList
            milestones={overview.milestones}
            today={cohort.today}
            fixed={cohort.state === "CANCELLED"}
          />
          <SignOffList
            cohortId={cohort.id}
            signOffs={overview.signOffs}
            open={planning}
            readerId={actor.personId}
          />
          {running && <SignedPanel signatures={signed} />}
          <OrganizerList
            cohortId={cohort.id}
            organizers={overview.organizers}
            others={running ? managers.filter((person) => !runs.has(person.id)) : []}
          />
        </div>
      </div>
    </Words>
  );
}
