import { announced, toldFacilitators, visibleTo } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { daysLeft, hasToSign } from "@/lib/agreements/rules";
import { clock } from "@/lib/clock";
import { type Day, dayAt, fromDay, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { intakeRefusal } from "@/lib/intakes/rules";
import { isForMentees } from "@/lib/programs/rules";
import { shownFrom } from "@/lib/schedule/rules";
import { sessionRow } from "@/lib/sessions/queries";
import type { PairingModel, Prisma } from "@/prisma/generated/client";

const planned = {
  days: { orderBy: { day: "asc" }, select: { day: true, phase: true, number: true } },
} as const;

/** From this day on; null: all of them. */
export const since = (from: Day | null) => (from ? { day: { gte: fromDay(from) } } : {});

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
          version: { select: { program: { select: { name: true } }, purpose: true, model: true } },
          ...planned,
        },
      },
      intake: { select: { menteeFilledAt: true } },
      pairings: {
        where: { state: { in: ["CONFIRMED", "ACTIVE", "PAUSED", "COMPLETED"] }, ...announced },
        orderBy: { kind: "asc" },
        select: {
          id: true,
          kind: true,
          state: true,
          startsOn: true,
          endsOn: true,
          acknowledgements: { where: { personId: actor.personId }, select: { personId: true } },
          mentor: {
            select: { id: true, name: true, title: true, email: true, floor: { select: { name: true } } },
          },
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

/** Who leads a session, but for those who were not told yet. */
function toldNames(facilitators: readonly { state: string; person: { name: string } }[]): string {
  const told = facilitators.filter(({ state }) => state !== "RESERVED");
  return told.map(({ person }) => person.name).join(", ");
}

type OwnEnrollment = NonNullable<Awaited<ReturnType<typeof ownEnrollment>>>;

/** Nobody mentors them yet, and they have not told what would help to find somebody. */
function asksIntake({ intake, pairings, cohort, state }: OwnEnrollment): boolean {
  const open = intakeRefusal({ cohort: cohort.state, enrollment: state }) === null;
  return open && pairings.length === 0 && !intake?.menteeFilledAt;
}

/** Sessions of others that are led, and known to be, by whoever leads a meeting of this mentee's group. */
const ofTheirGroup = (enrollmentId: string) =>
  ({
    meetingId: { not: null },
    enrollmentId: { not: enrollmentId },
    facilitators: {
      some: {
        state: { in: [...toldFacilitators] },
        person: {
          facilitates: { some: { session: { enrollmentId, meetingId: { not: null } } } },
        },
      },
    },
  }) satisfies Prisma.SessionWhereInput;

type Asked = { id: string; cohortId: string; model: PairingModel };

/** The sessions that expect a mentee, from that day on, and in a group program those of the others they meet with. */
async function readSessions({ id: enrollmentId, cohortId, model }: Asked, from: Day | null) {
  const theirs = { attendances: { some: { enrollmentId } } };
  return db.session.findMany({
    where: {
      cohortId,
      ...since(from),
      ...(model === "GROUP" ? { OR: [theirs, ofTheirGroup(enrollmentId)] } : theirs),
      state: { not: "CANCELLED" },
    },
    orderBy: { startsAt: "asc" },
    select: {
      ...sessionRow,
      agenda: true,
      moves: true,
      meetingId: true,
      enrollment: { select: { id: true, person: { select: { name: true } } } },
      template: { select: { material: true } },
      attendances: { where: { enrollmentId }, select: { state: true } },
    },
  });
}

type Read = Awaited<ReturnType<typeof readSessions>>[number];

/** Who else comes to a session, when it is the meeting of a group and they know who leads it. */
function othersAt({ id, meetingId, startsAt }: Read, rows: readonly Read[]): string[] {
  if (!meetingId) return [];
  return rows
    .filter((one) => one.meetingId === meetingId && +one.startsAt === +startsAt && one.id !== id)
    .flatMap(({ enrollment }) => enrollment?.person.name ?? [])
    .sort((a, b) => a.localeCompare(b));
}

/** A mentee's own sessions in order, and of a meeting of their group who else comes. One statement. */
async function ownSessions(asked: Asked, from: Day | null) {
  const rows = await readSessions(asked, from);
  return rows
    .filter(({ kind, attendances }) => attendances.length > 0 && isForMentees(kind))
    .map((row) => {
      const { attendances, template, day, facilitators, agenda, state: _, meetingId: __, ...session } = row;
      const { enrollment: ___, ...shown } = session;
      const leads = toldNames(facilitators);
      return {
        ...shown,
        day: toDay(day),
        material: template?.material ?? "",
        agenda: agenda.join(" · "),
        with: leads,
        group: leads ? othersAt(row, rows) : [],
        attendance: attendances[0]?.state ?? "EXPECTED",
      };
    });
}

/**
 * A mentee's own program: cohort, days, mentors, the sessions that expect them, and what was decided at certification.
 * null when they are in no cohort. Three statements, whatever came before.
 * @param past whether the days before today are asked for as well while the program runs
 */
export async function ownSchedule(actor: Actor, past = false) {
  const enrollment = await ownEnrollment(actor);
  if (!enrollment) return null;
  const { cohort, pairings, attempts, intake: _, ...mentee } = enrollment;
  const today = dayAt(clock.now(), cohort.timeZone);
  const days = planDays(cohort.days);
  const from = past
    ? null
    : shownFrom(
        days.filter(({ phase }) => phase === "PROGRAM"),
        today,
      );
  const { model } = cohort.version;
  const sessions = await ownSessions({ id: mentee.id, cohortId: cohort.id, model }, from);
  return {
    ...mentee,
    cohort: {
      ...cohort,
      certificationDate: toDay(cohort.certificationDate),
      days,
      today,
    },
    from,
    mentors: pairings.map(({ id, kind, mentor, ...pairing }) => {
      const left = daysLeft(pairing, cohort.days, today);
      return { id, kind, mentor, left, signs: hasToSign(pairing, actor.personId) };
    }),
    asksIntake: asksIntake(enrollment),
    result: attempts[0] ?? null,
    sessions,
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
