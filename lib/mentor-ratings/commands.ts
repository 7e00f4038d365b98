import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { refuse } from "@/lib/errors";
import { ratingFacts } from "@/lib/mentor-ratings/queries";
import { ratingRefusal } from "@/lib/mentor-ratings/rules";
import { announce } from "@/lib/outbox";
import { standingToPairing } from "@/lib/pairings/standing";
import { authorize } from "@/lib/permissions";
import type { RateMentor } from "./schema";

/**
 * The mentee of a pairing that has run says how they found their mentor, or changes what they said within fourteen days.
 * Nobody is told. Refuses one that has not run, and a change that comes too late.
 */
export async function rateMentor(actor: Actor, input: RateMentor, on: Db = db): Promise<void> {
  const { pairingId, score, comment } = input;
  await transaction(on, async (tx) => {
    authorize("mentor-ratings.rateMentor", await standingToPairing(tx, actor, pairingId));
    // Two of the same mentee, from two windows, follow each other here: the second changes what the first gave.
    await tx.$queryRaw`SELECT 1 FROM "Pairing" WHERE id = ${pairingId}::uuid FOR NO KEY UPDATE`;
    const { rating, ...pairing } = await ratingFacts(tx, pairingId);
    const now = clock.now();
    refuse(ratingRefusal(pairing, rating, now));
    const said = { score, comment, updatedAt: now };
    const select = { pairingId: true } as const;
    if (rating) await tx.mentorRating.update({ where: { pairingId }, data: said, select });
    else await tx.mentorRating.create({ data: { pairingId, createdAt: now, ...said }, select });
    await audit(tx, actor, {
      action: "mentor-ratings.rateMentor",
      cohortId: pairing.cohortId,
      subject: { type: "Pairing", id: pairingId },
      // Not what they said: the trail is read by more people than the rating.
      data: {
        mentor: pairing.mentor.name,
        cohort: pairing.cohort.name,
        how: rating ? "CHANGED" : "GIVEN",
      },
    });
  });
}

/**
 * Tells the mentees of a cohort that it is completed, and leads each to where they can rate their lead mentor. Part of
 * completing a cohort. Gives the ids of those whom it told.
 */
export async function askForRatings(
  tx: Tx,
  actor: Actor,
  cohort: { id: string; name: string },
): Promise<ReadonlySet<string>> {
  const pairings = await tx.pairing.findMany({
    where: { cohortId: cohort.id, kind: "LEAD", state: "COMPLETED", announcedAt: { not: null } },
    orderBy: { id: "asc" },
    select: { id: true, mentor: { select: { name: true } }, enrollment: { select: { personId: true } } },
  });
  for (const { id, mentor, enrollment } of pairings) {
    await announce(tx, {
      to: [enrollment.personId],
      kind: "cohortCompleted",
      data: { cohort: cohort.name, actor: actor.name, rates: "yes", mentor: mentor.name },
      href: `/pairings/${id}#rating`,
      except: actor.personId,
    });
  }
  return new Set(pairings.map(({ enrollment }) => enrollment.personId));
}
