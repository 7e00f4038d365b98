import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planCohort } from "@/lib/cohorts/planner";
import { addDays, type Day, dayAt, minuteAt, nextBusinessDay } from "@/lib/dates";
import { defaultProgram } from "@/lib/programs/default-program";
import {
  type Interval,
  overlap,
  type PlannablePair,
  placeInWindow,
  planCohortSessions,
  planPairSessions,
  windowOf,
} from "@/lib/sessions/planner";

const { sessions: templates, cap } = defaultProgram;
const holidays = new Map<Day, string>();

function daysUntil(certificationDate: Day, zone = "Europe/Berlin") {
  const result = planCohort({
    certificationDate,
    shape: defaultProgram,
    milestones: [],
    holidays,
    zone,
    today: "2026-01-01",
  });
  if (!result.plan) throw new Error(result.refusal.key);
  return result.plan.days;
}

const at = (time: string) => new Date(`2026-11-23T${time}:00Z`);
const interval = (from: string, to: string): Interval => ({ startsAt: at(from), endsAt: at(to) });
const afternoon = interval("13:00", "16:00");

const anyoneTwice = (sessions: readonly (Interval & { people: readonly (string | null)[] })[]) => {
  const byPerson = new Map<string, Interval[]>();
  for (const session of sessions) {
    for (const person of session.people) {
      if (person === null) continue;
      const others = byPerson.get(person) ?? [];
      if (others.some((other) => overlap(other, session))) return person;
      byPerson.set(person, [...others, session]);
    }
  }
  return null;
};

/** Mentees spread over mentors, at most the cap each, once as lead and once (in another order) as call mentor. */
const cohortOf = fc
  .record({ mentees: fc.integer({ min: 1, max: 24 }), shift: fc.integer({ min: 0, max: 23 }) })
  .map(({ mentees, shift }) =>
    Array.from({ length: mentees }, (_, index): PlannablePair => {
      const other = (index + shift) % mentees;
      return {
        enrollmentId: `enrollment ${index}`,
        menteeId: `mentee ${index}`,
        facilitators: {
          LEAD_MENTOR: `mentor ${Math.floor(index / cap)}`,
          CALL_MENTOR: `mentor ${Math.floor(other / cap)}`,
          ASSESSOR: `assessor ${Math.floor(index / cap)}`,
        },
      };
    }),
  );

describe("a free slot in a window", () => {
  it("is the first one, back to back with what is taken", () => {
    expect(placeInWindow(afternoon, 45, [])).toEqual(interval("13:00", "13:45"));
    expect(placeInWindow(afternoon, 45, [interval("13:00", "13:45")])).toEqual(interval("13:45", "14:30"));
    expect(placeInWindow(afternoon, 45, [interval("12:00", "13:00"), interval("16:00", "17:00")])).toEqual(
      interval("13:00", "13:45"),
    );
  });

  it("skips a gap that is too short", () => {
    const taken = [interval("14:10", "15:00"), interval("12:30", "13:30")];
    expect(placeInWindow(afternoon, 45, taken)).toEqual(interval("15:00", "15:45"));
    expect(placeInWindow(afternoon, 40, taken)).toEqual(interval("13:30", "14:10"));
  });

  it("is none when the window is full", () => {
    expect(placeInWindow(afternoon, 45, [interval("13:30", "15:30")])).toBeNull();
    expect(placeInWindow(afternoon, 181, [])).toBeNull();
    expect(() => placeInWindow(afternoon, 0, [])).toThrow(RangeError);
  });

  it("may be the second or third choice", () => {
    expect(placeInWindow(afternoon, 45, [], 1)).toEqual(interval("13:45", "14:30"));
    expect(placeInWindow(afternoon, 45, [interval("13:45", "14:00")], 2)).toEqual(interval("14:45", "15:30"));
    expect(placeInWindow(afternoon, 45, [], 4)).toBeNull();
  });

  it("never touches what is taken and never leaves the window", () => {
    const minuteInDay = fc.integer({ min: 600, max: 1080 });
    const busy = fc.array(fc.tuple(minuteInDay, fc.integer({ min: 1, max: 120 })), { maxLength: 8 });
    fc.assert(
      fc.property(
        busy,
        fc.integer({ min: 5, max: 90 }),
        fc.integer({ min: 0, max: 4 }),
        (pairs, minutes, nth) => {
          const start = at("00:00").getTime();
          const taken = pairs.map(([from, length]) => ({
            startsAt: new Date(start + from * 60_000),
            endsAt: new Date(start + (from + length) * 60_000),
          }));
          const slot = placeInWindow(afternoon, minutes, taken, nth);
          if (!slot) return;
          expect(taken.some((one) => overlap(one, slot))).toBe(false);
          expect(slot.startsAt >= afternoon.startsAt && slot.endsAt <= afternoon.endsAt).toBe(true);
          expect(+slot.endsAt - +slot.startsAt).toBe(minutes * 60_000);
        },
      ),
    );
  });
});

