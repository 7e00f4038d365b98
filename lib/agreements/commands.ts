import type { Actor } from "@/lib/actor";
import {
  agreementRefusal,
  agreeRefusal,
  closedRefusal,
  dueRefusal,
  type Side,
  sideOf,
} from "@/lib/agreements/rules";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { type Day, dayAt, fromDay } from "@/lib/dates";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, refuse, UserError } from "@/lib/errors";
import { announce } from "@/lib/outbox";
import { standingToPairing } from "@/lib/pairings/standing";
import { authorize, type Permission } from "@/lib/permissions";
import type { Prisma } from "@/prisma/generated/client";
import type { ChangeGoal, GoalInput, ProposeGoal, SignExpectations } from "./schema";

const facts = {
  id: true,
  cohortId: true,
  state: true,
  announcedAt: true,
  mentorId: true,
  mentor: { select: { name: true } },
  enrollment: { select: { personId: true, person: { select: { name: true } } } },
  cohort: { select: { name: true, timeZone: true } },
  acknowledgements: { select: { personId: true } },
} satisfies Prisma.PairingSelect;
type Reached = Prisma.PairingGetPayload<{ select: typeof facts }> & { side: Side | null };

/** A pairing in which this person may do the deed now, held so that what the two agree on follows each other. */
async function reach(tx: Tx, actor: Actor, deed: Permission, pairingId: string): Promise<Reached> {
  const stands = await standingToPairing(tx, actor, pairingId);
  authorize(deed, stands);
  await tx.$queryRaw`SELECT 1 FROM "Pairing" WHERE id = ${pairingId}::uuid FOR NO KEY UPDATE`;
  const pairing = await tx.pairing.findUniqueOrThrow({ where: { id: pairingId }, select: facts });
  refuse(agreementRefusal(pairing));
  return { ...pairing, side: sideOf(stands) };
}

/** A goal with its pairing, as in {@link reach}. */
async function reachGoal(tx: Tx, actor: Actor, deed: Permission, goalId: string) {
  const found = await tx.pairingGoal.findUnique({ where: { id: goalId }, select: { pairingId: true } });
  if (!found) throw new NotFoundError();
  const pairing = await reach(tx, actor, deed, found.pairingId);
  return { pairing, goal: await tx.pairingGoal.findUniqueOrThrow({ where: { id: goalId } }) };
}

const namesOf = ({ mentor, enrollment, cohort }: Reached) => ({
  mentor: mentor.name,
  mentee: enrollment.person.name,
  cohort: cohort.name,
});

async function record(tx: Tx, actor: Actor, action: Permission, pairing: Reached): Promise<void> {
  const subject = { type: "Pairing", id: pairing.id } as const;
  await audit(tx, actor, { action, cohortId: pairing.cohortId, subject, data: namesOf(pairing) });
}

type News = "PROPOSED" | "CHANGED" | "DROPPED" | "AGREED";

/** Tells the two of a pairing what became of a goal, but not who did it. In the app alone: it waits for the next visit. */
async function tell(tx: Tx, actor: Actor, how: News, pairing: Reached): Promise<void> {
  await announce(tx, {
    to: [pairing.mentorId, pairing.enrollment.personId],
    kind: "goalNews",
    data: { ...namesOf(pairing), how, actor: actor.name },
    href: `/pairings/${pairing.id}`,
    except: actor.personId,
    by: "app",
  });
}

/**
 * Signs what the program expects of a mentor, or of a mentee: each of the two for themselves, once, and for good.
 * Refuses who signed already, and a pairing that is over.
 */
export async function signExpectations(actor: Actor, input: SignExpectations, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const pairing = await reach(tx, actor, "agreements.signExpectations", input.pairingId);
    if (pairing.acknowledgements.some((one) => one.personId === actor.personId)) {
      throw new UserError("agreements.refused.signedAlready");
    }
    await tx.acknowledgement.create({
      data: { pairingId: pairing.id, personId: actor.personId, signedAt: clock.now() },
      select: { personId: true },
    });
    await record(tx, actor, "agreements.signExpectations", pairing);
  });
}

