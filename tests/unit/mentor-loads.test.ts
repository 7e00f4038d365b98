import { describe, expect, test } from "vitest";
import { inWords } from "@/lib/catalogue";
import {
  fullestWeek,
  loadWarnings,
  type MentorLoad,
  weekOf,
  weeksFrom,
  withProtected,
  workingWeek,
} from "@/lib/mentors/load";

const first = { week: "2026-03-02", protectedHours: 5, plannedHours: 5 } as const;
const second = { week: "2026-03-09", protectedHours: 5, plannedHours: 3 } as const;
const load = (given: Partial<MentorLoad> = {}): MentorLoad => ({
  selling: 30,
  working: null,
  weeks: [first, second],
  ...given,
});
const said = (given: Partial<MentorLoad>) =>
  loadWarnings(load(given)).map(({ kind, values }) =>
    inWords({ key: `mentor-loads.warning.${kind}`, values }),
  );

describe("a week of a mentor", () => {
  test("begins on Monday, and is asked for when one day of the span lies in it", () => {
    expect(weekOf("2026-03-02")).toBe("2026-03-02");
    expect(weekOf("2026-03-08")).toBe("2026-03-02");
    expect(weeksFrom("2026-03-06", "2026-03-09")).toEqual(["2026-03-02", "2026-03-09"]);
  });

  test("is as long as five of the days that the card tells, over midnight too, and unknown without them", () => {
    expect(workingWeek(8 * 60, 16 * 60 + 30)).toBe(42.5);
    expect(workingWeek(22 * 60, 4 * 60)).toBe(30);
    expect(workingWeek(0, 1440)).toBe(120);
    expect(workingWeek(null, null)).toBeNull();
  });

  test("is the fullest one by what is protected or planned, whichever is more", () => {
    expect(fullestWeek(load({ weeks: [second, { ...first, plannedHours: 6 }] }))?.week).toBe(first.week);
    expect(fullestWeek(load())?.week).toBe(first.week);
    expect(fullestWeek(load({ weeks: [] }))).toBeNull();
  });
});

describe("what is too much", () => {
  test("is nothing up to the last hour: planned as protected, and both loads as long as the working week", () => {
    expect(said({})).toEqual([]);
    expect(said({ selling: 35 })).toEqual([]);
  });

  test("is more mentoring planned than protected, by how much and in which week", () => {
    const weeks = [first, { ...second, plannedHours: 6.5 }];
    expect(said({ weeks })).toEqual([
      "1.5 h more mentoring planned than protected in the week of Mon, Mar 9: 6.5 h, and 5 h are protected.",
    ]);
  });

  test("is customers and mentoring over the working week, with the protected hours or the planned ones", () => {
    expect(said({ selling: 37 })).toEqual([
      "2 h over a working week of 40 h in the week of Mon, Mar 2: 37 h with own customers and 5 h of mentoring. One more week is over, too.",
    ]);
    const weeks = [first, { ...second, plannedHours: 9, protectedHours: 9 }];
    expect(said({ selling: 37, working: 45, weeks })).toEqual([
      "1 h over a working week of 45 h in the week of Mon, Mar 9: 37 h with own customers and 9 h of mentoring.",
    ]);
  });

  test("is said with the hours that are about to be protected", () => {
    expect(loadWarnings(load())).toEqual([]);
    expect(loadWarnings(withProtected(load(), 8))).toMatchObject([
      { kind: "working", values: { over: 3, mentoring: 13, more: 1 } },
    ]);
  });

  test("does not take hours with customers that nobody stated for none", () => {
    expect(said({ selling: null })).toEqual([]);
    expect(said({ selling: null, working: 4, weeks: [first] })).toEqual([
      "1 h over a working week of 4 h in the week of Mon, Mar 2 with 5 h of mentoring alone; hours with own customers are not stated.",
    ]);
    expect(said({ selling: 0, working: 5 })).toEqual([]);
  });
});
