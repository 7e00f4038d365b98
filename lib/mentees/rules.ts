import type { Sentence } from "@/lib/errors";
import { type Edges, edgeRefusal } from "@/lib/states";

export const enrollmentStates = [
  "ENROLLED",
  "ACTIVE",
  "EXTENDED",
  "CERTIFIED",
  "NOT_CERTIFIED",
  "WITHDRAWN",
  "RAMPED",
] as const;
export type EnrollmentState = (typeof enrollmentStates)[number];

export const enrollmentEdges: Edges<EnrollmentState> = {
  ENROLLED: ["ACTIVE", "WITHDRAWN"],
  ACTIVE: ["CERTIFIED", "EXTENDED", "NOT_CERTIFIED", "WITHDRAWN"],
  EXTENDED: ["CERTIFIED", "NOT_CERTIFIED", "WITHDRAWN"],
  CERTIFIED: ["RAMPED"],
  NOT_CERTIFIED: [],
  WITHDRAWN: [],
  RAMPED: [],
};

/** Why an enrollment may not go from one state to the other, or null when it may. */
export function enrollmentRefusal(from: EnrollmentState, to: EnrollmentState): Sentence | null {
  return edgeRefusal(enrollmentEdges, "cohorts.refused.enrollmentState", from, to);
}

/** A mentee of whom the cohort still expects something: an outcome has not been decided. */
export function isUndecided(state: EnrollmentState): boolean {
  return state === "ENROLLED" || state === "ACTIVE" || state === "EXTENDED";
}
