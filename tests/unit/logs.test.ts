import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day } from "@/lib/dates";
import {
  awayAllDay,
  cameLate,
  type LogFacts,
  logDeadlines,
  logRefusal,
  logStatus,
  logStatuses,
  summarizeLogs,
} from "@/lib/logs/rules";
import { words } from "@/tests/support/words";

const calendar = { holidays: new Set<Day>(["2027-01-18"]) };
const sixOClock = 18 * 60;
/** A Friday before a Monday that is a holiday, so the next business day is the Tuesday. */
const friday = logDeadlines("2027-01-15", sixOClock, "Europe/Berlin", calendar);

const facts = (now: string, over: Partial<LogFacts> = {}): LogFacts => ({
  ...friday,
  now: new Date(now),
  state: null,
  excused: false,
  paused: false,
  isProgramDay: true,
  enrollmentActive: true,
  ...over,
});

describe("a day's log", () => {
  it("opens at local midnight, is due in the evening, and is missed at that hour of the next business day", () => {
    expect(friday.opensAt.toISOString()).toBe("2027-01-14T23:00:00.000Z");
    expect(friday.dueAt.toISOString()).toBe("2027-01-15T17:00:00.000Z");
    expect(friday.missedAt.toISOString()).toBe("2027-01-19T17:00:00.000Z");
  });

  it("keeps its local due time across a change of clocks", () => {
    const { dueAt, missedAt } = logDeadlines("2027-03-26", sixOClock, "Europe/Berlin", calendar);
    expect([dueAt.toISOString(), missedAt.toISOString()]).toEqual([
      "2027-03-26T17:00:00.000Z",
      "2027-03-29T16:00:00.000Z",
    ]);
  });

  it.each([
    ["2027-01-14T22:59:59.999Z", "notDue"],
    ["2027-01-14T23:00:00.000Z", "due"],
    ["2027-01-15T16:59:59.999Z", "due"],
    ["2027-01-15T17:00:00.000Z", "late"],
    ["2027-01-19T16:59:59.999Z", "late"],
    ["2027-01-19T17:00:00.000Z", "missed"],
  ] as const)("stands at %s as %s when nobody has written", (now, status) => {
    expect(logStatus(facts(now))).toBe(status);
  });

  it("that was begun is a draft only until it is due", () => {
    expect(logStatus(facts("2027-01-15T12:00:00Z", { state: "DRAFT" }))).toBe("draft");
    expect(logStatus(facts("2027-01-15T17:00:00Z", { state: "DRAFT" }))).toBe("late");
    expect(logStatus(facts("2027-02-15T17:00:00Z", { state: "DRAFT" }))).toBe("missed");
  });

  it("that was submitted stays submitted, whatever else is true", () => {
    for (const over of [
      { excused: true },
      { paused: true },
      { isProgramDay: false },
      { enrollmentActive: false },
    ]) {
      expect(logStatus(facts("2027-02-15T17:00:00Z", { state: "SUBMITTED", ...over }))).toBe("submitted");
    }
  });

  it("is asked for on program days of mentees who are there, and of nobody else", () => {
    expect(logStatus(facts("2027-02-15T17:00:00Z", { excused: true }))).toBe("excused");
    expect(logStatus(facts("2027-02-15T17:00:00Z", { isProgramDay: false, excused: true }))).toBe("none");
    expect(logStatus(facts("2027-02-15T17:00:00Z", { enrollmentActive: false }))).toBe("none");
  });

  it("only ever gets later with time", () => {
    const order = ["notDue", "due", "late", "missed"];
    const instant = fc
      .integer({ min: 0, max: 14 * 24 * 60 })
      .map((minutes) => new Date(Date.UTC(2027, 0, 10) + minutes * 60_000));
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const [first, then] = a <= b ? [a, b] : [b, a];
        const rank = (now: Date) => order.indexOf(logStatus(facts(now.toISOString())));
        expect(rank(first)).toBeLessThanOrEqual(rank(then));
      }),
    );
  });

  it("came late when it was submitted at the due time or after", () => {
    expect(cameLate(new Date(friday.dueAt.getTime() - 1), friday.dueAt)).toBe(false);
    expect(cameLate(friday.dueAt, friday.dueAt)).toBe(true);
  });
});

describe("a mentee's absence", () => {
  it("excuses the log when they were at nothing that they were expected at", () => {
    expect(awayAllDay(["EXCUSED", "ABSENT", "NOT_EXPECTED"])).toBe(true);
    expect(awayAllDay(["EXCUSED", "PRESENT"])).toBe(false);
    expect(awayAllDay(["EXCUSED", "EXPECTED"])).toBe(false);
    expect(awayAllDay(["ABSENT", "LATE"])).toBe(false);
    expect(awayAllDay(["NOT_EXPECTED"])).toBe(false);
    expect(awayAllDay([])).toBe(false);
  });
});

describe("a log may be written", () => {
  const asked = {
    day: "2027-01-15" as Day,
    today: "2027-01-15" as Day,
    isProgramDay: true,
    enrolledFrom: "2027-01-11" as Day,
    enrolledTo: null as Day | null,
    calendar,
  };

  it("for today and for five business days back, weekends and holidays not counted", () => {
    expect(logRefusal(asked)).toBeNull();
    expect(logRefusal({ ...asked, today: "2027-01-25" })).toBeNull();
    expect(words(logRefusal({ ...asked, today: "2027-01-26" }))).toBe(
      "A log can be written up to 5 working days back.",
    );
    expect(words(logRefusal({ ...asked, today: "2027-01-20", daysBack: 1 }))).toContain(
      "one working day back",
    );
  });

  it("never for a day to come, or outside of the mentee's time in the program", () => {
    expect(words(logRefusal({ ...asked, today: "2027-01-14" }))).toBe("This day is still to come.");
    expect(words(logRefusal({ ...asked, enrolledFrom: "2027-01-18" }))).toMatch(
      /^This mentee starts on .*18/,
    );
    expect(words(logRefusal({ ...asked, enrolledTo: "2027-01-14" }))).toContain("ended on");
    expect(logRefusal({ ...asked, enrolledTo: "2027-01-15" })).toBeNull();
    expect(words(logRefusal({ ...asked, isProgramDay: false }))).toContain("not a program day");
  });
});

it("a board's summary counts each day once and expects a log where one was asked for", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...logStatuses)), (statuses) => {
      const { counts, expected, outstanding } = summarizeLogs(statuses);
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(statuses.length);
      expect(expected).toBe(
        statuses.filter((one) => !["none", "excused", "paused", "notDue"].includes(one)).length,
      );
      expect(outstanding).toBe(expected - counts.submitted);
    }),
  );
});
