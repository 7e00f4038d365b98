import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { balanceStep, solveBySteps } from "@/lib/pairings/solver";
import {
  oracle,
  pair,
  pairOf,
  plan,
  problems,
  runs,
  type Small,
  smallProblems,
  withMentor,
} from "@/tests/support/matching";

let best: Awaited<ReturnType<typeof oracle>>;
beforeAll(async () => {
  best = await oracle();
});

const options = [
  { objective: "total", balance: false },
  { objective: "total", balance: true },
  { objective: "worst-off", balance: false },
  { objective: "worst-off", balance: true },
] as const;

/** Without the pairs that score less, except locked ones. */
function without(problem: Small, less: number): Small {
  const locked = new Set(problem.locks.map(({ mentee, mentor }) => pairOf(problem, mentee, mentor)));
  const rules = problem.rules.map(
    (rule, at) => rule || (!locked.has(at) && (problem.scores[at] ?? 0) < less ? 9 : 0),
  );
  return { ...problem, rules };
}

describe("a plan", () => {
  it("is as good as the one that HiGHS finds", { timeout: 60_000 }, () => {
    const holds = (problem: Small) => {
      const { paired, total } = plan(problem);
      const expected = best(problem);
      expect(paired).toBe(expected.paired);
      expect(total).toBeCloseTo(expected.value, 6);
    };
    fc.assert(fc.property(smallProblems, holds), runs(2000));
    fc.assert(fc.property(problems(40, 15), holds), runs(60));
  });

  it("with balance too, the evenness being part of the total", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(smallProblems, (problem) => {
        const { paired, total, unevenness } = plan(problem, { balance: true });
        const expected = best(problem, true);
        expect(paired).toBe(expected.paired);
        // In the linear program the locked mentees pay for their places as well.
        const fixed = problem.places.map((_, mentor) => {
          const locked = problem.locks.filter((lock) => lock.mentor === mentor).length;
          return balanceStep * (locked * (problem.loads[mentor] ?? 0) + (locked * (locked - 1)) / 2);
        });
        const paid = fixed.reduce((sum, one) => sum + one, 0);
        expect(total - unevenness - paid).toBeCloseTo(expected.value, 6);
      }),
      runs(1000),
    );
  });

  it("protects the worst-off: no plan of as many pairs has a higher lowest score, nor then a higher total", {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(smallProblems, (problem) => {
        const { paired, lowest, total } = plan(problem, { objective: "worst-off" });
        const expected = best(problem);
        expect(paired).toBe(expected.paired);
        if (lowest === null) return;
        const same = best(without(problem, lowest));
        expect(same.paired).toBe(paired);
        expect(total).toBeCloseTo(same.value, 6);
        expect(best(without(problem, lowest + 1e-9)).paired).toBeLessThan(paired);
      }),
      runs(500),
    );
  });

  it("never breaks a rule, a lock or a mentor's places, and says what it holds", () => {
    fc.assert(
      fc.property(smallProblems, fc.constantFrom(...options), (problem, chosen) => {
        const { mentorOf, paired, total, lowest, unpaired } = plan(problem, chosen);
        const pairs = [...mentorOf].flatMap((mentor, mentee) => (mentor === -1 ? [] : [{ mentee, mentor }]));
        const scores = pairs.map(
          ({ mentee, mentor }) => problem.scores[pairOf(problem, mentee, mentor)] ?? Number.NaN,
        );
        for (const { mentee, mentor } of pairs)
          expect(problem.rules[pairOf(problem, mentee, mentor)]).toBe(0);
        problem.places.forEach((places, mentor) => {
          expect(pairs.filter((one) => one.mentor === mentor).length).toBeLessThanOrEqual(places);
        });
        for (const { mentee, mentor } of problem.locks) expect(mentorOf[mentee]).toBe(mentor);
        const free = scores.filter(
          (_, at) => !problem.locks.some(({ mentee }) => mentee === pairs[at]?.mentee),
        );
        expect(lowest).toBe(free.length > 0 ? Math.min(...free) : null);
        expect(total).toBeCloseTo(
          scores.reduce((sum, score) => sum + score, 0),
          9,
        );
        expect(mentorOf).toHaveLength(problem.mentees);
        expect([paired, unpaired.length]).toEqual([pairs.length, problem.mentees - pairs.length]);
        expect(unpaired.every(({ mentee }) => mentorOf[mentee] === -1)).toBe(true);
      }),
      runs(2000),
    );
  });

  it("never gets worse when a mentor is added", () => {
    const newcomers = fc.record({
      places: fc.integer({ min: 0, max: 3 }),
      load: fc.integer({ min: 0, max: 3 }),
    });
    const scores = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(smallProblems, newcomers, scores, fc.boolean(), (problem, newcomer, news, balance) => {
        const before = plan(problem, { balance });
        const after = plan(withMentor(problem, newcomer, news), { balance });
        expect(after.paired).toBeGreaterThanOrEqual(before.paired);
        if (after.paired > before.paired) return;
        expect(after.total - after.unevenness).toBeGreaterThanOrEqual(
          before.total - before.unevenness - 1e-7,
        );
      }),
      runs(2000),
    );
  });

  it("is the same each time, and prefers lower numbers where nothing else decides", () => {
    fc.assert(
      fc.property(smallProblems, fc.constantFrom(...options), (problem, chosen) => {
        expect(plan(problem, chosen)).toEqual(plan(structuredClone(problem), chosen));
      }),
      runs(500),
    );
    const equal = { scores: Array(6).fill(0.5), rules: Array(6).fill(0), loads: [0, 0] };
    expect([...plan({ ...equal, mentees: 3, places: [2, 2] }).mentorOf]).toEqual([0, 0, 1]);
    expect([...plan({ ...equal, mentees: 3, places: [1, 1] }).mentorOf]).toEqual([0, 1, -1]);
    expect([...plan({ ...equal, mentees: 3, places: [3, 3] }, { balance: true }).mentorOf]).toEqual([
      0, 1, 0,
    ]);
  });

  it("tells how far it has come", () => {
    const problem = pair({ mentees: 3, scores: [1, 1, 1], rules: [0, 0, 0], places: [2] });
    const locks = [{ mentee: 1, mentor: 0 }];
    const steps = solveBySteps({ ...problem, locks }, { objective: "total", balance: false });
    expect([steps.next(), steps.next()]).toMatchObject([{ value: 1 }, { value: 2 }]);
    expect(steps.next()).toEqual({ done: true, value: plan({ ...problem, locks }) });
  });
});

