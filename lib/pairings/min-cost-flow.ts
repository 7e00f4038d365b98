import type { Steps } from "@/lib/steps";
import { grains, type Task } from "./matching-problem";
import { makeSeats, moveAlong, type Seats } from "./seats";

/**
 * The state of the plan so far. Mentor number `nobody` stands for being left without one: it comes after all others,
 * has a place for everybody, and costs `unpairedCost`. Matrices have a column for it.
 */
type Market = {
  nobody: number;
  seats: Seats;
  room: Int32Array;
  cost: Float64Array;
  /** What a place of each mentor is worth to others by now. */
  prices: Float64Array;
  /** What the next free place of each mentor costs, Infinity when there is none. */
  nextPlace: Float64Array;
  /** For each pair of mentors the least that it costs to move a mentee from one to the other, and who that is. */
  moves: Float64Array;
  movers: Int32Array;
  /** 1 where a mentor has other mentees than when their moves were worked out. */
  stale: Uint8Array;
};

/** What is known of the way from one mentee to each mentor. */
type Search = {
  /** The length of the shortest way found so far, as far as it is shorter than the one to a free place. */
  distance: Float64Array;
  /** The same, Infinity where it is settled that no shorter way will be found. */
  ahead: Float64Array;
  /** The mentee who comes to the mentor at its end. */
  by: Int32Array;
  /** The shortest way to a free place: what it costs in all, and whose place that is. */
  length: number;
  end: number;
};

/**
 * Gives each mentee of `task.open` at most one mentor at the lowest total cost, where leaving one without costs more
 * than any plan: so as many as possible are paired. A mentor with `n` mentees in all takes `placeStep * n` for one
 * more.
 *
 * Successive shortest paths with potentials on the places as they are (Ahuja, Magnanti and Orlin, Network Flows, 1993,
 * section 9.7, with the convex costs of chapter 14), one mentee after the other in a dense Dijkstra over mentors alone,
 * as Jonker and Volgenant (Computing 38, 1987) do for one to one. A mentor is one node however many places they have:
 * between two mentors only the mentee counts who moves most cheaply. After each step the plan is the best for the
 * mentees so far, because prices make each pair of it the cheapest choice of its mentee.
 *
 * All costs are whole numbers below 2^53, therefore exact. Of several cheapest plans it is always the same one: each
 * search looks at mentors in their order and prefers what it finds first. Time O(mentees × mentors × (mentors +
 * mentees)) at worst, and O(mentees × mentors) where everybody's favourite has a place; space O(mentors × (mentors +
 * mentees)). Pauses after each mentee.
 */
export function* cheapestSeats(task: Task, placeStep: number): Steps<Int32Array> {
  const market = openMarket(task, placeStep);
  const { nobody, seats, room, nextPlace, stale } = market;
  const search: Search = {
    distance: new Float64Array(nobody + 1),
    by: new Int32Array(nobody + 1),
    ahead: new Float64Array(nobody + 1),
    length: 0,
    end: nobody,
  };
  for (const [index, mentee] of task.open.entries()) {
    findShortest(market, search, mentee);
    raisePrices(market, search);
    markStale(market, search, mentee);
    moveAlong(seats, search.by, mentee, search.end);
    if (search.end !== nobody) {
      const taken = seats.taken[search.end] as number;
      const more = placeStep * ((task.base[search.end] as number) + taken);
      nextPlace[search.end] = taken < (room[search.end] as number) ? more : Number.POSITIVE_INFINITY;
      stale[search.end] = 1;
    }
    yield index + 1;
  }
  return seats.mentorOf.map((mentor) => (mentor === nobody ? -1 : mentor));
}

