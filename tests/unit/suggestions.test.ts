import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brokenRules, overruled, toMatchingProblem } from "@/lib/matching/hard-rules";
import { solve } from "@/lib/pairings/solver";
import { pair, plan, runs } from "@/tests/support/matching";
import { anyMatching } from "@/tests/support/matching-facts";

const objective = fc.constantFrom("total" as const, "worst-off" as const);

type AnyMatching = typeof anyMatching extends fc.Arbitrary<infer One> ? One : never;
type Locks = { enrollmentId: string; nominationId: string }[];

/** The suggestions that could be kept: no rule that the database holds forbids them, and each has a place. */
function possibleLocks({ mentees, mentors, settings }: AnyMatching): Locks {
  const { problem } = toMatchingProblem({ mentees, mentors, settings });
  const left = mentors.map((_, column) => problem.places[column] ?? 0);
  return mentees.flatMap((mentee) => {
    const column = mentors.findIndex(({ nominationId }) => nominationId === mentee.current?.nominationId);
    const mentor = mentors[column];
    if (!mentee.current?.suggested || !mentor || !left[column]) return [];
    const broken = brokenRules(mentee, mentor, settings.floorRule);
    if (broken.some((rule) => !overruled.includes(rule))) return [];
    left[column] = (left[column] ?? 0) - 1;
    return [{ enrollmentId: mentee.enrollmentId, nominationId: mentor.nominationId }];
  });
}

describe("a plan", () => {
  it("never breaks a hard rule or a mentor's capacity, whatever is kept: what is kept may break floor and language alone", () => {
    fc.assert(
      fc.property(
        anyMatching,
        objective,
        fc.boolean(),
        fc.infiniteStream(fc.boolean()),
        (given, best, balance, dice) => {
          const locks = possibleLocks(given).filter(() => dice.next().value);
          const { problem, mentees, mentors } = toMatchingProblem(given, locks);
          const { mentorOf } = solve(problem, { objective: best, balance });
          const taken = mentors.map(() => 0);
          for (const [row, mentee] of mentees.entries()) {
            const column = mentorOf[row] ?? -1;
            const lock = locks.find(({ enrollmentId }) => enrollmentId === mentee.enrollmentId);
            if (lock) expect(mentors[column]?.nominationId).toBe(lock.nominationId);
            const mentor = mentors[column];
            if (!mentor) continue;
            taken[column] = (taken[column] ?? 0) + 1;
            const broken = brokenRules(mentee, mentor, given.settings.floorRule);
            expect(lock ? broken.filter((rule) => !overruled.includes(rule)) : broken).toEqual([]);
          }
          for (const [column, count] of taken.entries()) {
            expect(count).toBeLessThanOrEqual(problem.places[column] ?? 0);
          }
        },
      ),
      runs(300),
    );
  });
});

describe("one mentor more", () => {
  it("never pairs fewer, nor lowers the total of as many, around whatever the other mentors keep and have", () => {
    fc.assert(
      fc.property(anyMatching, fc.infiniteStream(fc.boolean()), (given, dice) => {
        const [, ...fewer] = given.mentors;
        const locks = possibleLocks({ ...given, mentors: fewer }).filter(() => dice.next().value);
        const best = (mentors: typeof fewer) =>
          solve(toMatchingProblem({ ...given, mentors }, locks).problem, {
            objective: "total",
            balance: false,
          });
        const [before, after] = [best(fewer), best(given.mentors)];
        expect(after.paired).toBeGreaterThanOrEqual(before.paired);
        if (after.paired === before.paired) expect(after.total).toBeGreaterThanOrEqual(before.total - 1e-6);
      }),
      runs(500),
    );
  });

  // Why it says no more than that: two cases in which the total falls, and has to.

  it("can lower the total when somebody is paired by it who was not: everybody who can be paired is", () => {
    const before = pair({ mentees: 2, places: [1], scores: [1, 0.1], rules: [0, 0] });
    const after = pair({
      mentees: 2,
      places: [1, 1],
      scores: [1, 0.2, 0.1, 0],
      rules: [0, 0, 0, 1],
      loads: [0, 0],
    });
    expect(plan(before)).toMatchObject({ paired: 1, total: 1 });
    expect(plan(after).paired).toBe(2);
    expect(plan(after).total).toBeCloseTo(0.3);
  });

  it("can lower the total when somebody is kept with this very mentor: without them nobody was", () => {
    const before = pair({ places: [1], scores: [1] });
    const after = pair({ places: [1, 1], scores: [1, 0.2], rules: [0, 0], loads: [0, 0] });
    expect(plan(before).total).toBe(1);
    expect(plan({ ...after, locks: [{ mentee: 0, mentor: 1 }] }).total).toBe(0.2);
  });
});
