import type { Sentence } from "@/lib/errors";
import {
  cohortRefusal,
  type MentorListState,
  type NominationDecision,
  type TrainingState,
  type Willingness,
} from "@/lib/mentors/rules";

const dayLong = 24 * 3_600_000;

function tooSoon(nudgedAt: Date | null, now: Date): Sentence | null {
  if (!nudgedAt || now.getTime() - nudgedAt.getTime() >= dayLong) return null;
  return { key: "nudges.refused.nudgedToday" };
}

/** Why the managers of a floor cannot be nudged about their list now, or null: it is open, and a day has passed. */
export function managersNudgeRefusal(
  list: { state: MentorListState; cohortState: string; nudgedAt: Date | null; managers: number },
  now: Date,
): Sentence | null {
  const over = cohortRefusal(list.cohortState);
  if (over) return over;
  if (list.state === "SUBMITTED") return { key: "nudges.refused.submitted" };
  if (list.managers === 0) return { key: "nudges.refused.unmanaged" };
  return tooSoon(list.nudgedAt, now);
}

/** Why a mentor cannot be nudged now, or null: an answer or the training is theirs to give, and a day has passed. */
export function mentorNudgeRefusal(
  nomination: {
    decision: NominationDecision;
    willingness: Willingness;
    training: TrainingState;
    cohortState: string;
    nudgedAt: Date | null;
  },
  now: Date,
): Sentence | null {
  const { decision, willingness, training, cohortState, nudgedAt } = nomination;
  const over = cohortRefusal(cohortState);
  if (over) return over;
  const owes = decision === "APPROVED" && (willingness === "INVITED" || needsTraining(willingness, training));
  return owes ? tooSoon(nudgedAt, now) : { key: "nudges.refused.owesNothing" };
}

function needsTraining(willingness: Willingness, training: TrainingState): boolean {
  return willingness === "ACCEPTED" && (training === "NOT_STARTED" || training === "IN_PROGRESS");
}
