import { standing } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { launchBlockers } from "@/lib/cohorts/rules";
import { addDays, type Day, dayAt, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import {
  currentLead,
  intakeParts,
  launchSelect,
  qualities,
  toLaunchFacts,
  toLaunchSteps,
} from "@/lib/launch/queries";
import { dayStatuses } from "@/lib/logs/day-statuses";
import { statesByDay, type Traces, tracesSince } from "@/lib/logs/traces";
import { type EnrollmentState, isUndecided } from "@/lib/mentees/rules";
import { authorize } from "@/lib/permissions";
import type { CohortState, Prisma } from "@/prisma/generated/client";
import { tasksOf } from "./rules";

/** Calendar days back that one looks for missing logs: what is older shows on the board. */
const daysBack = 6;

const glanceSelect = {
  id: true,
  name: true,
  state: true,
  timeZone: true,
  certificationDate: true,
  startsOn: true,
  endsOn: true,
  days: { orderBy: { day: "asc" }, select: { day: true, phase: true, number: true } },
} satisfies Prisma.CohortSelect;

const current = { state: { not: "WITHDRAWN" } } satisfies Prisma.EnrollmentWhereInput;

/** Mentees are counted here, and nobody is named: no order is asked for. */
const runningSelect = {
  ...glanceSelect,
  version: { select: { logDueMinute: true } },
  enrollments: {
    where: current,
    select: {
      id: true,
      state: true,
      createdAt: true,
      restFrom: true,
      restUntil: true,
      endedAt: true,
      attempts: { where: { state: { in: ["SCHEDULED", "IN_ASSESSMENT"] } }, select: { day: true } },
    },
  },
} satisfies Prisma.CohortSelect;

const comingSelect = {
  ...launchSelect,
  ...glanceSelect,
  floors: { select: { floorId: true } },
  lists: {
    select: {
      state: true,
      dueAt: true,
      floor: { select: { name: true } },
      nominations: { select: { ...qualities, capacity: true } },
    },
  },
  enrollments: {
    where: current,
    select: {
      state: true,
      person: { select: { name: true } },
      intake: intakeParts,
      pairings: { ...currentLead, select: { state: true, nomination: { select: qualities } } },
    },
  },
} satisfies Prisma.CohortSelect;

type GlanceRow = Prisma.CohortGetPayload<{ select: typeof glanceSelect }> & {
  enrollments: { state: EnrollmentState }[];
};
type RunningRow = Prisma.CohortGetPayload<{ select: typeof runningSelect }>;
type ComingRow = Prisma.CohortGetPayload<{ select: typeof comingSelect }>;
/** What was read of the last days, by enrollment. */
type Read = ReadonlyMap<string, Traces>;

/**
 * An organizer's day over all cohorts they run that are not over: what to do next, what is under way, what comes.
 * Four statements, whatever happened before. For enablement managers; anybody else: not found.
 */
export async function enablementDay(actor: Actor) {
  authorize("cohorts.createCohort", standing(actor));
  const now = clock.now();
  const since = addDays(dayAt(now, "UTC"), -daysBack);
  const { started, planned, traces, mine } = await readDay(actor.personId, since, now);
  const read = new Map(traces.map((one) => [one.enrollmentId, one]));
  const withoutLeader = (id: string) => {
    const found = mine.find((one) => one.id === id);
    return found?.first ? { count: found.unled, first: toDay(found.first) } : null;
  };
  const running = started.map((row) => ({
    ...runningGlance(row, read, now, since),
    leaderless: withoutLeader(row.id),
  }));
  const coming = planned.map((row) => ({ ...comingGlance(row, now), leaderless: withoutLeader(row.id) }));
  return { tasks: tasksOf([...running, ...coming]), running, coming };
}

/** A cohort of one's own, and how many of its sessions ahead of an SME nobody leads, the first of them on that day. */
type Mine = { id: string; state: CohortState; unled: number; first: Date | null };

/** The cohorts not over that somebody organizes. */
function readMine(personId: string, now: Date): Promise<Mine[]> {
  return db.$queryRaw`
    SELECT c.id, c.state, sme.unled, sme.first FROM "Cohort" c CROSS JOIN LATERAL (
        SELECT count(*)::int AS unled, min(s.day) AS first
          FROM "Session" s JOIN "SessionTemplate" t ON t.id = s."templateId" AND t."facilitatorRole" = 'SME'
         WHERE s."cohortId" = c.id AND s.state IN ('PLANNED', 'CONFIRMED') AND s."startsAt" > ${now}
           AND NOT EXISTS (SELECT FROM "SessionFacilitator" f WHERE f."sessionId" = s.id AND f.state <> 'DECLINED')) sme
     WHERE c.state IN ('PLANNING', 'READY', 'ACTIVE')
       AND EXISTS (SELECT FROM "CohortOrganizer" o WHERE o."cohortId" = c.id AND o."personId" = ${personId}::uuid)`;
}

/** Which cohorts are one's own is asked first: what is read of each is then read of these alone. */
async function readDay(personId: string, since: Day, now: Date) {
  const mine = await readMine(personId, now);
  const idsOf = (rows: typeof mine) => rows.map(({ id }) => id);
  const running = idsOf(mine.filter(({ state }) => state === "ACTIVE"));
  const coming = idsOf(mine.filter(({ state }) => state !== "ACTIVE"));
  const inOrder = { orderBy: [{ startsOn: "asc" }, { name: "asc" }] } satisfies Prisma.CohortFindManyArgs;
  const [started, planned, traces] = await Promise.all([
    db.cohort.findMany({ where: { id: { in: running } }, ...inOrder, select: runningSelect }),
    db.cohort.findMany({ where: { id: { in: coming } }, ...inOrder, select: comingSelect }),
    tracesSince(running, since),
  ]);
  return { started, planned, traces, mine };
}

export type EnablementDay = Awaited<ReturnType<typeof enablementDay>>;
export type RunningGlance = EnablementDay["running"][number];

function glanceOf(row: GlanceRow, now: Date) {
  const { id, name, state, enrollments } = row;
  const count = (...states: EnrollmentState[]) =>
    enrollments.filter((one) => states.includes(one.state)).length;
  return {
    id,
    name,
    state,
    today: dayAt(now, row.timeZone),
    days: row.days.map((one) => ({ ...one, day: toDay(one.day) })),
    startsOn: toDay(row.startsOn),
    endsOn: toDay(row.endsOn),
    certificationDate: toDay(row.certificationDate),
    mentees: enrollments.length,
    undecided: enrollments.filter((one) => isUndecided(one.state)).length,
    certified: count("CERTIFIED", "RAMPED"),
  };
}
/** What a cohort that runs asks for, and nothing of the way to a launch that lies behind it. */
function runningGlance(row: RunningRow, read: Read, now: Date, since: Day) {
  const glance = glanceOf(row, now);
  const attempts = row.enrollments.flatMap((enrollment) => enrollment.attempts);
  return {
    ...glance,
    ...logFacts(row, read, now, since),
    steps: [],
    launchable: false,
    launchBy: glance.startsOn,
    lateLists: null,
    signOffsToChange: 0,
    toDecide: attempts.filter(({ day }) => toDay(day) <= glance.today).length,
  };
}

/** What a cohort that is planned still needs on the way to its launch. */
function comingGlance(row: ComingRow, now: Date) {
  const glance = glanceOf(row, now);
  const facts = toLaunchFacts(row, glance.today);
  const late = row.lists
    .filter((list) => list.state !== "SUBMITTED" && list.dueAt < now)
    .sort((a, b) => +a.dueAt - +b.dueAt);
  const [oldest] = late;
  return {
    ...glance,
    launchable: launchBlockers({ ...facts, state: "READY" }).length === 0,
    launchBy: glance.days.findLast((one) => one.day < glance.startsOn)?.day ?? glance.startsOn,
    steps: toLaunchSteps(row, facts),
    lateLists: oldest
      ? { floors: late.map((list) => list.floor.name), since: dayAt(oldest.dueAt, row.timeZone) }
      : null,
    signOffsToChange: facts.signOffs.filter(({ state }) => state === "CHANGES_REQUESTED").length,
    missingLogs: null,
    toDecide: 0,
  };
}

/** How the logs of the last days stand: what is missing, and how many of today's are in. */
function logFacts(row: RunningRow, read: Read, now: Date, since: Day) {
  const today = dayAt(now, row.timeZone);
  const statuses = row.enrollments.flatMap((enrollment) => {
    const traces = read.get(enrollment.id);
    const states = traces ? statesByDay(traces.logs) : new Map();
    return dayStatuses(row, enrollment, states, new Set(traces?.away), now).filter(({ day }) => day >= since);
  });
  const missing = statuses.filter(({ status }) => status === "late" || status === "missed");
  const asked = statuses.filter(
    ({ day, status }) => day === today && !["none", "excused", "paused"].includes(status),
  );
  const oldest = missing.map(({ day }) => day).sort()[0];
  return {
    missingLogs: oldest ? { count: missing.length, since: oldest } : null,
    logsToday:
      asked.length > 0
        ? { written: asked.filter(({ status }) => status === "submitted").length, asked: asked.length }
        : null,
  };
}
