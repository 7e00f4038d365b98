import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inWords } from "@/lib/catalogue";
import { byFolded } from "@/lib/matching/facts";
import { brokenRules, hardRules, toMatchingProblem } from "@/lib/matching/hard-rules";
import { scoreOf } from "@/lib/matching/rules";
import { solve } from "@/lib/pairings/solver";
import { runs } from "@/tests/support/matching";
import { anyMatching, menteeFacts, mentorFacts, weights } from "@/tests/support/matching-facts";

describe("the hard rules", () => {
  it("never let a plan hold a pair that breaks one, unless an organizer locked it past floor or language", () => {
    fc.assert(
      fc.property(anyMatching, (matching) => {
        const { problem, mentees, mentors } = toMatchingProblem(matching);
        const { mentorOf } = solve(problem, { objective: "total", balance: false });
        const taken = new Map<number, number>();
        mentees.forEach((mentee, row) => {
          const column = mentorOf[row] ?? -1;
          const mentor = mentors[column];
          if (!mentor) return;
          taken.set(column, (taken.get(column) ?? 0) + 1);
          expect(brokenRules(mentee, mentor, matching.settings.floorRule)).toEqual([]);
        });
        for (const [column, count] of taken) {
          expect(count).toBeLessThanOrEqual(mentors[column]?.capacity ?? 0);
        }
      }),
      runs(400),
    );
  });

  it("stand in the problem as the first that is broken, pair by pair", () => {
    fc.assert(
      fc.property(anyMatching, (matching) => {
        const { problem, mentees, mentors } = toMatchingProblem(matching);
        mentees.forEach((mentee, row) => {
          mentors.forEach((mentor, column) => {
            const pair = row * mentors.length + column;
            const [first] = brokenRules(mentee, mentor, matching.settings.floorRule);
            expect(problem.rules?.[pair]).toBe(first ? hardRules.indexOf(first) + 1 : 0);
            expect(problem.scores[pair]).toBe(scoreOf(mentee.facts, mentor.facts, matching.settings.weights));
          });
        });
      }),
      runs(200),
    );
  });

  const mentee = {
    enrollmentId: "e",
    personId: "mentee",
    lineManagerId: null,
    floorId: "SMB",
    languages: byFolded(["English"]),
    apart: new Set<string>(),
    facts: menteeFacts(),
    current: null,
  };
  const mentor = {
    nominationId: "n",
    personId: "mentor",
    floorId: "Enterprise",
    kind: "LEAD" as const,
    unqualified: null,
    languages: byFolded(["Deutsch", "english"]),
    capacity: 1,
    load: 0,
    facts: mentorFacts(),
  };

  it("forbid for each reason by its name, and nothing where it is not known", () => {
    const rules = (over: object, by: object = {}, floorRule: "ANY" | "SAME" | "OTHER" = "ANY") =>
      brokenRules({ ...mentee, ...over }, { ...mentor, ...by }, floorRule);
    expect(rules({})).toEqual([]);
    expect(rules({ personId: "mentor" })).toEqual(["oneself"]);
    expect(rules({ lineManagerId: "mentor" })).toEqual(["lineManager"]);
    expect(rules({ apart: new Set(["mentor"]) })).toEqual(["doNotPair"]);
    expect(rules({}, { unqualified: { key: "mentors.refused.notTrained" } })).toEqual(["notEligible"]);
    expect(rules({}, { kind: "CALL" })).toEqual(["otherKind"]);
    expect(rules({}, {}, "SAME")).toEqual(["floor"]);
    expect(rules({}, {}, "OTHER")).toEqual([]);
    expect(rules({ floorId: null }, {}, "SAME")).toEqual([]);
    expect(rules({}, { languages: byFolded(["Deutsch"]) })).toEqual(["languages"]);
    expect(rules({}, { languages: byFolded([]) })).toEqual([]);
    for (const rule of hardRules) expect(inWords({ key: `matching.rule.${rule}` })).not.toMatch(/^matching/);
  });

  it("give way to a lock where an organizer may overrule them, and only there", () => {
    const settings = { weights: weights(), floorRule: "SAME" as const };
    const lock = [{ enrollmentId: "e", nominationId: "n" }];
    const rule = (by: object) =>
      toMatchingProblem({ mentees: [mentee], mentors: [{ ...mentor, ...by }], settings }, lock).problem
        .rules?.[0];
    expect(rule({})).toBe(0);
    expect(rule({ personId: "mentee" })).toBe(1);
    const gone = toMatchingProblem({ mentees: [], mentors: [mentor], settings }, lock);
    expect(gone.problem.locks).toEqual([]);
  });

  it("leave out who is paired for good, and give the place of a suggestion back", () => {
    const settings = { weights: weights(), floorRule: "ANY" as const };
    const of = (enrollmentId: string, suggested: boolean) => ({
      ...mentee,
      enrollmentId,
      current: { nominationId: "n", suggested },
    });
    const busy = { ...mentor, capacity: 3, load: 2 };
    const { problem, mentees } = toMatchingProblem({
      mentees: [of("suggested", true), of("confirmed", false)],
      mentors: [busy],
      settings,
    });
    expect(mentees.map(({ enrollmentId }) => enrollmentId)).toEqual(["suggested"]);
    expect([problem.places, problem.loads]).toEqual([[2], [1]]);
  });
});
