import type { Actor } from "@/lib/actor";
import { tellPaired } from "@/lib/announcements/commands";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { toDay } from "@/lib/dates";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { refuse, UserError } from "@/lib/errors";
import { packOf } from "@/lib/handovers/queries";
import { announce } from "@/lib/outbox";
import {
  holdMentor,
  loadMentee,
  namesOf,
  type ReachedPairing,
  reachPairing,
  spanOf,
} from "@/lib/pairings/commands";
import { mentorLoads, placesOf } from "@/lib/pairings/queries";
import { keepRest } from "@/lib/pairings/rest";
import { type PairingState, pairingRefusal, pairingStateRefusal, timeRefusal } from "@/lib/pairings/rules";
import type { Permission } from "@/lib/permissions";
import { givePairSessions, type StuckSession, takePairSessions } from "@/lib/sessions/pair-sessions";
import type { PairingInput, ReassignPairing } from "./schema";

/** Takes a pairing from the state in which it was read to another one. Refuses when somebody was faster. */
async function move(
  tx: Tx,
  pairing: ReachedPairing,
  to: PairingState,
  data: { endReason?: string; endedAt?: Date } = {},
): Promise<void> {
  const { id, state } = pairing;
  refuse(pairingStateRefusal(state, to));
  const { count } = await tx.pairing.updateMany({ where: { id, state }, data: { ...data, state: to } });
  if (count === 0) throw new UserError("errors.somebodyFaster");
  await keepRest(tx, pairing, to);
}

async function record(
  tx: Tx,
  actor: Actor,
  action: Permission,
  pairing: ReachedPairing,
  more: { next?: string; id?: string } = {},
): Promise<void> {
  const { id = pairing.id, ...data } = more;
  await audit(tx, actor, {
    action,
    cohortId: pairing.cohortId,
    subject: { type: "Pairing", id },
    data: { ...namesOf(pairing), ...data },
  });
}

/**
 * Gives a mentee another mentor, without fault: the old pairing is closed with a reason that organizers alone can read,
 * the next one begins today and takes over the goals and the sessions that lie ahead, and its mentor receives what they
 * have to know. All three are told, if they knew of the old one. What was written stays its author's. Gives the id of
 * the new pairing, and the sessions for which the next mentor has no time on their day: they stay, and have to be moved.
 * Refuses a mentor who cannot take this mentee, has paused or is on leave when it begins.
 */
export async function reassignPairing(
  actor: Actor,
  input: ReassignPairing,
  on: Db = db,
): Promise<{ pairingId: string; toMove: StuckSession[] }> {
  return transaction(on, async (tx) => {
    const pairing = await reachPairing(tx, actor, "handovers.reassignPairing", input.pairingId);
    await move(tx, pairing, "REASSIGNED", { endReason: input.reason, endedAt: clock.now() });
    const pack = await packOf(tx, pairing);
    const next = await begin(tx, pairing, input.nominationId);
    const toMove = await passSessions(tx, pairing, next.id);
    await passGoals(tx, pairing, next.id);
    const { sessions } = await packOf(tx, pairing);
    await tx.handover.create({
      data: {
        fromPairingId: pairing.id,
        toPairingId: next.id,
        createdById: actor.personId,
        createdAt: clock.now(),
        note: input.note,
        pack: { ...pack, sessions },
      },
      select: { id: true },
    });
    const names = { next: next.mentor };
    await record(tx, actor, "handovers.reassignPairing", pairing, names);
    await record(tx, actor, "handovers.reassignPairing", pairing, { ...names, id: next.id });
    if (pairing.announcedAt) {
      await tellPaired(tx, { pairingIds: [next.id] });
      const data = { ...namesOf(pairing), ...names };
      await announce(tx, { to: [pairing.mentorId], kind: "handedOver", data, href: "/today/mentor" });
    }
    return { pairingId: next.id, toMove };
  });
}

