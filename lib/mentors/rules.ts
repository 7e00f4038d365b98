import { addBusinessHours, type BusinessHours } from "@/lib/dates";
import type { Sentence } from "@/lib/errors";
import { incompleteness, type TrainingProgress } from "@/lib/mentors/training";
import { type Edges, edgeRefusal } from "@/lib/states";

export const mentorListStates = ["REQUESTED", "SUBMITTED", "REOPENED"] as const;
export type MentorListState = (typeof mentorListStates)[number];

export const nominationDecisions = ["PROPOSED", "APPROVED", "DECLINED", "WITHDRAWN"] as const;
export type NominationDecision = (typeof nominationDecisions)[number];

export const willingnessStates = [
  "NOT_ASKED",
  "INVITED",
  "ACCEPTED",
  "DECLINED",
  "NOT_THIS_TIME",
  "EXPIRED",
] as const;
export type Willingness = (typeof willingnessStates)[number];

/** What an invited person can answer: yes, no with a reason, or "not this time", which needs none. */
export type InvitationAnswer = Extract<Willingness, "ACCEPTED" | "DECLINED" | "NOT_THIS_TIME">;

/** Who is out of this cohort by their own answer. Whoever let the invitation lapse may still come. */
export function saidNo(willingness: Willingness): boolean {
  return willingness === "DECLINED" || willingness === "NOT_THIS_TIME";
}

export const trainingStates = ["NOT_STARTED", "IN_PROGRESS", "COMPLETED", "WAIVED"] as const;
export type TrainingState = (typeof trainingStates)[number];

/** Whether somebody mentors as lead mentor, as call mentor, or as both. */
export const mentorKinds = ["LEAD", "CALL", "BOTH"] as const;
export type MentorKind = (typeof mentorKinds)[number];

export const mentorListEdges: Edges<MentorListState> = {
  REQUESTED: ["SUBMITTED"],
  SUBMITTED: ["REOPENED"],
  REOPENED: ["SUBMITTED"],
};

/** A decision may be turned round while its list is open again; a person may withdraw at any time. */
export const decisionEdges: Edges<NominationDecision> = {
  PROPOSED: ["APPROVED", "DECLINED", "WITHDRAWN"],
  APPROVED: ["DECLINED", "WITHDRAWN"],
  DECLINED: ["APPROVED", "WITHDRAWN"],
  WITHDRAWN: [],
};

export const willingnessEdges: Edges<Willingness> = {
  NOT_ASKED: ["INVITED"],
  INVITED: ["ACCEPTED", "DECLINED", "NOT_THIS_TIME", "EXPIRED"],
  ACCEPTED: [],
  DECLINED: ["INVITED"],
  NOT_THIS_TIME: ["INVITED"],
  EXPIRED: ["INVITED"],
};

export const trainingEdges: Edges<TrainingState> = {
  NOT_STARTED: ["IN_PROGRESS", "WAIVED"],
  IN_PROGRESS: ["COMPLETED", "WAIVED"],
  COMPLETED: [],
  WAIVED: [],
};

/** Why a mentor list may not go from one state to the other, or null when it may. */
export function mentorListRefusal(from: MentorListState, to: MentorListState): Sentence | null {
  return edgeRefusal(mentorListEdges, "mentors.refused.listState", from, to);
}

/** Why a nomination's decision may not change like that, or null when it may. */
export function decisionRefusal(from: NominationDecision, to: NominationDecision): Sentence | null {
  return edgeRefusal(decisionEdges, "mentors.refused.decisionState", from, to);
}

/** Why somebody's willingness may not change like that, or null when it may. */
export function willingnessRefusal(from: Willingness, to: Willingness): Sentence | null {
  return edgeRefusal(willingnessEdges, "mentors.refused.willingnessState", from, to);
}

/** Why a mentor's training may not change like that, or null when it may. */
export function trainingRefusal(from: TrainingState, to: TrainingState): Sentence | null {
  return edgeRefusal(trainingEdges, "mentors.refused.trainingState", from, to);
}

export type EligibilityFacts = {
  decision: NominationDecision;
  willingness: Willingness;
  training: TrainingState;
  /** They have paused mentoring. */
  paused?: boolean;
  capacity: number;
  /** Current mentees of the same kind, over all cohorts that overlap. */
  currentLoad: number;
};

