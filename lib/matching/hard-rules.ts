import type { Sentence } from "@/lib/errors";
import { awayThroughout, type MenteeFacts, type MentorFacts } from "@/lib/matching/facts";
import { scoreOf, type Weights } from "@/lib/matching/rules";
import { type MentorKind, servesAs } from "@/lib/mentors/rules";
import type { Lock, MatchingProblem } from "@/lib/pairings/matching-problem";
import { atOnce, type Steps } from "@/lib/steps";

/** Which floor a mentor may come from, as seen from the mentee's. */
export const floorRules = ["ANY", "SAME", "OTHER"] as const;
export type FloorRule = (typeof floorRules)[number];

/** What forbids a pair, whatever its score. In a problem a rule is its place in this list, counted from 1. */
export const hardRules = [
  "oneself",
  "lineManager",
  "doNotPair",
  "notEligible",
  "onLeave",
  "otherKind",
  "floor",
  "languages",
] as const;
export type HardRule = (typeof hardRules)[number];

/** What matching has to know of a mentee beside what is scored. */
type RuledMentee = {
  enrollmentId: string;
  personId: string;
  lineManagerId: string | null;
  floorId: string | null;
  /** Folded; empty when nobody said. */
  languages: ReadonlyMap<string, string>;
  /** The people whom they are not to be paired with, whoever asked for it. */
  apart: ReadonlySet<string>;
  facts: MenteeFacts;
  /** The lead pairing that they have already, suggested or more. */
  current: { nominationId: string; suggested: boolean } | null;
};

/** What matching has to know of a mentor beside what is scored. */
type RuledMentor = {
  nominationId: string;
  personId: string;
  floorId: string | null;
  kind: MentorKind;
  /** Why they could not mentor even with room, or null. */
  unqualified: Sentence | null;
  languages: ReadonlyMap<string, string>;
  capacity: number;
  /** Current mentees over all cohorts that overlap, those that are only suggested included. */
  load: number;
  facts: MentorFacts;
};

const broken: Record<HardRule, (mentee: RuledMentee, mentor: RuledMentor, floorRule: FloorRule) => boolean> =
  {
    oneself: (mentee, mentor) => mentee.personId === mentor.personId,
    lineManager: (mentee, mentor) => mentee.lineManagerId === mentor.personId,
    doNotPair: (mentee, mentor) => mentee.apart.has(mentor.personId),
    notEligible: (_, mentor) => mentor.unqualified !== null,
    onLeave: (_, { facts: { away } }) => awayThroughout(away),
    otherKind: (_, mentor) => !servesAs(mentor.kind, "LEAD"),
    floor: (mentee, mentor, floorRule) => breaksFloorRule(mentee.floorId, mentor.floorId, floorRule),
    languages: (mentee, mentor) => haveNoLanguage(mentee.languages, mentor.languages),
  };

/** A floor that is not known forbids nothing. */
function breaksFloorRule(mentee: string | null, mentor: string | null, rule: FloorRule): boolean {
  if (rule === "ANY" || mentee === null || mentor === null) return false;
  return (mentee === mentor) !== (rule === "SAME");
}

/** Who did not say which languages they speak is taken to speak the other's. */
function haveNoLanguage(mentee: ReadonlyMap<string, string>, mentor: ReadonlyMap<string, string>): boolean {
  if (mentee.size === 0 || mentor.size === 0) return false;
  for (const language of mentee.keys()) if (mentor.has(language)) return false;
  return true;
}

/** Every rule that forbids this mentor as lead mentor of this mentee, what never changes first. Empty: none does. */
export function brokenRules(mentee: RuledMentee, mentor: RuledMentor, floorRule: FloorRule): HardRule[] {
  return hardRules.filter((rule) => broken[rule](mentee, mentor, floorRule));
}

/** The first rule that forbids a pair, as its number in a problem, or 0. */
export function firstBroken(mentee: RuledMentee, mentor: RuledMentor, floorRule: FloorRule): number {
  return 1 + hardRules.findIndex((rule) => broken[rule](mentee, mentor, floorRule));
}

