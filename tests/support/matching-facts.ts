import fc from "fast-check";
import { factorKeys } from "@/lib/matching/factors";
import {
  byFolded,
  communicationStyles,
  learningStyles,
  type MenteeFacts,
  type MentorFacts,
  varieties,
} from "@/lib/matching/facts";
import { floorRules } from "@/lib/matching/hard-rules";
import type { Weights } from "@/lib/matching/rules";
import { mentorKinds } from "@/lib/mentors/rules";

/** A mentee of whom nothing is known, unless told otherwise. */
export const menteeFacts = (over: Partial<MenteeFacts> = {}): MenteeFacts => ({
  gaps: [],
  learningStyle: null,
  communicationStyle: null,
  goals: [],
  interests: new Map(),
  hours: null,
  tenure: null,
  floorId: null,
  variety: "MIXED",
  ...over,
});

/** A mentor of whom nothing is known, unless told otherwise. */
export const mentorFacts = (over: Partial<MentorFacts> = {}): MentorFacts => ({
  strengths: new Map(),
  away: { days: 0, of: 10 },
  teaches: new Set(),
  communicationStyle: null,
  words: new Set(),
  interests: new Map(),
  hours: null,
  tenure: null,
  floorId: null,
  ...over,
});

/** The same weight for every factor, unless told otherwise. */
export const weights = (over: Partial<Weights> = {}): Weights => ({
  ...(Object.fromEntries(factorKeys.map((key) => [key, 10])) as Weights),
  ...over,
});

const skill = fc.constantFrom("discovery", "objections", "closing");
const level = fc.integer({ min: 0, max: 4 });
const word = fc.constantFrom("renewal", "demo", "negotiation", "pipeline");
const interests = fc.subarray(["Chess", "Running", "Opera", "Cooking", "Go"]).map(byFolded);
const hours = fc
  .record({ from: fc.integer({ min: 0, max: 1439 }), length: fc.integer({ min: 1, max: 1440 }) })
  .map(({ from, length }) => ({ from, to: from + length }));
const both = {
  communicationStyle: fc.option(fc.constantFrom(...communicationStyles)),
  interests,
  hours: fc.option(hours),
  tenure: fc.option(fc.double({ min: 0, max: 40, noNaN: true })),
  floorId: fc.option(fc.constantFrom("SMB", "Enterprise")),
};

export const anyMentee: fc.Arbitrary<MenteeFacts> = fc.record({
  ...both,
  gaps: fc.uniqueArray(
    fc.record({ skill, level }).map((gap) => ({ ...gap, name: gap.skill })),
    { selector: (gap) => gap.skill },
  ),
  learningStyle: fc.option(fc.constantFrom(...learningStyles)),
  goals: fc.array(fc.array(word, { maxLength: 2 }).map((words) => ({ text: words.join(" "), words }))),
  variety: fc.constantFrom(...varieties),
});

export const anyMentor: fc.Arbitrary<MentorFacts> = fc.record({
  ...both,
  strengths: fc.array(fc.tuple(skill, level)).map((entries) => new Map(entries)),
  teaches: fc.subarray([...learningStyles]).map((styles) => new Set(styles)),
  words: fc.array(word).map((words) => new Set(words)),
  away: fc.integer({ min: 0, max: 10 }).map((days) => ({ days, of: 10 })),
});

export const anyWeights: fc.Arbitrary<Weights> = fc.record(
  Object.fromEntries(factorKeys.map((key) => [key, fc.integer({ min: 0, max: 100 })])),
) as unknown as fc.Arbitrary<Weights>;

const id = (prefix: string) => fc.integer({ min: 0, max: 7 }).map((number) => `${prefix}${number}`);
const languages = fc.subarray(["English", "Deutsch", "Español"]).map(byFolded);

/** A cohort of up to eight mentees and six mentors, with everything that may forbid a pair. */
export const anyMatching = fc.record({
  settings: fc.record({ weights: anyWeights, floorRule: fc.constantFrom(...floorRules) }),
  mentees: fc.uniqueArray(
    fc.record({
      enrollmentId: id("enrollment"),
      personId: id("person"),
      lineManagerId: fc.option(id("person")),
      floorId: fc.option(fc.constantFrom("SMB", "Enterprise")),
      languages,
      apart: fc.array(id("person"), { maxLength: 2 }).map((people) => new Set(people)),
      facts: anyMentee,
      current: fc.option(fc.record({ nominationId: id("nomination"), suggested: fc.boolean() })),
    }),
    { selector: ({ enrollmentId }) => enrollmentId, maxLength: 8 },
  ),
  mentors: fc.uniqueArray(
    fc.record({
      nominationId: id("nomination"),
      personId: id("person"),
      floorId: fc.option(fc.constantFrom("SMB", "Enterprise")),
      kind: fc.constantFrom(...mentorKinds),
      unqualified: fc.option(fc.constant({ key: "mentors.refused.notTrained" })),
      languages,
      capacity: fc.integer({ min: 1, max: 4 }),
      load: fc.integer({ min: 0, max: 5 }),
      facts: anyMentor,
    }),
    { selector: ({ nominationId }) => nominationId, maxLength: 6 },
  ),
});
