import { useTranslations } from "next-intl";
import type { StatedLoads } from "@/lib/mentor-loads/queries";
import type { SupplyNomination } from "@/lib/mentors/queries";
import type { MentorListState } from "@/lib/mentors/rules";
import { incompleteness, type TrainingProgress } from "@/lib/mentors/training";
import { RosterLoad } from "../mentor-loads/roster-load";
import { PersonLine } from "../ui/avatar";
import { SentenceText } from "../ui/sentence";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";
import { Time } from "../ui/time";
import { MentorRowActions } from "./mentor-row-actions";
import { DecisionStatus, KindWords, TrainingStatus, WillingnessStatus } from "./mentor-state";

export type MentorPerson = SupplyNomination & {
  floor: string;
  listState: MentorListState;
  /** Current mentees, over all cohorts that overlap. */
  load: number;
  /** They have paused mentoring. */
  paused: boolean;
  /** The places that this nomination gives, whatever other cohorts say. */
  offered: number;
};

/** Everybody who was nominated for a cohort, with where each stands and what can be done. */
export function MentorPeople({
  people,
  hours,
  cohort,
  now,
  zone,
}: {
  people: MentorPerson[];
  hours: StatedLoads;
  cohort: { id: string; state: string; cap: number };
  now: Date;
  zone: string;
}) {
  const t = useTranslations("mentors.supply");
  return (
    <Table caption={t("people")} phone="line">
      <Head>
        <HeadCell>{t("person")}</HeadCell>
        <HeadCell>{t("floor")}</HeadCell>
        <HeadCell>{t("decision")}</HeadCell>
        <HeadCell>{t("answer")}</HeadCell>
        <HeadCell>{t("training")}</HeadCell>
        <HeadCell>{t("places")}</HeadCell>
        <HeadCell>{t("load")}</HeadCell>
        <HeadCell end>
          <span className="sr-only">{t("actions")}</span>
        </HeadCell>
      </Head>
      <tbody>
        {people.map((one) => (
          <Row key={one.id}>
            <Cell head>
              <PersonLine name={one.person.name} detail={one.person.title} />
              <Why>{one.person.pauses.length > 0 && t("paused")}</Why>
            </Cell>
            <Cell label={t("floor")}>{one.floor}</Cell>
            <Cell label={t("decision")}>
              <DecisionStatus decision={one.decision} />
              <Why>{one.decision === "DECLINED" && one.declineReason}</Why>
            </Cell>
            <Cell label={t("answer")}>
              {one.decision === "APPROVED" && <Answer person={one} now={now} zone={zone} />}
            </Cell>
            <Cell label={t("training")}>
              {one.decision === "APPROVED" && one.willingness === "ACCEPTED" && (
                <>
                  <TrainingStatus training={one.training} />
                  <Why>{one.waiverReason}</Why>
                  {one.training === "IN_PROGRESS" && <Missing progress={one.progress} />}
                </>
              )}
            </Cell>
            <Cell label={t("places")}>{one.decision === "APPROVED" && <Places person={one} />}</Cell>
            <Cell label={t("load")}>
              <Load of={one} hours={hours} />
            </Cell>
            <Cell end>
              <MentorRowActions
                cohortId={cohort.id}
                cohortState={cohort.state}
                nominationId={one.id}
                name={one.person.name}
                gone={one.person.deactivatedAt !== null}
                paused={one.person.pauses.length > 0}
                listState={one.listState}
                decision={one.decision}
                willingness={one.willingness}
                training={one.training}
                progress={one.progress}
                capacity={one.offered}
                cap={cohort.cap}
                overCapReason={one.overCapReason}
              />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

/** A reason as it was written, below the state that it explains. */
function Why({ children }: { children: string | null | false }) {
  if (!children) return null;
  return <bdi className="mt-0.5 block max-w-60 text-sm text-ink-soft md:text-xs">{children}</bdi>;
}

function Missing({ progress }: { progress: TrainingProgress }) {
  const missing = incompleteness(progress);
  if (!missing) return null;
  return (
    <span className="mt-0.5 block max-w-60 text-sm text-ink-soft md:text-xs">
      <SentenceText of={missing} />
    </span>
  );
}

function Answer({ person, now, zone }: { person: MentorPerson; now: Date; zone: string }) {
  const t = useTranslations("mentors.supply");
  const { willingness, respondBy, responseReason } = person;
  return (
    <>
      <WillingnessStatus willingness={willingness} />
      {willingness === "INVITED" && respondBy && (
        <span className="mt-0.5 block text-sm text-ink-soft md:text-xs">
          {now > respondBy ? t("answerOver") : t("answerBy")} <Time at={respondBy} zone={zone} show="both" />
        </span>
      )}
      <Why>{willingness === "DECLINED" && responseReason}</Why>
    </>
  );
}

/** Whoever is out of this cohort has no load that matters to it. */
function Load({ of: { person, decision }, hours }: { of: MentorPerson; hours: StatedLoads }) {
  const load = hours.get(person.id);
  if (!load || (decision !== "PROPOSED" && decision !== "APPROVED")) return null;
  return <RosterLoad load={load} />;
}

function Places({ person }: { person: MentorPerson }) {
  const t = useTranslations("mentors.supply");
  const over = useTranslations("capacities");
  return (
    <>
      <span className="tabular-nums">
        {t("placesTaken", { load: person.load, capacity: person.capacity })}
      </span>
      <span className="block text-sm text-ink-soft md:text-xs">
        <KindWords kind={person.kind} />, {t("hours", { count: person.hoursPerWeek })}
      </span>
      <Why>{person.overCapReason && over("over", { reason: person.overCapReason })}</Why>
    </>
  );
}
