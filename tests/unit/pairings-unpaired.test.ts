import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainUnpaired } from "@/lib/pairings/unpaired";
import { pair, pairOf, plan, runs, type Small, smallProblems, withPlaces } from "@/tests/support/matching";

const short = smallProblems.filter((problem) => plan(problem).unpaired.length > 0);
const spare = (problem: Small, each: number) => problem.places.map(() => each);
const explained = (problem: Small, each: number) =>
  explainUnpaired(problem, plan(problem), spare(problem, each));

describe("what is said of those who stay unpaired", () => {
  it("tells rules, no places and full mentors apart", () => {
    const reason = (problem: Small) => plan(problem).unpaired.map((one) => one.reason);
    expect(reason(pair({ rules: [2] }))).toEqual(["rules"]);
    expect(reason(pair({ places: [0] }))).toEqual(["no-places"]);
    expect(reason(pair({ places: [], scores: [], rules: [], loads: [] }))).toEqual(["rules"]);
    const locks = [{ mentee: 1, mentor: 0 }];
    expect(reason(pair({ mentees: 2, scores: [1, 1], rules: [0, 0], locks }))).toEqual(["full"]);
  });

  it("names the shortage, the exception and the lock", () => {
    const problem = pair({
      mentees: 3,
      places: [1, 1, 1],
      scores: Array(9).fill(0.5),
      rules: [0, 4, 7, 0, 4, 7, 0, 4, 0],
      loads: [0, 0, 0],
      locks: [{ mentee: 2, mentor: 0 }],
    });
    const { mentees, shortages, change } = explained(problem, 1);
    expect(mentees[0]).toEqual({
      mentee: 0,
      reason: "full",
      rules: [
        { rule: 4, mentors: [1], exceptions: [1] },
        { rule: 7, mentors: [2], exceptions: [2] },
      ],
      onePlaceOn: [0],
      unlock: [{ mentee: 2, mentor: 0 }],
    });
    expect(shortages).toEqual([{ mentors: [0], places: 0, mentees: 2, unpaired: [0, 1] }]);
    expect(change).toEqual({ places: [{ mentor: 0, places: 1 }], left: [1] });
  });

  it("one more place helps on each mentor named, and on no other", () => {
    fc.assert(
      fc.property(short, (problem) => {
        const { paired } = plan(problem);
        const named = new Set(explained(problem, 0).mentees.flatMap((one) => one.onePlaceOn));
        problem.places.forEach((_, mentor) => {
          const more = plan(withPlaces(problem, [{ mentor, places: 1 }])).paired - paired;
          expect(more).toBe(named.has(mentor) ? 1 : 0);
        });
      }),
      runs(500),
    );
  });

  it("an exception or an unlocking by itself helps where it is named, and nowhere else", () => {
    fc.assert(
      fc.property(short, (problem) => {
        const { paired } = plan(problem);
        const { mentees } = explained(problem, 0);
        for (const { mentee, rules } of mentees) {
          const named = new Set(rules.flatMap((rule) => rule.exceptions));
          for (const mentor of rules.flatMap((rule) => rule.mentors)) {
            const changed = problem.rules.with(pairOf(problem, mentee, mentor), 0);
            expect(plan({ ...problem, rules: changed }).paired).toBe(paired + (named.has(mentor) ? 1 : 0));
          }
        }
        const named = new Set(mentees.flatMap(({ unlock }) => unlock));
        for (const lock of problem.locks) {
          const locks = problem.locks.filter((one) => one !== lock);
          expect(plan({ ...problem, locks }).paired).toBe(paired + (named.has(lock) ? 1 : 0));
        }
      }),
      runs(500),
    );
  });

  it("the places to add are the fewest that pair everybody who can be helped", () => {
    fc.assert(
      fc.property(short, fc.integer({ min: 0, max: 2 }), (problem, each) => {
        const { paired } = plan(problem);
        const { change, shortages, mentees } = explained(problem, each);
        const added = change.places.reduce((sum, { places }) => sum + places, 0);
        expect(change.places.every(({ places }) => places <= each)).toBe(true);
        expect(plan(withPlaces(problem, change.places)).paired).toBe(paired + added);
        const most = problem.places.map((_, mentor) => ({ mentor, places: each }));
        expect(plan(withPlaces(problem, most)).paired).toBe(paired + added);
        expect(change.left).toHaveLength(mentees.length - added);
        for (const one of shortages) expect(one.mentees - one.places).toBe(one.unpaired.length);
      }),
      runs(500),
    );
  });

  it("is refused of a plan for another problem", () => {
    const problem = pair();
    const nobody = { mentorOf: Int32Array.of(-1), unpaired: [{ mentee: 0, reason: "full" as const }] };
    expect(() => explainUnpaired(problem, nobody, [0])).toThrow(/need not stay unpaired/);
    expect(() => explainUnpaired(pair({ rules: [1] }), plan(problem), [0])).toThrow(/cannot have mentor 0/);
    expect(() => explainUnpaired(problem, plan(problem), [])).toThrow(/undefined places to spare/);
  });
});
