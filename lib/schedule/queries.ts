import { announced, visibleTo } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { daysLeft, hasToSign } from "@/lib/agreements/rules";
import { clock } from "@/lib/clock";
import { getCohort } from "@/lib/cohorts/queries";
import { type Day, dayAt, fromDay, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { intakeRefusal } from "@/lib/intakes/rules";
import { isForMentees } from "@/lib/programs/rules";
import { sessionRow } from "@/lib/sessions/queries";
import type { Prisma } from "@/prisma/generated/client";

const planned = {
  days: { orderBy: { day: "asc" }, select: { day: true, phase: true, number: true } },
} as const;

type DayRow = { day: Date; phase: "PREPARATION" | "PROGRAM" | "TAIL"; number: number };
const planDays = (days: readonly DayRow[]) => days.map((one) => ({ ...one, day: toDay(one.day) }));

/** The enrollment that is on now, or comes next, or was the last: the one a mentee's own pages are about. */
async function ownEnrollment(actor: Actor) {
  const enrollments = await db.enrollment.findMany({
    where: { personId: actor.personId, state: { not: "WITHDRAWN" }, cohort: { state: { not: "CANCELLED" } } },
    orderBy: { cohort: { startsOn: "desc" } },
    take: 5,
    select: {
      id: true,
      state: true,
      cohort: {
        select: {
          id: true,
          name: true,
          state: true,
          timeZone: true,
          certificationDate: true,
          version: { select: { program: { select: { name: true } }, purpose: true } },
          ...planned,
        },
      },
      intake: { select: { menteeFilledAt: true } },
      pairings: {
        where: { state: { in: ["CONFIRMED", "ACTIVE", "PAUSED", "COMPLETED"] }, ...announced },
        orderBy: { kind: "asc" },
        select: {
          id: true,
          kind: true,
          state: true,
          startsOn: true,
          endsOn: true,
          acknowledgements: { where: { personId: actor.personId }, select: { personId: true } },
          mentor: {
            select: { id: true, name: true, title: true, email: true, floor: { select: { name: true } } },
          },
        },
      },
      attempts: {
        where: { decidedAt: { not: null } },
        orderBy: { number: "desc" },
        take: 1,
        select: { id: true, state: true, comment: true, certificate: { select: { number: true } } },
      },
    },
  });
  return enrollments.find(({ state }) => state === "ACTIVE" || state === "EXTENDED") ?? enrollments[0];
}

/** Who leads a session, but for those who were not told yet. */
function toldNames(facilitators: readonly { state: string; person: { name: string } }[]): string {
  const told = facilitators.filter(({ state }) => state !== "RESERVED");
  return told.map(({ person }) => person.name).join(", ");
}

type OwnEnrollment = NonNullable<Awaited<ReturnType<typeof ownEnrollment>>>;

/** Nobody mentors them yet, and they have not told what would help to find somebody. */
function asksIntake({ intake, pairings, cohort, state }: OwnEnrollment): boolean {
  const open = intakeRefusal({ cohort: cohort.state, enrollment: state }) === null;
  return open && pairings.length === 0 && !intake?.menteeFilledAt;
}

/**
 * A mentee's own program: cohort, days, mentors, every session that expects them, and what was decided at
 * certification. null when they are in no cohort. Three statements, whatever came before.
 */
export async function ownSchedule(actor: Actor) {
  const enrollment = await ownEnrollment(actor);
  if (!enrollment) return null;
  const { cohort, pairings, attempts, intake: _, ...mentee } = enrollment;
  const today = dayAt(clock.now(), cohort.timeZone);
  const rows = await db.session.findMany({
    where: {
      cohortId: cohort.id,
      attendances: { some: { enrollmentId: mentee.id } },
      state: { not: "CANCELLED" },
    },
    orderBy: { startsAt: "asc" },
    select: {
      ...sessionRow,
      agenda: true,
      moves: true,
      template: { select: { material: true } },
      attendances: { where: { enrollmentId: mentee.id }, select: { state: true } },
    },
  });
  return {
    ...mentee,
    cohort: {
      ...cohort,
      certificationDate: toDay(cohort.certificationDate),
      days: planDays(cohort.days),
      today,
    },
    mentors: pairings.map(({ id, kind, mentor, ...pairing }) => {
      const left = daysLeft(pairing, cohort.days, today);
      return { id, kind, mentor, left, signs: hasToSign(pairing, actor.personId) };
    }),
    asksIntake: asksIntake(enrollment),
    result: attempts[0] ?? null,
    sessions: rows
      .filter(({ kind }) => isForMentees(kind))
      .map(({ attendances, template, day, facilitators, agenda, state: _, ...session }) => ({
        ...session,
        day: toDay(day),
        material: template?.material ?? "",
        agenda: agenda.join(" · "),
        with: toldNames(facilitators),
        attendance: attendances[0]?.state ?? "EXPECTED",
      })),
  };
}

export type OwnSchedule = NonNullable<Awaited<ReturnType<typeof ownSchedule>>>;
export type OwnSession = OwnSchedule["sessions"][number];

/** What mentors wrote about a mentee that the mentee may read, newest first: the last few days. */
export async function latestSharedLogs(actor: Actor, enrollmentId: string, most: number) {
  const logs = await db.dailyLog.findMany({
    where: { AND: [{ enrollmentId, state: "SUBMITTED" }, visibleTo.logs(actor)] },
    orderBy: { day: "desc" },
    take: most,
    select: {
      id: true,
      day: true,
      learned: true,
      note: true,
      noteAudience: true,
      progress: true,
      author: { select: { name: true } },
    },
  });
  return logs.map(({ note, noteAudience, day, ...log }) => ({
    ...log,
    day: toDay(day),
    note: noteAudience === "SHARED" ? note : "",
  }));
}

/** Sessions that stand in the plan for each pair: one line for all of them. */
export type PairLine = {
  key: string;
  day: Day;
  title: string;
  startsAt: Date;
  endsAt: Date;
  pairs: number;
  /** How many of them nobody leads who could: a mentor's wait for the mentee's pairing first. */
  unled: number;
};

/** A cohort's pair sessions, line by line of the plan, added up where the rows lie: sixty mentees have more than a thousand. */
async function allPairLines(cohortId: string): Promise<PairLine[]> {
  const lines = await db.$queryRaw<(Omit<PairLine, "day"> & { day: Date })[]>`
    SELECT coalesce(s."templateId"::text, s.title) AS key, s.day, min(s.title) AS title,
           min(s."startsAt") AS "startsAt", max(s."endsAt") AS "endsAt", count(*)::int AS pairs,
           count(*) FILTER (WHERE s.state IN ('PLANNED', 'CONFIRMED')
             AND coalesce(t."facilitatorRole"::text, '') NOT IN ('NONE', 'ASSESSOR')
             AND (coalesce(t."facilitatorRole"::text, '') NOT IN ('LEAD_MENTOR', 'CALL_MENTOR') OR EXISTS (
               SELECT 1 FROM "Pairing" p WHERE p."enrollmentId" = s."enrollmentId"
                 AND p.state IN ('CONFIRMED', 'ACTIVE', 'PAUSED')))
             AND NOT EXISTS (SELECT 1 FROM "SessionFacilitator" f
                             WHERE f."sessionId" = s.id AND f.state <> 'DECLINED'))::int AS unled
    FROM "Session" s
    LEFT JOIN "SessionTemplate" t ON t.id = s."templateId"
    WHERE s."cohortId" = ${cohortId}::uuid AND s."enrollmentId" IS NOT NULL
    GROUP BY 1, 2 ORDER BY 4, 1`;
  return lines.map((line) => ({ ...line, day: toDay(line.day) }));
}

const paired = { where: { state: { in: ["CONFIRMED", "ACTIVE", "PAUSED"] } } } satisfies {
  where: Prisma.PairingWhereInput;
};

const rowSelect = {
  id: true,
  state: true,
  title: true,
  day: true,
  startsAt: true,
  endsAt: true,
  facilitators: sessionRow.facilitators,
  templateId: true,
  template: { select: { facilitatorRole: true } },
  enrollment: { select: { person: { select: { name: true } }, _count: { select: { pairings: paired } } } },
} satisfies Prisma.SessionSelect;

const inOrder = { orderBy: [{ startsAt: "asc" }, { id: "asc" }] } satisfies Prisma.SessionFindManyArgs;

/** Self-study and the like are led by nobody, an assessor is asked with the attempt, a mentor comes with the pairing. */
function isLed(role: string | undefined, hasMentor: boolean): boolean {
  if (role === "LEAD_MENTOR" || role === "CALL_MENTOR") return hasMentor;
  return role !== "NONE" && role !== "ASSESSOR";
}

/**
 * A session as the schedule shows it, and nothing else: sixty mentees have hundreds of them.
 * @param organizes whether who is kept for a session shows: before a pairing is announced, to organizers alone.
 */
function toRow(row: Prisma.SessionGetPayload<{ select: typeof rowSelect }>, organizes: boolean) {
  const { id, state, title, startsAt, endsAt, facilitators, templateId, template, enrollment } = row;
  const role = template?.facilitatorRole;
  const open = state === "PLANNED" || state === "CONFIRMED";
  const named = facilitators.filter((one) => organizes || one.state !== "RESERVED");
  return {
    id,
    key: templateId ?? title,
    day: toDay(row.day),
    state,
    title,
    startsAt,
    endsAt,
    mentee: enrollment?.person.name ?? null,
    /** Who leads it; a question mark follows who has not answered yet. */
    led: named
      .map(({ person, state }) => (state === "INVITED" ? `${person.name} (?)` : person.name))
      .join(", "),
    needsLead: open && facilitators.length === 0 && isLed(role, (enrollment?._count.pairings ?? 0) > 0),
  };
}

export type ScheduledSession = ReturnType<typeof toRow>;

/** The same lines from the sessions that somebody may see, in order of time: a mentor's few, a floor's own. */
function linesOf(sessions: readonly ScheduledSession[]): PairLine[] {
  const lines = new Map<string, PairLine>();
  for (const { key, day, title, startsAt, endsAt, needsLead } of sessions) {
    const at = `${key} ${day}`;
    const line = lines.get(at) ?? { key, day, title, startsAt, endsAt, pairs: 0, unled: 0 };
    lines.set(at, {
      ...line,
      endsAt: new Date(Math.max(+endsAt, +line.endsAt)),
      pairs: line.pairs + 1,
      unled: line.unled + (needsLead ? 1 : 0),
    });
  }
  return [...lines.values()];
}

/**
 * The schedule of a cohort, as far as somebody may see it: the sessions for everybody, and what is held in pairs line
 * by line. The pairs of one day are listed when that day is `opened`. Three statements beside those of every cohort page.
 */
export async function cohortSchedule(actor: Actor, cohortId: string, opened: Day | null) {
  const { stands, days, today } = await getCohort(actor, cohortId);
  const organizes = stands.has("organizer");
  const mine = organizes ? {} : visibleTo.sessions(actor);
  const pairs = { AND: [{ cohortId, enrollmentId: { not: null } }, mine] };
  const [shared, listed, lines] = await Promise.all([
    db.session.findMany({
      where: { AND: [{ cohortId, enrollmentId: null }, mine] },
      ...inOrder,
      select: rowSelect,
    }),
    organizes && !opened
      ? []
      : db.session.findMany({
          where: organizes && opened ? { AND: [pairs, { day: fromDay(opened) }] } : pairs,
          ...inOrder,
          select: rowSelect,
        }),
    organizes ? allPairLines(cohortId) : null,
  ]);
  const rows = listed.map((row) => toRow(row, organizes));
  return {
    days,
    today,
    shared: shared.map((row) => toRow(row, organizes)),
    lines: lines ?? linesOf(rows),
    opened: rows.filter(({ day }) => day === opened),
  };
}

export type CohortSchedule = Awaited<ReturnType<typeof cohortSchedule>>;
