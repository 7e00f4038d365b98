import { clock } from "@/lib/clock";
import { type Day, dayAt, fromDay, toDay } from "@/lib/dates";
import type { Db, Tx } from "@/lib/db";
import { UserError } from "@/lib/errors";
import { isForMentees } from "@/lib/programs/rules";
import { ahead, ledBy } from "@/lib/sessions/ahead";
import { placeSessions } from "@/lib/sessions/placement";
import { type Interval, overlap, planCohortSessions, planPairSessions } from "@/lib/sessions/planner";
import { openStates, standingStates } from "@/lib/sessions/rules";

const standing = { in: [...standingStates] };
const open = { in: [...openStates] };

type Dated = Interval & { id: string };

/** A session for which the mentor has no time on its day: it has to be moved to another one. */
export type StuckSession = { id: string; title: string; day: Day };

export type NewSessions = {
  cohortId: string;
  /** Each gets the pair sessions of the program, and a place in the cohort's sessions. */
  enrollmentIds: readonly string[];
  /** Whether the sessions for the whole cohort are made as well: once, when the cohort is created. */
  cohortWide: boolean;
  /** Leads the sessions that the program gives to the organizer, unless they are elsewhere at that time. */
  organizerId?: string;
};

/**
 * Writes the sessions of the program's plan onto the cohort's days, at local times in the cohort's zone. Somebody who
 * joins a cohort that has begun gets what lies ahead. Gives how many sessions were made.
 */
export async function createSessions(tx: Tx, input: NewSessions): Promise<number> {
  const { cohortId, enrollmentIds, cohortWide, organizerId } = input;
  const { timeZone, state, days, version } = await tx.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: {
      timeZone: true,
      state: true,
      days: { where: { phase: "PROGRAM" } },
      version: { select: { templates: { orderBy: { position: "asc" } } } },
    },
  });
  const running = state === "ACTIVE";
  const today = dayAt(clock.now(), timeZone);
  const ahead = days
    .map((one) => ({ ...one, day: toDay(one.day) }))
    .filter(({ day }) => !running || day >= today);
  const pairs = enrollmentIds.map((id) => ({ enrollmentId: id, menteeId: id, facilitators: {} }));
  const planned = [
    ...(cohortWide ? planCohortSessions(version.templates, ahead, timeZone) : []),
    ...planPairSessions(version.templates, ahead, timeZone, pairs).placed,
  ];
  const created = await tx.session.createManyAndReturn({
    data: planned.map(({ template, day, startsAt, endsAt, enrollmentId }) => ({
      cohortId,
      enrollmentId,
      templateId: template.id,
      kind: template.kind,
      state: running ? ("CONFIRMED" as const) : ("PLANNED" as const),
      title: template.title,
      agenda: template.agenda,
      day: fromDay(day),
      startsAt,
      endsAt,
      createdAt: clock.now(),
    })),
    select: { id: true, enrollmentId: true, templateId: true, startsAt: true, endsAt: true },
  });
  await expectMentees(tx, input, created);
  if (organizerId) {
    const roleOf = new Map(version.templates.map(({ id, facilitatorRole }) => [id, facilitatorRole]));
    const led = created.filter(({ templateId }) => templateId && roleOf.get(templateId) === "ORGANIZER");
    await leadWhereFree(tx, organizerId, led);
  }
  return created.length;
}

/** Expects each mentee in their own new sessions and in all that lies ahead for the cohort; a roundtable is for mentors. */
async function expectMentees(
  tx: Tx,
  { cohortId, enrollmentIds }: NewSessions,
  created: { id: string; enrollmentId: string | null }[],
): Promise<void> {
  const shared = await tx.session.findMany({
    where: { cohortId, enrollmentId: null, state: open },
    select: { id: true, kind: true },
  });
  const own = created.flatMap(({ id, enrollmentId }) =>
    enrollmentId ? [{ sessionId: id, enrollmentId }] : [],
  );
  const everybody = shared
    .filter(({ kind }) => isForMentees(kind))
    .flatMap(({ id }) => enrollmentIds.map((enrollmentId) => ({ sessionId: id, enrollmentId })));
  await tx.attendance.createMany({ data: [...own, ...everybody], skipDuplicates: true });
}

