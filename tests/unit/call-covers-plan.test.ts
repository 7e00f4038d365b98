import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Place, PlanBlock, PlanMentor, PlanProblem } from "@/lib/call-covers/cover-desk";
import { planCovers } from "@/lib/call-covers/cover-plan";

const hour = 3_600_000;

const mentor = fc.record({
  perDay: fc.integer({ min: 1, max: 3 }),
  perWeek: fc.integer({ min: 1, max: 6 }).map((hours) => hours * hour),
  elsewhere: fc.integer({ min: 0, max: 2 }),
  familiar: fc.subarray([0, 1, 2]),
}) satisfies fc.Arbitrary<PlanMentor>;

const block = (mentors: number, mentees: number, slots: number) =>
  fc
    .record({
      mentee: fc.nat(mentees - 1),
      day: fc.nat(2),
      starts: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: slots }),
      length: fc.integer({ min: 1, max: 2 }),
      comes: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: mentors, maxLength: mentors }),
    })
    .map(({ mentee, day, starts, length, comes }): PlanBlock => {
      const times = starts.map((start) => ({
        startsAt: (day * 24 + start) * hour,
        endsAt: (day * 24 + start + length) * hour,
      }));
      // Three of four mentors can come, in every slot.
      const open = comes.map((chance) => (chance > 0 ? times.map((_, slot) => slot) : []));
      return { mentee, day: `day ${day}`, week: "week 1", slots: times, open, taken: null };
    });

const problems = (most: { blocks: number; mentors: number; mentees: number; slots: number }) =>
  fc
    .integer({ min: 1, max: most.mentors })
    .chain((mentors) =>
      fc.record({
        blocks: fc.array(block(mentors, most.mentees, most.slots), { maxLength: most.blocks }),
        mentors: fc.array(mentor, { minLength: mentors, maxLength: mentors }),
      }),
    )
    .map(withoutCollisions);

/** Two blocks of one mentee that stand at once are no problem that a cohort can have. */
function withoutCollisions(problem: PlanProblem): PlanProblem {
  const kept: PlanBlock[] = [];
  for (const one of problem.blocks) {
    const collides = kept.some((other) => other.mentee === one.mentee && shares(stands(one), stands(other)));
    if (!collides) kept.push(one);
  }
  return { ...problem, blocks: kept };
}

type Time = { startsAt: number; endsAt: number };
const shares = (a: Time, b: Time) => a.startsAt < b.endsAt && b.startsAt < a.endsAt;
const stands = ({ slots }: PlanBlock) => slots[0] as Time;
const timeOf = ({ slots }: PlanBlock, place: Place | null) => slots[place?.slot ?? 0] as Time;

/** Whether a plan keeps every rule, written down anew: what the product says of itself proves nothing. */
function isLegal({ blocks, mentors }: PlanProblem, places: readonly (Place | null)[]): boolean {
  return blocks.every((one, index) => {
    const place = places[index] ?? null;
    if (one.taken !== null && (place?.mentor !== one.taken || place.slot !== 0)) return false;
    if (!place) return true;
    if (one.taken === null && !one.open[place.mentor]?.includes(place.slot)) return false;
    const time = timeOf(one, place);
    const theirs = blocks.filter((_, other) => places[other]?.mentor === place.mentor);
    const { perDay, perWeek } = mentors[place.mentor] as PlanMentor;
    const length = (other: PlanBlock) => stands(other).endsAt - stands(other).startsAt;
    return (
      theirs.filter(({ day }) => day === one.day).length <= perDay &&
      theirs.reduce((sum, other) => sum + length(other), 0) <= perWeek &&
      blocks.every((other, at) => {
        if (at === index) return true;
        const its = timeOf(other, places[at] ?? null);
        if (places[at]?.mentor === place.mentor && shares(its, time)) return false;
        return other.mentee !== one.mentee || !(shares(its, time) || shares(stands(other), time));
      })
    );
  });
}

function worth({ blocks, mentors }: PlanProblem, places: readonly (Place | null)[]): number[] {
  const loads = mentors.map(
    ({ elsewhere }, index) => elsewhere + places.filter((place) => place?.mentor === index).length,
  );
  const strangers = new Set(
    places.flatMap((place, index) => {
      const mentee = blocks[index]?.mentee as number;
      return place && !mentors[place.mentor]?.familiar.includes(mentee) ? [`${mentee} ${place.mentor}`] : [];
    }),
  );
  return [
    places.filter((place) => !place).length,
    Math.max(0, ...loads),
    loads.reduce((sum, load) => sum + load * load, 0),
    strangers.size,
    places.filter((place) => place && place.slot > 0).length,
  ];
}

