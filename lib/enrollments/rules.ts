import type { CohortState } from "@/lib/cohorts/rules";
import type { Day } from "@/lib/dates";
import type { Sentence } from "@/lib/errors";

/** Why nobody can join a cohort any more, or null when they still can: also while it runs, up to its last day. */
export function enrollRefusal(cohort: { state: CohortState; endsOn: Day }, today: Day): Sentence | null {
  const { state, endsOn } = cohort;
  if (state === "COMPLETED" || state === "ARCHIVED" || state === "CANCELLED") {
    return { key: "cohorts.refused.ended" };
  }
  if (state !== "ACTIVE" || today <= endsOn) return null;
  return { key: "cohorts.refused.daysOver", values: { day: endsOn } };
}
