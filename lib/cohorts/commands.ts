import { announced, standing, standingToCohort } from "@/lib/access";
import { type Actor, floorRunners, runnersOf } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { planFor } from "@/lib/cohorts/plan-for";
import { type CohortState, cohortRefusal, completionBlockers, launchBlockers } from "@/lib/cohorts/rules";
import type * as schema from "@/lib/cohorts/schema";
import { dayAt, fromDay, toDay } from "@/lib/dates";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { beginEnrollments, endEnrollments, enroll } from "@/lib/enrollments/commands";
import { NotFoundError, refuse, UserError } from "@/lib/errors";
import { completionFacts, launchFacts } from "@/lib/launch/queries";
import { askForRatings } from "@/lib/mentor-ratings/commands";
import { announce, type MessageKind } from "@/lib/outbox";
import { activatePairings, completePairings } from "@/lib/pairings/commands";
import { authorize, type Permission } from "@/lib/permissions";
import { cancelSessions, confirmSessions, createSessions } from "@/lib/sessions/commands";
import type { Prisma } from "@/prisma/generated/client";

const reachedSelect = { id: true, name: true, state: true, timeZone: true, startsOn: true } as const;
type Reached = Prisma.CohortGetPayload<{ select: typeof reachedSelect }>;

/**
 * Plans a cohort backwards from its certification date, with its days, milestones, mentees and sessions, and tells the
 * mentees. Gives its id. Refuses a program that is not published, a date that does not work, a first day in the past,
 * floors and people that are gone, mentees of another running cohort and organizers who are no enablement managers.
 */
export async function createCohort(actor: Actor, input: schema.CreateCohort, on: Db = db) {
  return transaction(on, async (tx) => {
    authorize("cohorts.createCohort", standing(actor));
    await checkName(tx, input.name);
    const plan = await planFor(tx, input, dayAt(clock.now(), input.timeZone));
    const floorIds = [...new Set(input.floorIds)];
    if ((await tx.floor.count({ where: { id: { in: floorIds } } })) < floorIds.length) {
      throw new UserError("cohorts.refused.floorGone", undefined, { field: "floorIds" });
    }
    const organizerIds = [...new Set([actor.personId, ...input.organizerIds])];
    await checkOrganizers(tx, organizerIds, "organizerIds");
    const cohort = await tx.cohort.create({
      data: {
        name: input.name,
        versionId: input.versionId,
        timeZone: input.timeZone,
        certificationDate: fromDay(plan.certificationDate),
        startsOn: fromDay(plan.startsOn),
        endsOn: fromDay(plan.endsOn),
        createdAt: clock.now(),
        floors: { createMany: { data: floorIds.map((floorId) => ({ floorId })) } },
        organizers: { createMany: { data: organizerIds.map((personId) => ({ personId })) } },
        days: { createMany: { data: plan.days.map((one) => ({ ...one, day: fromDay(one.day) })) } },
        milestones: {
          createMany: { data: plan.milestones.map((one) => ({ ...one, day: fromDay(one.day) })) },
        },
      },
      select: reachedSelect,
    });
    await move(tx, cohort, "PLANNING");
    const enrollmentIds = await enroll(tx, actor, cohort, input.menteeIds);
    const { id: cohortId } = cohort;
    await createSessions(tx, { cohortId, enrollmentIds, cohortWide: true, organizerId: actor.personId });
    const values = { day: plan.certificationDate, count: enrollmentIds.length };
    await record(tx, actor, "cohorts.createCohort", cohort, values);
    await tell(tx, actor, cohort, "organizerAdded", organizerIds);
    return { id: cohortId };
  });
}

/** Gives a cohort another name. Refuses one that another cohort has. */
export async function renameCohort(actor: Actor, input: schema.RenameCohort, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const cohort = await reach(tx, actor, "cohorts.renameCohort", input.cohortId);
    if (cohort.name === input.name) return;
    await checkName(tx, input.name);
    await tx.cohort.update({ where: { id: cohort.id }, data: { name: input.name }, select: { id: true } });
    await record(tx, actor, "cohorts.renameCohort", cohort, { name: input.name });
  });
}

/** Adds an enablement manager to those who run the cohort, and tells them. Refuses one who runs it already. */
export async function addOrganizer(actor: Actor, input: schema.OrganizerInput, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const cohort = await reach(tx, actor, "cohorts.addOrganizer", input.cohortId);
    const [person] = await checkOrganizers(tx, [input.personId], "personId");
    const { count } = await tx.cohortOrganizer.createMany({
      data: { cohortId: cohort.id, personId: input.personId },
      skipDuplicates: true,
    });
    if (count === 0)
      throw new UserError("cohorts.refused.organizesAlready", undefined, { field: "personId" });
    await record(tx, actor, "cohorts.addOrganizer", cohort, { person: person?.name ?? "" });
    await tell(tx, actor, cohort, "organizerAdded", [input.personId]);
  });
}

