import { type Lock, type MatchingProblem, prepare, type Task } from "./matching-problem";
import { emptyReach, findRoom, forget } from "./max-cardinality";
import { makeSeats, moveAlong, type Seats, seat } from "./seats";
import type { Plan, UnpairedReason } from "./solver";

/** Everything that would help one mentee who stays unpaired; each entry is enough by itself. */
export type UnpairedMentee = {
  mentee: number;
  reason: UnpairedReason;
  /** The rules that forbid a mentor: whom, and those of them who would take the mentee at once without this rule. */
  rules: { rule: number; mentors: number[]; exceptions: number[] }[];
  /** Mentors of whom one more place is enough: those whom the mentee may have first, then those to whom others move. */
  onePlaceOn: number[];
  /** Locks without which there is a mentor for everybody involved. */
  unlock: Lock[];
};

/** Mentees who can only be with these mentors, and are more than their places: each of `unpaired` is one too many. */
export type Shortage = { mentors: number[]; places: number; mentees: number; unpaired: number[] };

export type Explanation = {
  mentees: UnpairedMentee[];
  shortages: Shortage[];
  /** The fewest places to add, on mentors that have some to spare, and who stays unpaired even then. */
  change: { places: { mentor: number; places: number }[]; left: number[] };
};

type Ground = { problem: MatchingProblem; task: Task; seats: Seats; movable: Uint8Array };

/**
 * Why the mentees whom `plan` leaves unpaired are, and the smallest changes that would help. `plan` has to be what
 * `solve` gives for this `problem`; a RangeError says where it is not. `spare` is the number of places that each mentor
 * could get on top of theirs (up to the program's cap, say).
 *
 * Read off the residual graph of the plan (Ahuja, Magnanti and Orlin, Network Flows, 1993, sections 6.5 and 12.3): from
 * an unpaired mentee one reaches the mentors they may have, from there those to whom the mentees of these could move,
 * and so on. All of them are full, and one more place helps on each of them and on nobody else: this is the side of the
 * minimum cut. Each place added pairs one mentee more, so as many are added as mentees can be helped, no more.
 * O(unpaired × mentees × mentors).
 */
export function explainUnpaired(
  problem: MatchingProblem,
  plan: Pick<Plan, "mentorOf" | "unpaired">,
  spare: ArrayLike<number>,
): Explanation {
  const task = prepare(problem);
  const extended = task.room.map(
    (places, mentor) => places + Math.min(spareOf(spare, mentor), task.open.length),
  );
  const seats = seatsOf(task, plan.mentorOf, extended);
  const ground = { problem, task, seats, movable: movableOf(task, seats) };
  const mentees = plan.unpaired.map(({ mentee, reason }) => explain(ground, mentee, reason));
  return { mentees, shortages: shortagesOf(ground, mentees), change: changeOf(ground, mentees, extended) };
}

function spareOf(spare: ArrayLike<number>, mentor: number) {
  const places = spare[mentor];
  if (places !== undefined && Number.isSafeInteger(places) && places >= 0) return places;
  throw new RangeError(`mentor ${mentor} cannot have ${places} places to spare`);
}

function seatsOf(task: Task, mentorOf: Int32Array, extended: Int32Array) {
  const seats = makeSeats(task.mentees, extended);
  for (const mentee of task.open) {
    const mentor = mentorOf[mentee] ?? -1;
    if (mentor === -1) continue;
    const fits = (seats.taken[mentor] ?? 0) < (task.room[mentor] ?? 0);
    const allowed = task.cost[mentee * task.mentors + mentor] !== Number.POSITIVE_INFINITY;
    if (!fits || !allowed)
      throw new RangeError(`mentee ${mentee} cannot have mentor ${mentor} in this problem`);
    seat(seats, mentee, mentor);
  }
  return seats;
}

const mayPair = ({ cost, mentors }: Task, mentee: number, mentor: number) =>
  cost[mentee * mentors + mentor] !== Number.POSITIVE_INFINITY;