function openMarket({ mentees, mentors, cost, room, base, open }: Task, placeStep: number): Market {
  const columns = mentors + 1;
  const most = room.reduce((so, places, mentor) => Math.max(so, (base[mentor] as number) + places), 0);
  const unpairedCost = (grains + placeStep * most) * open.length + 1;
  if (unpairedCost > 2 ** 51)
    throw new RangeError("there are too many mentees to add up their scores exactly");
  const withNobody = new Float64Array(mentees * columns).fill(unpairedCost);
  for (const mentee of open) {
    withNobody.set(cost.subarray(mentee * mentors, (mentee + 1) * mentors), mentee * columns);
  }
  const nextPlace = new Float64Array(columns);
  room.forEach((places, mentor) => {
    nextPlace[mentor] = places > 0 ? placeStep * (base[mentor] as number) : Number.POSITIVE_INFINITY;
  });
  const places = new Int32Array(columns).fill(open.length);
  places.set(room);
  return {
    nobody: mentors,
    seats: makeSeats(mentees, places),
    room: places,
    cost: withNobody,
    prices: nextPlace.slice(),
    nextPlace,
    moves: new Float64Array(columns * columns).fill(Number.POSITIVE_INFINITY),
    movers: new Int32Array(columns * columns).fill(-1),
    stale: new Uint8Array(columns),
  };
}

/** Dijkstra from one mentee, until nothing can be nearer than the nearest free place. */
function findShortest(market: Market, search: Search, newcomer: number) {
  const { nobody, cost, moves, movers, prices, stale } = market;
  const { distance, ahead } = search;
  distance.fill(Number.POSITIVE_INFINITY);
  ahead.fill(Number.POSITIVE_INFINITY);
  search.length = Number.POSITIVE_INFINITY;
  const columns = nobody + 1;
  moves.set(cost.subarray(newcomer * columns, (newcomer + 1) * columns), nobody * columns);
  movers.fill(newcomer, nobody * columns, columns * columns);
  let nearest = look(market, search, nobody, 0);
  while (nearest !== -1) {
    ahead[nearest] = Number.POSITIVE_INFINITY;
    if (stale[nearest] === 1) workOutMoves(market, nearest);
    nearest = look(market, search, nearest, (distance[nearest] as number) - (prices[nearest] as number));
  }
}

/**
 * Goes on from one mentor to all others. Gives the nearest mentor that is not settled, or -1 when a free place is as
 * near. This is where the time goes, so it asks as little as possible: what is settled can neither come nearer, nor is
 * it `ahead`; and what is farther than a free place does not matter.
 */
function look(
  { nobody, moves, movers, prices, nextPlace }: Market,
  search: Search,
  from: number,
  offset: number,
) {
  const { distance, ahead, by } = search;
  const row = from * (nobody + 1);
  let { length } = search;
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let mentor = 0; mentor <= nobody; mentor++) {
    const through = offset + (moves[row + mentor] as number) + (prices[mentor] as number);
    if (through < length && through < (distance[mentor] as number)) {
      distance[mentor] = through;
      ahead[mentor] = through;
      by[mentor] = movers[row + mentor] as number;
      const whole = through + (nextPlace[mentor] as number) - (prices[mentor] as number);
      if (whole < length) {
        length = whole;
        search.end = mentor;
      }
    }
    if ((ahead[mentor] as number) < least) {
      least = ahead[mentor] as number;
      nearest = mentor;
    }
  }
  search.length = length;
  return least < length ? nearest : -1;
}

function workOutMoves({ nobody, seats, cost, moves, movers, stale }: Market, from: number) {
  const columns = nobody + 1;
  const row = from * columns;
  moves.fill(Number.POSITIVE_INFINITY, row, row + columns);
  const first = seats.firstPlace[from] as number;
  for (let place = first; place < first + (seats.taken[from] as number); place++) {
    const mentee = seats.menteeAt[place] as number;
    const own = cost[mentee * columns + from] as number;
    for (let mentor = 0; mentor < columns; mentor++) {
      const move = (cost[mentee * columns + mentor] as number) - own;
      if (move >= (moves[row + mentor] as number)) continue;
      moves[row + mentor] = move;
      movers[row + mentor] = mentee;
    }
  }
  stale[from] = 0;
}

/** Makes the way found free of charge, and keeps every other one from having become a bargain. */
function raisePrices({ nobody, prices }: Market, { distance, length }: Search) {
  for (let mentor = 0; mentor < nobody; mentor++) {
    const way = distance[mentor] as number;
    if (way < length) prices[mentor] = (prices[mentor] as number) + length - way;
  }
}

/** Those on the way have other mentees afterwards. */
function markStale({ seats, stale }: Market, { by, end }: Search, newcomer: number) {
  for (let mentee = by[end] as number; mentee !== newcomer; ) {
    const mentor = seats.mentorOf[mentee] as number;
    stale[mentor] = 1;
    mentee = by[mentor] as number;
  }
}
