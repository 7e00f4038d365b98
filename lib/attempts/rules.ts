import { type AttemptStanding, type AttemptState, isOpenAttempt } from "@/lib/certification/rules";
import type { CohortState } from "@/lib/cohorts/rules";
import { type BusinessCalendar, type Day, isBusinessDay } from "@/lib/dates";
import type { Sentence } from "@/lib/errors";
import { type EnrollmentState, isUndecided } from "@/lib/mentees/rules";

/** Most people who score one attempt. */
export const mostAssessors = 3;

/** Why certification does not happen in a cohort, or null when it does: only while it runs. */
export function certifyingRefusal(state: CohortState): Sentence | null {
  return state === "ACTIVE" ? null : { key: "attempts.refused.cohortNotActive", values: { state } };
}

/** Why an attempt cannot be on this day, or null when it can: a business day that is not over. */
export function attemptDayRefusal(
  day: Day,
  today: Day,
  { holidays, workdays }: BusinessCalendar,
): Sentence | null {
  if (day < today) return { key: "attempts.refused.dayPassed", values: { day } };
  if (!isBusinessDay(day, holidays, workdays)) return { key: "attempts.refused.dayOff", values: { day } };
  return null;
}

/** Why a mentee gets no further attempt, or null when one can be scheduled: one at a time, until it is decided. */
export function schedulingRefusal(mentee: {
  state: EnrollmentState;
  attempts: readonly AttemptState[];
}): Sentence | null {
  if (!isUndecided(mentee.state) || mentee.state === "ENROLLED") {
    return { key: "attempts.refused.menteeNotActive", values: { state: mentee.state } };
  }
  return mentee.attempts.some(isOpenAttempt) ? { key: "attempts.refused.oneAtATime" } : null;
}

/** Where an attempt stands among the mentee's: cancelled ones were none. */
export function standingOf(
  attempt: { number: number },
  all: readonly { number: number; state: AttemptState }[],
): AttemptStanding {
  const before = all.filter((other) => other.number < attempt.number && other.state !== "CANCELLED");
  return {
    number: before.length + 1,
    afterExtension: before.some((other) => other.state === "EXTENDED"),
  };
}
