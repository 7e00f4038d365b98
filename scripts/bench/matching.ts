import type { MatchingProblem } from "@/lib/pairings/matching-problem";
import { solve } from "@/lib/pairings/solver";
import { highs, linearProgram } from "./highs";
import { median } from "./measure";
import { atLeast, atMost, type Measure, noted } from "./report";

type Size = { mentees: number; mentors: number; rounds: number };

const sizes: readonly Size[] = [
  { mentees: 60, mentors: 20, rounds: 25 },
  { mentees: 200, mentors: 60, rounds: 9 },
  { mentees: 1000, mentors: 300, rounds: 5 },
];
const warmUps = 50;
const largest = Math.max(...sizes.map(({ mentees }) => mentees));

/** Times in milliseconds. */
type Round = { own: number; highs: number };

/**
 * How long the best plan takes, against HiGHS on the same problems: for each size the medians over several problems,
 * one after the other so that what slows the machine down slows down both. HiGHS is only timed while it solves, once
 * its model is read; ours from the matrix of scores to the plan. Both have been at it for a while before, and both have
 * to find plans of the same worth.
 */
export async function measureMatching(say: (sentence: string) => void): Promise<Measure[]> {
  for (let seed = 1; seed <= warmUps; seed++) await measureRound(someProblem(sizes[0] as Size, -seed));
  const measures: Measure[] = [];
  for (const size of sizes) {
    say(`Matching ${size.mentees} mentees and ${size.mentors} mentors, ${size.rounds} times`);
    const rounds: Round[] = [];
    for (let seed = 1; seed <= size.rounds; seed++) rounds.push(await measureRound(someProblem(size, seed)));
    measures.push(...measuresOf(size, rounds));
  }
  return measures;
}

function measuresOf({ mentees, mentors }: Size, rounds: readonly Round[]): Measure[] {
  const named = (what: string) => `matching.${mentees}x${mentors}.${what}`;
  const own = median(rounds.map((round) => round.own));
  return [
    mentees === largest ? atMost(named("time"), own, "ms", 3000) : noted(named("time"), own, "ms"),
    noted(named("highs"), median(rounds.map((round) => round.highs)), "ms"),
    atLeast(named("ratio"), median(rounds.map((round) => round.highs / round.own)), "times faster", 5),
  ];
}

/** HiGHS solves the transportation problem as a linear program, without presolve: so it is fastest at each size. */
async function measureRound(problem: MatchingProblem): Promise<Round> {
  const solver = await highs();
  const model = solver.createModel({ format: "lp", data: linearProgram(problem, { everybody: true }).text });
  try {
    model.options.set({ output_flag: false, presolve: "off" });
    const before = performance.now();
    model.run();
    const between = performance.now();
    const { paired, total } = solve(problem, { objective: "total", balance: false });
    const after = performance.now();
    if (paired < problem.mentees) throw new Error("Not everybody is paired, so there is nothing to compare.");
    const difference = Math.abs(total - model.getObjectiveValue());
    if (!(difference < 1e-9 * problem.scores.length)) throw new Error(`HiGHS differs by ${difference}.`);
    return { own: after - between, highs: between - before };
  } finally {
    model.dispose();
  }
}

/**
 * Half of a score is the mentor's: everybody would like the same ones, which is what makes matching hard. An eighth of
 * the pairs is forbidden, and there are few more places than mentees.
 */
function someProblem({ mentees, mentors }: Size, seed: number): MatchingProblem {
  const random = randomFrom(seed);
  const popularity = Float64Array.from({ length: mentors }, random);
  const scores = Float64Array.from({ length: mentees * mentors }, (_, pair) => {
    return (random() + (popularity[pair % mentors] as number)) / 2;
  });
  const rules = Uint8Array.from(scores, () => (random() < 1 / 8 ? 1 : 0));
  const places = Array.from({ length: mentors }, () => Math.floor(mentees / mentors) + Math.round(random()));
  return { mentees, places, scores, rules };
}

/** The same numbers from 0 to 1 for the same seed, on every machine (mulberry32). */
function randomFrom(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
