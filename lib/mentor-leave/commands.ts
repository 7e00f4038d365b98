import { standingToPerson } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { releaseCovers } from "@/lib/call-covers/releasing";
import { clock } from "@/lib/clock";
import { type Day, dayAt, fromDay, toDay } from "@/lib/dates";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, refuse, UserError } from "@/lib/errors";
import { leaveRefusal } from "@/lib/mentor-leave/rules";
import { announce } from "@/lib/outbox";
import { authorize, type Permission } from "@/lib/permissions";
import type { AddLeave, PauseMentoring, RemoveLeave } from "./schema";

/**
 * Marks days on which one is away, and tells the organizers of the cohorts that one mentors in on these days; the
 * live calls they were to sit in on then are gaps. Refuses days that go backwards, that are over, or that overlap with leave that is marked already.
 */
export async function addLeave(actor: Actor, input: AddLeave, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    authorize("mentor-leave.addLeave", standingToPerson(actor, actor.personId));
    const { firstDay, lastDay } = input;
    refuse(leaveRefusal(input, dayAt(clock.now(), actor.timeZone)));
    await hold(tx, actor);
    const days = { firstDay: fromDay(firstDay), lastDay: fromDay(lastDay) };
    await tx.leave.create({ data: { personId: actor.personId, ...days, createdAt: clock.now() } });
    await record(tx, actor, "mentor-leave.addLeave", { from: firstDay, to: lastDay });
    await tellOrganizers(tx, actor, { what: "leave", from: firstDay, to: lastDay }, input);
    await releaseCovers(tx, actor, { personId: actor.personId, days: input, why: "leave" });
  });
}

/** Takes leave back; it stays in the books as removed. Refuses with "not found" that of somebody else. */
export async function removeLeave(actor: Actor, input: RemoveLeave, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    authorize("mentor-leave.removeLeave", standingToPerson(actor, actor.personId));
    const mine = { id: input.leaveId, personId: actor.personId, removedAt: null };
    const leave = await tx.leave.findFirst({ where: mine, select: { firstDay: true, lastDay: true } });
    if (!leave) throw new NotFoundError();
    const { count } = await tx.leave.updateMany({ where: mine, data: { removedAt: clock.now() } });
    if (count === 0) throw new UserError("errors.somebodyFaster");
    const data = { from: toDay(leave.firstDay), to: toDay(leave.lastDay) };
    await record(tx, actor, "mentor-leave.removeLeave", data);
  });
}

/**
 * Pauses mentoring until one resumes: nobody proposes, invites or pairs one meanwhile. Current mentees stay, and the
 * organizers of the cohorts that one is to mentor in are told. Live calls that one was to sit in on are gaps. Refuses a
 * second pause.
 */
export async function pauseMentoring(actor: Actor, _input: PauseMentoring, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    authorize("mentor-leave.pauseMentoring", standingToPerson(actor, actor.personId));
    await hold(tx, actor);
    await tx.mentorPause.create({ data: { personId: actor.personId, since: clock.now() } });
    await record(tx, actor, "mentor-leave.pauseMentoring", {});
    const today = dayAt(clock.now(), actor.timeZone);
    await tellOrganizers(tx, actor, { what: "pause", from: today, to: today }, { firstDay: today });
    await releaseCovers(tx, actor, { personId: actor.personId, why: "pause" });
  });
}

/** Ends one's pause: one can be asked again. Refuses whoever has not paused. */
export async function resumeMentoring(actor: Actor, _input: PauseMentoring, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    authorize("mentor-leave.resumeMentoring", standingToPerson(actor, actor.personId));
    const { count } = await tx.mentorPause.updateMany({
      where: { personId: actor.personId, endedAt: null },
      data: { endedAt: clock.now() },
    });
    if (count === 0) throw new UserError("mentor-leave.refused.notPaused");
    await record(tx, actor, "mentor-leave.resumeMentoring", {});
  });
}

/** Whoever asks this person something holds the same row: they are asked before, or not at all. */
async function hold(tx: Tx, { personId }: Actor): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
}

function record(tx: Tx, actor: Actor, action: Permission, data: Record<string, string>): Promise<void> {
  return audit(tx, actor, { action, subject: { type: "Person", id: actor.personId }, data });
}

/** Tells the organizers of each cohort of these days for which this person is approved as a mentor. */
async function tellOrganizers(
  tx: Tx,
  actor: Actor,
  data: Record<string, string>,
  days: { firstDay: Day; lastDay?: Day },
): Promise<void> {
  const cohorts = await tx.cohort.findMany({
    where: {
      state: { in: ["DRAFT", "PLANNING", "READY", "ACTIVE"] },
      endsOn: { gte: fromDay(days.firstDay) },
      ...(days.lastDay ? { startsOn: { lte: fromDay(days.lastDay) } } : {}),
      lists: { some: { nominations: { some: { personId: actor.personId, decision: "APPROVED" } } } },
    },
    orderBy: { id: "asc" },
    select: {
      id: true,
      name: true,
      organizers: { where: { person: { deactivatedAt: null } }, select: { personId: true } },
    },
  });
  for (const { id, name, organizers } of cohorts) {
    await announce(tx, {
      to: organizers.map((one) => one.personId),
      kind: "mentorAway",
      data: { ...data, person: actor.name, cohort: name },
      href: `/cohorts/${id}/mentors`,
      except: actor.personId,
    });
  }
}