describe("a switch decides", () => {
  const two = { mentees: 2, rules: [0, 0, 0, 0], loads: [0, 0], locks: [] };

  it("between the highest total and the highest lowest score", () => {
    const problem = { ...two, places: [1, 1], scores: [1, 0.5, 0.6, 0] };
    expect(plan(problem)).toMatchObject({ total: 1.1, lowest: 0.5 });
    const other = { ...problem, scores: [1, 0.45, 0.45, 0] };
    expect(plan(other)).toMatchObject({ total: 1, lowest: 0 });
    expect(plan(other, { objective: "worst-off" })).toMatchObject({ total: 0.9, lowest: 0.45 });
  });

  it("whether a mentee goes to the mentor with fewer, for at most 0.05 of score for each they have fewer", () => {
    const cheap = { ...two, places: [2, 2], scores: [0.9, 0.8, 0.9, 0.86] };
    expect([...plan(cheap).mentorOf]).toEqual([0, 0]);
    expect(plan(cheap, { balance: true })).toMatchObject({ total: 1.76, unevenness: 0 });
    const dear = { ...cheap, scores: [0.9, 0.8, 0.9, 0.84] };
    expect(plan(dear, { balance: true })).toMatchObject({ total: 1.8, unevenness: 0.05 });
    expect([...plan({ ...cheap, loads: [0, 3] }, { balance: true }).mentorOf]).toEqual([0, 0]);
  });
});

describe("what cannot be meant is refused:", () => {
  const lock = { mentee: 0, mentor: 0 };
  const refused: [string, Partial<Small>, RegExp][] = [
    ["a score that is no number", { scores: [Number.NaN] }, /score NaN/],
    ["a score below 0", { scores: [-0.1] }, /score -0.1/],
    ["a score above 1", { scores: [1.1] }, /score 1.1/],
    ["scores for other pairs", { scores: [0.5, 0.5] }, /one score/],
    ["rules for other pairs", { rules: [] }, /one rule/],
    ["loads of other mentors", { loads: [] }, /one load/],
    ["half a place", { places: [0.5] }, /0.5 as places/],
    ["fewer than no places", { places: [-1] }, /-1 as places/],
    ["a load that is no number", { loads: [Number.NaN] }, /NaN as load/],
    ["half a mentee", { mentees: 1.5 }, /1.5 mentees/],
    ["a lock of nobody", { locks: [{ mentee: 1, mentor: 0 }] }, /names nobody/],
    ["a lock on nobody", { locks: [{ mentee: 0, mentor: -1 }] }, /names nobody/],
    ["a lock that a rule forbids", { rules: [3], locks: [lock] }, /is forbidden/],
    ["a lock without a place", { places: [0], locks: [lock] }, /over the mentor's places/],
    ["two locks of one mentee", { places: [2], locks: [lock, lock] }, /is the second/],
  ];
  it.each(refused)("%s", (_, over, sentence) => {
    expect(() => plan(pair(over))).toThrow(RangeError);
    expect(() => plan(pair(over))).toThrow(sentence);
  });
});
