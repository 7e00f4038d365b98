import { atOnce, type Steps } from "@/lib/steps";
import { grains, type MatchingProblem, prepare, type Task } from "./matching-problem";
import { lowestLimit } from "./max-cardinality";
import { cheapestSeats } from "./min-cost-flow";

/** What makes one plan better than another that pairs as many mentees. */
export type MatchingOptions = {
  /** The highest total, or the highest lowest score first and then the highest total ("protect the worst-off"). */
  objective: "total" | "worst-off";
  /** Whether evenness counts: the total is then what remains of it after `unevenness`. */
  balance: boolean;
};

/**
 * Why a mentee stays unpaired: rules forbid every mentor; those who are allowed have no places at all; or they are
 * full, and nobody whom they have could move to make room.
 */
export type UnpairedReason = "rules" | "no-places" | "full";

export type Plan = {
  /** The mentor of each mentee, -1 for nobody. */
  mentorOf: Int32Array;
  paired: number;
  /** The sum of the scores of all pairs, locked ones too. */
  total: number;
  /** The lowest score of a pair that is not locked; null when there is none. */
  lowest: number | null;
  /** What balance takes off the total, see `solve`; 0 when it is off. */
  unevenness: number;
  /** In the order of the mentees. */
  unpaired: { mentee: number; reason: UnpairedReason }[];
};

/** What a mentee costs with balance, in score, for each mentee whom the mentor has already. */
export const balanceStep = 0.05;

/**
 * The best plan: as many mentees as can be paired are; among those plans it has the highest total score, or first the
 * highest lowest score and then the highest total. Locked pairs are in every plan and count in the total. Never breaks
 * a rule, nor a mentor's places.
 *
 * With `balance` a mentor with `n` mentees, locked ones and `loads` included, takes `balanceStep * n` off the total
 * for one more. So a mentee goes to somebody who has `d` others fewer where that costs less than `balanceStep * d` of
 * score. Evenness never leaves anybody unpaired, nor does it lower the lowest score where that one is protected.
 *
 * Pure: the same problem has the same plan, always. Scores that differ by less than a billionth count as equal, and
 * then lower numbers are preferred. The algorithm and its cost are told at `cheapestSeats`; protecting the worst-off
 * adds O(log pairs) searches for a plan of the same size without the lower scores.
 *
 * Throws a RangeError for a problem that cannot be meant, see `prepare`.
 */
export function solve(problem: MatchingProblem, options: MatchingOptions): Plan {
  return atOnce(solveBySteps(problem, options));
}

/** The same, with a pause after each mentee who is placed. Those who are locked need none. */
export function* solveBySteps(
  problem: MatchingProblem,
  { objective, balance }: MatchingOptions,
): Steps<Plan> {
  const task = prepare(problem);
  const cost = objective === "worst-off" ? costUpTo(lowestLimit(task), task) : task.cost;
  const placeStep = balance ? Math.round(balanceStep * grains) : 0;
  const mentorOf = yield* cheapestSeats({ ...task, cost }, placeStep);
  task.lockedTo.forEach((mentor, mentee) => {
    if (mentor !== -1) mentorOf[mentee] = mentor;
  });
  return { mentorOf, ...sumsOf(problem, task, mentorOf, balance), unpaired: unpairedOf(task, mentorOf) };
}

const costUpTo = (limit: number, { cost }: Task) =>
  cost.map((one) => (one <= limit ? one : Number.POSITIVE_INFINITY));

function sumsOf({ scores, places }: MatchingProblem, task: Task, mentorOf: Int32Array, balance: boolean) {
  const load = task.base.slice();
  let [paired, total, lowest, steps] = [0, 0, Number.POSITIVE_INFINITY, 0];
  mentorOf.forEach((mentor, mentee) => {
    if (mentor === -1) return;
    const score = scores[mentee * places.length + mentor] as number;
    paired += 1;
    total += score;
    if (task.lockedTo[mentee] !== -1) return;
    lowest = Math.min(lowest, score);
    steps += load[mentor] as number;
    load[mentor] = (load[mentor] as number) + 1;
  });
  return {
    paired,
    total,
    lowest: lowest === Number.POSITIVE_INFINITY ? null : lowest,
    unevenness: balance ? steps * balanceStep : 0,
  };
}

function unpairedOf({ cost, mentors, room, open, lockedTo }: Task, mentorOf: Int32Array): Plan["unpaired"] {
  const hasPlaces = Uint8Array.from(room, (places) => (places > 0 ? 1 : 0));
  for (const mentor of lockedTo) if (mentor !== -1) hasPlaces[mentor] = 1;
  const reasonOf = (mentee: number): UnpairedReason => {
    const row = cost.subarray(mentee * mentors, (mentee + 1) * mentors);
    if (row.every((one) => one === Number.POSITIVE_INFINITY)) return "rules";
    return row.some((one, mentor) => one !== Number.POSITIVE_INFINITY && hasPlaces[mentor] === 1)
      ? "full"
      : "no-places";
  };
  return open
    .filter((mentee) => mentorOf[mentee] === -1)
    .map((mentee) => ({ mentee, reason: reasonOf(mentee) }));
}
