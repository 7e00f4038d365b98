import { standingToCohort } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { type Day, dayAt, fromDay, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { dayStatuses, programDays, stronger } from "@/lib/logs/day-statuses";
import type { LogState } from "@/lib/logs/rules";
import { authorize } from "@/lib/permissions";
import type { Prisma } from "@/prisma/generated/client";
import { type BoardRow, needsOf, totals } from "./rules";

const boardSelect = {
  id: true,
  name: true,
  state: true,
  timeZone: true,
  days: { orderBy: { day: "asc" }, select: { day: true, phase: true, number: true } },
  version: { select: { logDueMinute: true } },
  enrollments: {
    where: { state: { not: "WITHDRAWN" } },
    orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
    select: {
      id: true,
      state: true,
      createdAt: true,
      endedAt: true,
      person: { select: { name: true } },
      pairings: {
        where: { kind: "LEAD", state: { in: ["CONFIRMED", "ACTIVE", "PAUSED", "COMPLETED"] } },
        take: 1,
        select: { mentor: { select: { name: true } } },
      },
    },
  },
} satisfies Prisma.CohortSelect;

type Away = { enrollmentId: string; day: Date };

/** The days on which a mentee was at nothing that expected them: added up where the rows lie. */
const awayAllDay = (cohortId: string) => db.$queryRaw<Away[]>`
  SELECT a."enrollmentId", s.day FROM "Attendance" a JOIN "Session" s ON s.id = a."sessionId"
   WHERE s."cohortId" = ${cohortId}::uuid AND s.state <> 'CANCELLED' AND a.state <> 'NOT_EXPECTED'
   GROUP BY 1, 2 HAVING bool_and(a.state IN ('ABSENT', 'EXCUSED'))`;

/**
 * The mentee × day board of a cohort for its organizers: how each day's log stands, what the numbers add up to, and
 * who needs help first. Four statements, however many mentees.
 */
export async function cohortBoard(actor: Actor, cohortId: string) {
  authorize("cohorts.seeAll", await standingToCohort(db, actor, cohortId));
  const [cohort, logs, away] = await Promise.all([
    db.cohort.findUniqueOrThrow({ where: { id: cohortId }, select: boardSelect }),
    db.dailyLog.findMany({
      where: { enrollment: { cohortId } },
      orderBy: { day: "asc" },
      select: {
        enrollmentId: true,
        day: true,
        state: true,
        progress: true,
        calls: true,
        emails: true,
        meetings: true,
        proposals: true,
      },
    }),
    awayAllDay(cohortId),
  ]);
  const now = clock.now();
  const today = dayAt(now, cohort.timeZone);
  const rows = cohort.enrollments.map((enrollment): BoardRow => {
    const own = logs.filter((log) => log.enrollmentId === enrollment.id);
    const submitted = own.filter(({ state }) => state === "SUBMITTED");
    const states = new Map<Day, LogState>();
    for (const { day, state } of own) states.set(toDay(day), stronger(states.get(toDay(day)), state));
    const gone = new Set(
      away.filter((one) => one.enrollmentId === enrollment.id).map(({ day }) => toDay(day)),
    );
    return {
      id: enrollment.id,
      name: enrollment.person.name,
      state: enrollment.state,
      mentor: enrollment.pairings[0]?.mentor.name ?? null,
      days: dayStatuses(cohort, enrollment, states, gone, now),
      progress: submitted.at(-1)?.progress ?? null,
      numbers: totals(submitted),
    };
  });
  return {
    id: cohort.id,
    name: cohort.name,
    state: cohort.state,
    today,
    days: programDays(cohort),
    rows,
    needs: needsOf(rows, today),
    notBegun: fromDay(today) < (cohort.days.find(({ phase }) => phase === "PROGRAM")?.day ?? fromDay(today)),
  };
}

export type Board = Awaited<ReturnType<typeof cohortBoard>>;
