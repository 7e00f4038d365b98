import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { earliestCertification, type Plan, type PlanInput, planCohort } from "@/lib/cohorts/planner";
import {
  addBusinessDays,
  addDays,
  type Day,
  isBusinessDay,
  nextBusinessDay,
  type Weekday,
} from "@/lib/dates";
import type { Phase } from "@/lib/programs/rules";

const twoWeeks = { programDays: 10, preparationDays: 5, tailDays: 5 };
const today: Day = "2026-11-22";

function ask(over: Partial<PlanInput> = {}): PlanInput {
  return {
    certificationDate: "2027-01-22",
    shape: twoWeeks,
    milestones: [],
    holidays: new Map(),
    zone: "Europe/Berlin",
    today,
    ...over,
  };
}

function planned(over: Partial<PlanInput> = {}) {
  const result = planCohort(ask(over));
  if (!result.plan) throw new Error(`refused: ${result.refusal.key}`);
  return result;
}

function refused(over: Partial<PlanInput>) {
  const result = planCohort(ask(over));
  if (result.plan) throw new Error("not refused");
  return result;
}

const daysOf = (plan: Plan, phase: Phase) =>
  plan.days.filter((one) => one.phase === phase).map((one) => one.day);
const kinds = (over: Partial<PlanInput>) => planned(over).clashes.map((clash) => clash.sentence.key);

