import type { Sentence } from "@/lib/errors";
import { type FactorKey, factorKeys, factors } from "@/lib/matching/factors";
import type { LearningStyle, MenteeFacts, MentorFacts } from "@/lib/matching/facts";

/** How much each factor counts, 0–100; only how they stand to each other matters. */
export type Weights = Record<FactorKey, number>;

/** How a mentee learns best: as their trainer sees it, who knows many; in their own words as long as the trainer says nothing. */
export function countingStyle(intake: {
  learningStyle: LearningStyle | null;
  trainerStyle: LearningStyle | null;
}): LearningStyle | null {
  return intake.trainerStyle ?? intake.learningStyle;
}

/** What a factor counts with where too little is known: it pulls neither up nor down. */
const neutral = 0.5;

export type ScoredFactor = {
  key: FactorKey;
  weight: number;
  /** From 0 to 1; one half where it is not known. */
  value: number;
  known: boolean;
  sentence: Sentence;
};

/**
 * How well two fit, from 0 to 1: the mean of all factors by weight, each with the sentence that explains it. Unknown
 * facts count one half and say so. Only the ratio of the weights matters; without any, every pair scores one half.
 */
export function scorePair(
  mentee: MenteeFacts,
  mentor: MentorFacts,
  weights: Weights,
): { score: number; factors: ScoredFactor[] } {
  const scored = factorKeys.map((key) => {
    const { value, reason } = factors[key];
    const known = value(mentee, mentor);
    const weight = weights[key];
    if (known === null) {
      const notKnown: Sentence = { key: `matching.reason.notKnown.${key}` };
      return { key, weight, value: neutral, known: false, sentence: notKnown };
    }
    return { key, weight, value: known, known: true, sentence: reason(mentee, mentor, known) };
  });
  return { score: scoreOf(mentee, mentor, weights), factors: scored };
}

/** The score of {@link scorePair} alone, for all pairs of a cohort: no sentence is made for those nobody looks at. */
export function scoreOf(mentee: MenteeFacts, mentor: MentorFacts, weights: Weights): number {
  let [sum, total] = [0, 0];
  for (const key of factorKeys) {
    const weight = weights[key];
    if (weight === 0) continue;
    total += weight;
    sum += weight * (factors[key].value(mentee, mentor) ?? neutral);
  }
  return total === 0 ? neutral : Math.min(1, sum / total);
}

/** The factors that speak most for a pair, strongest first: known ones that count and are better than neutral. */
export function bestReasons(scored: readonly ScoredFactor[], count: number): ScoredFactor[] {
  return scored
    .filter(({ known, value, weight }) => known && weight > 0 && value > neutral)
    .sort((a, b) => b.weight * (b.value - neutral) - a.weight * (a.value - neutral))
    .slice(0, count);
}

/** What part of the whole each weight is, in per cent; nothing when all are nothing. */
export function sharesOf(weights: Weights): Weights {
  const total = factorKeys.reduce((sum, key) => sum + weights[key], 0);
  const shares = factorKeys.map((key) => [key, total === 0 ? 0 : (weights[key] / total) * 100] as const);
  return Object.fromEntries(shares) as Weights;
}