/** Writes the pairing that takes the place of a closed one, under the rules of every pairing. */
async function begin(tx: Tx, was: ReachedPairing, nominationId: string) {
  const { enrollmentId, cohortId, kind, announcement } = was;
  const mentee = await loadMentee(tx, enrollmentId);
  const nomination = await holdMentor(tx, nominationId, cohortId);
  refuse(timeRefusal({ cohort: mentee.cohort.state, enrollment: mentee.state }));
  if (nomination.personId === was.mentorId) throw new UserError("handovers.refused.sameMentor");
  if (nomination.person.deactivatedAt) throw new UserError("mentors.refused.personGone");
  const span = spanOf(mentee);
  const leave = await tx.leave.findFirst({
    where: {
      personId: nomination.personId,
      removedAt: null,
      firstDay: { lte: span.startsOn },
      lastDay: { gte: span.startsOn },
    },
    select: { lastDay: true },
  });
  if (leave) throw new UserError("handovers.refused.onLeave", { day: toDay(leave.lastDay) });
  const loads = await mentorLoads(tx, [nomination.personId], span);
  refuse(
    pairingRefusal({
      kind,
      mentee: { personId: mentee.person.id, lineManagerId: mentee.person.managerId },
      mentor: { ...nomination, ...placesOf(loads, nomination.personId, kind, nomination.capacity) },
      currentMentorIds: mentee.pairings.filter((one) => one.kind === kind).map((one) => one.mentorId),
    }),
  );
  const now = clock.now();
  const { id } = await tx.pairing.create({
    data: {
      cohortId,
      enrollmentId,
      mentorId: nomination.personId,
      nominationId,
      kind,
      state: mentee.cohort.state === "ACTIVE" ? "ACTIVE" : "CONFIRMED",
      ...span,
      createdAt: now,
      confirmedAt: now,
      announcement,
      announcedAt: was.announcedAt ? now : null,
    },
    select: { id: true },
  });
  return { id, mentor: nomination.person.name };
}

/** The sessions that lie ahead go to the next mentor; what the old one still leads as another kind of mentor stays theirs. */
async function passSessions(tx: Tx, { enrollmentId, mentorId }: ReachedPairing, nextId: string) {
  await takePairSessions(tx, { enrollmentId, mentorId });
  const others = await tx.pairing.findMany({
    where: { enrollmentId, mentorId, state: { in: ["CONFIRMED", "ACTIVE", "PAUSED"] } },
    orderBy: { kind: "asc" },
    select: { id: true },
  });
  const pairingIds = [...others.map(({ id }) => id), nextId];
  return givePairSessions(tx, { pairingIds, leaveStuck: true });
}

/** The goals that stood go on; the mentee's word stays, the next mentor has to give theirs. */
async function passGoals(tx: Tx, { id }: ReachedPairing, pairingId: string): Promise<void> {
  const goals = await tx.pairingGoal.findMany({
    where: { pairingId: id, closedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  await tx.pairingGoal.createMany({
    data: goals.map(({ id: _, replacesId: __, ...goal }) => ({
      ...goal,
      pairingId,
      createdAt: clock.now(),
      mentorAgreedAt: null,
    })),
  });
}

/** Lets a pairing that is active rest, and tells both: its place and its sessions stay. Refuses one that is not active. */
export async function pausePairing(actor: Actor, input: PairingInput, on: Db = db): Promise<void> {
  await rest(actor, "handovers.pausePairing", input, "PAUSED", on);
}

/** Goes on with a pairing that was paused, and tells both. Refuses one that was not. */
export async function resumePairing(actor: Actor, input: PairingInput, on: Db = db): Promise<void> {
  await rest(actor, "handovers.resumePairing", input, "ACTIVE", on);
}

async function rest(
  actor: Actor,
  deed: "handovers.pausePairing" | "handovers.resumePairing",
  { pairingId }: PairingInput,
  state: "PAUSED" | "ACTIVE",
  on: Db,
): Promise<void> {
  await transaction(on, async (tx) => {
    const pairing = await reachPairing(tx, actor, deed, pairingId);
    // A confirmed pairing begins with its cohort; what is resumed was paused.
    if (state === "ACTIVE" && pairing.state === "CONFIRMED") {
      throw new UserError("handovers.refused.notPaused");
    }
    await move(tx, pairing, state);
    await record(tx, actor, deed, pairing);
    if (!pairing.announcedAt) return;
    await announce(tx, {
      to: [pairing.mentorId, pairing.enrollment.personId],
      kind: "pairingRests",
      data: { ...namesOf(pairing), state, actor: actor.name },
      href: `/pairings/${pairing.id}`,
      except: actor.personId,
    });
  });
}