/** Takes somebody, oneself too, out of those who run the cohort. Refuses the last one. */
export async function removeOrganizer(
  actor: Actor,
  input: schema.OrganizerInput,
  on: Db = db,
): Promise<void> {
  await transaction(on, async (tx) => {
    const cohort = await reach(tx, actor, "cohorts.removeOrganizer", input.cohortId);
    // Two organizers who remove each other follow each other here, so that one of them stays.
    await tx.$queryRaw`SELECT 1 FROM "Cohort" WHERE id = ${cohort.id}::uuid FOR NO KEY UPDATE`;
    const organizers = await tx.cohortOrganizer.findMany({
      where: { cohortId: cohort.id },
      select: { personId: true, person: { select: { name: true } } },
    });
    const leaving = organizers.find((one) => one.personId === input.personId);
    if (!leaving) throw new NotFoundError();
    if (organizers.length === 1) throw new UserError("cohorts.refused.lastOrganizer");
    await tx.cohortOrganizer.deleteMany({ where: { cohortId: cohort.id, personId: input.personId } });
    await record(tx, actor, "cohorts.removeOrganizer", cohort, { person: leaving.person.name });
  });
}

/** Marks a milestone as done, or as open again. Somebody else's milestone is not found. */
export async function tickMilestone(actor: Actor, input: schema.TickMilestone, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const { milestoneId: id, done } = input;
    const found = await tx.milestone.findUnique({ where: { id }, select: { cohortId: true, title: true } });
    if (!found) throw new NotFoundError();
    const cohort = await reach(tx, actor, "cohorts.tickMilestone", found.cohortId);
    if (cohort.state === "CANCELLED") throw new UserError("cohorts.refused.cancelled");
    const { count } = await tx.milestone.updateMany({
      where: { id, doneAt: done ? null : { not: null } },
      data: { doneAt: done ? clock.now() : null },
    });
    if (count === 0) return;
    const data = { milestone: found.title, done: done ? "yes" : "no" };
    await record(tx, actor, "cohorts.tickMilestone", cohort, data);
  });
}

/** Says that everything is in place for the launch. Refuses, with the first thing that is missing. */
export async function markReady(actor: Actor, input: schema.CohortInput, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const cohort = await reach(tx, actor, "cohorts.markReady", input.cohortId);
    await move(tx, cohort, "READY");
    await refuseUnlaunchable(tx, cohort);
    await record(tx, actor, "cohorts.markReady", cohort);
  });
}

/** Goes back from ready to planning. */
export async function backToPlanning(actor: Actor, input: schema.CohortInput, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const cohort = await reach(tx, actor, "cohorts.backToPlanning", input.cohortId);
    await move(tx, cohort, "PLANNING");
    await record(tx, actor, "cohorts.backToPlanning", cohort);
  });
}

/**
 * Launches a cohort: mentees and pairings become active, sessions are confirmed, first certification attempts are
 * scheduled, preparation is closed and everybody is told. Refuses, with the first thing that is missing; of two who
 * launch at once one does.
 */
export async function launchCohort(actor: Actor, input: schema.CohortInput, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const cohort = await reach(tx, actor, "cohorts.launchCohort", input.cohortId);
    const { id: cohortId } = cohort;
    if (cohort.state === "PLANNING") await move(tx, cohort, "READY");
    const ready = cohort.state === "PLANNING" ? { ...cohort, state: "READY" as const } : cohort;
    // From here on the row is locked, so what is checked below stays true until the launch is done.
    await move(tx, ready, "ACTIVE", { launchedAt: clock.now() });
    await refuseUnlaunchable(tx, cohort);
    await activatePairings(tx, { cohortId });
    await confirmSessions(tx, { cohortId });
    await beginEnrollments(tx, { cohortId });
    await tx.milestone.updateMany({
      where: { cohortId, doneAt: null, day: { lt: cohort.startsOn } },
      data: { doneAt: clock.now() },
    });
    await record(tx, actor, "cohorts.launchCohort", cohort);
    const day = toDay(cohort.startsOn);
    await tell(tx, actor, cohort, "cohortLaunched", await everybody(tx, cohortId), { day });
  });
}

/** Closes a cohort in which every mentee has an outcome, and tells everybody. Refuses, with the first thing still open. */
export async function completeCohort(actor: Actor, input: schema.CohortInput, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const cohort = await reach(tx, actor, "cohorts.completeCohort", input.cohortId);
    const people = await everybody(tx, cohort.id);
    await move(tx, cohort, "COMPLETED", { completedAt: clock.now() });
    const facts = await completionFacts(tx, cohort.id);
    refuse(completionBlockers({ ...facts, state: "ACTIVE" })[0]);
    await completePairings(tx, { cohortId: cohort.id });
    await record(tx, actor, "cohorts.completeCohort", cohort);
    const asked = await askForRatings(tx, actor, cohort);
    const others = people.filter((id) => !asked.has(id));
    await tell(tx, actor, cohort, "cohortCompleted", others);
  });
}

