import { toldFacilitators } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { type Day, dayAt, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { menteesToLog } from "@/lib/logs/mentees-to-log";
import { askedSelect, progressSelect } from "@/lib/mentors/trained";
import { isWithMentor, progressOf } from "@/lib/mentors/training";
import { sessionTimes } from "@/lib/sessions/queries";
import type { Prisma } from "@/prisma/generated/client";

const sessionsShown = 12;
const mostSessions = 100;
const week = 7 * 24 * 60 * 60 * 1000;

const ledSelect = {
  ...sessionTimes,
  meetingId: true,
  place: true,
  template: { select: { brief: true, material: true } },
  enrollment: { select: { person: { select: { name: true } } } },
} satisfies Prisma.SessionSelect;

const ledBy = ({ personId }: Actor) => ({ some: { personId, state: { in: [...toldFacilitators] } } });
const inOrder = { orderBy: [{ startsAt: "asc" }, { id: "asc" }] } satisfies Prisma.SessionFindManyArgs;

type LedRow = Prisma.SessionGetPayload<{ select: typeof ledSelect }>;

function toLed({ day, template, enrollment, meetingId: _, ...session }: LedRow) {
  return {
    ...session,
    day: toDay(day),
    brief: template?.brief ?? "",
    material: template?.material ?? "",
    /** Nobody: it is for the whole cohort. */
    mentees: enrollment ? [enrollment.person.name] : [],
  };
}

export type LedSession = ReturnType<typeof toLed>;

/**
 * What somebody leads, in order: the sessions of a group that meets are one line, with all names.
 * @param most how many rows were asked for: a meeting at the very end may be cut, and is left for later.
 */
function toLedLines(rows: readonly LedRow[], most: number): LedSession[] {
  const lines = new Map<string, LedSession>();
  for (const row of rows) {
    const key = row.meetingId ? `${row.meetingId} ${+row.startsAt}` : row.id;
    const line = lines.get(key);
    const led = toLed(row);
    lines.set(key, line ? { ...line, mentees: [...line.mentees, ...led.mentees] } : led);
  }
  const last = rows.at(-1);
  if (rows.length === most && last?.meetingId) lines.delete(`${last.meetingId} ${+last.startsAt}`);
  return [...lines.values()];
}

/** The sessions that a mentor leads next: the rest of today and the next day that has some, each with its brief. */
async function comingSessions(actor: Actor, now: Date) {
  const rows = await db.session.findMany({
    where: {
      state: { in: ["PLANNED", "CONFIRMED"] },
      endsAt: { gt: now },
      cohort: { state: "ACTIVE" },
      facilitators: ledBy(actor),
    },
    ...inOrder,
    take: sessionsShown,
    select: ledSelect,
  });
  const sessions = toLedLines(rows, sessionsShown);
  const today = dayAt(now, actor.timeZone);
  const later = sessions.find(({ day }) => day > today)?.day;
  return {
    today: sessions.filter(({ day }) => day <= today),
    next: sessions.filter(({ day }) => day === later),
  };
}

/**
 * Everything that somebody leads from a week ago on, by day, as mentor or as expert: {@link mostSessions} at most,
 * the earliest first. One statement.
 */
export async function ledSchedule(actor: Actor) {
  const now = clock.now();
  const rows = await db.session.findMany({
    where: {
      state: { not: "CANCELLED" },
      endsAt: { gt: new Date(now.getTime() - week) },
      cohort: { state: { in: ["PLANNING", "READY", "ACTIVE", "COMPLETED"] } },
      facilitators: ledBy(actor),
    },
    ...inOrder,
    take: mostSessions,
    select: ledSelect,
  });
  const days = new Map<Day, LedSession[]>();
  for (const session of toLedLines(rows, mostSessions)) {
    days.set(session.day, [...(days.get(session.day) ?? []), session]);
  }
  return { today: dayAt(now, actor.timeZone), days: [...days].map(([day, sessions]) => ({ day, sessions })) };
}

/** What of mentoring somebody is asked for: to answer an invitation, or to do their part of a training. */
async function asked({ personId }: Actor) {
  const rows = await db.mentorNomination.findMany({
    where: {
      personId,
      decision: "APPROVED",
      OR: [
        { willingness: "INVITED" },
        {
          willingness: "ACCEPTED",
          training: { in: ["NOT_STARTED", "IN_PROGRESS"] },
          list: { cohort: { state: { in: ["DRAFT", "PLANNING", "READY", "ACTIVE"] } } },
        },
      ],
    },
    orderBy: [{ respondBy: "asc" }, { id: "asc" }],
    select: {
      id: true,
      willingness: true,
      respondBy: true,
      ...progressSelect,
      list: { select: { cohort: { select: { name: true, ...askedSelect } } } },
    },
  });
  const named = rows.map(({ id, respondBy, list, ...row }) => ({
    id,
    respondBy,
    cohort: list.cohort.name,
    willing: row.willingness === "ACCEPTED",
    progress: progressOf(list.cohort, row),
  }));
  return {
    invitations: named.filter(({ willing }) => !willing),
    trainings: named.filter(({ willing, progress }) => willing && isWithMentor(progress)),
  };
}

/**
 * A mentor's Today: the logs that wait, invitations to answer, trainings to do, what they lead next with its brief, and their mentees.
 * Five statements, whatever came before.
 */
export async function mentorToday(actor: Actor) {
  const now = clock.now();
  const [desk, open, sessions] = await Promise.all([
    menteesToLog(actor),
    asked(actor),
    comingSessions(actor, now),
  ]);
  const waiting = desk.cohorts.flatMap(({ days }) =>
    days.filter(({ status }) => status === "due" || status === "draft" || status === "late"),
  );
  return { now, desk, ...open, sessions, waiting };
}

export type MentorToday = Awaited<ReturnType<typeof mentorToday>>;
