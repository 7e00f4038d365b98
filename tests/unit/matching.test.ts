import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { inWords } from "@/lib/catalogue";
import type { Sentence } from "@/lib/errors";
import { factorKeys } from "@/lib/matching/factors";
import { awayOn, byFolded, tenureOn, wordsOf, workSpan } from "@/lib/matching/facts";
import { bestReasons, scoreOf, scorePair, sharesOf } from "@/lib/matching/rules";
import { matchingSettingsSchema } from "@/lib/matching/schema";
import { runs } from "@/tests/support/matching";
import {
  anyMentee,
  anyMentor,
  anyWeights,
  menteeFacts,
  mentorFacts,
  weights,
} from "@/tests/support/matching-facts";

const none = Object.fromEntries(factorKeys.map((key) => [key, 0])) as ReturnType<typeof weights>;
/** What one factor alone says of a pair: its value, or null where it is not known, and its sentence in words. */
function says(key: (typeof factorKeys)[number], mentee = menteeFacts(), mentor = mentorFacts()) {
  const factor = scorePair(mentee, mentor, weights()).factors.find((one) => one.key === key);
  if (!factor) throw new Error(`there is no factor ${key}`);
  return { value: factor.known ? factor.value : null, words: inWords(factor.sentence) };
}

describe("a score", () => {
  it("lies between 0 and 1, each of its factors too, and each has a sentence of the catalogue", () => {
    const said = new Map<string, Sentence>();
    fc.assert(
      fc.property(anyMentee, anyMentor, anyWeights, (mentee, mentor, given) => {
        const { score, factors } = scorePair(mentee, mentor, given);
        for (const value of [score, ...factors.map((factor) => factor.value)]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
        for (const { sentence } of factors) said.set(sentence.key, sentence);
      }),
      runs(500),
    );
    expect(said.size).toBeGreaterThan(20);
    for (const sentence of said.values()) expect(inWords(sentence)).not.toMatch(/^matching\./);
  });

  it("depends on how the weights stand to each other, not on how big they are", () => {
    fc.assert(
      fc.property(
        anyMentee,
        anyMentor,
        anyWeights,
        fc.integer({ min: 2, max: 50 }),
        (mentee, mentor, given, times) => {
          const more = Object.fromEntries(factorKeys.map((key) => [key, given[key] * times])) as typeof given;
          expect(scoreOf(mentee, mentor, more)).toBeCloseTo(scoreOf(mentee, mentor, given), 9);
        },
      ),
      runs(300),
    );
  });

  it("is the one that its factors add up to", () => {
    fc.assert(
      fc.property(anyMentee, anyMentor, anyWeights, (mentee, mentor, given) => {
        const { score, factors } = scorePair(mentee, mentor, given);
        const total = factors.reduce((sum, { weight }) => sum + weight, 0);
        const sum = factors.reduce((all, { weight, value }) => all + weight * value, 0);
        expect(score).toBeCloseTo(total === 0 ? 0.5 : sum / total, 9);
      }),
      runs(300),
    );
  });

  it("of two of whom nothing is known is one half, and says for each factor that it is not known", () => {
    const { score, factors } = scorePair(menteeFacts(), mentorFacts(), weights());
    expect(score).toBe(0.5);
    expect(factors.map(({ key }) => key)).toEqual([...factorKeys]);
    for (const { known, sentence } of factors) {
      expect(known).toBe(false);
      expect(inWords(sentence)).toMatch(/not known|too little is known/i);
    }
  });

  it("grows when the mentor becomes stronger where the mentee has a gap", () => {
    fc.assert(
      fc.property(anyMentee, anyMentor, anyWeights, (mentee, mentor, given) => {
        const gap = mentee.gaps[0];
        fc.pre(gap !== undefined && mentor.strengths.size > 0);
        const stronger = { ...mentor, strengths: new Map(mentor.strengths).set(gap?.skill ?? "", 4) };
        expect(scoreOf(mentee, stronger, given)).toBeGreaterThanOrEqual(
          scoreOf(mentee, mentor, given) - 1e-12,
        );
      }),
      runs(300),
    );
  });

  it("is told by its strongest known factors", () => {
    const mentee = menteeFacts({ learningStyle: "DOING", communicationStyle: "CALM", tenure: 0 });
    const mentor = mentorFacts({ teaches: new Set(["DOING"]), communicationStyle: "DIRECT", tenure: 3 });
    const { factors } = scorePair(mentee, mentor, weights({ tenure: 20 }));
    expect(bestReasons(factors, 3).map(({ key }) => key)).toEqual(["tenure", "learning"]);
    expect(bestReasons(factors, 1)).toHaveLength(1);
  });
});

describe("the factors", () => {
  test("gaps and strengths: a big gap counts more, and strong skills are named", () => {
    const gaps = [
      { skill: "objections", name: "Objection handling", level: 3 },
      { skill: "closing", name: "Closing", level: 1 },
    ];
    const strong = mentorFacts({ strengths: new Map([["objections", 4]]) });
    expect(says("gaps", menteeFacts({ gaps }), strong)).toEqual({
      value: 0.75,
      words: "Strong where this mentee has gaps: Objection handling.",
    });
    const weak = mentorFacts({ strengths: new Map([["closing", 2]]) });
    expect(says("gaps", menteeFacts({ gaps }), weak)).toEqual({
      value: 0.125,
      words: "Not strong where this mentee has gaps: Objection handling, Closing.",
    });
  });

  test("communication: the same is best, the opposite on the circle least", () => {
    const mentee = menteeFacts({ communicationStyle: "DIRECT" });
    const values = (["DIRECT", "LIVELY", "CALM", "EXACT"] as const).map(
      (communicationStyle) => says("communication", mentee, mentorFacts({ communicationStyle })).value,
    );
    expect(values).toEqual([1, 0.6, 0.2, 0.6]);
  });

  test("goals are found by their words, whatever their ending and accents", () => {
    const goal = (text: string) => ({ text, words: [...wordsOf(text)] });
    const mentee = menteeFacts({ goals: [goal("Negotiate a renewal"), goal("Run my own démo")] });
    const mentor = mentorFacts({ words: wordsOf("Led negotiations with banks") });
    expect(says("goals", mentee, mentor)).toEqual({
      value: 0.5,
      words: "Has done what this mentee wants to do: Negotiate a renewal.",
    });
  });

  test("interests are compared without case, as the mentee wrote them", () => {
    const mentee = menteeFacts({ interests: byFolded(["Chess", "Trail running"]) });
    const mentor = mentorFacts({ interests: byFolded(["chess ", "Opera"]) });
    expect(says("interests", mentee, mentor)).toEqual({ value: 0.5, words: "Both like Chess." });
  });

  test("leave takes its share of the days off the working hours", () => {
    const hours = { from: 480, to: 960 };
    const away = { days: 2, of: 10 };
    const value = (mentee: typeof hours | null) =>
      says("hours", menteeFacts({ hours: mentee }), mentorFacts({ hours: { from: 600, to: 1080 }, away }));
    expect(value(hours).value).toBeCloseTo(0.75 * 0.8);
    expect(value(null)).toEqual({ value: 0.4, words: "Away on 2 of 10 program days." });
    expect(says("hours", menteeFacts(), mentorFacts()).value).toBeNull();
  });

  test("leave is counted in program days alone", () => {
    const leaves = [{ firstDay: "2026-03-06", lastDay: "2026-03-09" } as const];
    expect(awayOn(["2026-03-05", "2026-03-06", "2026-03-09"], leaves)).toEqual({ days: 2, of: 3 });
    expect(awayOn([], leaves)).toEqual({ days: 0, of: 0 });
  });

  test("working hours are compared across zones and over midnight", () => {
    const day = "2026-03-02";
    const berlin = workSpan(day, "Europe/Berlin", 9 * 60, 17 * 60);
    const newYork = workSpan(day, "America/New_York", 9 * 60, 17 * 60);
    const auckland = workSpan(day, "Pacific/Auckland", 8 * 60, 16 * 60);
    const value = (mentee: typeof berlin, mentor: typeof berlin) =>
      says("hours", menteeFacts({ hours: mentee }), mentorFacts({ hours: mentor }));
    expect(value(berlin, berlin).value).toBe(1);
    expect(value(berlin, newYork)).toEqual({ value: 0.25, words: "2 hours of the working day in common." });
    expect(value(berlin, auckland)).toEqual({ value: 0, words: "Their working hours do not overlap." });
    const night = workSpan(day, "Europe/Berlin", 22 * 60, 6 * 60);
    expect(value(night, workSpan(day, "Europe/Berlin", 4 * 60, 12 * 60)).value).toBe(0.25);
    expect(workSpan(day, "Europe/Berlin", null, 60)).toBeNull();
  });

  test("tenure: one to five years ahead is best, nobody learns from who came later", () => {
    const value = (mentor: number) =>
      says("tenure", menteeFacts({ tenure: 1 }), mentorFacts({ tenure: mentor })).value;
    expect([0.5, 1, 1.5, 2, 6].map(value)).toEqual([0, 0, 0.5, 1, 1]);
    expect(value(9)).toBeCloseTo(0.79);
    expect(value(40)).toBe(0.3);
    expect(tenureOn("2026-03-02", "2026-04-01")).toBe(0);
    expect(tenureOn("2026-03-02", null)).toBeNull();
  });

  test("variety follows the wish: much in common, little, or some of both", () => {
    const alike = { floorId: "SMB", communicationStyle: "CALM" } as const;
    const value = (variety: "SIMILAR" | "MIXED" | "DIFFERENT", floorId = "SMB") =>
      says("variety", menteeFacts({ ...alike, floorId, variety }), mentorFacts(alike)).value;
    expect([value("SIMILAR"), value("MIXED"), value("DIFFERENT")]).toEqual([1, 0, 0]);
    expect([value("SIMILAR", "Enterprise"), value("MIXED", "Enterprise")]).toEqual([0.5, 1]);
  });
});

describe("the weights", () => {
  it("are shown as shares of a hundred", () => {
    expect(sharesOf({ ...none, gaps: 30, goals: 10 })).toEqual({ ...none, gaps: 75, goals: 25 });
    expect(sharesOf(none)).toEqual(none);
  });

  it("are whole numbers up to a hundred, one for each factor, and not all nothing", () => {
    const settings = { weights: weights(), floorRule: "ANY", variety: "MIXED" };
    const valid = (over: object) => matchingSettingsSchema.safeParse({ ...settings, ...over }).success;
    expect(valid({})).toBe(true);
    expect(valid({ weights: none })).toBe(false);
    expect(valid({ weights: weights({ gaps: 101 }) })).toBe(false);
    expect(valid({ weights: weights({ gaps: 1.5 }) })).toBe(false);
    expect(valid({ weights: { gaps: 1 } })).toBe(false);
    expect(valid({ floorRule: "NONE" })).toBe(false);
  });
});
