import { type Day, dayAt } from "@/lib/dates";
import type { Sentence } from "@/lib/errors";

/** From "hardly helped" to "could not have been better"; each has its words in the catalogue. */
export const ratingScores = ["1", "2", "3", "4", "5"] as const;

const changeableFor = 14 * 24 * 3_600_000;

/** What decides whether a mentee can rate the mentor of a pairing that they were told of. */
export type RatingFacts = {
  state: string;
  startsOn: Day;
  endedAt: Date | null;
  cohort: { launchedAt: Date | null; certificationDate: Day; timeZone: string };
};

/** Until when a rating can be changed. */
export function changeableUntil(given: { createdAt: Date }): Date {
  return new Date(given.createdAt.getTime() + changeableFor);
}

/** Whether the two of a pairing have worked together long enough to say how it was. */
function hasRun({ state, startsOn, endedAt, cohort }: RatingFacts, now: Date): boolean {
  const { launchedAt, certificationDate, timeZone } = cohort;
  if (state === "COMPLETED") return true;
  if (state === "ACTIVE" || state === "PAUSED") return dayAt(now, timeZone) >= certificationDate;
  const endedEarly = state === "ENDED_EARLY" || state === "REASSIGNED";
  if (!endedEarly || !endedAt || !launchedAt) return false;
  return endedAt >= launchedAt && dayAt(endedAt, timeZone) >= startsOn;
}

/** Why a mentee cannot rate a mentor now, or cannot change what they gave; null when they can. */
export function ratingRefusal(
  pairing: RatingFacts,
  given: { createdAt: Date } | null,
  now: Date,
): Sentence | null {
  if (given) return now < changeableUntil(given) ? null : { key: "mentor-ratings.refused.fixed" };
  return hasRun(pairing, now) ? null : { key: "mentor-ratings.refused.notRun" };
}
