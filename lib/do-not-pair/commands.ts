import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { standingToPart } from "@/lib/do-not-pair/standing";
import { NotFoundError, UserError } from "@/lib/errors";
import { authorize, type Permission } from "@/lib/permissions";
import type { KeepApart, LetPair } from "./schema";

/** The record says that there is a wish, never about whom: who reads it need not know. */
async function record(tx: Tx, actor: Actor, action: Permission, personId: string): Promise<void> {
  const { name } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true } });
  await audit(tx, actor, { action, subject: { type: "Person", id: personId }, data: { person: name } });
}

/**
 * Keeps two people from being paired, whichever of them is the mentor: for oneself, or as an organizer for who takes
 * part in their cohort. Nobody is asked why and nobody is told. A second time is no deed. Refuses oneself, and an
 * address that nobody has.
 */
export async function keepApart(actor: Actor, input: KeepApart, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const { personId, email } = input;
    authorize("do-not-pair.keepApart", await standingToPart(tx, actor, personId));
    const other = await tx.person.findUnique({ where: { email }, select: { id: true } });
    if (!other) throw new UserError("do-not-pair.refused.nobody", { email }, { field: "email" });
    if (other.id === personId) throw new UserError("do-not-pair.refused.oneself", {}, { field: "email" });
    const { count } = await tx.doNotPair.createMany({
      data: { personId, otherPersonId: other.id, createdById: actor.personId, createdAt: clock.now() },
      skipDuplicates: true,
    });
    if (count > 0) await record(tx, actor, "do-not-pair.keepApart", personId);
  });
}

/** Takes such a wish back. What was another's wish is not found. */
export async function letPair(actor: Actor, input: LetPair, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const wish = await tx.doNotPair.findUnique({
      where: { id: input.doNotPairId },
      select: { id: true, personId: true },
    });
    if (!wish) throw new NotFoundError();
    authorize("do-not-pair.letPair", await standingToPart(tx, actor, wish.personId));
    const { count } = await tx.doNotPair.deleteMany({ where: { id: wish.id } });
    if (count === 0) throw new NotFoundError();
    await record(tx, actor, "do-not-pair.letPair", wish.personId);
  });
}
