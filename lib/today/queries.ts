import { standing } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { launchBlockers } from "@/lib/cohorts/rules";
import { addDays, type Day, dayAt, fromDay, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import {
  currentLead,
  intakeParts,
  launchSelect,
  qualities,
  toLaunchFacts,
  toLaunchSteps,
} from "@/lib/launch/queries";
import { awayAllDay } from "@/lib/logs/away-days";
import { byEnrollment, dayStatuses, stronger } from "@/lib/logs/day-statuses";
import type { LogState } from "@/lib/logs/rules";
import { isUndecided } from "@/lib/mentees/rules";
import { authorize } from "@/lib/permissions";
import type { Prisma } from "@/prisma/generated/client";
import { type Glance, tasksOf } from "./rules";

/** Calendar days back that one looks for missing logs: what is older shows on the board. */
const daysBack = 6;

const glanceSelect = {
  ...launchSelect,
  id: true,
  name: true,
  startsOn: true,
  endsOn: true,
  days: { orderBy: { day: "asc" }, select: { day: true, phase: true, number: true } },
  version: { select: { logDueMinute: true } },
  floors: { select: { floorId: true } },
  lists: {
    select: {
      state: true,
      dueAt: true,
      floor: { select: { name: true } },
      nominations: { select: { ...qualities, capacity: true } },
    },
  },
  // They are counted here, and nobody is named: no order is asked for.
  enrollments: {
    where: { state: { not: "WITHDRAWN" } },
    select: {
      id: true,
      state: true,
      createdAt: true,
      restFrom: true,
      restUntil: true,
      endedAt: true,
      person: { select: { name: true } },
      intake: intakeParts,
      pairings: { ...currentLead, select: { state: true, nomination: { select: qualities } } },
      attempts: { where: { state: { in: ["SCHEDULED", "IN_ASSESSMENT"] } }, select: { day: true } },
    },
  },
} satisfies Prisma.CohortSelect;

type GlanceRow = Prisma.CohortGetPayload<{ select: typeof glanceSelect }>;
type Enrolled = { enrollmentId: string; day: Date };

/**
 * An organizer's day over all cohorts they run that are not over: what to do next, what is under way, what comes.
 * Five statements, whatever happened before. For enablement managers; anybody else: not found.
 */
export async function enablementDay(actor: Actor) {
  authorize("cohorts.createCohort", standing(actor));
  const now = clock.now();
  const since = addDays(dayAt(now, "UTC"), -daysBack);
  const [rows, logs, away, leaderless] = await readDay(actor.personId, since, now);
  const read = { logs: byEnrollment(logs), away: byEnrollment(away) };
  const glances = rows.map((row) => {
    const glance = glanceOf(row, now);
    const attempts = row.enrollments.flatMap((enrollment) => enrollment.attempts);
    const lead = leaderless.find((one) => one.cohortId === row.id);
    const first = lead?._min.day;
    return {
      ...glance,
      ...logFacts(row, read, now, since),
      toDecide: attempts.filter(({ day }) => toDay(day) <= glance.today).length,
      leaderless: lead && first ? { count: lead._count, first: toDay(first) } : null,
    };
  });
  return {
    tasks: tasksOf(glances),
    running: glances.filter((glance) => glance.state === "ACTIVE"),
    coming: glances.filter((glance) => glance.state !== "ACTIVE"),
  };
}

/** Which cohorts are one's own is asked first: what is read of each is then read of these alone. */
async function readDay(personId: string, since: Day, now: Date) {
  const mine = await db.cohort.findMany({
    where: { state: { in: ["PLANNING", "READY", "ACTIVE"] }, organizers: { some: { personId } } },
    select: { id: true, state: true },
  });
  const open = { in: mine.map(({ id }) => id) };
  const running = mine.filter(({ state }) => state === "ACTIVE").map(({ id }) => id);
  const enrollment = { cohortId: { in: running } };
  return Promise.all([
    db.cohort.findMany({
      where: { id: open },
      orderBy: [{ startsOn: "asc" }, { name: "asc" }],
      select: glanceSelect,
    }),
    db.dailyLog.findMany({
      where: { day: { gte: fromDay(since) }, enrollment },
      select: { enrollmentId: true, day: true, state: true },
    }),
    awayAllDay({ cohortIds: running }, since),
    db.session.groupBy({
      by: ["cohortId"],
      where: {
        cohortId: open,
        state: { in: ["PLANNED", "CONFIRMED"] },
        startsAt: { gt: now },
        template: { facilitatorRole: "SME" },
        facilitators: { none: { state: { not: "DECLINED" } } },
      },
      _count: true,
      _min: { day: true },
    }),
  ]);
}

export type EnablementDay = Awaited<ReturnType<typeof enablementDay>>;
export type RunningGlance = EnablementDay["running"][number];

function glanceOf(row: GlanceRow, now: Date) {
  const today = dayAt(now, row.timeZone);
  const days = row.days.map((one) => ({ ...one, day: toDay(one.day) }));
  const facts = toLaunchFacts(row, today);
  const late = row.lists
    .filter((list) => list.state !== "SUBMITTED" && list.dueAt < now)
    .sort((a, b) => +a.dueAt - +b.dueAt);
  const [oldest] = late;
  const startsOn = toDay(row.startsOn);
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    today,
    days,
    startsOn,
    endsOn: toDay(row.endsOn),
    certificationDate: toDay(row.certificationDate),
    launchable: launchBlockers({ ...facts, state: "READY" }).length === 0,
    launchBy: days.findLast((one) => one.day < startsOn)?.day ?? startsOn,
    steps: toLaunchSteps(row, facts),
    lateLists: oldest
      ? { floors: late.map((list) => list.floor.name), since: dayAt(oldest.dueAt, row.timeZone) }
      : null,
    signOffsToChange: facts.signOffs.filter(({ state }) => state === "CHANGES_REQUESTED").length,
    mentees: row.enrollments.length,
    undecided: row.enrollments.filter(({ state }) => isUndecided(state)).length,
    certified: row.enrollments.filter(({ state }) => state === "CERTIFIED" || state === "RAMPED").length,
  } satisfies Partial<Glance> & Record<string, unknown>;
}

/** How the logs of the last days stand: what is missing, and how many of today's are in. */
function logFacts(
  row: GlanceRow,
  read: { logs: Map<string, (Enrolled & { state: LogState })[]>; away: Map<string, Enrolled[]> },
  now: Date,
  since: Day,
) {
  if (row.state !== "ACTIVE") return { missingLogs: null, logsToday: null };
  const today = dayAt(now, row.timeZone);
  const statuses = row.enrollments.flatMap((enrollment) => {
    const states = new Map<Day, LogState>();
    for (const log of read.logs.get(enrollment.id) ?? []) {
      states.set(toDay(log.day), stronger(states.get(toDay(log.day)), log.state));
    }
    const away = (read.away.get(enrollment.id) ?? []).map(({ day }) => toDay(day));
    return dayStatuses(row, enrollment, states, new Set(away), now).filter(({ day }) => day >= since);
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
