import { standingToCohort, standingToSession, visibleTo } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { dayAt, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { authorize } from "@/lib/permissions";
import { isForMentees } from "@/lib/programs/rules";
import type { Prisma } from "@/prisma/generated/client";

const shown = {
  id: true,
  kind: true,
  state: true,
  title: true,
  day: true,
  startsAt: true,
  endsAt: true,
  place: true,
  link: true,
  facilitators: {
    where: { state: { not: "DECLINED" } },
    select: { personId: true, state: true, person: { select: { name: true } } },
  },
} satisfies Prisma.SessionSelect;

const planned = {
  days: { orderBy: { day: "asc" }, select: { day: true, phase: true, number: true } },
} as const;

type DayRow = { day: Date; phase: "PREPARATION" | "PROGRAM" | "TAIL"; number: number };
const planDays = (days: readonly DayRow[]) => days.map((one) => ({ ...one, day: toDay(one.day) }));

/** The enrollment that is on now, or comes next, or was the last: the one a mentee's own pages are about. */
async function ownEnrollment(actor: Actor) {
  const enrollments = await db.enrollment.findMany({
    where: { personId: actor.personId, state: { not: "WITHDRAWN" }, cohort: { state: { not: "CANCELLED" } } },
    orderBy: { cohort: { startsOn: "desc" } },
    take: 5,
    select: {
      id: true,
      state: true,
      cohort: {
        select: {
          id: true,
          name: true,
          state: true,
          timeZone: true,
          certificationDate: true,
          version: { select: { program: { select: { name: true } }, purpose: true } },
          ...planned,
        },
      },
      pairings: {
        where: { state: { in: ["CONFIRMED", "ACTIVE", "PAUSED", "COMPLETED"] } },
        orderBy: { kind: "asc" },
        select: {
          kind: true,
          mentor: { select: { name: true, title: true, email: true, floor: { select: { name: true } } } },
        },
      },
      attempts: {
        where: { decidedAt: { not: null } },
        orderBy: { number: "desc" },
        take: 1,
        select: { id: true, state: true, comment: true, certificate: { select: { number: true } } },
      },
    },
  });
  return enrollments.find(({ state }) => state === "ACTIVE" || state === "EXTENDED") ?? enrollments[0];
}

/**
 * A mentee's own program: cohort, days, mentors, every session that expects them, and what was decided at
 * certification. null when they are in no cohort. Three statements, whatever came before.
 */
export async function ownSchedule(actor: Actor) {
  const enrollment = await ownEnrollment(actor);
  if (!enrollment) return null;
  const { cohort, pairings, attempts, ...mentee } = enrollment;
  const rows = await db.session.findMany({
    where: {
      cohortId: cohort.id,
      attendances: { some: { enrollmentId: mentee.id } },
      state: { not: "CANCELLED" },
    },
    orderBy: { startsAt: "asc" },
    select: {
      ...shown,
      agenda: true,
      moves: true,
      template: { select: { material: true } },
      attendances: { where: { enrollmentId: mentee.id }, select: { state: true } },
    },
  });
  return {
    ...mentee,
    cohort: {
      ...cohort,
      certificationDate: toDay(cohort.certificationDate),
      days: planDays(cohort.days),
      today: dayAt(clock.now(), cohort.timeZone),
    },
    mentors: pairings,
    result: attempts[0] ?? null,
    sessions: rows
      .filter(({ kind }) => isForMentees(kind))
      .map(({ attendances, template, day, facilitators, ...session }) => ({
        ...session,
        day: toDay(day),
        material: template?.material ?? "",
        with: facilitators.map(({ person }) => person.name),
        attendance: attendances[0]?.state ?? "EXPECTED",
      })),
  };
}

export type OwnSchedule = NonNullable<Awaited<ReturnType<typeof ownSchedule>>>;
export type OwnSession = OwnSchedule["sessions"][number];

/** What mentors wrote about a mentee that the mentee may read, newest first: the last few days. */
export async function latestSharedLogs(actor: Actor, enrollmentId: string, most: number) {
  const logs = await db.dailyLog.findMany({
    where: { AND: [{ enrollmentId, state: "SUBMITTED" }, visibleTo.logs(actor)] },
    orderBy: { day: "desc" },
    take: most,
    select: {
      id: true,
      day: true,
      learned: true,
      note: true,
      noteAudience: true,
      progress: true,
      author: { select: { name: true } },
    },
  });
  return logs.map(({ note, noteAudience, day, ...log }) => ({
    ...log,
    day: toDay(day),
    note: noteAudience === "SHARED" ? note : "",
  }));
}

/** The sessions of a cohort that somebody may see, in order of time; pair sessions with the mentee's name. */
export async function cohortSchedule(actor: Actor, cohortId: string) {
  const [cohort, sessions] = await Promise.all([
    db.cohort.findFirst({
      where: { AND: [{ id: cohortId }, visibleTo.cohorts(actor)] },
      select: { id: true, name: true, state: true, timeZone: true, certificationDate: true, ...planned },
    }),
    db.session.findMany({
      where: { AND: [{ cohortId }, visibleTo.sessions(actor)] },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      select: {
        ...shown,
        templateId: true,
        enrollment: { select: { id: true, person: { select: { name: true } } } },
      },
    }),
  ]);
  if (!cohort) throw new NotFoundError();
  return {
    ...cohort,
    certificationDate: toDay(cohort.certificationDate),
    days: planDays(cohort.days),
    today: dayAt(clock.now(), cohort.timeZone),
    sessions: sessions.map(({ day, enrollment, ...session }) => ({
      ...session,
      day: toDay(day),
      mentee: enrollment && { id: enrollment.id, name: enrollment.person.name },
    })),
  };
}

export type CohortSchedule = Awaited<ReturnType<typeof cohortSchedule>>;
export type ScheduledSession = CohortSchedule["sessions"][number];

/** One session with what belongs to it, and what the actor is to it. The brief is for whoever leads it and the organizers. */
export async function sessionPage(actor: Actor, sessionId: string) {
  const stands = await standingToSession(db, actor, sessionId);
  authorize("sessions.seeSession", stands);
  const seesBrief = stands.has("organizer") || stands.has("sme") || stands.has("leadMentor");
  const session = await db.session.findFirst({
    where: { AND: [{ id: sessionId }, visibleTo.sessions(actor)] },
    select: {
      ...shown,
      agenda: true,
      moves: true,
      enrollmentId: true,
      template: { select: { material: true, brief: true } },
      cohort: { select: { id: true, name: true, timeZone: true, ...planned } },
      attendances: {
        // Whoever leads a session sees who is expected in it, also without knowing them otherwise.
        where: {
          OR: [
            { enrollment: visibleTo.enrollments(actor) },
            { session: { facilitators: { some: { personId: actor.personId, state: { not: "DECLINED" } } } } },
          ],
        },
        orderBy: { enrollment: { person: { name: "asc" } } },
        select: { state: true, enrollment: { select: { id: true, person: { select: { name: true } } } } },
      },
    },
  });
  if (!session) throw new NotFoundError();
  const { template, cohort, ...rest } = session;
  return {
    stands,
    session: {
      ...rest,
      day: toDay(session.day),
      cohort: { ...cohort, days: planDays(cohort.days) },
      material: template?.material ?? "",
      brief: seesBrief ? (template?.brief ?? "") : "",
    },
  };
}

/** Whom the organizers of a cohort can ask to lead one of its sessions: active people who are not its mentees. */
export async function facilitatorCandidates(actor: Actor, cohortId: string) {
  authorize("schedule.assignFacilitator", await standingToCohort(db, actor, cohortId));
  return db.person.findMany({
    where: { deactivatedAt: null, enrollments: { none: { cohortId } } },
    orderBy: { name: "asc" },
    take: 1000,
    select: { id: true, name: true, title: true },
  });
}
