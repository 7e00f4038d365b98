import type { Sentence } from "@/lib/errors";
import {
  brokenRules,
  firstBroken,
  type HardRule,
  hardRules,
  overruled,
  toMatchingProblem,
} from "@/lib/matching/hard-rules";
import type { Matching, MatchingMentee, MatchingMentor } from "@/lib/matching/queries";
import { bestReasons, scoreOf, scorePair } from "@/lib/matching/rules";
import { servesAs } from "@/lib/mentors/rules";
import { solve, type UnpairedReason } from "@/lib/pairings/solver";
import { explainUnpaired } from "@/lib/pairings/unpaired";
import type { MoveMap } from "@/lib/suggestions/moves";

const reasonsShown = 3;

/** The locked suggestions that a plan has to keep. One that a rule of the database forbids by now binds nobody. */
export function locksOf({ mentees, mentors, settings }: Matching) {
  const byId = new Map(mentors.map((mentor) => [mentor.nominationId, mentor]));
  return mentees.flatMap((mentee) => {
    const { current, enrollmentId } = mentee;
    const mentor = current?.locked && current.suggested ? byId.get(current.nominationId) : undefined;
    if (!mentor) return [];
    const broken = brokenRules(mentee, mentor, settings.floorRule);
    const stands = broken.every((rule) => overruled.includes(rule));
    return stands ? [{ enrollmentId, nominationId: mentor.nominationId }] : [];
  });
}

/** One suggestion as an organizer judges it. */
export type ShownSuggestion = {
  enrollmentId: string;
  pairingId: string;
  nominationId: string;
  mentee: string;
  mentor: string;
  locked: boolean;
  score: number;
  reasons: Sentence[];
  /** The mentor with a free place who would be the best for this mentee otherwise, and what the total loses by it. */
  runnerUp: { mentor: string; costs: number } | null;
};

/** Somebody whom no plan pairs, with what is in the way. */
export type StuckMentee = { enrollmentId: string; mentee: string; reason: UnpairedReason; rules: HardRule[] };

/** What is suggested in a cohort, why, and who cannot be paired, with the fewest places that would help. */
export function toSuggestions(matching: Matching) {
  const byId = new Map(matching.mentors.map((mentor) => [mentor.nominationId, mentor]));
  const shown = matching.mentees.flatMap((mentee) => {
    const mentor = mentee.current?.suggested ? byId.get(mentee.current.nominationId) : undefined;
    return mentor ? [showSuggestion(matching, mentee, mentor)] : [];
  });
  const total = shown.reduce((sum, { score }) => sum + score, 0);
  const unpaired = matching.mentees.filter(({ current }) => current === null).length;
  const { settings } = matching;
  return { shown, total, unpaired, settings, moves: toMoveMap(matching, total), ...stuckOf(matching) };
}

export type Suggestions = ReturnType<typeof toSuggestions>;

function showSuggestion(
  { mentors, settings }: Matching,
  mentee: MatchingMentee,
  mentor: MatchingMentor,
): ShownSuggestion {
  const { score, factors } = scorePair(mentee.facts, mentor.facts, settings.weights);
  let runnerUp: ShownSuggestion["runnerUp"] = null;
  for (const other of mentors) {
    if (other === mentor || other.load >= other.capacity) continue;
    if (firstBroken(mentee, other, settings.floorRule) > 0) continue;
    const costs = score - scoreOf(mentee.facts, other.facts, settings.weights);
    if (runnerUp === null || costs < runnerUp.costs) runnerUp = { mentor: other.name, costs };
  }
  return {
    enrollmentId: mentee.enrollmentId,
    pairingId: mentee.current?.pairingId ?? "",
    nominationId: mentor.nominationId,
    mentee: mentee.name,
    mentor: mentor.name,
    locked: mentee.current?.locked ?? false,
    score,
    reasons: [...bestReasons(factors, reasonsShown).map(({ sentence }) => sentence), ...absence(mentor)],
    runnerUp,
  };
}

/** Leave on some of the program days is said whatever else speaks for the pair. */
function absence({ facts: { away } }: MatchingMentor): Sentence[] {
  return away.days > 0 ? [{ key: "matching.reason.away", values: away }] : [];
}

/** The lead mentors with their places, and how each suggestion would fit at each of them. */
function toMoveMap({ mentees, mentors: all, settings }: Matching, total: number): MoveMap {
  const mentors = all.filter(({ kind }) => servesAs(kind, "LEAD"));
  const held = (by: MatchingMentor) =>
    mentees.filter(({ current }) => current?.nominationId === by.nominationId);
  const lanes = mentors.map((mentor) => ({
    nominationId: mentor.nominationId,
    mentor: mentor.name,
    floor: mentor.floor,
    capacity: mentor.capacity,
    load: mentor.load,
    reason: mentor.unqualified,
    confirmed: held(mentor)
      .filter(({ current }) => !current?.suggested)
      .map(({ enrollmentId, name }) => ({ enrollmentId, mentee: name })),
  }));
  const fitOf = (mentee: MatchingMentee, mentor: MatchingMentor) => {
    const rule = firstBroken(mentee, mentor, settings.floorRule);
    return rule > 0 ? -rule : Math.round(scoreOf(mentee.facts, mentor.facts, settings.weights) * 1000);
  };
  const suggestions = mentees.flatMap((mentee) => {
    const { current, enrollmentId, name } = mentee;
    if (!current?.suggested) return [];
    const { pairingId, nominationId, locked } = current;
    const fits = mentors.map((mentor) => fitOf(mentee, mentor));
    return [{ pairingId, enrollmentId, mentee: name, nominationId, locked, fits }];
  });
  return { lanes, suggestions, rules: hardRules, total };
}

/** Who stays unpaired in the best plan around the locks, while somebody has no mentor yet. */
function stuckOf(matching: Matching): {
  stuck: StuckMentee[];
  change: { mentor: string; places: number }[];
} {
  if (matching.mentees.every(({ current }) => current !== null)) return { stuck: [], change: [] };
  const { problem, mentees, mentors } = toMatchingProblem(matching, locksOf(matching));
  const plan = solve(problem, { objective: "total", balance: false });
  const spare = mentors.map(({ capacity }) => Math.max(0, matching.cohort.cap - capacity));
  const explained = explainUnpaired(problem, plan, spare);
  const stuck = explained.mentees.flatMap(({ mentee: row, reason, rules }) => {
    const mentee = mentees[row];
    if (!mentee) return [];
    const names = rules.flatMap(({ rule }) => hardRules[rule - 1] ?? []);
    return [{ enrollmentId: mentee.enrollmentId, mentee: mentee.name, reason, rules: names }];
  });
  const change = explained.change.places.flatMap(({ mentor, places }) => {
    const name = mentors[mentor]?.name;
    return name ? [{ mentor: name, places }] : [];
  });
  return { stuck, change };
}
