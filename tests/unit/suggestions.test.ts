import fc from "fast-check";
import { expect, test } from "vitest";
import { brokenRules, toMatchingProblem } from "@/lib/matching/hard-rules";
import { solve } from "@/lib/pairings/solver";
import { anyMatching } from "@/tests/support/matching-facts";

const objective = fc.constantFrom("total" as const, "worst-off" as const);

test("no plan ever breaks a hard rule or a mentor's capacity", () => {
  fc.assert(
    fc.property(anyMatching, objective, fc.boolean(), (matching, best, balance) => {
      const { problem, mentees, mentors } = toMatchingProblem(matching);
      const plan = solve(problem, { objective: best, balance });
      const taken = mentors.map(() => 0);
      for (const [row, mentee] of mentees.entries()) {
        const column = plan.mentorOf[row] ?? -1;
        const mentor = mentors[column];
        if (!mentor) continue;
        taken[column] = (taken[column] ?? 0) + 1;
        expect(brokenRules(mentee, mentor, matching.settings.floorRule)).toEqual([]);
      }
      for (const [column, count] of taken.entries()) {
        expect(count).toBeLessThanOrEqual(problem.places[column] ?? 0);
      }
    }),
  );
});

test("one mentor more never pairs fewer, nor lowers the total", () => {
  fc.assert(
    fc.property(anyMatching, (matching) => {
      const [, ...fewer] = matching.mentors;
      const current = new Set(matching.mentors.map(({ nominationId }) => nominationId));
      // Nobody is held by somebody who is not in both problems.
      const mentees = matching.mentees.filter(
        (mentee) => !mentee.current || !current.has(mentee.current.nominationId),
      );
      const plan = (mentors: typeof fewer) =>
        solve(toMatchingProblem({ ...matching, mentees, mentors }).problem, {
          objective: "total",
          balance: false,
        });
      const [before, after] = [plan(fewer), plan(matching.mentors)];
      expect(after.paired).toBeGreaterThanOrEqual(before.paired);
      expect(after.total).toBeGreaterThanOrEqual(before.total - 1e-6);
    }),
  );
});