/** 1 for the mentors who have a free place, or a mentee who could move, over others if need be, to one who has. */
function movableOf(task: Task, { taken, mentorOf }: Seats) {
  const movable = Uint8Array.from(task.room, (places, mentor) => ((taken[mentor] ?? 0) < places ? 1 : 0));
  const waiting = [...movable.keys()].filter((mentor) => movable[mentor] === 1);
  for (const free of waiting) {
    for (const mentee of task.open) {
      const mentor = mentorOf[mentee] ?? -1;
      if (mentor === -1 || movable[mentor] === 1 || !mayPair(task, mentee, free)) continue;
      movable[mentor] = 1;
      waiting.push(mentor);
    }
  }
  return movable;
}

function explain(
  { problem, task, seats, movable }: Ground,
  mentee: number,
  reason: UnpairedReason,
): UnpairedMentee {
  const reach = emptyReach(task.mentors);
  if (findRoom(task, seats, task.room, Number.MAX_VALUE, mentee, reach) !== -1) {
    throw new RangeError(`mentee ${mentee} need not stay unpaired in this problem`);
  }
  const rules = new Map<number, UnpairedMentee["rules"][number]>();
  for (let mentor = 0; mentor < task.mentors; mentor++) {
    const rule = problem.rules?.[mentee * task.mentors + mentor] ?? 0;
    if (rule === 0) continue;
    const one = rules.get(rule) ?? { rule, mentors: [], exceptions: [] };
    rules.set(rule, one);
    one.mentors.push(mentor);
    if (movable[mentor] === 1) one.exceptions.push(mentor);
  }
  const reached = new Set(reach.mentors);
  const unlock = (problem.locks ?? []).filter(
    ({ mentee: other, mentor }) =>
      reached.has(mentor) && movable.some((can, next) => can === 1 && mayPair(task, other, next)),
  );
  const byRule = [...rules.values()].sort((a, b) => a.rule - b.rule);
  return { mentee, reason, rules: byRule, onePlaceOn: reach.mentors, unlock };
}

/** The mentees whose reaches have a mentor in common share one shortage. */
function shortagesOf({ task, seats }: Ground, mentees: readonly UnpairedMentee[]): Shortage[] {
  let groups: { mentors: Set<number>; unpaired: number[] }[] = [];
  for (const { mentee, onePlaceOn } of mentees) {
    if (onePlaceOn.length === 0) continue;
    const meets = (group: { mentors: Set<number> }) => onePlaceOn.some((mentor) => group.mentors.has(mentor));
    const met = groups.filter(meets);
    const all = {
      mentors: new Set(onePlaceOn),
      unpaired: [...met.flatMap((group) => group.unpaired), mentee],
    };
    for (const group of met) for (const mentor of group.mentors) all.mentors.add(mentor);
    groups = [...groups.filter((group) => !met.includes(group)), all];
  }
  return groups.map(({ mentors, unpaired }) => {
    const sorted = [...mentors].sort((a, b) => a - b);
    const places = sorted.reduce((sum, mentor) => sum + (task.room[mentor] ?? 0), 0);
    const there = sorted.reduce((sum, mentor) => sum + (seats.taken[mentor] ?? 0), 0);
    return { mentors: sorted, places, mentees: there + unpaired.length, unpaired };
  });
}

/** Goes on with the plan as if the places to spare were there; nearest mentors first, then lowest numbers. */
function changeOf({ task, seats }: Ground, mentees: readonly UnpairedMentee[], extended: Int32Array) {
  const added = new Map<number, number>();
  const left: number[] = [];
  const reach = emptyReach(task.mentors);
  for (const { mentee } of mentees) {
    const mentor = findRoom(task, seats, extended, Number.MAX_VALUE, mentee, reach);
    if (mentor === -1) left.push(mentee);
    else {
      moveAlong(seats, reach.by, mentee, mentor);
      added.set(mentor, (added.get(mentor) ?? 0) + 1);
    }
    forget(reach);
  }
  const places = [...added].sort(([a], [b]) => a - b).map(([mentor, count]) => ({ mentor, places: count }));
  return { places, left };
}
