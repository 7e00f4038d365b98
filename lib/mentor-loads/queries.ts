import { standingToCohort, standingToList } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { addDays, type Day, dayAt, toDay } from "@/lib/dates";
import { type Db, db } from "@/lib/db";
import {
  inHours,
  type LoadedWeek,
  type MentorLoad,
  weekOf,
  weeksFrom,
  workingWeek,
} from "@/lib/mentors/load";
import { authorize, may } from "@/lib/permissions";
import { standingToMentor } from "@/lib/profiles/standing";

/** How many weeks a mentor sees ahead, with the one that runs. */
const weeksAhead = 6;

/** A load with what changing the stated part of it takes: its version, and who said so when. */
export type StatedLoad = MentorLoad & {
  version: number;
  stated: { by: string; at: Date } | null;
};
export type StatedLoads = ReadonlyMap<string, StatedLoad>;

type Asked = {
  personIds: readonly string[];
  first: Day;
  last: Day;
  /** A list whose own protected hours are left out. */
  but?: string;
  /** The cohort whose sessions count also where the mentor has not been told of them. */
  untold?: string;
};

type Row = {
  personId: string;
  selling: number | null;
  version: number | null;
  statedBy: string | null;
  statedAt: Date | null;
  starts: number | null;
  ends: number | null;
  week: Date;
  protectedHours: number;
  minutes: number;
};

/**
 * The loads of these people in the weeks from one day to another. One statement, however many they are. Protected is
 * what was approved and not refused; planned are sessions with mentees that they lead, those of a group that meets once.
 */
async function loadsOf(on: Db, { personIds, first, last, but, untold }: Asked): Promise<StatedLoads> {
  const rows = await on.$queryRaw<Row[]>`
    SELECT p.id AS "personId", s."hoursPerWeek" AS selling, s.version, s."statedAt", b.name AS "statedBy",
      m."workStartMinute" AS starts, m."workEndMinute" AS ends, w.week,
      (SELECT coalesce(sum(n."hoursPerWeek"), 0)::int
        FROM "MentorNomination" n JOIN "MentorList" l ON l.id = n."listId" JOIN "Cohort" c ON c.id = l."cohortId"
        WHERE n."personId" = p.id AND n.decision = 'APPROVED'
          AND n.willingness IN ('NOT_ASKED', 'INVITED', 'ACCEPTED')
          AND c.state IN ('DRAFT', 'PLANNING', 'READY', 'ACTIVE')
          AND c."startsOn" <= w.week + 6 AND c."endsOn" >= w.week
          AND l.id IS DISTINCT FROM ${but ?? null}::uuid) AS "protectedHours",
      (SELECT coalesce(sum(extract(epoch FROM led."endsAt" - led."startsAt")) / 60, 0)::int FROM (
        SELECT DISTINCT f."meetingId", t."startsAt", t."endsAt"
        FROM "SessionFacilitator" f JOIN "Session" t ON t.id = f."sessionId"
        WHERE f."personId" = p.id AND t."enrollmentId" IS NOT NULL AND t.kind <> 'CERTIFICATION'
          AND t.state IN ('PLANNED', 'CONFIRMED', 'HELD') AND t.day BETWEEN w.week AND w.week + 6
          AND (f.state IN ('INVITED', 'ACCEPTED')
            OR f.state = 'RESERVED' AND t."cohortId" = ${untold ?? null}::uuid)) led) AS minutes
    FROM "Person" p
    CROSS JOIN unnest(${weeksFrom(first, last)}::date[]) AS w(week)
    LEFT JOIN "SellingLoad" s ON s."personId" = p.id
    LEFT JOIN "Person" b ON b.id = s."statedById"
    LEFT JOIN "MentorProfile" m ON m."personId" = p.id
    WHERE p.id = ANY(${[...personIds]}::uuid[])
    ORDER BY p.id, w.week`;
  const loads = new Map<string, StatedLoad & { weeks: LoadedWeek[] }>();
  for (const row of rows) {
    const load = loads.get(row.personId) ?? withoutWeeks(row);
    load.weeks.push({
      week: toDay(row.week),
      protectedHours: row.protectedHours,
      plannedHours: inHours(row.minutes),
    });
    loads.set(row.personId, load);
  }
  return loads;
}

function withoutWeeks({ selling, version, statedBy, statedAt, starts, ends }: Row) {
  return {
    selling,
    version: version ?? 0,
    stated: statedBy && statedAt ? { by: statedBy, at: statedAt } : null,
    working: workingWeek(starts, ends),
    weeks: [],
  };
}

/**
 * The load of each person on a mentor list in the weeks of its cohort, by person id, without the hours that this list
 * protects: what others protect already. For the managers of its floor and the cohort's organizers.
 */
export async function loadsOnList(actor: Actor, listId: string): Promise<StatedLoads> {
  authorize("mentors.seeList", await standingToList(db, actor, listId));
  const { cohort, nominations } = await db.mentorList.findUniqueOrThrow({
    where: { id: listId },
    select: {
      cohort: { select: { startsOn: true, endsOn: true } },
      nominations: { select: { personId: true } },
    },
  });
  const personIds = nominations.map((one) => one.personId);
  return loadsOf(db, { personIds, ...spanOf(cohort), but: listId });
}

/**
 * The load of everybody who is nominated for a cohort in its weeks, by person id: with sessions of this cohort of which
 * the mentor has not been told yet. For the cohort's organizers.
 */
export async function loadsInCohort(actor: Actor, cohortId: string): Promise<StatedLoads> {
  authorize("mentors.seeSupply", await standingToCohort(db, actor, cohortId));
  const { lists, ...cohort } = await db.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: {
      startsOn: true,
      endsOn: true,
      lists: { select: { nominations: { select: { personId: true } } } },
    },
  });
  const personIds = lists.flatMap(({ nominations }) => nominations.map((one) => one.personId));
  return loadsOf(db, { personIds, ...spanOf(cohort), untold: cohortId });
}

const spanOf = ({ startsOn, endsOn }: { startsOn: Date; endsOn: Date }) => ({
  first: toDay(startsOn),
  last: toDay(endsOn),
});

/**
 * A mentor's load in the week that runs where they are and in those that follow, and whether one may state what they
 * sell. For the mentor, organizers and floor managers; null for their mentees. Anybody else: not found.
 */
export async function mentorLoad(actor: Actor, personId: string) {
  const stands = await standingToMentor(db, actor, personId);
  if (!may(stands, "mentor-loads.seeLoad")) {
    authorize("profiles.seeProfile", stands);
    return null;
  }
  const { timeZone } = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { timeZone: true },
  });
  const first = weekOf(dayAt(clock.now(), timeZone));
  const loads = await loadsOf(db, { personIds: [personId], first, last: addDays(first, 7 * weeksAhead - 1) });
  const load = loads.get(personId);
  return load ? { ...load, states: may(stands, "mentor-loads.stateSelling") } : null;
}
