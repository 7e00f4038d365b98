import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { toDay } from "@/lib/dates";
import { type Db, db } from "@/lib/db";
import { changeableUntil, ratingRefusal } from "@/lib/mentor-ratings/rules";
import { standingToPairing } from "@/lib/pairings/standing";
import { may } from "@/lib/permissions";

/** What decides on the rating of a pairing, and what was given. The pairing is known to be there. */
export async function ratingFacts(on: Db, pairingId: string) {
  const { startsOn, cohort, ...pairing } = await on.pairing.findUniqueOrThrow({
    where: { id: pairingId },
    select: {
      id: true,
      cohortId: true,
      state: true,
      startsOn: true,
      endedAt: true,
      mentorId: true,
      mentor: { select: { name: true } },
      enrollment: { select: { person: { select: { name: true } } } },
      cohort: { select: { name: true, launchedAt: true, certificationDate: true, timeZone: true } },
      rating: { select: { score: true, comment: true, createdAt: true, updatedAt: true } },
    },
  });
  const certificationDate = toDay(cohort.certificationDate);
  return { ...pairing, startsOn: toDay(startsOn), cohort: { ...cohort, certificationDate } };
}

/**
 * What somebody sees of the rating on the page of a pairing: the mentee their own, and whether they may give or change
 * it; an organizer the comment, unless they are the mentor. Everybody else sees nothing. Out of reach: not found.
 */
export async function pairingRating(actor: Actor, pairingId: string) {
  const stands = await standingToPairing(db, actor, pairingId);
  const { rating, mentorId, ...pairing } = await ratingFacts(db, pairingId);
  if (may(stands, "mentor-ratings.rateMentor")) {
    const open = ratingRefusal(pairing, rating, clock.now()) === null;
    if (!open && !rating) return null;
    const given = rating && { ...rating, until: changeableUntil(rating) };
    return { for: "mentee", open, mentor: pairing.mentor.name, given } as const;
  }
  if (!may(stands, "mentor-ratings.seeComment") || mentorId === actor.personId) return null;
  return rating?.comment ? ({ for: "organizer", comment: rating.comment } as const) : null;
}

export type PairingRating = NonNullable<Awaited<ReturnType<typeof pairingRating>>>;
