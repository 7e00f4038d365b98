import { describe, expect, test } from "vitest";
import { attemptDayRefusal, certifyingRefusal, schedulingRefusal, standingOf } from "@/lib/attempts/rules";
import { type AttemptState, attemptStates } from "@/lib/certification/rules";
import { cohortStates } from "@/lib/cohorts/rules";
import type { Day } from "@/lib/dates";
import { enrollmentStates } from "@/lib/mentees/rules";
import { missingOfOutcome } from "@/lib/outcomes/schema";

const calendar = { holidays: new Set<Day>(["2026-05-01"]) };

describe("an attempt", () => {
  test("happens in a running cohort alone", () => {
    const open = cohortStates.filter((state) => certifyingRefusal(state) === null);
    expect(open).toEqual(["ACTIVE"]);
  });

  test.each([
    ["2026-04-29", "attempts.refused.dayPassed"],
    ["2026-05-01", "attempts.refused.dayOff"],
    ["2026-05-02", "attempts.refused.dayOff"],
    ["2026-04-30", undefined],
    ["2026-05-04", undefined],
  ] as const)("on %s, seen from April 30: %s", (day, key) => {
    expect(attemptDayRefusal(day, "2026-04-30", calendar)?.key).toBe(key);
  });

  test("is for mentees who are in the program or in an extension", () => {
    const may = enrollmentStates.filter((state) => schedulingRefusal({ state, attempts: [] }) === null);
    expect(may).toEqual(["ACTIVE", "EXTENDED"]);
  });

  test("comes after the one before it is decided or called off", () => {
    const blocks = attemptStates.filter(
      (state) => schedulingRefusal({ state: "ACTIVE", attempts: [state] }) !== null,
    );
    expect(blocks).toEqual(["SCHEDULED", "IN_ASSESSMENT"]);
  });

  test("does not count those that were called off, and knows of an extension before it", () => {
    const all = (states: AttemptState[]) => states.map((state, index) => ({ number: index + 1, state }));
    const before = all(["CANCELLED", "RETAKE", "CANCELLED", "EXTENDED", "SCHEDULED"]);
    expect(standingOf({ number: 2 }, before)).toEqual({ number: 1, afterExtension: false });
    expect(standingOf({ number: 4 }, before)).toEqual({ number: 2, afterExtension: false });
    expect(standingOf({ number: 5 }, before)).toEqual({ number: 3, afterExtension: true });
  });
});

describe("an outcome", () => {
  const empty = { retakeOn: null, extendedTo: null, plan: "", support: "" };
  const fields = (outcome: "PASSED" | "RETAKE" | "EXTENDED" | "FAILED") =>
    missingOfOutcome({ outcome, ...empty }).map(([field]) => field);

  test("needs what comes next", () => {
    expect(fields("PASSED")).toEqual([]);
    expect(fields("FAILED")).toEqual([]);
    expect(fields("RETAKE")).toEqual(["retakeOn"]);
    expect(fields("EXTENDED")).toEqual(["extendedTo", "plan", "support"]);
  });
});
