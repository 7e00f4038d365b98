import type { Sentence } from "@/lib/errors";
import type { HardRule } from "@/lib/matching/hard-rules";

/** A mentor as a lane of places. */
export type Lane = {
  nominationId: string;
  mentor: string;
  floor: string;
  capacity: number;
  /** How many places are taken, over all cohorts that overlap. */
  load: number;
  /** Why they cannot be anybody's mentor now, or null. */
  reason: Sentence | null;
  /** Mentees of this cohort who are theirs for good. */
  confirmed: { enrollmentId: string; mentee: string }[];
};

/** A suggestion as somebody moves it. */
export type Movable = {
  pairingId: string;
  enrollmentId: string;
  mentee: string;
  nominationId: string;
  locked: boolean;
  /** For each lane how well the two fit, in thousandths, or less than 0: the number of the rule that forbids them. */
  fits: number[];
};

/** Everything that moving suggestions by hand takes: small enough to be in the browser, so that nobody waits for it. */
export type MoveMap = {
  lanes: Lane[];
  suggestions: Movable[];
  /** The names of the rules, the first has number 1. */
  rules: readonly HardRule[];
  /** The sum of the scores of all suggestions. */
  total: number;
};

/** One mentee who goes to another mentor, and what their fit gains (or loses, below 0) by it, from -1 to 1. */
export type Step = { pairingId: string; mentee: string; from: Lane; to: Lane; gain: number };

/** A mentor whom a mentee could move to. `steps` is the mentee alone, or two where another makes room; none: why not. */
export type MoveChoice = {
  lane: Lane;
  steps: [Step] | [Step, Step] | null;
  gain: number;
  reason: Sentence | null;
};

export const freePlaces = ({ capacity, load, reason }: Lane) => (reason ? 0 : Math.max(0, capacity - load));

/**
 * Every other mentor for a mentee: those with a free place first, then those where another mentee would make room,
 * each by what the total gains, then the others with the reason. Where a place has to be made, the mentee leaves whose
 * way costs least, to the place that becomes free or to any other; nobody leaves who is kept or confirmed.
 */
export function movesOf(map: MoveMap, pairingId: string): MoveChoice[] {
  const mover = map.suggestions.find((one) => one.pairingId === pairingId);
  if (!mover) return [];
  const choices = map.lanes.flatMap((lane, column) =>
    lane.nominationId === mover.nominationId ? [] : [choiceOf(map, mover, lane, column)],
  );
  const rank = ({ steps }: MoveChoice) => (steps ? steps.length : 3);
  return choices.sort((a, b) => rank(a) - rank(b) || b.gain - a.gain);
}

function choiceOf(map: MoveMap, mover: Movable, lane: Lane, column: number): MoveChoice {
  const no = (reason: Sentence): MoveChoice => ({ lane, steps: null, gain: 0, reason });
  if (mover.locked) return no({ key: "pairings.refused.kept" });
  if (lane.reason) return no(lane.reason);
  const step = stepTo(map, mover, column);
  if (!step) return no(ruleOf(map, mover.fits[column] ?? 0));
  if (freePlaces(lane) > 0) return { lane, steps: [step], gain: step.gain, reason: null };
  const other = wayOut(map, mover, lane);
  if (!other) return no({ key: "suggestions.refused.noWayOut" });
  return { lane, steps: [step, other], gain: step.gain + other.gain, reason: null };
}

function ruleOf({ rules }: MoveMap, fit: number): Sentence {
  return { key: `matching.rule.${rules[-fit - 1] ?? "notEligible"}` };
}

/** What it means for a mentee to go to the lane in this column, or null where a rule forbids it. */
function stepTo(
  { lanes }: MoveMap,
  { pairingId, mentee, nominationId, fits }: Movable,
  column: number,
): Step | null {
  const here = lanes.findIndex((lane) => lane.nominationId === nominationId);
  const [from, to, fit] = [lanes[here], lanes[column], fits[column]];
  if (!from || !to || fit === undefined || fit < 0) return null;
  return { pairingId, mentee, from, to, gain: (fit - Math.max(0, fits[here] ?? 0)) / 1000 };
}

/** The mentee of a full lane whose leaving costs least, and where to. */
function wayOut(map: MoveMap, mover: Movable, lane: Lane): Step | null {
  let best: Step | null = null;
  for (const other of map.suggestions) {
    if (other.nominationId !== lane.nominationId || other.locked) continue;
    map.lanes.forEach((target, column) => {
      if (target === lane || target.reason) return;
      if (target.nominationId !== mover.nominationId && freePlaces(target) === 0) return;
      const step = stepTo(map, other, column);
      if (step && (best === null || step.gain > best.gain)) best = step;
    });
  }
  return best;
}

/** The lanes as they are shown: those with free places first, the most free one first, then by name. */
export function shownLanes(lanes: readonly Lane[]): Lane[] {
  return [...lanes].sort(
    (a, b) => Number(a.reason !== null) - Number(b.reason !== null) || freePlaces(b) - freePlaces(a),
  );
}

/** Who is suggested to whom, by the nomination of the mentor. */
export function byLane(suggestions: readonly Movable[]): ReadonlyMap<string, Movable[]> {
  const lanes = new Map<string, Movable[]>();
  for (const one of suggestions) lanes.set(one.nominationId, [...(lanes.get(one.nominationId) ?? []), one]);
  return lanes;
}
