import {
  at,
  type CoverPlan,
  choices,
  type Desk,
  fits,
  isBetter,
  loadOf,
  movable,
  open,
  type Place,
  type PlanProblem,
  type PlanWorth,
  put,
  strangersAndMoves,
  uncovered,
  worthOf,
} from "@/lib/call-covers/cover-desk";

/** With more choices than this the best plan that was found stands, without the proof that there is no better one. */
const mostChoices = 20_000;

/**
 * Suggests who sits in on every open block: as many blocks as possible; among those plans the one in which the busiest
 * mentor has least, then the most even one, then the one in which mentees meet the fewest different people, then the one
 * that moves the fewest blocks. The same problem always gets the same plan. Keeps every rule that it is given: who can
 * come when, one block at a time, blocks a day, time a week. Small problems are solved exactly; in large ones no block is
 * left open that exchanges one by one could cover, and no exchange evens the load further.
 */
export function planCovers(problem: PlanProblem): CoverPlan {
  const desk = open(problem);
  let worth = worthOf(desk);
  // Each step can make room for one before it: a block that moved leaves a time in which another can be covered.
  for (let better = true; better; ) {
    coverMost(desk);
    evenOut(desk);
    keepTogether(desk);
    const now = worthOf(desk);
    better = isBetter(now, worth);
    worth = now;
  }
  const found = { places: [...desk.places], worth };
  return choicesOf(problem) <= mostChoices ? searchAll(desk, found) : found;
}

/** Finds a place for a block among mentors of whom `suits` holds; others make room by exchanges, each once. */
function settle(desk: Desk, block: number, suits: (mentor: number) => boolean, seen: Set<number>): boolean {
  const options = choices(desk, block);
  for (const place of options) {
    if (!suits(place.mentor) || !fits(desk, block, place)) continue;
    put(desk, block, place);
    return true;
  }
  for (const place of options) {
    for (const other of movable(desk, place.mentor)) {
      if (seen.has(other) || other === block || !fits(desk, block, place, other)) continue;
      seen.add(other);
      const was = at(desk.places, other);
      put(desk, other, null);
      put(desk, block, place);
      if (settle(desk, other, suits, seen)) return true;
      put(desk, block, null);
      put(desk, other, was);
    }
  }
  return false;
}

/** Covers what can be covered, the blocks with the fewest choices first, until a whole round helps nobody. */
function coverMost(desk: Desk): void {
  const few = (block: number) =>
    at(desk.problem.blocks, block).open.filter((slots) => slots.length > 0).length;
  for (let helped = true; helped; ) {
    helped = false;
    // What could not move for one block cannot for the next either, until something has changed.
    let seen = new Set<number>();
    for (const block of uncovered(desk).sort((a, b) => few(a) - few(b) || a - b)) {
      if (!settle(desk, block, () => true, seen)) continue;
      helped = true;
      seen = new Set();
    }
  }
}

/** Takes from whoever has most what somebody with at least two less can have, as long as there is such a way. */
function evenOut(desk: Desk): void {
  const byLoad = () =>
    desk.of.map((_, mentor) => mentor).sort((a, b) => loadOf(desk, b) - loadOf(desk, a) || a - b);
  while (byLoad().some((mentor) => relieve(desk, mentor)));
}

/** Gives one block of a mentor to somebody who then has less than they had, or leaves it for one that such a person can have. */
function relieve(desk: Desk, mentor: number): boolean {
  const load = loadOf(desk, mentor);
  const lighter = (other: number) => other !== mentor && loadOf(desk, other) + 1 < load;
  if (!desk.of.some((_, other) => lighter(other))) return false;
  const seen = new Set<number>();
  for (const block of movable(desk, mentor)) {
    const was = at(desk.places, block);
    put(desk, block, null);
    seen.add(block);
    if (settle(desk, block, lighter, seen)) return true;
    for (const instead of uncovered(desk)) {
      const place = choices(desk, instead).find((one) => lighter(one.mentor) && fits(desk, instead, one));
      if (!place) continue;
      put(desk, instead, place);
      return true;
    }
    put(desk, block, was);
  }
  return false;
}

/** Moves and exchanges blocks as long as mentees meet fewer people, or fewer blocks move, and nobody has more. */
function keepTogether(desk: Desk): void {
  const free = desk.problem.blocks.flatMap(({ taken }, block) =>
    taken === null && desk.places[block] ? [block] : [],
  );
  for (let helped = true; helped; ) {
    helped = false;
    for (const block of free) {
      for (const place of choices(desk, block)) if (moveIfBetter(desk, block, place)) helped = true;
    }
  }
}

function moveIfBetter(desk: Desk, block: number, place: Place): boolean {
  const was = desk.places[block];
  if (!was) return false;
  if (place.mentor === was.mentor || loadOf(desk, place.mentor) + 1 === loadOf(desk, was.mentor)) {
    if (fits(desk, block, place) && keepIfBetter(desk, [[block, place]])) return true;
  }
  if (place.mentor === was.mentor) return false;
  return movable(desk, place.mentor).some((other) =>
    at(at(desk.problem.blocks, other).open, was.mentor).some((slot) =>
      exchangeIfBetter(desk, [block, place], [other, { mentor: was.mentor, slot }]),
    ),
  );
}

/** Two mentors exchange a block each, when both can and it is better. */
function exchangeIfBetter(desk: Desk, one: [number, Place], other: [number, Place]): boolean {
  if (!fits(desk, one[0], one[1], other[0]) || !fits(desk, other[0], other[1], one[0])) return false;
  return keepIfBetter(desk, [one, other]);
}

function keepIfBetter(desk: Desk, moves: readonly [number, Place][]): boolean {
  const mentees = moves.map(([block]) => at(desk.problem.blocks, block).mentee);
  const were = moves.map(([block]) => [block, at(desk.places, block)] as const);
  const [strangers, moved] = strangersAndMoves(desk, mentees);
  for (const [block, place] of moves) put(desk, block, place);
  const now = strangersAndMoves(desk, mentees);
  const better = now[0] < strangers || (now[0] === strangers && now[1] < moved);
  // Two blocks of one mentee may have come to lie at once.
  if (better && moves.every(([block, place]) => fits(desk, block, place))) return true;
  for (const [block, place] of were) put(desk, block, place);
  return false;
}

function choicesOf({ blocks }: PlanProblem): number {
  return blocks.reduce((product, { taken, open }) => {
    const places = open.reduce((sum, slots) => sum + slots.length, 0);
    return taken === null ? product * (places + 1) : product;
  }, 1);
}

/** Tries every plan that can still be better than the one that was found. */
function searchAll(desk: Desk, found: CoverPlan): CoverPlan {
  const free = desk.problem.blocks.flatMap(({ taken }, block) => (taken === null ? [block] : []));
  for (const block of free) put(desk, block, null);
  let best = found;
  const go = (step: number, left: number) => {
    const worth = worthOf(desk);
    // What is placed already only grows, and at best everything that is left is covered.
    const hoped: PlanWorth = [left, worth[1], worth[2], worth[3], worth[4]];
    if (!isBetter(hoped, best.worth)) return;
    const block = free[step];
    if (block === undefined) {
      best = { places: [...desk.places], worth };
      return;
    }
    for (const place of choices(desk, block)) {
      if (!fits(desk, block, place)) continue;
      put(desk, block, place);
      go(step + 1, left);
      put(desk, block, null);
    }
    go(step + 1, left + 1);
  };
  go(0, 0);
  return best;
}