/** Why a nominated person is not eligible as a mentor, in the order in which it is settled; null when they are. */
export function ineligibility(facts: EligibilityFacts): Sentence | null {
  return unqualified(facts) ?? noRoom(facts);
}

/** Approved, willing, trained or waived, with room for one more mentee. */
export function isEligible(facts: EligibilityFacts): boolean {
  return ineligibility(facts) === null;
}

/** Why a nominated person could not mentor even with room: no approval, no yes, no training, or a pause. null when they could. */
export function unqualified(facts: Omit<EligibilityFacts, "capacity" | "currentLoad">): Sentence | null {
  const { decision, willingness, training, paused } = facts;
  if (decision !== "APPROVED") return { key: "mentors.refused.notApproved", values: { decision } };
  if (willingness !== "ACCEPTED") return { key: "mentors.refused.notWilling", values: { willingness } };
  if (training !== "COMPLETED" && training !== "WAIVED") {
    return { key: "mentors.refused.notTrained", values: { training } };
  }
  return paused ? { key: "mentor-leave.refused.paused" } : null;
}

/** Why a mentor has no room for one more mentee, or null when there is. */
export function noRoom({
  capacity,
  currentLoad,
}: {
  capacity: number;
  currentLoad: number;
}): Sentence | null {
  if (currentLoad < capacity) return null;
  return { key: "mentors.refused.noRoom", values: { capacity } };
}

/** Whether a mentor of one kind may be paired as the other. */
export function servesAs(mentor: MentorKind, kind: Exclude<MentorKind, "BOTH">): boolean {
  return mentor === "BOTH" || mentor === kind;
}

/**
 * Why this person may not decide this nomination now, or null when they may. Takes that they manage the floor as
 * given. Nobody decides on themselves, and only an open list is decided on.
 */
export function deciderRefusal(
  nomination: { personId: string; decision: NominationDecision; listState: MentorListState },
  deciderId: string,
  decision: "APPROVED" | "DECLINED",
): Sentence | null {
  if (nomination.personId === deciderId) return { key: "mentors.refused.ownNomination" };
  if (nomination.listState === "SUBMITTED") return { key: "mentors.refused.listSubmitted" };
  return decisionRefusal(nomination.decision, decision);
}

/** Why a capacity is refused, or null. More than the program's cap needs an organizer's reason. */
export function capacityRefusal(
  capacity: number,
  cap: number,
  overCapReason: string | null,
): Sentence | null {
  if (!Number.isInteger(capacity) || capacity < 1)
    return { key: "mentors.refused.capacityRange", values: { cap } };
  if (capacity > cap && !overCapReason?.trim())
    return { key: "mentors.refused.capacityRange", values: { cap } };
  return null;
}

/** What stands in the way of submitting a mentor list. Empty: it may be submitted. */
export function submissionBlockers(list: {
  state: MentorListState;
  nominations: readonly { decision: NominationDecision; hoursPerWeek: number }[];
}): Sentence[] {
  const blockers: Sentence[] = [];
  const stuck = mentorListRefusal(list.state, "SUBMITTED");
  if (stuck) blockers.push(stuck);
  const standing = list.nominations.filter((one) => one.decision !== "WITHDRAWN");
  if (standing.length === 0) blockers.push({ key: "mentors.blocker.listEmpty" });
  const undecided = standing.filter((one) => one.decision === "PROPOSED").length;
  if (undecided > 0) blockers.push({ key: "mentors.blocker.undecided", values: { count: undecided } });
  const hourless = standing.filter((one) => one.decision === "APPROVED" && one.hoursPerWeek < 1).length;
  if (hourless > 0) blockers.push({ key: "mentors.blocker.noHours", values: { count: hourless } });
  return blockers;
}

/** When the time to answer runs, in minutes after midnight where the invited person is. */
export const officeHours = { opens: 9 * 60, closes: 17 * 60 };

/** Until when an invited person may answer: so many business hours after the invitation. */
export function responseDeadline(invitedAt: Date, willingnessHours: number, hours: BusinessHours): Date {
  return addBusinessHours(invitedAt, willingnessHours, hours);
}

/** Why an answer to an invitation comes too late or not at all, or null when it may be given. */
export function answerRefusal(
  nomination: { decision: NominationDecision; willingness: Willingness; respondBy: Date | null },
  answer: InvitationAnswer,
  now: Date,
): Sentence | null {
  if (nomination.decision !== "APPROVED") {
    return { key: "mentors.refused.notApproved", values: { decision: nomination.decision } };
  }
  const stuck = willingnessRefusal(nomination.willingness, answer);
  if (stuck) return stuck;
  return hasLapsed(nomination, now) ? { key: "mentors.refused.answeredLate" } : null;
}

