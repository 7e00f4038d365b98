import { standing, standingToCohort } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { isBeforeLaunch, signOffRefusal } from "@/lib/cohorts/rules";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, refuse, UserError } from "@/lib/errors";
import { announce } from "@/lib/outbox";
import { authorize } from "@/lib/permissions";
import type { DecideSignOff, RequestSignOff } from "@/lib/sign-offs/schema";

/**
 * Asks somebody to sign the launch off, or asks again after changes. Gives the id of the sign-off. Refuses a launched
 * cohort, somebody who is gone, and what is already asked of them or approved.
 */
export async function requestSignOff(
  actor: Actor,
  input: RequestSignOff,
  on: Db = db,
): Promise<{ id: string }> {
  const { cohortId, personId, about } = input;
  return transaction(on, async (tx) => {
    authorize("sign-offs.requestSignOff", await standingToCohort(tx, actor, cohortId));
    const cohort = await tx.cohort.findUniqueOrThrow({
      where: { id: cohortId },
      select: { name: true, state: true },
    });
    if (!isBeforeLaunch(cohort.state)) throw new UserError("cohorts.refused.launchedAlready");
    const person = await tx.person.findFirst({
      where: { id: personId, deactivatedAt: null },
      select: { name: true },
    });
    if (!person) throw new UserError("cohorts.refused.personGone", undefined, { field: "personId" });
    const id = await ask(tx, input);
    const data = { cohort: cohort.name, person: person.name, about };
    const subject = { type: "SignOff", id } as const;
    await audit(tx, actor, { action: "sign-offs.requestSignOff", cohortId, subject, data });
    await announce(tx, {
      to: [personId],
      kind: "signOffRequested",
      data: { ...data, actor: actor.name },
      href: `/cohorts/${cohortId}`,
      except: actor.personId,
    });
    return { id };
  });
}

/** Writes the request, or opens again the one that asked for changes. */
async function ask(tx: Tx, { cohortId, personId, about }: RequestSignOff): Promise<string> {
  const asked = await tx.signOff.findUnique({
    where: { cohortId_personId_about: { cohortId, personId, about } },
    select: { id: true, state: true },
  });
  if (!asked) {
    const data = { cohortId, personId, about, createdAt: clock.now() };
    return (await tx.signOff.create({ data, select: { id: true } })).id;
  }
  refuse(signOffRefusal(asked.state, "REQUESTED"));
  const { count } = await tx.signOff.updateMany({
    where: { id: asked.id, state: asked.state },
    data: { state: "REQUESTED", decidedAt: null },
  });
  if (count === 0) throw new UserError("errors.somebodyFaster");
  return asked.id;
}

/**
 * Signs a launch off, or says what has to change first, and tells the organizers. Only the person who was asked can;
 * to everybody else it is not found. Refuses what is decided already
 * and a cohort that was launched.
 */
export async function decideSignOff(actor: Actor, input: DecideSignOff, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const signOff = await tx.signOff.findFirst({
      where: { id: input.signOffId, personId: actor.personId },
      select: {
        id: true,
        state: true,
        about: true,
        cohort: { select: { id: true, name: true, state: true, organizers: { select: { personId: true } } } },
      },
    });
    if (!signOff) throw new NotFoundError();
    authorize("sign-offs.decideSignOff", standing(actor).add("stakeholder"));
    if (!isBeforeLaunch(signOff.cohort.state)) throw new UserError("cohorts.refused.launchedAlready");
    refuse(signOffRefusal(signOff.state, input.decision));
    const { count } = await tx.signOff.updateMany({
      where: { id: signOff.id, state: signOff.state },
      data: { state: input.decision, comment: input.comment || null, decidedAt: clock.now() },
    });
    if (count === 0) throw new UserError("errors.somebodyFaster");
    const { cohort, about } = signOff;
    const data = { cohort: cohort.name, about, decision: input.decision };
    await audit(tx, actor, {
      action: "sign-offs.decideSignOff",
      cohortId: cohort.id,
      subject: { type: "SignOff", id: signOff.id },
      data: input.comment ? { ...data, reason: input.comment } : data,
    });
    await announce(tx, {
      to: cohort.organizers.map((organizer) => organizer.personId),
      kind: "signOffDecided",
      data: { ...data, actor: actor.name },
      href: `/cohorts/${cohort.id}`,
      except: actor.personId,
    });
  });
}
