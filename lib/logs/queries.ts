import { announced } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { daysLeft, hasToSign } from "@/lib/agreements/rules";
import { clock } from "@/lib/clock";
import { addDays, type Day, dayAt, fromDay, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";
import { awayAllDay } from "./away-days";
import { type DayStatus, dayStatuses, mostUrgent, programDays, writeRefusal } from "./day-statuses";
import { emptyLog, prefill } from "./prefill";
import type { LogContent } from "./schema";

/** What everybody who may read a log reads of it. The note has an audience of its own: see {@link visibleNotes}. */
export const logContentSelect = {
  learned: true,
  progress: true,
  calls: true,
  emails: true,
  meetings: true,
  proposals: true,
  activities: { orderBy: { position: "asc" }, select: { sessionId: true, title: true, independence: true } },
  skills: { select: { skillId: true } },
} satisfies Prisma.DailyLogSelect;

type ContentRow = Prisma.DailyLogGetPayload<{ select: typeof logContentSelect }>;

type Note = Pick<LogContent, "note" | "noteAudience">;

/** A log's row, and its note, as what its author wrote. */
export function contentOf(row: ContentRow, { note, noteAudience }: Note): LogContent {
  return {
    activities: row.activities.map(({ sessionId, title, independence }) => ({
      sessionId,
      title,
      independence,
    })),
    learned: row.learned,
    skillIds: row.skills.map(({ skillId }) => skillId).sort(),
    progress: row.progress,
    note,
    noteAudience,
    calls: row.calls,
    emails: row.emails,
    meetings: row.meetings,
    proposals: row.proposals,
  };
}

/** The logs of which somebody may read the note: their own, what is shared, and as an organizer what is for organizers. */
export function visibleNotes(actor: Actor): Prisma.DailyLogWhereInput {
  const organizers = { some: { personId: actor.personId } };
  return {
    note: { not: "" },
    OR: [
      { authorId: actor.personId },
      { state: "SUBMITTED", noteAudience: "SHARED" },
      { state: "SUBMITTED", noteAudience: "ORGANIZERS", enrollment: { cohort: { organizers } } },
    ],
  };
}

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
    select: { id: true, state: true, createdAt: true, endedAt: true, person: { select: { name: true } } },
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
async function mentored(actor: Actor, now: Date) {
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

type Mentored = Awaited<ReturnType<typeof mentored>>[number];

/** The day that the desk opens on: today when a log is asked for, else the last program day, else the first. */
function deskDay(mentees: Mentored[], now: Date): Day | null {
  const days = mentees.flatMap(({ cohort }) =>
    programDays(cohort).map(({ day }) => ({ day, reached: day <= dayAt(now, cohort.timeZone) })),
  );
  const reached = days.filter((one) => one.reached).map(({ day }) => day);
  return reached.sort().at(-1) ?? days.map(({ day }) => day).sort()[0] ?? null;
}

/**
 * What the mentor wrote about these mentees over the days of their cohorts, the day's log with all it holds, what they
 * attended on that day, and the days on which they were away.
 */
async function loadDesk(actor: Actor, mentees: Mentored[], day: Day) {
  const ids = mentees.map(({ enrollment }) => enrollment.id);
  const range = mentees.flatMap(({ cohort }) => cohort.days.map((one) => +one.day));
  const during = { gte: new Date(Math.min(...range)), lte: new Date(Math.max(...range)) };
  const ofDay = { where: { log: { day: fromDay(day) } } };
  const [logs, attendances, away] = await Promise.all([
    db.dailyLog.findMany({
      where: { authorId: actor.personId, enrollmentId: { in: ids }, version: { gt: 0 }, day: during },
      orderBy: { day: "asc" },
      select: {
        enrollmentId: true,
        day: true,
        state: true,
        version: true,
        updatedAt: true,
        note: true,
        noteAudience: true,
        ...logContentSelect,
        activities: { ...logContentSelect.activities, ...ofDay },
        skills: { ...logContentSelect.skills, ...ofDay },
      },
    }),
    db.attendance.findMany({
      where: {
        enrollmentId: { in: ids },
        state: { not: "NOT_EXPECTED" },
        session: { day: fromDay(day), state: { not: "CANCELLED" } },
      },
      orderBy: { session: { startsAt: "asc" } },
      select: {
        enrollmentId: true,
        session: { select: { id: true, title: true, kind: true, state: true } },
      },
    }),
    awayAllDay({ enrollmentIds: ids }),
  ]);
  return { logs, attendances, away };
}

type Desk = Awaited<ReturnType<typeof loadDesk>>;

/** A call mentor may write a log and is not asked for one. */
const voluntary = (one: DayStatus): DayStatus =>
  one.status === "submitted" || one.status === "draft" ? one : { ...one, status: "none" };

/** One mentee on the desk: the log of that day or what it begins with, and how each day stands. */
function deskEntry(pairing: Mentored, desk: Desk, day: Day, now: Date) {
  const { enrollment, cohort, kind, startsOn } = pairing;
  const own = <Row extends { enrollmentId: string }>(rows: Row[]) =>
    rows.filter((row) => row.enrollmentId === enrollment.id);
  const logs = own(desk.logs);
  const states = new Map(logs.map((log) => [toDay(log.day), log.state]));
  const away = new Set(own(desk.away).map((one) => toDay(one.day)));
  const asked = dayStatuses(cohort, enrollment, states, away, now);
  const statuses = kind === "LEAD" ? asked : asked.map(voluntary);
  const log = logs.find((one) => toDay(one.day) === day);
  const before = logs.filter((one) => toDay(one.day) < day).at(-1);
  return {
    pairingId: pairing.id,
    left: daysLeft(pairing, cohort.days, dayAt(now, cohort.timeZone)),
    /** What is expected of the mentor is not signed yet. */
    signs: hasToSign(pairing, pairing.mentorId),
    enrollmentId: enrollment.id,
    mentee: enrollment.person.name,
    cohortId: cohort.id,
    refusal: writeRefusal(cohort, { ...enrollment, mentoredFrom: startsOn }, day, now),
    status: statuses.find((one) => one.day === day)?.status ?? "none",
    statuses,
    stored: log
      ? { version: log.version, state: log.state, updatedAt: log.updatedAt, content: contentOf(log, log) }
      : null,
    start: emptyLog(prefill(own(desk.attendances).map(({ session }) => session))),
    before: before
      ? { calls: before.calls, emails: before.emails, meetings: before.meetings, proposals: before.proposals }
      : null,
    skills: cohort.version.skills,
  };
}

/**
 * Everything a mentor needs to log a day on one screen: their mentees, each with the log of that day or what it begins
 * with, the numbers of the day before, and how the days of each cohort stand. Without a day: the one to log now.
 */
export async function logDesk(actor: Actor, wanted: Day | null) {
  const now = clock.now();
  const mentees = await mentored(actor, now);
  const day = wanted ?? deskDay(mentees, now);
  if (!day || mentees.length === 0) return { day: null, cohorts: [], entries: [] };
  const desk = await loadDesk(actor, mentees, day);
  const entries = mentees.map((mentee) => deskEntry(mentee, desk, day, now));
  const cohorts = new Map(mentees.map(({ cohort }) => [cohort.id, cohort]));
  return {
    day,
    cohorts: [...cohorts.values()].map((cohort) => {
      const ours = entries.filter((entry) => entry.cohortId === cohort.id);
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
    }),
    entries: entries.map(({ statuses: _, ...entry }) => entry),
  };
}

export type LogDesk = Awaited<ReturnType<typeof logDesk>>;
export type DeskEntry = LogDesk["entries"][number];
export type DeskCohort = LogDesk["cohorts"][number];