/** When somebody leads something, or attends it as a mentee (peers do both), from an instant on, leaving out some sessions. */
async function timesTaken(tx: Tx, personId: string, from: Date, except: string[]): Promise<Interval[]> {
  return tx.session.findMany({
    where: {
      state: standing,
      endsAt: { gt: from },
      id: { notIn: except },
      OR: [
        { facilitators: { some: { personId, state: { not: "DECLINED" } } } },
        { attendances: { some: { enrollment: { personId }, state: "EXPECTED" } } },
      ],
    },
    select: { startsAt: true, endsAt: true },
  });
}

function earliest(sessions: Dated[]): Date {
  return new Date(Math.min(...sessions.map(({ startsAt }) => +startsAt)));
}

/** Makes somebody the facilitator of those sessions during which they lead nothing else. */
async function leadWhereFree(tx: Tx, personId: string, sessions: Dated[]): Promise<void> {
  if (sessions.length === 0) return;
  const ids = sessions.map(({ id }) => id);
  const elsewhere = await timesTaken(tx, personId, earliest(sessions), ids);
  const free = sessions.filter((session) => !elsewhere.some((other) => overlap(session, other)));
  await lead(tx, personId, free);
}

async function lead(
  tx: Tx,
  personId: string,
  sessions: { id: string }[],
  state: "ACCEPTED" | "RESERVED" = "ACCEPTED",
): Promise<void> {
  await tx.sessionFacilitator.createMany({
    data: sessions.map(({ id }) => ({ sessionId: id, personId, state })),
  });
}

/**
 * Makes the mentor of a pairing the facilitator of the mentee's pair sessions that lie ahead, and places each in its
 * window where neither of the two has anything else. A lead mentor also takes the live calls that no call mentor has;
 * a call mentor takes those over. In a cohort that has begun, a day on which no time is free is refused; with
 * `leaveStuck`, that day's session stays where it is without somebody who leads it, and is given back.
 */