const shape = fc
  .record({
    programDays: fc.integer({ min: 1, max: 70 }),
    preparationDays: fc.integer({ min: 0, max: 15 }),
    tailDays: fc.integer({ min: 0, max: 20 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ share, ...rest }) => ({
    ...rest,
    certificationDay: 1 + Math.floor(share * (rest.programDays - 1)),
  }));
const workdays = fc.constantFrom<readonly Weekday[]>(
  [1, 2, 3, 4, 5],
  [7, 1, 2, 3, 4],
  [1, 2, 3, 4, 5, 6],
  [2, 4],
);
const dayInRange = fc.integer({ min: 0, max: 700 }).map((count) => addDays(today, count));
const holidayMap = fc
  .uniqueArray(dayInRange, { maxLength: 60 })
  .map((days) => new Map(days.map((day) => [day, `Holiday ${day}`] as const)));

/** Inputs whose certification date is a business day, so that a plan has to come out. */
const plannable = fc
  .record({ shape, workdays, holidays: holidayMap, wish: dayInRange })
  .map(({ wish, ...rest }) => ask({ ...rest, certificationDate: nextBusinessDay(wish, rest) }));

describe("a plan", () => {
  it("has every program day once, on business days that strictly follow each other", () => {
    fc.assert(
      fc.property(plannable, (input) => {
        const { plan } = planned(input);
        const numbers = plan.days.filter((one) => one.phase === "PROGRAM").map((one) => one.number);
        expect(numbers).toEqual(Array.from({ length: input.shape.programDays }, (_, index) => index + 1));
        expect(daysOf(plan, "PREPARATION")).toHaveLength(input.shape.preparationDays);
        expect(daysOf(plan, "TAIL")).toHaveLength(input.shape.tailDays);
        for (const one of plan.days)
          expect(isBusinessDay(one.day, input.holidays, input.workdays)).toBe(true);
        for (const [index, one] of plan.days.slice(1).entries()) {
          expect(one.day > (plan.days[index]?.day ?? one.day)).toBe(true);
        }
      }),
    );
  });

  it("counted forwards from program day 1 arrives at the certification date", () => {
    fc.assert(
      fc.property(plannable, (input) => {
        const { plan } = planned(input);
        const { certificationDay = input.shape.programDays, programDays } = input.shape;
        expect(addBusinessDays(plan.startsOn, certificationDay - 1, input)).toBe(input.certificationDate);
        expect(addBusinessDays(plan.preparesOn, input.shape.preparationDays, input)).toBe(plan.startsOn);
        expect(addBusinessDays(plan.startsOn, programDays - 1, input)).toBe(plan.endsOn);
        expect(addBusinessDays(plan.endsOn, input.shape.tailDays, input)).toBe(plan.tailEndsOn);
      }),
    );
  });

  it("never starts later because of one more holiday", () => {
    fc.assert(
      fc.property(plannable, dayInRange, (input, extra) => {
        fc.pre(extra !== input.certificationDate);
        const more = { ...input, holidays: new Map([...input.holidays, [extra, "One more"] as const]) };
        expect(planned(more).plan.startsOn <= planned(input).plan.startsOn).toBe(true);
      }),
    );
  });

  it("for two weeks runs from a Monday to the Friday after next, prepared in the week before", () => {
    const { plan, clashes } = planned();
    expect(clashes).toEqual([]);
    expect([plan.preparesOn, plan.startsOn, plan.endsOn, plan.tailEndsOn]).toEqual([
      "2027-01-04",
      "2027-01-11",
      "2027-01-22",
      "2027-01-29",
    ]);
    expect(plan.days[0]).toEqual({ phase: "PREPARATION", number: -5, day: "2027-01-04" });
  });

  it("may certify before the last program day", () => {
    const { plan } = planned({
      shape: { ...twoWeeks, certificationDay: 8 },
      certificationDate: "2027-01-20",
    });
    expect([plan.startsOn, plan.endsOn]).toEqual(["2027-01-11", "2027-01-22"]);
  });

  it("refuses a shape that no program can have", () => {
    for (const wrong of [
      { programDays: 0 },
      { programDays: 2.5 },
      { certificationDay: 11 },
      { certificationDay: 0 },
      { preparationDays: -1 },
      { tailDays: Number.NaN },
    ]) {
      expect(() => planCohort(ask({ shape: { ...twoWeeks, ...wrong } }))).toThrow(RangeError);
    }
  });
});

describe("milestones", () => {
  const milestone = (phase: Phase, day: number) => ({
    key: `${phase}${day}`,
    title: "Due",
    who: "Organizer",
    phase,
    day,
  });
  const place = (phase: Phase, day: number, over: Partial<PlanInput> = {}) =>
    planned({ milestones: [milestone(phase, day)], ...over }).plan.milestones[0]?.day;

  it("lie on their day of preparation, program or tail, holidays left out", () => {
    const holidays = new Map<Day, string>([["2027-01-06", "Epiphany"]]);
    expect(place("PREPARATION", -5)).toBe("2027-01-04");
    expect(place("PREPARATION", -5, { holidays })).toBe("2027-01-01");
    expect(place("PROGRAM", 5)).toBe("2027-01-15");
    expect(place("TAIL", 3)).toBe("2027-01-27");
  });

  it("after the tail count calendar days from the last program day", () => {
    expect(place("TAIL", 30)).toBe("2027-02-21");
    expect(place("TAIL", 90)).toBe("2027-04-22");
  });

  it("find a place in a program that was shortened", () => {
    const shape = { programDays: 6, preparationDays: 3, tailDays: 0 };
    expect(place("PREPARATION", -5, { shape })).toBe("2027-01-08");
    expect(place("PROGRAM", 10, { shape })).toBe("2027-01-22");
  });

  it("come in calendar order", () => {
    const milestones = [milestone("TAIL", 30), milestone("PROGRAM", 10), milestone("PREPARATION", -5)];
    const days = planned({ milestones }).plan.milestones.map((one) => one.day);
    expect(days).toEqual([...days].sort());
  });
});

describe("a certification date", () => {
  it("on a weekend is refused and the business days around it are offered", () => {
    expect(refused({ certificationDate: "2027-01-23" })).toMatchObject({
      refusal: { key: "cohorts.refused.certificationOnWeekend", values: { day: "2027-01-23" } },
      offers: ["2027-01-22", "2027-01-25"],
    });
  });

  it("on a holiday is refused by the holiday's name", () => {
    const holidays = new Map<Day, string>([["2027-01-22", "Founders' Day"]]);
    expect(refused({ holidays })).toMatchObject({
      refusal: { key: "cohorts.refused.certificationOnHoliday", values: { name: "Founders' Day" } },
      offers: ["2027-01-21", "2027-01-25"],
    });
  });

  it("is never offered in the past, but today is offered", () => {
    const saturday = { certificationDate: "2026-11-21" as Day, today: "2026-11-20" as Day };
    expect(refused(saturday).offers).toEqual(["2026-11-20", "2026-11-23"]);
    expect(refused({ certificationDate: "2026-11-22" }).offers).toEqual(["2026-11-23"]);
  });

  it("in the past, beyond five years or not on the calendar is refused with the earliest one that works", () => {
    const earliest = "2026-12-11";
    for (const [certificationDate, key] of [
      ["2026-11-20", "certificationPast"],
      ["9999-12-31", "certificationFar"],
      ["2027-02-30", "certificationNoDay"],
    ] as const) {
      const result = refused({ certificationDate });
      expect(result.refusal.key).toBe(`cohorts.refused.${key}`);
      expect(result.offers).toEqual([earliest]);
    }
  });

  it("that the earliest rule gives is the first one without a warning about the past", () => {
    fc.assert(
      fc.property(plannable, (input) => {
        const earliest = earliestCertification(input.shape, input, input.today);
        const past = (day: Day) =>
          planned({ ...input, certificationDate: day }).clashes.some((clash) => clash.kind === "PAST");
        expect(past(earliest)).toBe(false);
        const sooner = addBusinessDays(earliest, -1, input);
        if (sooner >= input.today) expect(past(sooner)).toBe(true);
      }),
    );
  });
});

describe("the clash report", () => {
  it("says when preparation has already begun, and from when on nothing is lost", () => {
    const { clashes } = planned({ certificationDate: "2026-12-09", today: "2026-11-23" });
    expect(clashes).toEqual([
      {
        kind: "PAST",
        day: "2026-11-19",
        sentence: { key: "cohorts.warning.preparationPast", values: { count: 2, earliest: "2026-12-11" } },
      },
    ]);
  });

  it("says when the program itself has already begun; one that begins today has not", () => {
    expect(kinds({ certificationDate: "2026-12-04", today: "2026-11-23" })).toEqual([
      "cohorts.warning.preparationPast",
    ]);
    expect(kinds({ certificationDate: "2026-12-03", today: "2026-11-23" })).toEqual([
      "cohorts.warning.startPast",
    ]);
  });

  it("names each holiday it steps over, and none that falls on a weekend anyway", () => {
    const holidays = new Map<Day, string>([
      ["2027-01-13", "Midweek"],
      ["2027-01-16", "On a Saturday"],
      ["2027-06-01", "Long after"],
    ]);
    const { clashes } = planned({ holidays });
    expect(clashes.map((clash) => clash.sentence)).toEqual([
      { key: "cohorts.warning.holiday", values: { day: "2027-01-13", name: "Midweek" } },
    ]);
  });

  it("names a change of clocks in the run, in the zone of the cohort", () => {
    const over = { certificationDate: "2027-04-02" as Day };
    const { clashes } = planned(over);
    expect(clashes).toEqual([
      {
        kind: "CLOCK",
        day: "2027-03-28",
        sentence: { key: "cohorts.warning.clockForward", values: { day: "2027-03-28", minutes: 60 } },
      },
    ]);
    expect(kinds({ ...over, zone: "Asia/Kolkata" })).toEqual([]);
    expect(kinds({ certificationDate: "2027-11-05", zone: "Europe/Berlin" })).toEqual([
      "cohorts.warning.clockBack",
    ]);
  });
});

it("a plan never depends on the weekday of today", () => {
  for (let count = 0; count < 14; count++) {
    expect(planned({ today: addDays(today, count) }).plan).toEqual(planned().plan);
  }
});
