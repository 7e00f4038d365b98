import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Day } from "@/lib/dates";
import { diffDays, toDay } from "@/lib/dates";
import type { Away } from "@/lib/mentor-leave/queries";
import type { StatedLoad } from "@/lib/mentor-loads/queries";
import type { ShownNomination } from "@/lib/mentors/queries";
import type { MentorRecord } from "@/lib/pairings/queries";
import type { ShownScorecard } from "@/lib/scorecards/queries";
import { AwayLines } from "../mentor-leave/away-lines";
import { LoadFacts } from "../mentor-loads/load-facts";
import { ScorecardForm } from "../scorecards/scorecard-form";
import { ScorecardView } from "../scorecards/scorecard-view";
import { PersonLine } from "../ui/avatar";
import { Time } from "../ui/time";
import { DecideNomination } from "./decide-nomination";
import { DecisionStatus, KindWords, TrainingStatus, WillingnessStatus } from "./mentor-state";

const daysInYear = 365.25;
const nothing: MentorRecord = { cohorts: 0, certified: 0, load: 0, rating: null };

/** One person on a mentor list: what helps to decide, what was decided, and the decision itself where one may take it. */
export function NominationItem({
  nomination,
  record = nothing,
  today,
  zone,
  cap,
  decides,
  own,
  scorecard,
  away,
  load,
}: {
  nomination: ShownNomination;
  record?: MentorRecord | undefined;
  today: Day;
  zone: string;
  cap: number;
  /** The list is open and whoever looks manages the floor. */
  decides: boolean;
  own: boolean;
  scorecard: ShownScorecard | undefined;
  away: Away | undefined;
  load: StatedLoad | undefined;
}) {
  const t = useTranslations("mentors");
  const { person, decision, proposedBy, willingness, training } = nomination;
  return (
    <li className="grid gap-x-8 gap-y-3 px-4 py-4 md:grid-cols-[1fr_minmax(20rem,26rem)] md:px-5">
      <div className="grid min-w-0 content-start gap-2">
        <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base font-medium">
          <PersonLine name={person.name} detail={person.title} size="normal">
            <Link href={`/mentors/${person.id}`} className="link">
              {person.name}
            </Link>
          </PersonLine>
          {decision !== "PROPOSED" && <DecisionStatus decision={decision} />}
          {decision === "APPROVED" && willingness !== "NOT_ASKED" && (
            <WillingnessStatus willingness={willingness} />
          )}
          {willingness === "ACCEPTED" && <TrainingStatus training={training} />}
        </h3>
        <Facts hired={person.hireDate && toDay(person.hireDate)} record={record} today={today} />
        {load && (decision === "PROPOSED" || decision === "APPROVED") && (
          <LoadFacts load={load} decided={decision === "APPROVED" ? nomination.hoursPerWeek : 0} />
        )}
        {away && <AwayLines away={away} />}
        <p className="text-sm text-ink-soft">
          {proposedBy.id === person.id ? t("list.offered") : t("list.proposedBy", { name: proposedBy.name })}
        </p>
        {scorecard && <ScorecardView scorecard={scorecard} zone={zone} />}
        {decides && !own && (
          <div>
            <ScorecardForm
              key={scorecard?.version}
              nominationId={nomination.id}
              name={person.name}
              filled={scorecard ? { version: scorecard.version, marks: scorecard.marks } : null}
            />
          </div>
        )}
      </div>
      <div className="grid content-start gap-3">
        {decision !== "PROPOSED" && <Decided nomination={nomination} zone={zone} />}
        {decides && own && <p className="text-body text-ink-soft">{t("list.own")}</p>}
        {decides && !own && decision !== "WITHDRAWN" && (
          <DecideNomination
            nominationId={nomination.id}
            name={person.name}
            was={decision}
            kind={nomination.kind}
            hoursPerWeek={nomination.hoursPerWeek}
            capacity={nomination.capacity}
            cap={cap}
            load={load}
          />
        )}
      </div>
    </li>
  );
}

/** How long they have been here, what they have done as a mentor, and whom they have while the cohort lasts. */
function Facts({ hired, record, today }: { hired: Day | null; record: MentorRecord; today: Day }) {
  const t = useTranslations("mentors.list.fact");
  const of = useTranslations("mentor-ratings");
  const { rating } = record;
  const years = hired ? diffDays(hired, today) / daysInYear : null;
  const facts = [
    years !== null &&
      (years < 1
        ? t("months", { count: Math.max(0, Math.floor(years * 12)) })
        : t("years", { count: Math.floor(years) })),
    record.cohorts > 0
      ? t("record", { cohorts: record.cohorts, certified: record.certified })
      : t("firstTime"),
    (rating || record.cohorts > 0) && t("rating", { rating: rating ? of("average", rating) : of("unknown") }),
    t("load", { count: record.load }),
  ];
  return (
    <ul className="grid gap-0.5 text-body">{facts.map((fact) => fact && <li key={fact}>{fact}</li>)}</ul>
  );
}

function Decided({ nomination, zone }: { nomination: ShownNomination; zone: string }) {
  const t = useTranslations("mentors.list");
  const over = useTranslations("capacities");
  const { decision, decidedBy, decidedAt, kind, hoursPerWeek, capacity, overCapReason, declineReason } =
    nomination;
  return (
    <div className="text-body">
      {decision === "APPROVED" && (
        <p>
          <KindWords kind={kind} />, {t("terms", { hours: hoursPerWeek, capacity })}
        </p>
      )}
      {overCapReason && <p className="text-sm text-ink-soft">{over("over", { reason: overCapReason })}</p>}
      {decision === "DECLINED" && declineReason && (
        <blockquote className="border-l-2 border-line pl-3 whitespace-pre-line text-ink-soft">
          <bdi>{declineReason}</bdi>
        </blockquote>
      )}
      {decision !== "WITHDRAWN" && decidedBy && decidedAt && (
        <p className="text-sm text-ink-faint">
          {decidedBy.name}, <Time at={decidedAt} zone={zone} show="both" />
        </p>
      )}
    </div>
  );
}
