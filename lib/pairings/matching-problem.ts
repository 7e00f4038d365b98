/** A mentee and a mentor who belong together whatever the plan. Both are numbers, counted from 0. */
export type Lock = { mentee: number; mentor: number };

/**
 * Who could be paired with whom. Mentees and mentors are numbered from 0, in the order in which the caller lists
 * them; the order decides ties. A matrix is dense and holds one mentee after the other: the pair of mentee `i` and
 * mentor `j` is at `i * places.length + j`.
 */
export type MatchingProblem = {
  mentees: number;
  /** How many mentees each mentor can still take, those of `locks` included. */
  places: ArrayLike<number>;
  /** How well each pair fits, from 0 to 1. */
  scores: ArrayLike<number>;
  /** 0 where a pair is allowed, otherwise the number (1–255, the caller's) of the rule that forbids it. */
  rules?: ArrayLike<number>;
  locks?: readonly Lock[];
  /** How many mentees each mentor has already beside this plan; read only to balance. */
  loads?: ArrayLike<number>;
};

/** The same, checked and made ready for the algorithms, which see the mentees that are not locked. */
export type Task = {
  mentees: number;
  mentors: number;
  /** What each pair loses against a perfect score, in grains; Infinity for a pair that is not allowed. */
  cost: Float64Array;
  /** The places that locks leave, at most one for each mentee. */
  room: Int32Array;
  /** The mentees whom each mentor has whatever the plan: locked ones and those beside this plan. */
  base: Float64Array;
  /** The mentor of each locked mentee, -1 for those who are not. */
  lockedTo: Int32Array;
  /** The mentees who are not locked, in order. */
  open: number[];
};

/**
 * Scores are counted in whole grains of about a billionth. Sums of them are exact, so that no tolerance decides
 * which plan is better, and the same problem has the same plan on every machine.
 */
export const grains = 2 ** 30;

/**
 * Checks a problem and makes it ready, in O(mentees × mentors). Throws a RangeError for what cannot be meant: sizes
 * that do not fit, places or loads that are not whole or negative, a score outside 0–1 (NaN too), a lock of nobody,
 * two locks of one mentee, a lock that a rule forbids or that finds no place.
 */
export function prepare(problem: MatchingProblem): Task {
  const { mentees, places, loads = new Float64Array(places.length), locks = [] } = problem;
  const mentors = places.length;
  if (!isCount(mentees)) throw new RangeError(`there cannot be ${mentees} mentees`);
  if (loads.length !== mentors) throw new RangeError("each mentor has one load");
  const room = new Float64Array(mentors);
  const base = new Float64Array(mentors);
  for (let mentor = 0; mentor < mentors; mentor++) {
    room[mentor] = countAt(places, mentor, "places");
    base[mentor] = countAt(loads, mentor, "load");
  }
  const cost = costOf(problem);
  const lockedTo = new Int32Array(mentees).fill(-1);
  for (const { mentee, mentor } of locks) {
    const pair = `the lock of mentee ${mentee} on mentor ${mentor}`;
    if (!(isCount(mentee) && mentee < mentees && isCount(mentor) && mentor < mentors)) {
      throw new RangeError(`${pair} names nobody`);
    }
    if (lockedTo[mentee] !== -1) throw new RangeError(`${pair} is the second of this mentee`);
    if (cost[mentee * mentors + mentor] === Number.POSITIVE_INFINITY) {
      throw new RangeError(`${pair} is forbidden`);
    }
    if (room[mentor] === 0) throw new RangeError(`${pair} is over the mentor's places`);
    lockedTo[mentee] = mentor;
    room[mentor] = (room[mentor] as number) - 1;
    base[mentor] = (base[mentor] as number) + 1;
  }
  const open = [...lockedTo.keys()].filter((mentee) => lockedTo[mentee] === -1);
  const atMost = Int32Array.from(room, (count) => Math.min(count, open.length));
  return { mentees, mentors, cost, room: atMost, base, lockedTo, open };
}

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;

function countAt(counts: ArrayLike<number>, mentor: number, what: string) {
  const count = counts[mentor] as number;
  if (!isCount(count)) throw new RangeError(`mentor ${mentor} cannot have ${count} as ${what}`);
  return count;
}

function costOf({ mentees, places: { length: mentors }, scores, rules }: MatchingProblem) {
  if (scores.length !== mentees * mentors) throw new RangeError("each pair has one score");
  if (rules && rules.length !== scores.length) throw new RangeError("each pair has one rule, or 0");
  const cost = new Float64Array(scores.length);
  for (let pair = 0; pair < cost.length; pair++) {
    const score = scores[pair] as number;
    if (!(score >= 0 && score <= 1)) {
      const mentee = Math.floor(pair / mentors);
      throw new RangeError(`mentee ${mentee} and mentor ${pair % mentors} cannot score ${score}`);
    }
    cost[pair] = rules?.[pair] ? Number.POSITIVE_INFINITY : grains - Math.round(score * grains);
  }
  return cost;
}
