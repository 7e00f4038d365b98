import { type Day, earlierOf, laterOf } from "@/lib/dates";
import type { Sentence } from "@/lib/errors";
import {
  type MentorKind,
  type NominationDecision,
  noRoom,
  servesAs,
  type TrainingState,
  unqualified,
  type Willingness,
} from "@/lib/mentors/rules";
import { type Edges, edgeRefusal } from "@/lib/states";

export const pairingKinds = ["LEAD", "CALL"] as const;
export type PairingKind = (typeof pairingKinds)[number];

export const pairingStates = [
  "SUGGESTED",
  "CONFIRMED",
  "ACTIVE",
  "PAUSED",
  "COMPLETED",
  "ENDED_EARLY",
  "REASSIGNED",
  "DISCARDED",
] as const;
export type PairingState = (typeof pairingStates)[number];

/** The states in which a pairing counts: for the mentee's one lead mentor and for the mentor's capacity. */
export const currentPairingStates = ["SUGGESTED", "CONFIRMED", "ACTIVE", "PAUSED"] as const;

/** A mentor's ratings are an average from so many on: with fewer, one could tell who gave what. */
export const fewestRatings = 3;

export const pairingEdges: Edges<PairingState> = {
  SUGGESTED: ["CONFIRMED", "DISCARDED"],
  CONFIRMED: ["ACTIVE", "ENDED_EARLY", "REASSIGNED"],
  ACTIVE: ["COMPLETED", "PAUSED", "ENDED_EARLY", "REASSIGNED"],
  PAUSED: ["ACTIVE", "ENDED_EARLY", "REASSIGNED"],
  COMPLETED: [],
  ENDED_EARLY: [],
  REASSIGNED: [],
  DISCARDED: [],
};

/** Why a pairing may not go from one state to the other, or null when it may. */
export function pairingStateRefusal(from: PairingState, to: PairingState): Sentence | null {
  return edgeRefusal(pairingEdges, "pairings.refused.pairingState", from, to);
}

/** Why a suggestion that somebody keeps may not be moved or taken back, or null when nobody keeps it. */
export function keptRefusal(locked: boolean): Sentence | null {
  return locked ? { key: "pairings.refused.kept" } : null;
}

export function isCurrent(state: PairingState): boolean {
  return currentPairingStates.some((current) => current === state);
}

/** What decides whether a mentor can take a mentee. `load` counts the mentor's current mentees of this kind. */
export type PairingFacts = {
  kind: PairingKind;
  mentee: { personId: string; lineManagerId: string | null };
  mentor: {
    personId: string;
    kind: MentorKind;
    decision: NominationDecision;
    willingness: Willingness;
    training: TrainingState;
    capacity: number;
    load: number;
  };
  /** The mentors of this mentee's current pairings of this kind. */
  currentMentorIds: readonly string[];
};

/**
 * Every reason why this mentor cannot take this mentee, what never changes first: oneself, line manager, not
 * eligible, already paired, no room. Empty: they can.
 */
export function pairingRefusals(facts: PairingFacts): Sentence[] {
  const { kind, mentee, mentor, currentMentorIds } = facts;
  const paired = currentMentorIds.includes(mentor.personId);
  const reasons: (Sentence | null | false)[] = [
    mentor.personId === mentee.personId && { key: "pairings.refused.oneself" },
    mentor.personId === mentee.lineManagerId && { key: "pairings.refused.lineManager" },
    unqualified(mentor),
    !servesAs(mentor.kind, kind) && { key: "pairings.refused.otherKind", values: { kind } },
    paired && { key: "pairings.refused.samePair" },
    kind === "LEAD" && !paired && currentMentorIds.length > 0 && { key: "pairings.refused.alreadyPaired" },
    !paired &&
      noRoom({ capacity: mentor.capacity, currentLoad: mentor.load }) && {
        key: "pairings.refused.capacityFull",
      },
  ];
  return reasons.filter((reason) => reason !== null && reason !== false);
}

/** The first reason why this mentor cannot take this mentee, or null when they can. */
export function pairingRefusal(facts: PairingFacts): Sentence | null {
  return pairingRefusals(facts)[0] ?? null;
}

type Span = { startsOn: Day; endsOn: Day };

/** Two spans of days share at least one day; both ends count. */
export function spansOverlap(a: Span, b: Span): boolean {
  return a.startsOn <= b.endsOn && b.startsOn <= a.endsOn;
}

/** How many current mentees of one kind a mentor has while `span` lasts, over all cohorts. */
export function loadDuring(
  pairings: readonly (Span & { kind: PairingKind; state: PairingState })[],
  kind: PairingKind,
  span: Span,
): number {
  return pairings.filter((one) => one.kind === kind && isCurrent(one.state) && spansOverlap(one, span))
    .length;
}

/**
 * From when to when a pairing runs: to the cohort's end, or to the end of the mentee's extension. One that is made
 * while the cohort runs starts today, and never after it ends.
 */
export function pairingSpan(cohort: Span, today: Day, extensionEndsOn: Day | null = null): Span {
  const endsOn = laterOf(extensionEndsOn ?? cohort.endsOn, cohort.endsOn);
  return { startsOn: earlierOf(laterOf(today, cohort.startsOn), endsOn), endsOn };
}

/** Why nobody is paired in this cohort, or with this mentee, any more; null while both are prepared or run. */
export function timeRefusal(states: { cohort: string; enrollment: string }): Sentence | null {
  if (!["DRAFT", "PLANNING", "READY", "ACTIVE"].includes(states.cohort)) {
    return { key: "pairings.refused.cohortOver" };
  }
  return ["ENROLLED", "ACTIVE", "EXTENDED"].includes(states.enrollment)
    ? null
    : { key: "pairings.refused.menteeDone" };
}