/** An invitation that nobody answered in time. */
export function hasLapsed(
  nomination: { willingness: Willingness; respondBy: Date | null },
  now: Date,
): boolean {
  return nomination.willingness === "INVITED" && nomination.respondBy !== null && now > nomination.respondBy;
}

/** A list that can still be changed: people proposed, decided on. */
function isOpen(state: MentorListState): boolean {
  return state !== "SUBMITTED";
}

/** Why nothing is asked of mentors for a cohort any more, or null while it is prepared or runs. */
export function cohortRefusal(cohortState: string): Sentence | null {
  if (["DRAFT", "PLANNING", "READY", "ACTIVE"].includes(cohortState)) return null;
  return { key: "mentors.refused.cohortOver" };
}

/** Why nobody can be proposed on this list now, or null when somebody can. */
export function proposalRefusal(list: { state: MentorListState; cohortState: string }): Sentence | null {
  const over = cohortRefusal(list.cohortState);
  if (over) return over;
  return isOpen(list.state) ? null : { key: "mentors.refused.listSubmitted" };
}

/** Why a list cannot be due at that moment, or null when it can. */
export function dueRefusal(dueAt: Date, now: Date): Sentence | null {
  return dueAt > now ? null : { key: "mentors.refused.duePast" };
}

/** Why this person cannot be invited now, or null when they can: approved, on a submitted list, not asked already. */
export function invitationRefusal(nomination: {
  decision: NominationDecision;
  willingness: Willingness;
  listState: MentorListState;
  cohortState: string;
  /** The account was deactivated. */
  gone: boolean;
  /** They have paused mentoring. */
  paused: boolean;
}): Sentence | null {
  const { decision, willingness, listState, cohortState, gone, paused } = nomination;
  const over = cohortRefusal(cohortState);
  if (over) return over;
  if (gone) return { key: "mentors.refused.personGone" };
  if (paused) return { key: "mentor-leave.refused.paused" };
  if (decision !== "APPROVED") return { key: "mentors.refused.notApproved", values: { decision } };
  if (isOpen(listState)) return { key: "mentors.refused.listOpen" };
  return willingnessRefusal(willingness, "INVITED");
}

/** Why nobody is trained who did not say yes, or null for somebody who did. */
export function untrainable({
  decision,
  willingness,
}: {
  decision: NominationDecision;
  willingness: Willingness;
}): Sentence | null {
  return unqualified({ decision, willingness, training: "COMPLETED" });
}

/** Why a mentor's training cannot be recorded like that, or null when it can. Completed is only what lacks nothing. */
export function recordedTrainingRefusal(
  nomination: { decision: NominationDecision; willingness: Willingness; training: TrainingState },
  to: TrainingState,
  progress: TrainingProgress | undefined,
): Sentence | null {
  const stuck = untrainable(nomination) ?? trainingRefusal(nomination.training, to);
  return stuck ?? (to === "COMPLETED" && progress ? incompleteness(progress) : null);
}

/**
 * Why somebody with current mentees cannot be declined or taken off the list, or null when they have none. They can
 * take themselves off: their mentees stay with them until an organizer hands over.
 */
export function leavingRefusal(currentMentees: number): Sentence | null {
  return currentMentees > 0 ? { key: "mentors.refused.hasMentees", values: { count: currentMentees } } : null;
}

const dayLong = 24 * 3_600_000;

/**
 * Whether the managers of an open list are reminded now: once when less than a day is left ("soon"), and once a day
 * while it is late; after five such days no more, by then it is for the organizers.
 */
export function reminderOf(
  list: { dueAt: Date; remindedAt: Date | null },
  now: Date,
): "soon" | "late" | null {
  const left = list.dueAt.getTime() - now.getTime();
  const since = list.remindedAt ? now.getTime() - list.remindedAt.getTime() : Number.POSITIVE_INFINITY;
  if (left > dayLong || left < -5 * dayLong) return null;
  if (left >= 0) return since > dayLong ? "soon" : null;
  const remindedLate = list.remindedAt !== null && list.remindedAt > list.dueAt;
  return !remindedLate || since >= dayLong ? "late" : null;
}
