import type { Sentence } from "@/lib/errors";
import { type Edges, edgeRefusal } from "@/lib/states";

export const attemptStates = [
  "SCHEDULED",
  "IN_ASSESSMENT",
  "PASSED",
  "RETAKE",
  "EXTENDED",
  "FAILED",
  "CANCELLED",
] as const;
export type AttemptState = (typeof attemptStates)[number];

/** What an attempt can come to. */
export const outcomes = ["PASSED", "RETAKE", "EXTENDED", "FAILED"] as const;
export type Outcome = (typeof outcomes)[number];

export const attemptEdges: Edges<AttemptState> = {
  SCHEDULED: ["IN_ASSESSMENT", "CANCELLED"],
  IN_ASSESSMENT: ["PASSED", "RETAKE", "EXTENDED", "FAILED"],
  PASSED: [],
  RETAKE: [],
  EXTENDED: [],
  FAILED: [],
  CANCELLED: [],
};

/** Why an attempt may not go from one state to the other, or null when it may. */
export function attemptRefusal(from: AttemptState, to: AttemptState): Sentence | null {
  return edgeRefusal(attemptEdges, "certification.refused.attemptState", from, to);
}

/** An attempt that somebody still has to hold or to decide. */
export function isOpenAttempt(state: AttemptState): boolean {
  return state === "SCHEDULED" || state === "IN_ASSESSMENT";
}

export type ScoredRubric = {
  /** 0–100. */
  passMark: number;
  maxLevel: number;
  criteria: readonly { id: string; weight: number; mustReach: number }[];
};

/** One assessor's levels, by criterion id. */
export type Levels = ReadonlyMap<string, number>;

export type AttemptResult = {
  /** 0–100, whole. */
  total: number;
  passed: boolean;
  /** Criteria that were scored below the level that they have to reach. */
  failedMustPass: string[];
  /** Criteria that nobody has scored yet. They count as level 0 in the total. */
  missing: string[];
};

/**
 * The result of an attempt: total = 100 × Σ(weight × level ÷ highest level) ÷ Σ(weight), rounded half up to a whole
 * number; level is the mean of the assessors' levels. Passed is what has every criterion scored, every must-pass
 * criterion at its level, and a total, as people see it, of at least the pass mark. Refuses levels off the rubric.
 */
export function attemptResult(rubric: ScoredRubric, assessments: readonly Levels[]): AttemptResult {
  const failedMustPass: string[] = [];
  const missing: string[] = [];
  let points = 0;
  let weights = 0;
  for (const { id, weight, mustReach } of rubric.criteria) {
    weights += weight;
    const levels = assessments.map((levels) => levels.get(id)).filter((level) => level !== undefined);
    if (levels.some((level) => !isLevel(level, rubric.maxLevel)))
      throw new RangeError("a level off the rubric");
    if (levels.length === 0) {
      missing.push(id);
      continue;
    }
    const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
    points += weight * mean;
    if (mean < mustReach) failedMustPass.push(id);
  }
  if (!(weights > 0)) throw new RangeError("a rubric has weights");
  // Six decimals first, so that a half that floating point has made a little smaller is still rounded up.
  const total = Math.round(Number(((100 * points) / (weights * rubric.maxLevel)).toFixed(6)));
  const passed = missing.length === 0 && failedMustPass.length === 0 && total >= rubric.passMark;
  return { total, passed, failedMustPass, missing };
}

/** Whether a level is one of the rubric: a whole number from 0 to its highest level. */
export function isLevel(level: number, maxLevel: number): boolean {
  return Number.isInteger(level) && level >= 0 && level <= maxLevel;
}

export type AttemptStanding = {
  /** 1 for the mentee's first attempt. */
  number: number;
  /** Whether the mentee has had an extension before this attempt. */
  afterExtension: boolean;
};

/**
 * What an attempt may come to. Passed means passed. Otherwise a retake while retakes are left, an extension unless
 * there has been one, or not certified. Nothing before every criterion is scored.
 */
export function allowedOutcomes(
  result: Pick<AttemptResult, "passed" | "missing">,
  { number, afterExtension }: AttemptStanding,
  retakes = 1,
): Outcome[] {
  if (result.missing.length > 0) return [];
  if (result.passed) return ["PASSED"];
  if (afterExtension) return ["FAILED"];
  return number <= retakes ? ["RETAKE", "EXTENDED", "FAILED"] : ["EXTENDED", "FAILED"];
}

/** Why an attempt may not come to this outcome, or null when it may. */
export function outcomeRefusal(
  outcome: Outcome,
  result: Pick<AttemptResult, "passed" | "missing">,
  standing: AttemptStanding,
  retakes = 1,
): Sentence | null {
  if (result.missing.length > 0) {
    return { key: "certification.refused.notScored", values: { count: result.missing.length } };
  }
  if (allowedOutcomes(result, standing, retakes).includes(outcome)) return null;
  if (result.passed) return { key: "certification.refused.hasPassed" };
  if (outcome === "PASSED") return { key: "certification.refused.hasNotPassed" };
  if (standing.afterExtension) return { key: "certification.refused.extendedBefore" };
  return { key: "certification.refused.noRetakeLeft" };
}

/** What the enrollment becomes with an outcome; null where it stays as it is (a retake). */
export function enrollmentAfter(outcome: Outcome): "CERTIFIED" | "EXTENDED" | "NOT_CERTIFIED" | null {
  const after = { PASSED: "CERTIFIED", RETAKE: null, EXTENDED: "EXTENDED", FAILED: "NOT_CERTIFIED" } as const;
  return after[outcome];
}

type Relations = {
  menteeId: string;
  lineManagerId: string | null;
  /** Everybody who is or was this mentee's mentor, of any kind. */
  mentorIds: readonly string[];
};

/** Why a person may not assess this mentee, or null: assessors have neither mentored nor managed them. */
export function assessorRefusal(
  assessorId: string,
  { menteeId, lineManagerId, mentorIds }: Relations,
): Sentence | null {
  if (assessorId === menteeId) return { key: "certification.refused.assessesOneself" };
  if (mentorIds.includes(assessorId)) return { key: "certification.refused.assessorIsMentor" };
  if (assessorId === lineManagerId) return { key: "certification.refused.assessorIsLineManager" };
  return null;
}

/** Why a person may not decide this mentee's outcome, or null: not the mentee, not the line manager. */
export function deciderRefusal(
  deciderId: string,
  { menteeId, lineManagerId }: Pick<Relations, "menteeId" | "lineManagerId">,
): Sentence | null {
  const close = deciderId === menteeId || deciderId === lineManagerId;
  return close ? { key: "certification.refused.deciderNotIndependent" } : null;
}
