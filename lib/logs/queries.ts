import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { type Day, fromDay, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";
import { awayAllDay } from "./away-days";
import { writeRefusal } from "./day-statuses";
import { cohortsOf, deskDay, type Mentored, mentored, standOf } from "./mentees-to-log";
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
    awayAllDay(ids),
  ]);
  return { logs, attendances, away };
}

type Desk = Awaited<ReturnType<typeof loadDesk>>;

/** One mentee on the desk: the log of that day or what it begins with, and how each day stands. */
function deskEntry(pairing: Mentored, desk: Desk, day: Day, now: Date) {
  const { enrollment, cohort, startsOn } = pairing;
  const own = <Row extends { enrollmentId: string }>(rows: readonly Row[]) =>
    rows.filter((row) => row.enrollmentId === enrollment.id);
  const logs = own(desk.logs);
  const log = logs.find((one) => toDay(one.day) === day);
  const before = logs.filter((one) => toDay(one.day) < day).at(-1);
  return {
    ...standOf(pairing, desk, day, now),
    refusal: writeRefusal(cohort, { ...enrollment, mentoredFrom: startsOn }, day, now),
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
  return {
    day,
    cohorts: cohortsOf(mentees, entries, now),
    entries: entries.map(({ statuses: _, ...entry }) => entry),
  };
}

export type LogDesk = Awaited<ReturnType<typeof logDesk>>;
export type DeskEntry = LogDesk["entries"][number];
