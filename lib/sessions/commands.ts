import { clock } from "@/lib/clock";
import { type Day, dayAt, fromDay, toDay } from "@/lib/dates";
import type { Db, Tx } from "@/lib/db";
import { UserError } from "@/lib/errors";
import { isForMentees } from "@/lib/programs/rules";
import { type Interval, overlap, planCohortSessions, planPairSessions } from "@/lib/sessions/planner";
import { openStates, standingStates } from "@/lib/sessions/rules";

const standing = { in: [...standingStates] };
const open = { in: [...openStates] };

type Dated = Interval & { id: string };

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
  await tx.sessionFacilitator.createMany({
    data: free.map(({ id }) => ({ sessionId: id, personId, state: "ACCEPTED" as const })),
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
      AND (s."meetingId" IS NULL OR o."meetingId" IS DISTINCT FROM s."meetingId")
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
