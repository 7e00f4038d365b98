import { standingToCohort, standingToList } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { addDays, type Day, toDay } from "@/lib/dates";
import { type Db, db } from "@/lib/db";
import { type MentorLoad, weeksFrom, workingWeek } from "@/lib/mentors/load";
import { currentPairingStates, fewestRatings, type PairingKind } from "@/lib/pairings/rules";
import { authorize } from "@/lib/permissions";
import { Prisma } from "@/prisma/generated/client";

const current = { in: [...currentPairingStates] };
const currentSql = Prisma.sql`p.state IN ('SUGGESTED', 'CONFIRMED', 'ACTIVE', 'PAUSED')`;

/** The places of a mentor for one kind of mentee during a span of days, over all cohorts that overlap with it. */
export type Places = {
  taken: number;
  /** The smallest capacity that anybody gave this mentor for those cohorts; null while nothing is taken. */
  most: number | null;
};
export type Loads = ReadonlyMap<string, Record<PairingKind, Places>>;

const none = (): Record<PairingKind, Places> => ({
  LEAD: { taken: 0, most: null },
  CALL: { taken: 0, most: null },
});

/** How many mentees these mentors have while a span of days lasts, by person id. One statement, whatever their history. */
export async function mentorLoads(
  on: Db,
  mentorIds: readonly string[],
  span: { startsOn: Date; endsOn: Date },
): Promise<Loads> {
  const rows = await on.$queryRaw<({ mentorId: string; kind: PairingKind } & Places)[]>`
    SELECT p."mentorId", p.kind::text AS kind, count(*)::int AS taken, min(n.capacity) AS most
    FROM "Pairing" p JOIN "MentorNomination" n ON n.id = p."nominationId"
    WHERE p."mentorId" = ANY(${[...mentorIds]}::uuid[]) AND ${currentSql}
      AND p."startsOn" <= ${span.endsOn}::date AND p."endsOn" >= ${span.startsOn}::date
    GROUP BY p."mentorId", p.kind`;
  const loads = new Map<string, Record<PairingKind, Places>>();
  for (const { mentorId, kind, taken, most } of rows) {
    loads.set(mentorId, { ...(loads.get(mentorId) ?? none()), [kind]: { taken, most } });
  }
  return loads;
}

/** What a mentor of this capacity has, and how much of it is taken. */
export function placesOf(
  loads: Loads,
  mentorId: string,
  kind: PairingKind,
  capacity: number,
): { capacity: number; load: number } {
  const { taken, most } = (loads.get(mentorId) ?? none())[kind];
  return { capacity: Math.min(capacity, most ?? capacity), load: taken };
}

const mentorSelect = {
  id: true,
  kind: true,
  capacity: true,
  hoursPerWeek: true,
  decision: true,
  willingness: true,
  training: true,
  person: {
    select: {
      id: true,
      name: true,
      title: true,
      deactivatedAt: true,
      pauses: { where: { endedAt: null }, select: { id: true } },
      leaves: { where: { removedAt: null }, select: { firstDay: true, lastDay: true } },
      sellingLoad: { select: { hoursPerWeek: true } },
      mentorProfile: { select: { workStartMinute: true, workEndMinute: true } },
      nominations: {
        where: {
          decision: "APPROVED",
          willingness: { in: ["NOT_ASKED", "INVITED", "ACCEPTED"] },
          list: { cohort: { state: { in: ["DRAFT", "PLANNING", "READY", "ACTIVE"] } } },
        },
        select: {
          hoursPerWeek: true,
          list: { select: { cohort: { select: { startsOn: true, endsOn: true } } } },
        },
      },
    },
  },
  list: { select: { floor: { select: { name: true } } } },
} satisfies Prisma.MentorNominationSelect;

type BoardPerson = Prisma.MentorNominationGetPayload<{ select: typeof mentorSelect }>["person"];

