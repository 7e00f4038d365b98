import fc from "fast-check";
import type { MatchingProblem } from "@/lib/pairings/matching-problem";
import { type MatchingOptions, solve } from "@/lib/pairings/solver";
import { highs, linearProgram } from "@/scripts/bench/highs";

/** As `solve` takes it, with plain arrays, so that a failed property can be read. */
export type Small = Required<MatchingProblem> & {
  places: number[];
  scores: number[];
  rules: number[];
  loads: number[];
};

/** How often a property is tried, on the same problems each time. */
export const runs = (numRuns: number) => ({ numRuns, seed: 20261122 });

export const pairOf = (problem: Small, mentee: number, mentor: number) =>
  mentee * problem.places.length + mentor;

/** One mentee, one mentor with one place, unless told otherwise. */
export const pair = (over: Partial<Small> = {}): Small => ({
  mentees: 1,
  places: [1],
  scores: [0.5],
  rules: [0],
  loads: [0],
  locks: [],
  ...over,
});

/** Coarse scores make ties and exact sums; fine ones make differences that only the last digits tell. */
const scoreLists = (length: number) =>
  fc.oneof(
    fc.array(
      fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8),
      { minLength: length, maxLength: length },
    ),
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: length, maxLength: length }),
  );

/** Problems with and without shortages, rules, locks and loads. A lock is kept where it is allowed and has a place. */
export const problems = (mostMentees: number, mostMentors: number) =>
  fc
    .record({
      mentees: fc.integer({ min: 0, max: mostMentees }),
      mentors: fc.integer({ min: 0, max: mostMentors }),
      most: fc.integer({ min: 1, max: 4 }),
      forbidding: fc.constantFrom(0, 0.2, 0.5, 0.8),
    })
    .chain(({ mentees, mentors, most, forbidding }) => {
      const pairs = mentees * mentors;
      const list = <Item>(item: fc.Arbitrary<Item>, length: number) =>
        fc.array(item, { minLength: length, maxLength: length });
      const dice = fc.integer({ min: 0, max: 99 });
      return fc.record({
        mentees: fc.constant(mentees),
        places: list(fc.integer({ min: 0, max: most }), mentors),
        scores: scoreLists(pairs),
        rules: list(
          dice.map((die) => (die < forbidding * 100 ? 1 + (die % 3) : 0)),
          pairs,
        ),
        loads: list(fc.integer({ min: 0, max: 3 }), mentors),
        wishes: list(fc.integer({ min: 0, max: mentors * 3 }), mentees),
      });
    })
    .map(({ wishes, ...rest }): Small => {
      const left = [...rest.places];
      const locks = wishes.flatMap((mentor, mentee) => {
        const allowed = rest.rules[mentee * left.length + mentor] === 0;
        if (mentor >= left.length || !allowed || !left[mentor]) return [];
        left[mentor] = (left[mentor] ?? 0) - 1;
        return [{ mentee, mentor }];
      });
      return { ...rest, locks };
    });

export const smallProblems = problems(9, 6);

const total: MatchingOptions = { objective: "total", balance: false };

/** The best plan for the highest total, unless something else is asked for. */
export const plan = (problem: MatchingProblem, over: Partial<MatchingOptions> = {}) =>
  solve(problem, { ...total, ...over });

/** What HiGHS finds: how many pairs, and the highest total of that many (less unevenness, with balance). */
export async function oracle() {
  const solver = await highs();
  return (problem: MatchingProblem, balance = false) => {
    const program = linearProgram(problem, { balance });
    if (program.pairs === 0) return { paired: 0, value: 0 };
    const answer = solver.solve(program.text, { output_flag: false });
    if (answer.Status !== "Optimal") throw new Error(`HiGHS says ${answer.Status} of ${program.text}`);
    const columns = Object.values(answer.Columns).filter(({ Name }) => Name.startsWith("x"));
    const paired = Math.round(
      columns.reduce((sum, column) => sum + ("Primal" in column ? column.Primal : 0), 0),
    );
    return { paired, value: answer.ObjectiveValue - paired * program.pairWorth };
  };
}

/** The same problem with one mentor more, who comes last. */
export function withMentor(
  problem: Small,
  newcomer: { places: number; load: number },
  scores: number[],
): Small {
  const widen = (matrix: readonly number[], column: (mentee: number) => number) =>
    Array.from({ length: problem.mentees }, (_, mentee) => [
      ...matrix.slice(mentee * problem.places.length, (mentee + 1) * problem.places.length),
      column(mentee),
    ]).flat();
  return {
    ...problem,
    places: [...problem.places, newcomer.places],
    loads: [...problem.loads, newcomer.load],
    scores: widen(problem.scores, (mentee) => scores[mentee] ?? 0),
    rules: widen(problem.rules, () => 0),
  };
}

/** The same problem with other places of one mentor. */
export function withPlaces(problem: Small, changes: readonly { mentor: number; places: number }[]): Small {
  const places = [...problem.places];
  for (const { mentor, places: more } of changes) places[mentor] = (places[mentor] ?? 0) + more;
  return { ...problem, places };
}
