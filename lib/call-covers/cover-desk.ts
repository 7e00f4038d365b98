/** A block of live calls that somebody is to sit in on. Instants are in milliseconds. */
export type PlanBlock = {
  /** Which mentee's: two blocks of one mentee never lie at once. */
  mentee: number;
  day: string;
  week: string;
  /** When it can be; where it stands comes first. */
  slots: readonly { startsAt: number; endsAt: number }[];
  /** In which of its slots each mentor can come, as far as nothing but these blocks keeps them. */
  open: readonly (readonly number[])[];
  /** Who sits in already and stays, in the first slot; null for nobody. */
  taken: number | null;
};

export type PlanMentor = {
  /** Most blocks on one day, and most milliseconds in one week. */
  perDay: number;
  perWeek: number;
  /** Calls that they sit in on beside these blocks: they count for fairness alone. */
  elsewhere: number;
  /** The mentees who know them. */
  familiar: readonly number[];
};

export type PlanProblem = { blocks: readonly PlanBlock[]; mentors: readonly PlanMentor[] };

export type Place = { mentor: number; slot: number };

/** What makes one plan better than another, in this order; less is better everywhere. */
export type PlanWorth = readonly [
  uncovered: number,
  most: number,
  squares: number,
  strangers: number,
  moved: number,
];

/** Who sits in on which block, and when; null for a block that stays open. */
export type CoverPlan = { places: (Place | null)[]; worth: PlanWorth };

/** A plan that is being made: where each block is, which blocks each mentor has, and which are whose. */
export type Desk = {
  problem: PlanProblem;
  places: (Place | null)[];
  of: Set<number>[];
  byMentee: ReadonlyMap<number, readonly number[]>;
};

/** A plan with nothing in it but who sits in already. */
export function open(problem: PlanProblem): Desk {
  const of = problem.mentors.map(() => new Set<number>());
  const byMentee = new Map<number, number[]>();
  problem.blocks.forEach(({ taken, mentee }, block) => {
    if (taken !== null) of[taken]?.add(block);
    byMentee.set(mentee, [...(byMentee.get(mentee) ?? []), block]);
  });
  const places = problem.blocks.map(({ taken }) => (taken === null ? null : { mentor: taken, slot: 0 }));
  return { problem, places, of, byMentee };
}

/** What a list holds at an index that it has. */
export const at = <T>(list: readonly T[], index: number): T => list[index] as T;

const overlaps = (a: { startsAt: number; endsAt: number }, b: { startsAt: number; endsAt: number }) =>
  a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** Gives a block to a mentor, or to nobody. */
export function put(desk: Desk, block: number, place: Place | null): void {
  const was = at(desk.places, block);
  if (was) at(desk.of, was.mentor).delete(block);
  desk.places[block] = place;
  if (place) at(desk.of, place.mentor).add(block);
}

/** How many calls a mentor sits in on. */
export const loadOf = ({ problem, of }: Desk, mentor: number) =>
  at(problem.mentors, mentor).elsewhere + at(of, mentor).size;

/** Whether a mentor can come to a block in that slot, beside what they have; `without` is a block they would give up. */
export function fits(desk: Desk, block: number, { mentor, slot }: Place, without = -1): boolean {
  const { blocks, mentors } = desk.problem;
  const wanted = at(blocks, block);
  const time = at(wanted.slots, slot);
  const { perDay, perWeek } = at(mentors, mentor);
  let onDay = 1;
  let inWeek = time.endsAt - time.startsAt;
  for (const other of at(desk.of, mentor)) {
    if (other === without || other === block) continue;
    const { day, week, slots } = at(blocks, other);
    const its = at(slots, desk.places[other]?.slot ?? 0);
    if (overlaps(its, time)) return false;
    if (day === wanted.day) onDay += 1;
    if (week === wanted.week) inWeek += its.endsAt - its.startsAt;
  }
  return onDay <= perDay && inWeek <= perWeek && !collides(desk, block, time);
}

/** Whether the mentee has another block at that time, where it stands or where it is to be. */
function collides(
  { problem, places, byMentee }: Desk,
  block: number,
  time: { startsAt: number; endsAt: number },
) {
  const own = byMentee.get(at(problem.blocks, block).mentee) ?? [];
  return own.some((other) => {
    const { slots } = at(problem.blocks, other);
    const its = at(slots, places[other]?.slot ?? 0);
    return other !== block && (overlaps(at(slots, 0), time) || overlaps(its, time));
  });
}

/** Every place that a block could have if nobody had any: whom the mentee knows first, then whoever has least. */
export function choices(desk: Desk, block: number): Place[] {
  const { open, mentee } = at(desk.problem.blocks, block);
  const known = new Set(
    (desk.byMentee.get(mentee) ?? []).map((other) =>
      other === block ? null : at(desk.places, other)?.mentor,
    ),
  );
  const isStranger = (mentor: number) =>
    !known.has(mentor) && !at(desk.problem.mentors, mentor).familiar.includes(mentee);
  return open
    .map((_, mentor) => ({ mentor, strange: Number(isStranger(mentor)), load: loadOf(desk, mentor) }))
    .sort((a, b) => a.strange - b.strange || a.load - b.load || a.mentor - b.mentor)
    .flatMap(({ mentor }) => at(open, mentor).map((slot) => ({ mentor, slot })));
}

/** The blocks of a mentor that may go to somebody else. */
export const movable = (desk: Desk, mentor: number) =>
  [...at(desk.of, mentor)].filter((block) => at(desk.problem.blocks, block).taken === null);

/** The blocks that nobody sits in on. */
export const uncovered = ({ places }: Desk) => places.flatMap((place, block) => (place ? [] : [block]));

/** How many mentors these mentees meet without knowing them, and how many of their blocks move. */
export function strangersAndMoves(
  { problem, places, byMentee }: Desk,
  mentees: Iterable<number>,
): [number, number] {
  let strangers = 0;
  let moved = 0;
  for (const mentee of new Set(mentees)) {
    const met = new Set<number>();
    for (const block of byMentee.get(mentee) ?? []) {
      const place = at(places, block);
      if (place && !at(problem.mentors, place.mentor).familiar.includes(mentee)) met.add(place.mentor);
      if (place && place.slot > 0) moved += 1;
    }
    strangers += met.size;
  }
  return [strangers, moved];
}

/** How good the plan is as it stands. */
export function worthOf(desk: Desk): PlanWorth {
  const loads = desk.of.map((_, mentor) => loadOf(desk, mentor));
  const [strangers, moved] = strangersAndMoves(desk, desk.byMentee.keys());
  const squares = loads.reduce((sum, load) => sum + load * load, 0);
  return [uncovered(desk).length, Math.max(0, ...loads), squares, strangers, moved];
}

/** Whether one worth is less than another: the first difference decides. */
export function isBetter(one: PlanWorth, than: PlanWorth): boolean {
  const differs = one.findIndex((value, index) => value !== than[index]);
  return differs >= 0 && at(one, differs) < at(than, differs);
}