const menteeSelect = {
  id: true,
  state: true,
  person: {
    select: { id: true, name: true, title: true, managerId: true, floor: { select: { name: true } } },
  },
  pairings: {
    where: { state: current },
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      kind: true,
      state: true,
      locked: true,
      nominationId: true,
      mentor: { select: { id: true, name: true } },
    },
  },
} satisfies Prisma.EnrollmentSelect;

/** Everything that pairing takes: the mentees who are not done, and the approved mentors with their places. For organizers. */
export async function getPairingBoard(actor: Actor, cohortId: string) {
  authorize("pairings.seeAll", await standingToCohort(db, actor, cohortId));
  const [cohort, nominations] = await Promise.all([
    db.cohort.findUniqueOrThrow({
      where: { id: cohortId },
      select: {
        id: true,
        name: true,
        state: true,
        startsOn: true,
        endsOn: true,
        days: { where: { phase: "PROGRAM" }, orderBy: { day: "asc" }, select: { day: true } },
        enrollments: {
          where: { state: { in: ["ENROLLED", "ACTIVE", "EXTENDED"] } },
          orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
          select: menteeSelect,
        },
      },
    }),
    db.mentorNomination.findMany({
      where: { list: { cohortId }, decision: "APPROVED" },
      orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
      select: mentorSelect,
    }),
  ]);
  const ids = nominations.map(({ person }) => person.id);
  const loads = await mentorLoads(db, ids, cohort);
  const { enrollments, startsOn, endsOn, days, ...rest } = cohort;
  return {
    ...rest,
    startsOn: toDay(startsOn),
    endsOn: toDay(endsOn),
    /** The program days. */
    days: days.map(({ day }) => toDay(day)),
    mentees: enrollments.map(toBoardMentee),
    mentors: nominations.map((nomination) => toBoardMentor(nomination, loads, cohort)),
  };
}

function toBoardMentee(row: Prisma.EnrollmentGetPayload<{ select: typeof menteeSelect }>) {
  const { id, person, pairings, state } = row;
  return {
    enrollmentId: id,
    state,
    personId: person.id,
    name: person.name,
    title: person.title,
    floor: person.floor?.name ?? null,
    lineManagerId: person.managerId,
    pairings: pairings.map(({ mentor, id: pairingId, ...pairing }) => ({
      ...pairing,
      pairingId,
      mentorId: mentor.id,
      mentor: mentor.name,
    })),
  };
}

function toBoardMentor(
  row: Prisma.MentorNominationGetPayload<{ select: typeof mentorSelect }>,
  loads: Loads,
  span: { startsOn: Date; endsOn: Date },
) {
  const { id, person, list, capacity, ...nomination } = row;
  return {
    ...nomination,
    nominationId: id,
    personId: person.id,
    name: person.name,
    title: person.title,
    gone: person.deactivatedAt !== null,
    paused: person.pauses.length > 0,
    leaves: person.leaves.map((one) => ({ firstDay: toDay(one.firstDay), lastDay: toDay(one.lastDay) })),
    floor: list.floor.name,
    load: protectedLoad(person, span),
    places: {
      LEAD: placesOf(loads, person.id, "LEAD", capacity),
      CALL: placesOf(loads, person.id, "CALL", capacity),
    },
  };
}

/** What is protected of a mentor's weeks while a cohort lasts, with all that they promised. What is planned is not looked at. */
function protectedLoad(
  { sellingLoad, mentorProfile, nominations }: BoardPerson,
  span: { startsOn: Date; endsOn: Date },
): MentorLoad {
  const promised = nominations.map(({ hoursPerWeek, list: { cohort } }) => ({
    hoursPerWeek,
    first: toDay(cohort.startsOn),
    last: toDay(cohort.endsOn),
  }));
  const hoursIn = (week: Day) =>
    promised
      .filter(({ first, last }) => first <= addDays(week, 6) && last >= week)
      .reduce((sum, one) => sum + one.hoursPerWeek, 0);
  return {
    selling: sellingLoad?.hoursPerWeek ?? null,
    working: workingWeek(mentorProfile?.workStartMinute ?? null, mentorProfile?.workEndMinute ?? null),
    weeks: weeksFrom(toDay(span.startsOn), toDay(span.endsOn)).map((week) => ({
      week,
      protectedHours: hoursIn(week),
      plannedHours: 0,
    })),
  };
}

