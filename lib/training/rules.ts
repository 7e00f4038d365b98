import type { Sentence } from "@/lib/errors";
import { cohortRefusal, type TrainingState, untrainable } from "@/lib/mentors/rules";

type Trained = Parameters<typeof untrainable>[0] & { training: TrainingState };

/** Whether somebody who said yes is not done with their training: neither completed nor waived. */
export function isInTraining({ training }: { training: TrainingState }): boolean {
  return training === "NOT_STARTED" || training === "IN_PROGRESS";
}

/** Why nothing of somebody's training can be written now, or null while they are in it: they said yes and are not done. */
export function trainingWorkRefusal(nomination: Trained): Sentence | null {
  return untrainable(nomination) ?? (isInTraining(nomination) ? null : { key: "training.refused.over" });
}

/** Why a training day cannot be planned or moved like that, or null: it ends after it starts, and nobody was there yet. */
export function dayRefusal(
  day: { startsAt: Date; endsAt: Date; attended: number },
  cohortState: string,
): Sentence | null {
  const over = cohortRefusal(cohortState);
  if (over) return over;
  if (day.attended > 0) return { key: "training.refused.dayHeld" };
  return day.endsAt > day.startsAt ? null : { key: "training.refused.dayTimes" };
}

/** Why nobody's presence on a training day can be recorded yet, or null once it has begun. */
export function attendanceRefusal(startsAt: Date, now: Date): Sentence | null {
  return now < startsAt ? { key: "training.refused.dayNotBegun" } : null;
}

const fixed = (answer: { feedbackAt: Date | null } | null): Sentence | null =>
  answer?.feedbackAt ? { key: "training.refused.answerFixed" } : null;

/**
 * Why a scenario cannot be answered (any more), or null: an answer with feedback stays as it is, a retired scenario is
 * asked of nobody, and an answer is to the words that were read.
 */
export function answerRefusal(
  answer: { feedbackAt: Date | null } | null,
  scenario: { edits: number; retired: boolean; seen: number },
): Sentence | null {
  if (scenario.retired) return { key: "training.refused.scenarioRetired" };
  if (scenario.edits !== scenario.seen) return { key: "training.refused.scenarioChanged" };
  return fixed(answer);
}

/** Why an answer says nothing, or null: it is written, uploaded or both. */
export function givenRefusal(given: { text: string | null; hasFile: boolean }): Sentence | null {
  return given.text || given.hasFile ? null : { key: "training.invalid.answer" };
}

/** Why this person cannot give feedback on an answer, or null: there is one without feedback, and it is not their own. */
export function feedbackRefusal(
  answer: { feedbackAt: Date | null } | null,
  mentorId: string,
  giverId: string,
): Sentence | null {
  if (mentorId === giverId) return { key: "training.refused.ownFeedback" };
  return answer ? fixed(answer) : { key: "training.refused.noAnswer" };
}
