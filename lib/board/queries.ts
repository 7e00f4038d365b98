import { visibleTo } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { getCohort } from "@/lib/cohorts/queries";
import { type Day, fromDay, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { awayAllDay } from "@/lib/logs/away-days";
import { byEnrollment, dayStatuses, programDays, stronger } from "@/lib/logs/day-statuses";
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
    select: { announcedAt: true, mentor: { select: { name: true } } },
  },
} satisfies Prisma.EnrollmentSelect;

/** A log as the board reads it: its day, state and progress, and the four activity numbers. */
type BoardLog = Numbers<number | null> & { day: Day; state: LogState; progress: Progress | null };

/**
 * The logs of a cohort's mentees, by enrollment and in the order of the days. A cohort of sixty has six hundred of
 * them: each mentee's come as one value.
 */
async function logsOf(cohortId: string): Promise<Map<string, BoardLog[]>> {
  const mentees = await db.$queryRaw<{ id: string; logs: BoardLog[] }[]>`
    SELECT l."enrollmentId" AS id,
           json_agg(json_build_object('day', l.day, 'state', l.state, 'progress', l.progress, 'calls', l.calls,
             'emails', l.emails, 'meetings', l.meetings, 'proposals', l.proposals) ORDER BY l.day) AS logs
      FROM "Enrollment" e JOIN "DailyLog" l ON l."enrollmentId" = e.id AND l.version > 0
     WHERE e."cohortId" = ${cohortId}::uuid GROUP BY 1`;
  return new Map(mentees.map(({ id, logs }) => [id, logs]));
}

/** How each day of one mentee's log stands, whoever wrote it. */
function statesOf(logs: readonly BoardLog[]): Map<Day, LogState> {
  const states = new Map<Day, LogState>();
  for (const { day, state } of logs) states.set(day, stronger(states.get(day), state));
  return states;
}

/**
 * The mentee × day board of a cohort: how each day's log stands, what the numbers add up to, and who needs help first.
 * Organizers see all mentees, a floor manager those of the floor. Three statements beside those of every cohort page.
 */
export async function cohortBoard(actor: Actor, cohortId: string) {
  const cohort = await getCohort(actor, cohortId);
  authorize("board.seeBoard", cohort.stands);
  const mine = cohort.stands.has("organizer") ? {} : visibleTo.enrollments(actor);
  const where = { AND: [{ cohortId, state: { not: "WITHDRAWN" as const } }, mine] };
  const [enrollments, written, away] = await Promise.all([
    db.enrollment.findMany({
      where,
      orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
      select: rowSelect,
    }),
    logsOf(cohortId),
    awayAllDay({ cohortIds: [cohortId] }),
  ]);
  const now = clock.now();
  const organizes = cohort.stands.has("organizer");
  const planned = { ...cohort, days: cohort.days.map((one) => ({ ...one, day: fromDay(one.day) })) };
  const missed = byEnrollment(away);
  const rows = enrollments.map((enrollment): BoardRow => {
    const own = written.get(enrollment.id) ?? [];
    const submitted = own.filter(({ state }) => state === "SUBMITTED");
    const pairing = enrollment.pairings.find((one) => organizes || one.announcedAt);
    const gone = new Set((missed.get(enrollment.id) ?? []).map(({ day }) => toDay(day)));
    return {
      id: enrollment.id,
      name: enrollment.person.name,
      state: enrollment.state,
      mentor: pairing?.mentor.name ?? null,
      days: dayStatuses(planned, enrollment, statesOf(own), gone, now),
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