export type PairingBoard = Awaited<ReturnType<typeof getPairingBoard>>;
export type BoardMentee = PairingBoard["mentees"][number];
export type BoardMentor = PairingBoard["mentors"][number];

/** How many mentees each nominated person of a cohort has while it lasts, by person id. For its organizers. */
export async function getCohortLoads(actor: Actor, cohortId: string): Promise<Loads> {
  authorize("pairings.seeAll", await standingToCohort(db, actor, cohortId));
  const cohort = await db.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: {
      startsOn: true,
      endsOn: true,
      lists: { select: { nominations: { where: { decision: "APPROVED" }, select: { personId: true } } } },
    },
  });
  const ids = cohort.lists.flatMap((list) => list.nominations.map((one) => one.personId));
  return mentorLoads(db, ids, cohort);
}

/** What the mentees of a mentor gave on average, from 1 to 5, and how many did. */
export type AverageRating = { average: number; count: number };

/** The average rating of a mentor as a column; null while too few have rated. */
export const averageRatingSql = (mentorId: Prisma.Sql) => Prisma.sql`
  (SELECT json_build_object('average', round(avg(r.score), 1), 'count', count(*))
    FROM "MentorRating" r JOIN "Pairing" rp ON rp.id = r."pairingId"
    WHERE rp."mentorId" = ${mentorId} HAVING count(*) >= ${fewestRatings})`;

/**
 * What somebody has done as a lead mentor so far and what their mentees say of it, and how many mentees they have while
 * the cohort lasts.
 */
export type MentorRecord = {
  cohorts: number;
  certified: number;
  load: number;
  rating: AverageRating | null;
};

/** The record of each person on a mentor list, by person id. For the managers of its floor and the cohort's organizers. */
export async function getMentorRecords(
  actor: Actor,
  listId: string,
): Promise<ReadonlyMap<string, MentorRecord>> {
  authorize("mentors.seeList", await standingToList(db, actor, listId));
  return mentorRecords(db, [listId]);
}

/** The record of each person on mentor lists of one cohort, by person id. One statement, whatever their history. */
export async function mentorRecords(
  on: Db,
  listIds: readonly string[],
): Promise<ReadonlyMap<string, MentorRecord>> {
  const rows = await on.$queryRaw<({ mentorId: string } & MentorRecord)[]>`
    SELECT n."personId" AS "mentorId",
      count(DISTINCT p."cohortId") FILTER (WHERE p.state = 'COMPLETED')::int AS cohorts,
      count(DISTINCT e.id) FILTER (WHERE p.state = 'COMPLETED' AND e.state IN ('CERTIFIED', 'RAMPED'))::int AS certified,
      count(*) FILTER (WHERE ${currentSql} AND p."startsOn" <= c."endsOn" AND p."endsOn" >= c."startsOn")::int AS load,
      ${averageRatingSql(Prisma.sql`n."personId"`)} AS rating
    FROM "MentorList" l
    JOIN "Cohort" c ON c.id = l."cohortId"
    JOIN "MentorNomination" n ON n."listId" = l.id
    LEFT JOIN "Pairing" p ON p."mentorId" = n."personId" AND p.kind = 'LEAD'
    LEFT JOIN "Enrollment" e ON e.id = p."enrollmentId"
    WHERE l.id = ANY(${[...listIds]}::uuid[])
    GROUP BY n."personId", l.id, c.id`;
  return new Map(rows.map(({ mentorId, ...record }) => [mentorId, record]));
}
