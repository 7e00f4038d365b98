import type { Sentence } from "@/lib/errors";
import type { MentorListState } from "@/lib/mentors/rules";

/** What somebody is judged by, in the order of the form. */
export const scorecardCriteria = [
  "EXPERIENCE",
  "RECORD",
  "KNOWLEDGE",
  "TECHNIQUES",
  "COMMUNICATION",
  "LEARNING",
  "LEADERSHIP",
  "OUTLOOK",
] as const;
export type ScorecardCriterion = (typeof scorecardCriteria)[number];

export const scorecardLevels = [1, 2, 3, 4, 5] as const;

/** Why this person cannot judge somebody now, or null when they can. Takes that they manage the floor as given. */
export function scoringRefusal(
  nomination: { personId: string; listState: MentorListState },
  scorerId: string,
): Sentence | null {
  if (nomination.personId === scorerId) return { key: "scorecards.refused.own" };
  return nomination.listState === "SUBMITTED" ? { key: "mentors.refused.listSubmitted" } : null;
}

/** The mean of the levels that were given, to one decimal; null when none was. */
export function meanLevel(marks: readonly { level: number }[]): number | null {
  if (marks.length === 0) return null;
  const sum = marks.reduce((total, one) => total + one.level, 0);
  return Math.round((sum / marks.length) * 10) / 10;
}
