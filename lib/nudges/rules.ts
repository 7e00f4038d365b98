import { type BusinessCalendar, type Day, dayAt, nextBusinessDay } from "@/lib/dates";
import type { Sentence } from "@/lib/errors";
import {
  cohortRefusal,
  type MentorListState,
  type NominationDecision,
  type TrainingState,
  type Willingness,
} from "@/lib/mentors/rules";

/** The organization's working days, and the zone in which its days begin. */
export type NudgeCalendar = BusinessCalendar & { zone: string };

/** When somebody was last nudged, and since when they owe what they owe now; null when they always did. */
type Nudged = { nudgedAt: Date | null; owesSince: Date | null };

/**
 * The day on which somebody may be nudged again about the same thing, or null when they may be now: once a working day,
 * and what was owed before something else came does not count.
 */
export function nudgedUntil({ nudgedAt, owesSince }: Nudged, now: Date, calendar: NudgeCalendar): Day | null {
  if (!nudgedAt || (owesSince && nudgedAt < owesSince)) return null;
  const again = nextBusinessDay(dayAt(nudgedAt, calendar.zone), calendar);
  return dayAt(now, calendar.zone) < again ? again : null;
}

/** Since when a mentor owes the answer, or the training: an invitation that is sent anew is asked anew. */
export function owesSince(nomination: {
  willingness: Willingness;
  invitedAt: Date | null;
  respondedAt: Date | null;
}): Date | null {
  return nomination.willingness === "INVITED" ? nomination.invitedAt : nomination.respondedAt;
}

type Asked = { now: Date; calendar: NudgeCalendar; who: string };

function tooSoon(nudged: Nudged, { now, calendar, who }: Asked): Sentence | null {
  const day = nudgedUntil(nudged, now, calendar);
  return day ? { key: "nudges.refused.nudgedToday", values: { who, day } } : null;
}

/** Why the managers of a floor cannot be nudged about their list now, or null: it is open, and not nudged about today. */
export function managersNudgeRefusal(
  list: Nudged & { state: MentorListState; cohortState: string; managers: number },
  asked: Asked,
): Sentence | null {
  const over = cohortRefusal(list.cohortState);
  if (over) return over;
  if (list.state === "SUBMITTED") return { key: "nudges.refused.submitted" };
  if (list.managers === 0) return { key: "nudges.refused.unmanaged" };
  return tooSoon(list, asked);
}

/**
 * Why a mentor cannot be nudged now, or null: an answer or the training is theirs to give, they have not paused, and
 * they were not asked for it today.
 */
export function mentorNudgeRefusal(
  nomination: Nudged & {
    decision: NominationDecision;
    willingness: Willingness;
    training: TrainingState;
    cohortState: string;
    person: { deactivatedAt: Date | null; pauses: readonly unknown[] };
  },
  asked: Asked,
): Sentence | null {
  const { decision, willingness, training, cohortState, person } = nomination;
  const over = cohortRefusal(cohortState);
  if (over) return over;
  if (person.deactivatedAt) return { key: "mentors.refused.personGone" };
  if (person.pauses.length > 0)
    return { key: "mentor-leave.refused.pausedPerson", values: { person: asked.who } };
  const owes = decision === "APPROVED" && (willingness === "INVITED" || needsTraining(willingness, training));
  return owes ? tooSoon(nomination, asked) : { key: "nudges.refused.owesNothing" };
}

function needsTraining(willingness: Willingness, training: TrainingState): boolean {
  return willingness === "ACCEPTED" && (training === "NOT_STARTED" || training === "IN_PROGRESS");
}
