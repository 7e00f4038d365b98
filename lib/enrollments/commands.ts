import { announced, standingToCohort, standingToMentee } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { scheduleFirstAttempts } from "@/lib/certification/commands";
import { clock } from "@/lib/clock";
import { dayAt, toDay } from "@/lib/dates";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { enrollRefusal } from "@/lib/enrollments/rules";
import type { EnrollMentees, WithdrawMentee } from "@/lib/enrollments/schema";
import { refuse, UserError } from "@/lib/errors";
import { enrollmentRefusal, isUndecided } from "@/lib/mentees/rules";
import { announce } from "@/lib/outbox";
import { endPairingsOf } from "@/lib/pairings/ending";
import { authorize } from "@/lib/permissions";
import { cancelSessions, createSessions } from "@/lib/sessions/commands";
import type { Prisma } from "@/prisma/generated/client";

/** A mentee of whom a cohort still expects something. */
const undecided = { in: ["ENROLLED", "ACTIVE", "EXTENDED"] } satisfies Prisma.EnumEnrollmentStateFilter;
const field = "menteeIds";

/**
 * Adds mentees to a cohort, also to one that runs: they get the sessions that lie ahead. Refuses a cohort that has
 * ended, people who are gone, who run this cohort or who are mentees of another one that is not over for them.
 */
export async function enrollMentees(actor: Actor, input: EnrollMentees, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const { cohortId } = input;
    authorize("enrollments.enrollMentees", await standingToCohort(tx, actor, cohortId));
    const cohort = await tx.cohort.findUniqueOrThrow({
      where: { id: cohortId },
      select: { id: true, name: true, state: true, timeZone: true, startsOn: true, endsOn: true },
    });
    const today = dayAt(clock.now(), cohort.timeZone);
    refuse(enrollRefusal({ state: cohort.state, endsOn: toDay(cohort.endsOn) }, today));
    const enrollmentIds = await enroll(tx, actor, cohort, input.menteeIds);
    await createSessions(tx, { cohortId, enrollmentIds, cohortWide: false });
    if (cohort.state === "ACTIVE") await beginEnrollments(tx, { cohortId });
    await audit(tx, actor, {
      action: "enrollments.enrollMentees",
      cohortId,
      subject: { type: "Cohort", id: cohortId },
      data: { cohort: cohort.name, count: enrollmentIds.length },
    });
  });
}

/**
 * Makes people mentees of a cohort and tells them; gives the ids of the enrollments. Refuses whom
 * {@link enrollMentees} refuses. Their sessions are made by whoever calls this.
 */
export async function enroll(
  tx: Tx,
  actor: Actor,
  cohort: { id: string; name: string; startsOn: Date },
  personIds: readonly string[],
): Promise<string[]> {
  const ids = [...new Set(personIds)];
  if (ids.length === 0) return [];
  // Two organizers who enroll the same person in two cohorts follow each other here.
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  const people = await tx.person.findMany({
    where: { id: { in: ids }, deactivatedAt: null },
    select: {
      name: true,
      organizes: { where: { cohortId: cohort.id }, select: { cohortId: true } },
      enrollments: {
        where: { OR: [{ state: undecided }, { cohortId: cohort.id }] },
        take: 1,
        select: { state: true, cohortId: true, cohort: { select: { name: true } } },
      },
    },
  });
  if (people.length < ids.length) throw new UserError("cohorts.refused.personGone", undefined, { field });
  for (const { name, organizes, enrollments } of people) {
    const [there] = enrollments;
    const values = { name, cohort: there?.cohort.name ?? cohort.name };
    const closed = there?.cohortId === cohort.id && !isUndecided(there.state);
    if (closed) throw new UserError("cohorts.refused.menteeBefore", values, { field });
    if (there) throw new UserError("cohorts.refused.menteeElsewhere", values, { field });
    if (organizes.length > 0) throw new UserError("cohorts.refused.menteeOrganizes", values, { field });
  }
  const enrolled = await tx.enrollment.createManyAndReturn({
    data: ids.map((personId) => ({ cohortId: cohort.id, personId, createdAt: clock.now() })),
    select: { id: true },
  });
  await announce(tx, {
    to: ids,
    kind: "enrolled",
    data: { cohort: cohort.name, day: toDay(cohort.startsOn) },
    href: `/cohorts/${cohort.id}`,
    except: actor.personId,
  });
  return enrolled.map((enrollment) => enrollment.id);
}

/** Makes the enrolled mentees of a launched cohort active, each with a first certification attempt ahead. */
export async function beginEnrollments(tx: Tx, { cohortId }: { cohortId: string }): Promise<void> {
  await tx.enrollment.updateMany({ where: { cohortId, state: "ENROLLED" }, data: { state: "ACTIVE" } });
  await scheduleFirstAttempts(tx, { cohortId });
}

/**
 * Ends a mentee's part in a cohort, and tells them and their mentors: pairings end, sessions to come are cancelled,
 * what was is kept. Refuses a mentee whose outcome is decided.
 */
export async function withdrawMentee(actor: Actor, input: WithdrawMentee, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const { enrollmentId, reason } = input;
    authorize("enrollments.withdrawMentee", await standingToMentee(tx, actor, enrollmentId));
    const mentee = await tx.enrollment.findUniqueOrThrow({
      where: { id: enrollmentId },
      select: {
        state: true,
        person: { select: { id: true, name: true } },
        cohort: { select: { id: true, name: true, timeZone: true } },
        pairings: {
          where: { state: { in: ["CONFIRMED", "ACTIVE", "PAUSED"] }, ...announced },
          select: { mentorId: true },
        },
      },
    });
    refuse(enrollmentRefusal(mentee.state, "WITHDRAWN"));
    await endEnrollment(tx, { id: enrollmentId, state: mentee.state }, mentee.cohort.timeZone, reason);
    const { cohort, person } = mentee;
    const data = { cohort: cohort.name, mentee: person.name };
    await audit(tx, actor, {
      action: "enrollments.withdrawMentee",
      cohortId: cohort.id,
      subject: { type: "Enrollment", id: enrollmentId },
      data: { ...data, reason },
    });
    await announce(tx, {
      to: [person.id, ...mentee.pairings.map((pairing) => pairing.mentorId)],
      kind: "withdrawn",
      data,
      href: `/cohorts/${cohort.id}`,
      except: actor.personId,
    });
  });
}

/** Ends every enrollment of a cohort that is not decided: when the cohort is cancelled. */
export async function endEnrollments(
  tx: Tx,
  { cohortId, reason }: { cohortId: string; reason: string },
): Promise<void> {
  const { timeZone, enrollments } = await tx.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: {
      timeZone: true,
      enrollments: { where: { state: undecided }, select: { id: true, state: true } },
    },
  });
  for (const enrollment of enrollments) await endEnrollment(tx, enrollment, timeZone, reason);
}

async function endEnrollment(
  tx: Tx,
  { id, state }: Pick<Prisma.EnrollmentGetPayload<object>, "id" | "state">,
  timeZone: string,
  reason: string,
): Promise<void> {
  const now = clock.now();
  const { count } = await tx.enrollment.updateMany({
    where: { id, state },
    data: { state: "WITHDRAWN", endedAt: now, endReason: reason },
  });
  if (count === 0) throw new UserError("errors.somebodyFaster");
  await endPairingsOf(tx, { enrollmentId: id, reason });
  await cancelSessions(tx, { enrollmentId: id }, dayAt(now, timeZone));
  await tx.certificationAttempt.updateMany({
    where: { enrollmentId: id, state: "SCHEDULED" },
    data: { state: "CANCELLED" },
  });
}
