import { announced } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { daysLeft, hasToSign } from "@/lib/agreements/rules";
import { clock } from "@/lib/clock";
import { addDays, type Day, dayAt, fromDay, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";
import { awayAllDay } from "./away-days";
import { type DayStatus, dayStatuses, mostUrgent, programDays } from "./day-statuses";
import type { LogState } from "./rules";

/** The states of a pairing in which a mentor follows the mentee. */
const following = ["CONFIRMED", "ACTIVE", "PAUSED", "COMPLETED"] as const;
/** A cohort that ended is still on the desk for as long as its last day can be logged. */
const daysAfterEnd = 10;

const mentoredSelect = {
  id: true,
  kind: true,
  state: true,
  startsOn: true,
  endsOn: true,
  mentorId: true,
  acknowledgements: { select: { personId: true } },
  enrollment: {
    select: {
      id: true,
      state: true,
      createdAt: true,
      endedAt: true,
      restFrom: true,
      restUntil: true,
      person: { select: { name: true } },
    },
  },
  cohort: {
    select: {
      id: true,
      name: true,
      state: true,
      timeZone: true,
      days: { orderBy: { day: "asc" }, select: { day: true, phase: true, number: true } },
      version: {
        select: {
          logDueMinute: true,
          skills: { orderBy: { position: "asc" }, select: { id: true, name: true } },
        },
      },
    },
  },
} satisfies Prisma.PairingSelect;

/** The mentees for whom the actor may be asked to log, each once, by cohort and name. */
export async function mentored(actor: Actor, now: Date) {
  const since = fromDay(addDays(dayAt(now, actor.timeZone), -daysAfterEnd));
  const pairings = await db.pairing.findMany({
    where: {
      mentorId: actor.personId,
      state: { in: [...following] },
      ...announced,
      cohort: { OR: [{ state: "ACTIVE" }, { state: "COMPLETED", endsOn: { gte: since } }] },
    },
    orderBy: [
      { cohort: { startsOn: "asc" } },
      { enrollment: { person: { name: "asc" } } },
      { startsOn: "asc" },
    ],
    select: mentoredSelect,
  });
  const first = new Map<string, (typeof pairings)[number]>();
  for (const pairing of pairings)
    if (!first.has(pairing.enrollment.id)) first.set(pairing.enrollment.id, pairing);
  return [...first.values()];
}

export type Mentored = Awaited<ReturnType<typeof mentored>>[number];

/** The day that the desk opens on: today when a log is asked for, else the last program day, else the first. */
export function deskDay(mentees: Mentored[], now: Date): Day | null {
  const days = mentees.flatMap(({ cohort }) =>
    programDays(cohort).map(({ day }) => ({ day, reached: day <= dayAt(now, cohort.timeZone) })),
  );
  const reached = days.filter((one) => one.reached).map(({ day }) => day);
  return reached.sort().at(-1) ?? days.map(({ day }) => day).sort()[0] ?? null;
}

/** A call mentor may write a log and is not asked for one. */
const voluntary = (one: DayStatus): DayStatus =>
  one.status === "submitted" || one.status === "draft" ? one : { ...one, status: "none" };

/** What one's own logs and the days away of some mentees say of their days. */
type Written = {
  logs: readonly { enrollmentId: string; day: Date; state: LogState }[];
  away: readonly { enrollmentId: string; day: Date }[];
};

/** One mentee, with how the log stands on `day` and on each program day. */
export function standOf(pairing: Mentored, { logs, away }: Written, day: Day, now: Date) {
  const { enrollment, cohort, kind } = pairing;
  const isOwn = (row: { enrollmentId: string }) => row.enrollmentId === enrollment.id;
  const states = new Map(logs.filter(isOwn).map((log) => [toDay(log.day), log.state]));
  const days = new Set(away.filter(isOwn).map((one) => toDay(one.day)));
  const asked = dayStatuses(cohort, enrollment, states, days, now);
  const statuses = kind === "LEAD" ? asked : asked.map(voluntary);
  return {
    pairingId: pairing.id,
    left: daysLeft(pairing, cohort.days, dayAt(now, cohort.timeZone)),
    /** What is expected of the mentor is not signed yet. */
    signs: hasToSign(pairing, pairing.mentorId),
    enrollmentId: enrollment.id,
    mentee: enrollment.person.name,
    cohortId: cohort.id,
    status: statuses.find((one) => one.day === day)?.status ?? "none",
    statuses,
  };
}

type Stand = Pick<ReturnType<typeof standOf>, "cohortId" | "statuses">;

/** The cohorts of these mentees, each with its days and what is most urgent on them. */
export function cohortsOf(mentees: readonly Mentored[], stands: readonly Stand[], now: Date) {
  const cohorts = new Map(mentees.map(({ cohort }) => [cohort.id, cohort]));
  return [...cohorts.values()].map((cohort) => {
    const ours = stands.filter(({ cohortId }) => cohortId === cohort.id);
    return {
      id: cohort.id,
      name: cohort.name,
      timeZone: cohort.timeZone,
      dueMinute: cohort.version.logDueMinute,
      today: dayAt(now, cohort.timeZone),
      days: programDays(cohort).map((one, index) => ({
        ...one,
        status: mostUrgent(ours.map(({ statuses }) => statuses[index]?.status ?? "none")),
      })),
    };
  });
}

export type DeskCohort = ReturnType<typeof cohortsOf>[number];

/**
 * A mentor's mentees, and how their logs stand: today when one is asked for, else on the last program day, and over the
 * days of each cohort. Without what is in the logs, which the desk reads. Three statements.
 */
export async function menteesToLog(actor: Actor) {
  const now = clock.now();
  const mentees = await mentored(actor, now);
  const day = deskDay(mentees, now);
  if (!day) return { day, cohorts: [], entries: [] };
  const ids = mentees.map(({ enrollment }) => enrollment.id);
  const [logs, away] = await Promise.all([
    db.dailyLog.findMany({
      where: { authorId: actor.personId, enrollmentId: { in: ids }, version: { gt: 0 } },
      select: { enrollmentId: true, day: true, state: true },
    }),
    awayAllDay(ids),
  ]);
  const entries = mentees.map((mentee) => standOf(mentee, { logs, away }, day, now));
  return { day, cohorts: cohortsOf(mentees, entries, now), entries };
}