/** Rules that an organizer may overrule by locking a pair; the database keeps the others. */
export const overruled: readonly HardRule[] = ["floor", "languages"];

/**
 * The matching problem of a cohort, for `solve`: its mentees who have no lead pairing that is more than suggested, and
 * all its mentors. A suggested pairing gives its place back; one that has to stay is named in `locks`, which go over
 * the floor rule and languages, never over another rule. Scores each pair once, without a sentence.
 */
export function toMatchingProblem<Mentee extends RuledMentee, Mentor extends RuledMentor>(
  matching: Ruled<Mentee, Mentor>,
  locks: readonly NamedLock[] = [],
): NamedProblem<Mentee, Mentor> {
  return atOnce(problemBySteps(matching, locks));
}

type NamedLock = { enrollmentId: string; nominationId: string };
type Ruled<Mentee, Mentor> = {
  mentees: readonly Mentee[];
  mentors: readonly Mentor[];
  settings: { weights: Weights; floorRule: FloorRule };
};
type NamedProblem<Mentee, Mentor> = {
  problem: MatchingProblem;
  mentees: Mentee[];
  mentors: readonly Mentor[];
};

/** The same as {@link toMatchingProblem}, with a pause after each mentee who is scored. */
export function* problemBySteps<Mentee extends RuledMentee, Mentor extends RuledMentor>(
  { mentees: all, mentors, settings }: Ruled<Mentee, Mentor>,
  locks: readonly NamedLock[],
): Steps<NamedProblem<Mentee, Mentor>> {
  const mentees = all.filter(({ current }) => current === null || current.suggested);
  const kept = locked(mentees, mentors, locks);
  const scores = new Float64Array(mentees.length * mentors.length);
  const rules = new Uint8Array(scores.length);
  for (const [row, mentee] of mentees.entries()) {
    mentors.forEach((mentor, column) => {
      const pair = row * mentors.length + column;
      scores[pair] = scoreOf(mentee.facts, mentor.facts, settings.weights);
      rules[pair] = firstBroken(mentee, mentor, settings.floorRule);
    });
    yield row + 1;
  }
  for (const { mentee, mentor } of kept) {
    const pair = mentee * mentors.length + mentor;
    const rule = hardRules[(rules[pair] ?? 0) - 1];
    if (rule && overruled.includes(rule)) rules[pair] = 0;
  }
  return {
    problem: { mentees: mentees.length, ...placesLeft(mentees, mentors), scores, rules, locks: kept },
    mentees,
    mentors,
  };
}

/** The places of each mentor when every suggestion gives its own back, and what is taken beside them. */
function placesLeft(mentees: readonly RuledMentee[], mentors: readonly RuledMentor[]) {
  const given = new Map<string, number>();
  for (const { current } of mentees) {
    if (current) given.set(current.nominationId, (given.get(current.nominationId) ?? 0) + 1);
  }
  const loads = mentors.map(({ nominationId, load }) => Math.max(0, load - (given.get(nominationId) ?? 0)));
  return {
    loads,
    places: mentors.map(({ capacity }, mentor) => Math.max(0, capacity - (loads[mentor] ?? 0))),
  };
}

/** Locks by number. One of somebody who is not matched any more is dropped. */
function locked(
  mentees: readonly RuledMentee[],
  mentors: readonly RuledMentor[],
  locks: readonly NamedLock[],
): Lock[] {
  const rows = new Map(mentees.map(({ enrollmentId }, row) => [enrollmentId, row]));
  const columns = new Map(mentors.map(({ nominationId }, column) => [nominationId, column]));
  return locks.flatMap(({ enrollmentId, nominationId }) => {
    const [mentee, mentor] = [rows.get(enrollmentId), columns.get(nominationId)];
    return mentee === undefined || mentor === undefined ? [] : [{ mentee, mentor }];
  });
}