/** The worth of the best of all plans there are. */
function bruteForce(problem: PlanProblem): number[] {
  let best: number[] | null = null;
  const go = (places: (Place | null)[]) => {
    const one = problem.blocks[places.length];
    if (!one) {
      if (!isLegal(problem, places)) return;
      const now = worth(problem, places);
      if (best === null || compare(now, best) < 0) best = now;
      return;
    }
    const options = one.open.flatMap((slots, index) => slots.map((slot) => ({ mentor: index, slot })));
    for (const place of [...options, null]) go([...places, place]);
  };
  go([]);
  return best ?? [];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((value, index) => value !== b[index]);
  return differs < 0 ? 0 : (a[differs] as number) - (b[differs] as number);
}

describe("a plan of who sits in on live calls", () => {
  test("is as good as the best of all plans, where all can be tried", () => {
    fc.assert(
      fc.property(problems({ blocks: 4, mentors: 3, mentees: 3, slots: 2 }), (problem) => {
        const plan = planCovers(problem);
        expect(isLegal(problem, plan.places)).toBe(true);
        expect(worth(problem, plan.places)).toEqual(bruteForce(problem));
        expect(plan.worth).toEqual(worth(problem, plan.places));
      }),
      { numRuns: 400 },
    );
  });

  test("never breaks a rule, and is the same each time, however large it is", () => {
    fc.assert(
      fc.property(problems({ blocks: 40, mentors: 6, mentees: 12, slots: 3 }), (problem) => {
        const plan = planCovers(problem);
        expect(isLegal(problem, plan.places)).toBe(true);
        expect(planCovers(problem)).toEqual(plan);
      }),
      { numRuns: 60 },
    );
  });

  test("leaves no block open, and no load uneven, that one change more would help", () => {
    fc.assert(
      fc.property(problems({ blocks: 30, mentors: 5, mentees: 10, slots: 2 }), (problem) => {
        const plan = planCovers(problem);
        const before = worth(problem, plan.places).slice(0, 3);
        problem.blocks.forEach((one, index) => {
          one.open.forEach((slots, other) => {
            for (const slot of slots) {
              const changed = plan.places.with(index, { mentor: other, slot });
              if (!isLegal(problem, changed)) continue;
              expect(compare(worth(problem, changed).slice(0, 3), before)).toBeGreaterThanOrEqual(0);
            }
          });
        });
      }),
      // What goes wrong here goes wrong in one of some hundreds.
      { numRuns: 1_500 },
    );
  });
});

const blocksAtOnce = (open: number[][]): PlanBlock[] =>
  open.map((mentors, mentee) => ({
    mentee,
    day: "day 0",
    week: "week 1",
    slots: [{ startsAt: 0, endsAt: hour }],
    open: [0, 1, 2, 3, 4, 5, 6, 7].map((one) => (mentors.includes(one) ? [0] : [])),
    taken: null,
  }));
const anybody = (elsewhere = 0): PlanMentor => ({ perDay: 8, perWeek: 8 * hour, elsewhere, familiar: [] });
const eight = Array.from({ length: 8 }, () => anybody());

describe("where not everything can be tried", () => {
  test("a chain of exchanges covers the last block", () => {
    // Each can take their own and the next block; the last block has nobody but the first mentor.
    const open = [...[0, 1, 2, 3, 4, 5, 6].map((one) => [one, one + 1]), [0]];
    const { places, worth: reached } = planCovers({ blocks: blocksAtOnce(open), mentors: eight });
    expect(reached[0]).toBe(0);
    expect(new Set(places.map((place) => place?.mentor)).size).toBe(8);
  });

  test("what is confirmed stays, and the others work around it", () => {
    const blocks = blocksAtOnce([[0, 1], [0]]).map((one, index) => ({
      ...one,
      taken: index === 0 ? 0 : null,
    }));
    const { places } = planCovers({ blocks, mentors: eight });
    expect(places).toEqual([{ mentor: 0, slot: 0 }, null]);
  });

  test("a cohort of sixty with three blocks each is planned in seconds", () => {
    const blocks: PlanBlock[] = Array.from({ length: 180 }, (_, index) => {
      const day = Math.floor(index / 60);
      const starts = [0, 1, 2, 3].map((turn) => (day * 24 + ((index + turn) % 4)) * hour);
      return {
        mentee: index % 60,
        day: `day ${day}`,
        week: "week 1",
        slots: starts.map((startsAt) => ({ startsAt, endsAt: startsAt + hour })),
        open: Array.from({ length: 14 }, (_, one) => ((index + one) % 5 === 0 ? [] : [0, 1, 2, 3])),
        taken: null,
      };
    });
    const mentors = Array.from({ length: 14 }, () => ({ ...anybody(), perDay: 4, perWeek: 12 * hour }));
    const before = performance.now();
    const { worth: reached } = planCovers({ blocks, mentors });
    expect(performance.now() - before).toBeLessThan(10_000);
    // Fourteen mentors with four places on each of three days.
    expect(reached[0]).toBe(180 - 14 * 4 * 3);
    expect(reached[1]).toBe(12);
  });
});
