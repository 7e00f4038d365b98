import { announced, toldFacilitators, visibleTo } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { type Day, dayAt, fromDay, isDay, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { awayDays, dayStatuses, stronger } from "@/lib/logs/day-statuses";
import { visibleNotes } from "@/lib/logs/queries";
import type { LogState } from "@/lib/logs/rules";
import { isForMentees } from "@/lib/programs/rules";
import { sessionTimes } from "@/lib/sessions/queries";
import type { Prisma } from "@/prisma/generated/client";

const pageSize = 8;
/** A record shows the whole program and what followed it, which has an end: no more sessions and days than these. */
const mostSessions = 200;
const mostDays = 120;

const enrollmentSelect = {
  id: true,
  state: true,
  createdAt: true,
  endedAt: true,
  restFrom: true,
  restUntil: true,
  personId: true,
  person: { select: { name: true, title: true, floor: { select: { id: true, name: true } } } },
  cohort: {
    select: {
      id: true,
      name: true,
      state: true,
      timeZone: true,
      organizers: { select: { personId: true } },
      days: { orderBy: { day: "asc" }, select: { day: true, phase: true, number: true } },
      version: { select: { logDueMinute: true } },
    },
  },
  pairings: {
    // What is only suggested, or not announced yet, is between the organizers.
    where: { state: { notIn: ["SUGGESTED", "DISCARDED"] }, ...announced },
    orderBy: [{ kind: "asc" }, { startsOn: "desc" }],
    select: {
      id: true,
      kind: true,
      state: true,
      startsOn: true,
      endsOn: true,
      mentor: { select: { id: true, name: true, title: true } },
    },
  },
  certificate: { select: { number: true } },
} satisfies Prisma.EnrollmentSelect;

/** The place of a log in the list, for the address of the page that follows it. */
const keyOf = (log: { day: Date; id: string }) => `${toDay(log.day)}.${log.id}`;

/** The logs that follow a place in the list; a text that is no place is the beginning. */
function after(key: string | undefined): Prisma.DailyLogWhereInput {
  const [day, id] = [key?.slice(0, 10), key?.slice(11) ?? ""];
  if (!isDay(day) || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return {};
  return { OR: [{ day: { lt: fromDay(day) } }, { day: fromDay(day), id: { lt: id } }] };
}

/** One page of the logs that the actor may read of a mentee, newest first, each with its note where it is for them. */
async function pageOfLogs(actor: Actor, enrollmentId: string, before: string | undefined) {
  const rows = await db.dailyLog.findMany({
    where: { AND: [{ enrollmentId, state: "SUBMITTED" }, visibleTo.logs(actor), after(before)] },
    orderBy: [{ day: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    select: {
      id: true,
      day: true,
      authorId: true,
      submittedAt: true,
      author: { select: { name: true } },
      learned: true,
      progress: true,
      calls: true,
      emails: true,
      meetings: true,
      proposals: true,
      activities: {
        orderBy: { position: "asc" },
        select: { sessionId: true, title: true, independence: true },
      },
      skills: { orderBy: { skill: { position: "asc" } }, select: { skill: { select: { name: true } } } },
    },
  });
  const page = rows.slice(0, pageSize);
  const notes = await db.dailyLog.findMany({
    where: { AND: [{ id: { in: page.map(({ id }) => id) } }, visibleNotes(actor)] },
    select: { id: true, note: true, noteAudience: true },
  });
  const noteOf = new Map(notes.map(({ id, ...note }) => [id, note]));
  const last = page.at(-1);
  return {
    next: rows.length > pageSize && last ? keyOf(last) : null,
    logs: page.map(({ skills, day, authorId, ...log }) => ({
      ...log,
      day: toDay(day),
      mine: authorId === actor.personId,
      skills: skills.map(({ skill }) => skill.name),
      note: noteOf.get(log.id) ?? null,
    })),
  };
}

/** How each day of a mentee was logged, and the numbers of the days, whoever wrote them. Drafts count as begun alone. */
function loadDays(enrollmentId: string) {
  return db.dailyLog.findMany({
    where: { enrollmentId, version: { gt: 0 } },
    orderBy: { day: "asc" },
    take: mostDays,
    select: { day: true, state: true, calls: true, emails: true, meetings: true, proposals: true },
  });
}

/** What a mentee is expected in, and what became of it. */
function loadSessions(enrollmentId: string) {
  return db.attendance.findMany({
    where: { enrollmentId, session: { state: { not: "CANCELLED" } } },
    orderBy: { session: { startsAt: "asc" } },
    take: mostSessions,
    select: {
      state: true,
      session: {
        select: {
          ...sessionTimes,
          state: true,
          facilitators: {
            where: { state: { in: [...toldFacilitators] } },
            select: { person: { select: { name: true } } },
          },
        },
      },
    },
  });
}

/** The numbers of each day, of all who wrote about it. */
function numbersByDay(logs: Awaited<ReturnType<typeof loadDays>>) {
  const days = new Map<Day, { calls: number; emails: number; meetings: number; proposals: number }>();
  for (const { day, state, calls, emails, meetings, proposals } of logs) {
    if (state !== "SUBMITTED" || (calls ?? emails ?? meetings ?? proposals) === null) continue;
    const sum = days.get(toDay(day)) ?? { calls: 0, emails: 0, meetings: 0, proposals: 0 };
    days.set(toDay(day), {
      calls: sum.calls + (calls ?? 0),
      emails: sum.emails + (emails ?? 0),
      meetings: sum.meetings + (meetings ?? 0),
      proposals: sum.proposals + (proposals ?? 0),
    });
  }
  return [...days].map(([day, numbers]) => ({ day, ...numbers }));
}

type EnrollmentRow = Prisma.EnrollmentGetPayload<{ select: typeof enrollmentSelect }>;

/** A mentee's mentors. `opens`: whether the page of these two can be opened; by a mentor it is their own, while they mentor. */
function pairingsOf({ personId, cohort, person, pairings }: EnrollmentRow, actor: Actor) {
  const follows =
    personId === actor.personId ||
    cohort.organizers.some((one) => one.personId === actor.personId) ||
    actor.managedFloorIds.includes(person.floor?.id ?? "");
  return pairings.map((one) => {
    const own = one.mentor.id === actor.personId && one.state !== "ENDED_EARLY" && one.state !== "REASSIGNED";
    return { ...one, opens: follows || own, startsOn: toDay(one.startsOn), endsOn: toDay(one.endsOn) };
  });
}

/**
 * A mentee's record: who they are, how each day stands, what was logged, the numbers, the mentors and the sessions.
 * Everybody sees the logs that were submitted and the notes meant for them. Out of reach: not found.
 * @param before the `next` of the page of logs before; what is not one counts as none
 */
export async function menteeRecord(actor: Actor, enrollmentId: string, before?: string) {
  const now = clock.now();
  const row = await db.enrollment.findFirst({
    where: { AND: [{ id: enrollmentId }, visibleTo.enrollments(actor)] },
    select: enrollmentSelect,
  });
  if (!row) throw new NotFoundError();
  const [page, logs, attendances] = await Promise.all([
    pageOfLogs(actor, enrollmentId, before),
    loadDays(enrollmentId),
    loadSessions(enrollmentId),
  ]);
  const { cohort, personId, createdAt: _, restFrom: __, restUntil: ___, ...mentee } = row;
  const states = new Map<Day, LogState>();
  for (const { day, state } of logs) states.set(toDay(day), stronger(states.get(toDay(day)), state));
  const sessions = attendances
    .filter(({ session }) => isForMentees(session.kind))
    .map(({ state, session: { facilitators, ...session } }) => ({
      ...session,
      day: toDay(session.day),
      attendance: state,
      with: facilitators.map(({ person }) => person.name),
    }));
  return {
    ...mentee,
    pairings: pairingsOf(row, actor),
    isSelf: personId === actor.personId,
    mentors: row.pairings.some(({ mentor }) => mentor.id === actor.personId),
    cohort: {
      id: cohort.id,
      name: cohort.name,
      timeZone: cohort.timeZone,
      today: dayAt(now, cohort.timeZone),
    },
    days: dayStatuses(cohort, row, states, awayDays(attendances), now),
    numbers: numbersByDay(logs),
    coming: sessions.filter(({ endsAt, state }) => endsAt > now && state !== "HELD"),
    past: sessions.filter(({ endsAt, state }) => endsAt <= now || state === "HELD"),
    ...page,
  };
}

export type MenteeRecord = Awaited<ReturnType<typeof menteeRecord>>;
