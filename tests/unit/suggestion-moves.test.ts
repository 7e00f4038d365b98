import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hardRules } from "@/lib/matching/hard-rules";
import {
  freePlaces,
  type Lane,
  type Movable,
  type MoveMap,
  movesOf,
  shownLanes,
} from "@/lib/suggestions/moves";
import { runs } from "@/tests/support/matching";

const lane = (mentor: string, capacity: number, load: number, over: Partial<Lane> = {}): Lane => ({
  nominationId: mentor,
  mentor,
  floor: "SMB",
  capacity,
  load,
  reason: null,
  confirmed: [],
  ...over,
});
const mentee = (name: string, mentor: string, fits: number[], locked = false): Movable => ({
  pairingId: name,
  enrollmentId: name,
  mentee: name,
  nominationId: mentor,
  locked,
  fits,
});
const mapOf = (lanes: Lane[], suggestions: Movable[]): MoveMap => ({
  lanes,
  suggestions,
  rules: hardRules,
  total: 1,
});
const told = (map: MoveMap, who: string) =>
  movesOf(map, who).map(({ lane: { mentor }, steps, gain, reason }) => ({
    to: mentor,
    steps: steps?.map((step) => `${step.mentee}: ${step.from.mentor} to ${step.to.mentor}`),
    gain: Math.round(gain * 1000),
    reason: reason?.key,
  }));

describe("the other mentors for a mentee", () => {
  it("come with a free place first, then by an exchange, then with the reason why not", () => {
    const lanes = [lane("Ben", 1, 1), lane("Dan", 1, 1), lane("Eva", 2, 0), lane("Finn", 1, 0)];
    const map = mapOf(lanes, [
      mentee("Ana", "Dan", [900, 500, 400, -(hardRules.indexOf("floor") + 1)]),
      mentee("Chi", "Ben", [600, 550, 300, 200]),
    ]);
    expect(told(map, "Ana")).toEqual([
      { to: "Eva", steps: ["Ana: Dan to Eva"], gain: -100, reason: undefined },
      { to: "Ben", steps: ["Ana: Dan to Ben", "Chi: Ben to Dan"], gain: 350, reason: undefined },
      { to: "Finn", steps: undefined, gain: 0, reason: "matching.rule.floor" },
    ]);
  });

  it("let whoever loses least make room, also by a third mentor's free place", () => {
    const lanes = [lane("Ben", 2, 2), lane("Dan", 1, 1), lane("Eva", 1, 0)];
    const map = mapOf(lanes, [
      mentee("Ana", "Dan", [900, 500, 400]),
      mentee("Chi", "Ben", [600, 100, 550]),
      mentee("Gil", "Ben", [600, 500, 500]),
    ]);
    expect(told(map, "Ana")[1]).toMatchObject({ steps: ["Ana: Dan to Ben", "Chi: Ben to Eva"], gain: 350 });
  });

  it("never move anybody who is kept, nor make room with a mentor who cannot mentor now", () => {
    const away = { reason: { key: "mentor-leave.refused.paused" as const } };
    const lanes = [lane("Ben", 1, 1), lane("Dan", 1, 1), lane("Eva", 2, 0, away)];
    const kept = mapOf(lanes, [
      mentee("Ana", "Dan", [900, 500, 400]),
      mentee("Chi", "Ben", [600, 550, 300], true),
    ]);
    expect(told(kept, "Ana").map(({ to, reason }) => [to, reason])).toEqual([
      ["Ben", "suggestions.refused.noWayOut"],
      ["Eva", "mentor-leave.refused.paused"],
    ]);
    expect(told(kept, "Chi").every(({ reason }) => reason === "pairings.refused.kept")).toBe(true);
  });

  it("leave every mentor with no more mentees than places, and add up to the gain they tell", () => {
    const anyMap = fc
      .record({ lanes: fc.integer({ min: 1, max: 5 }), mentees: fc.integer({ min: 1, max: 8 }) })
      .chain(({ lanes, mentees }) =>
        fc.record({
          spare: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: lanes, maxLength: lanes }),
          places: fc.array(
            fc.record({
              at: fc.nat({ max: lanes - 1 }),
              locked: fc.boolean(),
              fits: fc.array(fc.integer({ min: -7, max: 1000 }), { minLength: lanes, maxLength: lanes }),
            }),
            { minLength: mentees, maxLength: mentees },
          ),
        }),
      )
      .map(({ spare, places }) => {
        const taken = spare.map((_, column) => places.filter(({ at }) => at === column).length);
        const lanes = spare.map((more, column) =>
          lane(`m${column}`, (taken[column] ?? 0) + more, taken[column] ?? 0),
        );
        return mapOf(
          lanes,
          places.map(({ at, fits, locked }, row) => mentee(`p${row}`, `m${at}`, fits, locked)),
        );
      });
    fc.assert(
      fc.property(anyMap, (map) => {
        for (const { pairingId } of map.suggestions) {
          for (const { steps, gain } of movesOf(map, pairingId)) {
            if (!steps) continue;
            const load = new Map(map.lanes.map((one) => [one.nominationId, one.load]));
            for (const { from, to } of steps) {
              load.set(from.nominationId, (load.get(from.nominationId) ?? 0) - 1);
              load.set(to.nominationId, (load.get(to.nominationId) ?? 0) + 1);
            }
            for (const one of map.lanes) expect(load.get(one.nominationId)).toBeLessThanOrEqual(one.capacity);
            expect(gain).toBeCloseTo(steps.reduce((sum, step) => sum + step.gain, 0));
            expect(new Set(steps.map((step) => step.pairingId)).size).toBe(steps.length);
          }
        }
      }),
      runs(300),
    );
  });
});

describe("the lanes", () => {
  it("show mentors with free places first, and who cannot mentor now last", () => {
    const lanes = [
      lane("Full", 2, 2),
      lane("Away", 3, 0, { reason: { key: "mentor-leave.refused.paused" } }),
      lane("One", 2, 1),
      lane("Three", 3, 0),
    ];
    expect(shownLanes(lanes).map(({ mentor }) => mentor)).toEqual(["Three", "One", "Full", "Away"]);
    expect(freePlaces(lanes[1] as Lane)).toBe(0);
  });
});