/** Cancels a cohort: mentees are withdrawn, pairings end, sessions to come are cancelled, everybody is told why. */
export async function cancelCohort(actor: Actor, input: schema.CancelCohort, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const cohort = await reach(tx, actor, "cohorts.cancelCohort", input.cohortId);
    const { reason } = input;
    const people = await everybody(tx, cohort.id);
    await move(tx, cohort, "CANCELLED", { cancelledAt: clock.now(), cancelReason: reason });
    await endEnrollments(tx, { cohortId: cohort.id, reason });
    await cancelSessions(tx, { cohortId: cohort.id }, dayAt(clock.now(), cohort.timeZone));
    await record(tx, actor, "cohorts.cancelCohort", cohort, { reason });
    await tell(tx, actor, cohort, "cohortCancelled", people, { reason });
  });
}

/** A cohort of which the actor may do this. */
async function reach(tx: Tx, actor: Actor, permission: Permission, cohortId: string): Promise<Reached> {
  authorize(permission, await standingToCohort(tx, actor, cohortId));
  return tx.cohort.findUniqueOrThrow({ where: { id: cohortId }, select: reachedSelect });
}

/** Takes the cohort from the state in which it was read to another one, and locks its row. */
async function move(
  tx: Tx,
  { id, state }: Pick<Reached, "id" | "state">,
  to: CohortState,
  data: Prisma.CohortUpdateManyMutationInput = {},
): Promise<void> {
  refuse(cohortRefusal(state, to));
  const { count } = await tx.cohort.updateMany({ where: { id, state }, data: { ...data, state: to } });
  if (count === 0) throw new UserError("errors.somebodyFaster");
}

async function refuseUnlaunchable(tx: Tx, { id, timeZone }: Reached): Promise<void> {
  const facts = await launchFacts(tx, id, dayAt(clock.now(), timeZone));
  refuse(launchBlockers({ ...facts, state: "READY" })[0]);
}

/** Refuses a name that another cohort has, beside its field; the database refuses the second of two at once. */
async function checkName(tx: Tx, name: string): Promise<void> {
  const taken = await tx.cohort.findUnique({ where: { name }, select: { id: true } });
  if (taken) throw new UserError("cohorts.refused.nameTaken", undefined, { field: "name" });
}

/** Active enablement managers by their ids. Refuses anybody else. */
async function checkOrganizers(tx: Tx, ids: string[], field: string): Promise<{ name: string }[]> {
  const people = await tx.person.findMany({
    where: { id: { in: ids }, deactivatedAt: null, grants: { some: { kind: "ENABLEMENT_MANAGER" } } },
    select: { name: true },
  });
  if (people.length < ids.length) {
    throw new UserError("cohorts.refused.notEnablementManager", undefined, { field });
  }
  return people;
}

/** Whom a cohort concerns: organizers, mentees, their mentors who know it, and who runs its floors. */
async function everybody(tx: Tx, cohortId: string): Promise<string[]> {
  const me = { select: { personId: true } } as const;
  const { organizers, enrollments, pairings, floors } = await tx.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: {
      organizers: me,
      enrollments: { where: { state: { not: "WITHDRAWN" } }, ...me },
      pairings: {
        where: { state: { in: ["CONFIRMED", "ACTIVE", "PAUSED"] }, ...announced },
        select: { mentorId: true },
      },
      floors: { select: { floor: { select: floorRunners } } },
    },
  });
  const managers = floors.flatMap(({ floor }) => runnersOf(floor, clock.now()));
  const mentors = pairings.map((pairing) => pairing.mentorId);
  return [...[...organizers, ...enrollments].map((one) => one.personId), ...managers, ...mentors];
}

async function record(
  tx: Tx,
  actor: Actor,
  action: Permission,
  cohort: Reached,
  data: Record<string, string | number> = {},
): Promise<void> {
  const subject = { type: "Cohort", id: cohort.id } as const;
  await audit(tx, actor, { action, cohortId: cohort.id, subject, data: { cohort: cohort.name, ...data } });
}

async function tell(
  tx: Tx,
  actor: Actor,
  cohort: Reached,
  kind: MessageKind,
  to: string[],
  data: Record<string, string | number> = {},
): Promise<void> {
  const values = { cohort: cohort.name, actor: actor.name, ...data };
  await announce(tx, { to, kind, data: values, href: `/cohorts/${cohort.id}`, except: actor.personId });
}
