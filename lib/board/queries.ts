import { visibleTo } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { getCohort } from "@/lib/cohorts/queries";
import { type Day, fromDay, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { awayAllDay } from "@/lib/logs/away-days";
import { byEnrollment, dayStatuses, programDays, stronger } from "@/lib/logs/day-statuses";
import type { LogState } from "@/lib/logs/rules";
import { authorize } from "@/lib/permissions";
import type { Prisma } from "@/prisma/generated/client";
import { type BoardRow, needsOf, totals } from "./rules";

const rowSelect = {
  id: true,
  state: true,
  createdAt: true,
  endedAt: true,
  person: { select: { name: true } },
  pairings: {
    where: { kind: "LEAD", state: { in: ["CONFIRMED", "ACTIVE", "PAUSED", "COMPLETED"] } },
    take: 1,
    select: { id: true, announcedAt: true, mentor: { select: { name: true } } },
  },
} satisfies Prisma.EnrollmentSelect;

/** The numbers and the state of every log of these mentees, in the order of the days. */
const logsOf = (enrollment: Prisma.EnrollmentWhereInput) =>
  db.dailyLog.findMany({
    where: { enrollment, version: { gt: 0 } },
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
  });

/** How each day of one mentee's log stands, whoever wrote it. */
function statesOf(logs: Awaited<ReturnType<typeof logsOf>>): Map<Day, LogState> {
  const states = new Map<Day, LogState>();
  for (const { day, state } of logs) states.set(toDay(day), stronger(states.get(toDay(day)), state));
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
  const [enrollments, logs, away] = await Promise.all([
    db.enrollment.findMany({
      where,
      orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
      select: rowSelect,
    }),
    logsOf(where),
    awayAllDay({ cohortIds: [cohortId] }),
  ]);
  const now = clock.now();
  const organizes = cohort.stands.has("organizer");
  const planned = { ...cohort, days: cohort.days.map((one) => ({ ...one, day: fromDay(one.day) })) };
  const written = byEnrollment(logs);
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
      pairingId: pairing?.id ?? null,
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