export async function givePairSessions(
  tx: Tx,
  { pairingId, leaveStuck = false }: { pairingId: string; leaveStuck?: boolean },
): Promise<StuckSession[]> {
  const { mentorId, enrollmentId, kind, announcedAt, cohort, mentor } = await tx.pairing.findUniqueOrThrow({
    where: { id: pairingId },
    select: {
      mentorId: true,
      enrollmentId: true,
      kind: true,
      announcedAt: true,
      mentor: { select: { name: true } },
      cohort: { select: { timeZone: true } },
    },
  });
  // Two pairings of one mentor are placed one after the other, never into the same free hour.
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE id = ${mentorId}::uuid FOR NO KEY UPDATE`;
  const found = await tx.session.findMany({
    where: { enrollmentId, AND: [ahead(), ledBy(kind)] },
    select: { id: true, title: true, day: true, startsAt: true, endsAt: true, state: true, template: true },
    orderBy: { startsAt: "asc" },
  });
  const sessions = found.map((session) => ({ ...session, day: toDay(session.day) }));
  if (sessions.length === 0) return [];
  const ids = sessions.map(({ id }) => id);
  const led = await timesTaken(tx, mentorId, earliest(sessions), ids);
  const mentees = await tx.session.findMany({
    where: { state: standing, attendances: { some: { enrollmentId } }, endsAt: { gt: earliest(sessions) } },
    select: { id: true, startsAt: true, endsAt: true },
  });
  const attended = new Map<string, Interval>(mentees.map((one) => [one.id, one]));
  const { moved, stuck } = placeSessions(sessions, cohort.timeZone, led, attended);
  // A planned session without a free time stays where it is: facilitatorClashes names it to the organizer.
  const open = stuck.filter(({ state }) => state === "CONFIRMED");
  const [refused] = leaveStuck ? [] : open;
  if (refused) {
    const values = { title: refused.title, day: refused.day, person: mentor.name };
    throw new UserError("sessions.refused.noFreeTime", values);
  }
  await tx.sessionFacilitator.deleteMany({ where: { sessionId: { in: ids } } });
  await setTimes(tx, moved);
  // Whoever has not been told yet is kept for them, and sees nothing of it.
  const placed = sessions.filter((session) => !open.includes(session));
  await lead(tx, mentorId, placed, announcedAt ? "ACCEPTED" : "RESERVED");
  return open.map(({ id, title, day }) => ({ id, title, day }));
}

/** Puts sessions at new times in one statement. It is part of planning, so it does not count as a move. */
async function setTimes(tx: Tx, sessions: Dated[]): Promise<void> {
  if (sessions.length === 0) return;
  const ids = sessions.map(({ id }) => id);
  const starts = sessions.map(({ startsAt }) => startsAt.toISOString());
  const ends = sessions.map(({ endsAt }) => endsAt.toISOString());
  await tx.$executeRaw`
    UPDATE "Session" s SET "startsAt" = p.starts::timestamptz, "endsAt" = p.ends::timestamptz
    FROM unnest(${ids}::text[], ${starts}::text[], ${ends}::text[]) AS p(id, starts, ends) WHERE s.id = p.id::uuid`;
}

/** Takes the mentee's pair sessions that lie ahead away from a mentor; what was held, and calls they cover, stay theirs. */
export async function takePairSessions(
  tx: Tx,
  { enrollmentId, mentorId }: { enrollmentId: string; mentorId: string },
): Promise<void> {
  await tx.sessionFacilitator.deleteMany({
    where: {
      personId: mentorId,
      session: { enrollmentId, ...ahead(), covers: { none: { mentorId, state: "CONFIRMED" } } },
    },
  });
}

/** A facilitator who would have to be in two sessions at once. Days are local to the cohort of `first`. */
export type FacilitatorClash = {
  personId: string;
  person: string;
  day: Day;
  first: { id: string; title: string };
  second: { id: string; title: string; cohort: string };
};

/**
 * Who leads two things at once: sessions of this cohort against each other, and against what other cohorts have
 * confirmed. While there is one, the cohort's sessions cannot be confirmed.
 */
export async function facilitatorClashes(
  on: Db,
  { cohortId }: { cohortId: string },
): Promise<FacilitatorClash[]> {
  type Row = Record<
    "personId" | "person" | "firstId" | "firstTitle" | "secondId" | "secondTitle" | "cohort",
    string
  >;
  const rows = await on.$queryRaw<(Row & { day: Date })[]>`
    SELECT p.id AS "personId", p.name AS person, s.day, s.id AS "firstId", s.title AS "firstTitle",
           o.id AS "secondId", o.title AS "secondTitle", c.name AS cohort
    FROM "Session" s
    JOIN "SessionFacilitator" f ON f."sessionId" = s.id AND f.state <> 'DECLINED'
    JOIN "SessionFacilitator" g ON g."personId" = f."personId" AND g."sessionId" <> s.id AND g.state <> 'DECLINED'
    JOIN "Session" o ON o.id = g."sessionId" AND o."startsAt" < s."endsAt" AND o."endsAt" > s."startsAt"
    JOIN "Cohort" c ON c.id = o."cohortId"
    JOIN "Person" p ON p.id = f."personId"
    WHERE s."cohortId" = ${cohortId}::uuid AND s.state IN ('PLANNED', 'CONFIRMED')
      AND (o."cohortId" <> s."cohortId" AND o.state IN ('CONFIRMED', 'HELD')
        OR o."cohortId" = s."cohortId" AND o.state IN ('PLANNED', 'CONFIRMED', 'HELD') AND s.id < o.id)
    ORDER BY s."startsAt", s.id, o.id LIMIT 50`;
  return rows.map((row) => ({
    personId: row.personId,
    person: row.person,
    day: toDay(row.day),
    first: { id: row.firstId, title: row.firstTitle },
    second: { id: row.secondId, title: row.secondTitle, cohort: row.cohort },
  }));
}

/** Confirms every planned session of a cohort. Refuses, with both titles, while somebody would be in two at once. */
export async function confirmSessions(tx: Tx, { cohortId }: { cohortId: string }): Promise<void> {
  const [clash] = await facilitatorClashes(tx, { cohortId });
  if (clash) {
    const { person, day, first, second } = clash;
    throw new UserError("sessions.refused.facilitatorClash", {
      person,
      day,
      first: first.title,
      second: second.title,
    });
  }
  await tx.session.updateMany({ where: { cohortId, state: "PLANNED" }, data: { state: "CONFIRMED" } });
}

/**
 * Cancels the sessions that are still open from a day on: all of a cohort, or those of one mentee, who is then no
 * longer expected in the cohort's sessions either.
 */
export async function cancelSessions(
  tx: Tx,
  of: { cohortId: string } | { enrollmentId: string },
  from: Day,
): Promise<void> {
  const later = { state: open, day: { gte: fromDay(from) } };
  await tx.session.updateMany({ where: { ...of, ...later }, data: { state: "CANCELLED" } });
  if (!("enrollmentId" in of)) return;
  await tx.attendance.updateMany({
    where: { enrollmentId: of.enrollmentId, state: "EXPECTED", session: later },
    data: { state: "NOT_EXPECTED" },
  });
}
