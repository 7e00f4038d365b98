import type { Task } from "./matching-problem";
import { makeSeats, moveAlong, type Seats } from "./seats";

/** Mentors who can be reached from a mentee: over allowed pairs, and over mentees who would make room by moving. */
export type Reach = {
  /** The mentors, the nearest first. */
  mentors: number[];
  /** The mentee who would come to each mentor, -1 for mentors not reached. */
  by: Int32Array;
};

/**
 * Breadth first from `mentee` over pairs that cost at most `limit`, until a mentor with room is met, who is given
 * back, or -1 after all. Mentors that `reach` holds already are passed by. O(mentees × mentors).
 */
export function findRoom(
  task: Task,
  seats: Seats,
  room: Int32Array,
  limit: number,
  mentee: number,
  reach: Reach,
) {
  const { cost, mentors } = task;
  const { menteeAt, firstPlace, taken } = seats;
  const waiting = [mentee];
  for (const one of waiting) {
    for (let mentor = 0; mentor < mentors; mentor++) {
      if (reach.by[mentor] !== -1 || !((cost[one * mentors + mentor] as number) <= limit)) continue;
      reach.by[mentor] = one;
      reach.mentors.push(mentor);
      const count = taken[mentor] as number;
      if (count < (room[mentor] as number)) return mentor;
      const first = firstPlace[mentor] as number;
      for (let place = first; place < first + count; place++) waiting.push(menteeAt[place] as number);
    }
  }
  return -1;
}

export function emptyReach(mentors: number): Reach {
  return { mentors: [], by: new Int32Array(mentors).fill(-1) };
}

/** Empties a reach in the time it took to fill it. */
export function forget(reach: Reach) {
  for (const mentor of reach.mentors) reach.by[mentor] = -1;
  reach.mentors.length = 0;
}

/**
 * How many of `task.open` find no mentor when as many as possible do, over pairs that cost at most `limit`; counts no
 * further than one more than `most`. Augmenting paths (Berge 1957; Ahuja, Magnanti and Orlin, Network Flows, 1993,
 * section 12.3), many mentees to a mentor. What was reached in vain stays passed by, because no path will ever lead
 * out of it. O(mentees² × mentors) at worst.
 */
function countLeft(task: Task, limit: number, most = Number.POSITIVE_INFINITY): number {
  const seats = makeSeats(task.mentees, task.room);
  const inVain = emptyReach(task.mentors);
  let left = 0;
  for (const mentee of task.open) {
    const reach: Reach = { mentors: [], by: inVain.by };
    const mentor = findRoom(task, seats, task.room, limit, mentee, reach);
    if (mentor === -1) left += 1;
    else {
      moveAlong(seats, reach.by, mentee, mentor);
      forget(reach);
    }
    if (left > most) break;
  }
  return left;
}

/**
 * The lowest limit under which no more mentees are left than without one: by halving over the distinct costs, in
 * O(log pairs) counts.
 */
export function lowestLimit(task: Task): number {
  const finite = task.cost.filter((cost) => cost !== Number.POSITIVE_INFINITY).sort();
  const costs = finite.filter((cost, index) => index === 0 || cost !== finite[index - 1]);
  const most = countLeft(task, Number.MAX_VALUE);
  if (most === task.open.length) return 0;
  let [low, high] = [0, costs.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (countLeft(task, costs[middle] as number, most) <= most) high = middle;
    else low = middle + 1;
  }
  return costs[high] as number;
}