describe("the sessions of a cohort", () => {
  it("keep their local day and time across a change of clocks", () => {
    for (const [zone, certifies] of [
      ["Europe/Berlin", "2026-11-03"],
      ["America/New_York", "2026-11-06"],
      ["Australia/Lord_Howe", "2026-10-09"],
      ["Asia/Kolkata", "2026-11-03"],
    ] as const) {
      const days = daysUntil(certifies, zone);
      const planned = planCohortSessions(templates, days, zone);
      expect(planned).toHaveLength(templates.filter((template) => template.audience === "COHORT").length);
      for (const { template, day, startsAt, endsAt } of planned) {
        expect(days).toContainEqual({ phase: "PROGRAM", number: template.day, day });
        expect([dayAt(startsAt, zone), minuteAt(startsAt, zone)]).toEqual([day, template.startMinute]);
        expect(+endsAt - +startsAt).toBe(template.minutes * 60_000);
      }
    }
  });

  it("in Berlin start at 07:00 UTC before the clocks go back and at 08:00 UTC after", () => {
    const starts = planCohortSessions(templates, daysUntil("2026-11-03"), "Europe/Berlin")
      .filter((session) => session.template.kind === "STAND_UP")
      .map((session) => session.startsAt.toISOString());
    expect(starts[0]).toBe("2026-10-21T07:00:00.000Z");
    expect(starts[2]).toBe("2026-10-23T07:00:00.000Z");
    expect(starts[3]).toBe("2026-10-26T08:00:00.000Z");
  });

  it("come in the order in which they happen, without those of pairs", () => {
    const planned = planCohortSessions([...templates].reverse(), daysUntil("2026-11-03"), "Europe/Berlin");
    const starts = planned.map((session) => +session.startsAt);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(planned.every((session) => session.template.audience === "COHORT")).toBe(true);
  });
});

describe("the sessions of pairs", () => {
  it("all find their place, in their window, with nobody in two at once, whoever mentors up to the cap", () => {
    const date = fc
      .integer({ min: 30, max: 400 })
      .map((count) => nextBusinessDay(addDays("2026-01-01", count), { holidays }));
    const zone = fc.constantFrom("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata");
    const pairTemplates = templates.filter((template) => template.audience === "PAIR");
    fc.assert(
      fc.property(cohortOf, date, zone, (pairs, certifies, where) => {
        const days = daysUntil(certifies, where);
        const together = planCohortSessions(templates, days, where);
        const { placed, unplaced } = planPairSessions(templates, days, where, pairs);
        expect(unplaced).toEqual([]);
        expect(placed).toHaveLength(pairTemplates.length * pairs.length);
        for (const session of placed) {
          const window = windowOf(session.template, session.day, where);
          expect(session.startsAt >= window.startsAt && session.endsAt <= window.endsAt).toBe(true);
        }
        const menteeOf = new Map(pairs.map((pair) => [pair.enrollmentId, pair.menteeId]));
        const everybody = pairs.map((pair) => pair.menteeId);
        expect(
          anyoneTwice([
            ...together.map((session) => ({ ...session, people: everybody })),
            ...placed.map((session) => ({
              ...session,
              people: [menteeOf.get(session.enrollmentId ?? "") ?? null, session.facilitatorId],
            })),
          ]),
        ).toBeNull();
      }),
      { numRuns: 40 },
    );
  });

  it("go around what a mentor has already promised in another cohort", () => {
    const [template] = templates.filter((one) => one.kind === "CALL_SHADOWING");
    if (!template) throw new Error("no call shadowing");
    const pair = { enrollmentId: "e", menteeId: "mentee", facilitators: { LEAD_MENTOR: "mentor" } };
    const days = daysUntil("2026-11-20", "UTC");
    const window = windowOf(template, "2026-11-10", "UTC");
    const promised = { startsAt: window.startsAt, endsAt: new Date(+window.startsAt + 60 * 60_000) };
    const { placed } = planPairSessions([template], days, "UTC", [pair], new Map([["mentor", [promised]]]));
    expect(placed.map((session) => session.startsAt)).toEqual([promised.endsAt]);

    const full = planPairSessions([template], days, "UTC", [pair], new Map([["mentor", [window]]]));
    expect(full.placed).toEqual([]);
    expect(full.unplaced).toEqual([
      { template, day: "2026-11-10", enrollmentId: "e", facilitatorId: "mentor" },
    ]);
  });

  it("follow each other while nobody is named to lead them, and start over when the window is full", () => {
    const [template] = templates.filter((one) => one.kind === "CERTIFICATION");
    if (!template) throw new Error("no certification");
    const pairs = Array.from({ length: 9 }, (_, index) => ({
      enrollmentId: `e${index}`,
      menteeId: `m${index}`,
      facilitators: {},
    }));
    const { placed, unplaced } = planPairSessions([template], daysUntil("2026-11-20", "UTC"), "UTC", pairs);
    expect(unplaced).toEqual([]);
    const starts = placed.map((session) => session.startsAt.toISOString().slice(11, 16));
    expect(starts.filter((start) => start === "09:15")).toHaveLength(2);
    expect(new Set(starts).size).toBe(7);
  });
});
