import type { Sentence } from "@/lib/errors";
import type { FactorKey } from "@/lib/matching/factors";
import { brokenRules, firstBroken, hardRules, overruled } from "@/lib/matching/hard-rules";
import type { Matching, MatchingMentee, MatchingMentor } from "@/lib/matching/queries";
import { bestReasons, scoreOf, scorePair } from "@/lib/matching/rules";
import { servesAs } from "@/lib/mentors/rules";
import type { MoveMap } from "@/lib/suggestions/moves";
import { stuckOf } from "@/lib/suggestions/stuck";

const reasonsShown = 3;

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
  /** What is too little known of one of the two to count, of what has weight. */
  notKnown: FactorKey[];
  /** What the mentee needs, where they said that it is to be looked at. */
  needs: string | null;
  /** The rules that speak against the two by now; one that binds keeps them from being confirmed. */
  against: { why: Sentence; binds: boolean }[];
  /** The mentor with a free place who would be the best for this mentee otherwise, and what the total loses by it. */
  runnerUp: { mentor: string; costs: number } | null;
};

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
  const more = {
    gaps: gapsOfKnowledge(matching),
    moves: toMoveMap(matching, total),
    stuck: stuckOf(matching),
  };
  return { shown, total, unpaired, settings, ...more };
}

export type Suggestions = ReturnType<typeof toSuggestions>;

/** Of whom matching knows too little: mentees whose intake is not complete, and mentors who have written no card. */
function gapsOfKnowledge({ mentees: all, mentors }: Matching) {
  const mentees = all.filter(({ current }) => current === null || current.suggested);
  const able = mentors.filter(({ unqualified, kind }) => unqualified === null && servesAs(kind, "LEAD"));
  return {
    intakes: mentees.filter(({ filled }) => !filled.mentee || !filled.trainer).length,
    mentees: mentees.length,
    cards: able.filter(({ profiled }) => !profiled).length,
    /** What mentees need who are in no suggestion: the others' stands beside theirs. */
    needs: mentees.flatMap(({ needs, current, name, enrollmentId }) =>
      needs && current === null ? [{ enrollmentId, mentee: name, needs }] : [],
    ),
  };
}

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
    notKnown: factors.flatMap(({ key, known, weight }) => (known || weight === 0 ? [] : [key])),
    needs: mentee.needs,
    against: brokenRules(mentee, mentor, settings.floorRule).map((rule) => ({
      why:
        rule === "notEligible" && mentor.unqualified ? mentor.unqualified : { key: `matching.rule.${rule}` },
      binds: !overruled.includes(rule),
    })),
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
