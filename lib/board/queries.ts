import { visibleTo } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { getCohort } from "@/lib/cohorts/queries";
import { type Day, fromDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { daysAway } from "@/lib/logs/away-days";
import { dayStatuses, programDays, stronger } from "@/lib/logs/day-statuses";
import type { LogState, Progress } from "@/lib/logs/rules";
import { authorize } from "@/lib/permissions";
import type { Prisma } from "@/prisma/generated/client";
import { type BoardRow, type Numbers, needsOf, totals } from "./rules";

const rowSelect = {
  id: true,
  state: true,
  createdAt: true,
  endedAt: true,
  restFrom: true,
  restUntil: true,
  person: { select: { name: true } },
  pairings: {
    where: { kind: "LEAD", state: { in: ["CONFIRMED", "ACTIVE", "PAUSED", "COMPLETED"] } },
    take: 1,
    select: { state: true, announcedAt: true, mentor: { select: { name: true } } },
  },
} satisfies Prisma.EnrollmentSelect;

/** A log as the board reads it: its day, state and progress, and the four activity numbers. */
type BoardLog = Numbers<number | null> & { day: Day; state: LogState; progress: Progress | null };

/** What the days of one mentee left behind: the logs in the order of the days, and the days on which they were away. */
type Traces = { logs: BoardLog[] | null; away: Day[] | null };

/** The traces of a cohort's mentees, by enrollment. A cohort of sixty has six hundred logs: each mentee's come as one value. */
async function tracesOf(cohortId: string): Promise<Map<string, Traces>> {
  const mentees = await db.$queryRaw<({ id: string } & Traces)[]>`
    SELECT e.id, to_json(${daysAway()}) AS away,
           (SELECT json_agg(json_build_object('day', l.day, 'state', l.state, 'progress', l.progress, 'calls', l.calls,
              'emails', l.emails, 'meetings', l.meetings, 'proposals', l.proposals) ORDER BY l.day)
              FROM "DailyLog" l WHERE l."enrollmentId" = e.id AND l.version > 0) AS logs
      FROM "Enrollment" e WHERE e."cohortId" = ${cohortId}::uuid`;
  return new Map(mentees.map(({ id, ...traces }) => [id, traces]));
}

/** How each day of one mentee's log stands, whoever wrote it. */
function statesOf(logs: readonly BoardLog[]): Map<Day, LogState> {
  const states = new Map<Day, LogState>();
  for (const { day, state } of logs) states.set(day, stronger(states.get(day), state));
  return states;
}

/**
 * The mentee × day board of a cohort: how each day's log stands, what the numbers add up to, and who needs help first.
 * Organizers see all mentees, a floor manager those of the floor. Two statements beside those of every cohort page.
 */
export async function cohortBoard(actor: Actor, cohortId: string) {
  const cohort = await getCohort(actor, cohortId);
  authorize("board.seeBoard", cohort.stands);
  const mine = cohort.stands.has("organizer") ? {} : visibleTo.enrollments(actor);
  const where = { AND: [{ cohortId, state: { not: "WITHDRAWN" as const } }, mine] };
  const [enrollments, traces] = await Promise.all([
    db.enrollment.findMany({
      where,
      orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
      select: rowSelect,
    }),
    tracesOf(cohortId),
  ]);
  const now = clock.now();
  const organizes = cohort.stands.has("organizer");
  const planned = { ...cohort, days: cohort.days.map((one) => ({ ...one, day: fromDay(one.day) })) };
  const rows = enrollments.map((enrollment): BoardRow => {
    const { logs, away } = traces.get(enrollment.id) ?? {};
    const own = logs ?? [];
    const submitted = own.filter(({ state }) => state === "SUBMITTED");
    const pairing = enrollment.pairings.find((one) => organizes || one.announcedAt);
    return {
      id: enrollment.id,
      name: enrollment.person.name,
      state: enrollment.state,
      mentor: pairing?.mentor.name ?? null,
      paused: pairing?.state === "PAUSED",
      days: dayStatuses(planned, enrollment, statesOf(own), new Set(away), now),
      progress: submitted.at(-1)?.progress ?? null,
      numbers: totals(submitted),
    };
  });
  return {
    state: cohort.state,
    today: cohort.today,
    days: programDays(planned),
    rows,
    needs: needsOf(rows, cohort.today),
    notBegun: cohort.today < cohort.startsOn,
  };
}

export type Board = Awaited<ReturnType<typeof cohortBoard>>;