type Written = { indicator: string; baseline: string; target: string; dueOn: Day };

/** Writes a goal; whoever of the two proposes it agrees with it. */
async function write(tx: Tx, actor: Actor, pairing: Reached, goal: Written, replacesId: string | null) {
  const due = dueRefusal(goal.dueOn, dayAt(clock.now(), pairing.cohort.timeZone));
  if (due) throw new UserError(due.key, due.values, { field: "dueOn" });
  const now = clock.now();
  const { id } = await tx.pairingGoal.create({
    data: {
      pairingId: pairing.id,
      indicator: goal.indicator,
      baseline: goal.baseline,
      target: goal.target,
      dueOn: fromDay(goal.dueOn),
      proposedById: actor.personId,
      createdAt: now,
      mentorAgreedAt: pairing.side === "mentor" ? now : null,
      menteeAgreedAt: pairing.side === "mentee" ? now : null,
      replacesId,
    },
    select: { id: true },
  });
  return { goalId: id };
}

/** Closes a goal that still stands. Refuses when somebody was faster. */
async function close(tx: Tx, goalId: string): Promise<void> {
  const { count } = await tx.pairingGoal.updateMany({
    where: { id: goalId, closedAt: null },
    data: { closedAt: clock.now() },
  });
  if (count === 0) throw new UserError("errors.somebodyFaster");
}

/** Proposes a goal to the two of a pairing. Gives its id. Refuses a day that has passed, and a pairing that is over. */
export async function proposeGoal(
  actor: Actor,
  input: ProposeGoal,
  on: Db = db,
): Promise<{ goalId: string }> {
  return transaction(on, async (tx) => {
    const pairing = await reach(tx, actor, "agreements.proposeGoal", input.pairingId);
    const written = await write(tx, actor, pairing, input, null);
    await record(tx, actor, "agreements.proposeGoal", pairing);
    await tell(tx, actor, "PROPOSED", pairing);
    return written;
  });
}

/**
 * Puts a goal in place of another: the one before is kept, and both have to agree anew. Gives the id of the new one.
 * Refuses a goal that is closed already.
 */
export async function changeGoal(actor: Actor, input: ChangeGoal, on: Db = db): Promise<{ goalId: string }> {
  return transaction(on, async (tx) => {
    const { pairing, goal } = await reachGoal(tx, actor, "agreements.changeGoal", input.goalId);
    refuse(closedRefusal(goal));
    await close(tx, goal.id);
    const written = await write(tx, actor, pairing, input, goal.id);
    await record(tx, actor, "agreements.changeGoal", pairing);
    await tell(tx, actor, "CHANGED", pairing);
    return written;
  });
}

/** Agrees on a goal as one of the two. Refuses who agreed already, and a goal that is closed. */
export async function agreeGoal(actor: Actor, input: GoalInput, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const { pairing, goal } = await reachGoal(tx, actor, "agreements.agreeGoal", input.goalId);
    const { side } = pairing;
    if (!side) throw new NotFoundError();
    refuse(agreeRefusal(goal, side));
    const column = side === "mentor" ? ("mentorAgreedAt" as const) : ("menteeAgreedAt" as const);
    const { count } = await tx.pairingGoal.updateMany({
      where: { id: goal.id, closedAt: null, [column]: null },
      data: { [column]: clock.now() },
    });
    if (count === 0) throw new UserError("errors.somebodyFaster");
    await record(tx, actor, "agreements.agreeGoal", pairing);
    await tell(tx, actor, "AGREED", pairing);
  });
}

/** Drops a goal; it is kept as one that no longer counts. Refuses one that is closed already. */
export async function dropGoal(actor: Actor, input: GoalInput, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const { pairing, goal } = await reachGoal(tx, actor, "agreements.dropGoal", input.goalId);
    refuse(closedRefusal(goal));
    await close(tx, goal.id);
    await record(tx, actor, "agreements.dropGoal", pairing);
    await tell(tx, actor, "DROPPED", pairing);
  });
}
