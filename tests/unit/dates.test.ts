import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addBusinessDays,
  addBusinessHours,
  addBusinessMinutes,
  addDays,
  addMonths,
  businessDaysBetween,
  clockChange,
  type Day,
  dayAt,
  diffDays,
  fromDay,
  instantAt,
  isBusinessDay,
  isDay,
  isTimeZone,
  minuteAt,
  minuteOf,
  mondayToFriday,
  nextBusinessDay,
  previousBusinessDay,
  toDay,
  weekday,
} from "@/lib/dates";

const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "America/Sao_Paulo",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "Africa/Casablanca",
];
const someDay = fc.integer({ min: 0, max: 25_000 }).map((count) => addDays("1995-01-01", count));
const someZone = fc.constantFrom(...zones);
const holidays = fc.uniqueArray(someDay, { maxLength: 40 }).map((days) => new Set<Day>(days));
const at = (text: string) => new Date(text);
const hour = 60;

describe("a day", () => {
  it("is accepted only when it exists and is written in full", () => {
    for (const good of ["2026-11-22", "2024-02-29", "0001-01-01", "9999-12-31"]) {
      expect(isDay(good), good).toBe(true);
    }
    const bad = [
      "2026-02-29",
      "2026-13-01",
      "2026-00-10",
      "2026-1-1",
      "26-01-01",
      "2026-01-01T00:00",
      "0000-01-01",
    ];
    for (const value of [...bad, "", " 2026-01-01", "2026-01-01\n", null, undefined, 5, {}]) {
      expect(isDay(value), String(value)).toBe(false);
    }
  });

  it("survives the way into a date column and back", () => {
    fc.assert(fc.property(someDay, (day) => toDay(fromDay(day)) === day));
  });

  it("is never read from an instant inside a day", () => {
    expect(() => toDay(at("2026-11-22T00:00:00.001Z"))).toThrow(RangeError);
  });

  it("has calendar arithmetic that undoes itself, whatever happens to clocks", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -9000, max: 9000 }), (day, count) => {
        const other = addDays(day, count);
        return diffDays(day, other) === count && addDays(other, -count) === day;
      }),
    );
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  });

  it("knows its weekday: Monday 1 to Sunday 7", () => {
    expect([weekday("2026-11-23"), weekday("2026-11-28"), weekday("2026-11-22")]).toEqual([1, 6, 7]);
    expect([weekday("1969-12-31"), weekday("0001-01-01")]).toEqual([3, 1]);
  });

  it("refuses to leave the calendar", () => {
    expect(() => addDays("9999-12-31", 1)).toThrow(RangeError);
    expect(() => addDays("2026-02-30" as Day, 1)).toThrow(RangeError);
  });
});

describe("a local day and an instant", () => {
  it("belong together by the zone, not by UTC", () => {
    const instant = at("2026-11-22T23:30:00Z");
    expect(dayAt(instant, "UTC")).toBe("2026-11-22");
    expect(dayAt(instant, "Asia/Kolkata")).toBe("2026-11-23");
    expect(dayAt(instant, "America/New_York")).toBe("2026-11-22");
    expect(dayAt(at("2026-11-22T03:00:00Z"), "America/New_York")).toBe("2026-11-21");
    expect(dayAt(at("1965-06-01T23:59:59.999Z"), "UTC")).toBe("1965-06-01");
  });

  it("give the wall time back wherever that wall time exists", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 1439 }), someZone, (day, minutes, zone) => {
        const instant = instantAt(day, minutes, zone);
        if (dayAt(instant, zone) === day && minuteAt(instant, zone) === minutes) return true;
        // Otherwise the clock jumped over it: the same wall time, later by exactly that jump.
        const jump = Math.max(clockChange(day, zone), clockChange(addDays(day, -1), zone));
        const moved = diffDays(day, dayAt(instant, zone)) * 1440 + minuteAt(instant, zone) - minutes;
        return jump > 0 && moved === jump;
      }),
      { numRuns: 2000 },
    );
  });

  it("mean the first of two equal wall times", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 1439 }), someZone, (day, minutes, zone) => {
        const instant = instantAt(day, minutes, zone);
        const shows = (time: Date) => `${dayAt(time, zone)} ${minuteAt(time, zone)}`;
        return [30, 60, 120].every(
          (back) => shows(new Date(instant.getTime() - back * 60_000)) !== shows(instant),
        );
      }),
    );
  });

  it.each([
    ["Europe/Berlin", "2026-03-29", 2.5 * hour, "2026-03-29T01:30:00Z"], // the gap: 02:30 becomes 03:30
    ["Europe/Berlin", "2026-03-29", 9 * hour, "2026-03-29T07:00:00Z"],
    ["Europe/Berlin", "2026-10-25", 2.5 * hour, "2026-10-25T00:30:00Z"], // twice: the first, still summer time
    ["Europe/Berlin", "2026-10-25", 9 * hour, "2026-10-25T08:00:00Z"],
    ["America/New_York", "2026-03-08", 2 * hour, "2026-03-08T07:00:00Z"], // the gap: 02:00 becomes 03:00
    ["America/New_York", "2026-11-01", 1.5 * hour, "2026-11-01T05:30:00Z"], // twice: the first
    ["America/New_York", "2026-11-02", 9 * hour, "2026-11-02T14:00:00Z"],
    ["Australia/Lord_Howe", "2026-10-04", 2.25 * hour, "2026-10-03T15:45:00Z"], // half an hour: 02:15 becomes 02:45
    ["Australia/Lord_Howe", "2026-04-05", 1.75 * hour, "2026-04-04T14:45:00Z"], // twice: the first
    ["Asia/Kolkata", "2026-03-29", 9 * hour, "2026-03-29T03:30:00Z"],
    ["America/Sao_Paulo", "2018-11-04", 0, "2018-11-04T03:00:00Z"], // a day without a midnight starts at 01:00
    ["Pacific/Apia", "2011-12-29", 23 * hour, "2011-12-30T09:00:00Z"],
    ["Pacific/Apia", "2011-12-30", 9 * hour, "2011-12-30T19:00:00Z"], // a day that never was: the next one
    ["Pacific/Apia", "2011-12-31", 9 * hour, "2011-12-30T19:00:00Z"],
  ] as const)("meet in %s on %s at minute %d: %s", (zone, day, minutes, expected) => {
    expect(instantAt(day, minutes, zone).toISOString()).toBe(at(expected).toISOString());
  });

  it("count a time of day in minutes after midnight", () => {
    expect([minuteOf("00:00"), minuteOf("09:30"), minuteOf("24:00")]).toEqual([0, 570, 1440]);
    for (const bad of ["9:30", "24:01", "12:60", "noon", ""])
      expect(() => minuteOf(bad), bad).toThrow(RangeError);
  });

  it("name a change of clocks on the day it happens, with its size", () => {
    expect(clockChange("2026-03-29", "Europe/Berlin")).toBe(60);
    expect(clockChange("2026-03-30", "Europe/Berlin")).toBe(0);
    expect(clockChange("2026-10-25", "Europe/Berlin")).toBe(-60);
    expect(clockChange("2026-10-04", "Australia/Lord_Howe")).toBe(30);
    expect(clockChange("2026-10-25", "Asia/Kolkata")).toBe(0);
  });

  it("refuse a zone nobody knows", () => {
    expect(() => dayAt(at("2026-01-01T00:00:00Z"), "Mars/Olympus")).toThrow(RangeError);
    for (const good of zones) expect(isTimeZone(good), good).toBe(true);
    for (const bad of ["Mars/Olympus", "+02:00", "", " ", "Europe/Berlin\u0000", "Europe"]) {
      expect(isTimeZone(bad), bad).toBe(false);
    }
  });
});

describe("business days", () => {
  const winter = { holidays: new Map<Day, string>([["2026-12-25", "Christmas Day"]]) };

  it("leave out weekends and holidays", () => {
    expect(isBusinessDay("2026-12-24", winter.holidays)).toBe(true);
    expect(isBusinessDay("2026-12-25", winter.holidays)).toBe(false);
    expect(isBusinessDay("2026-12-26", winter.holidays)).toBe(false);
    expect(nextBusinessDay("2026-12-24", winter)).toBe("2026-12-28");
    expect(previousBusinessDay("2026-12-28", winter)).toBe("2026-12-24");
    expect(addBusinessDays("2026-12-26", 0, winter)).toBe("2026-12-26");
  });

  it("follow the workdays of the calendar, Sunday to Thursday too", () => {
    const gulf = { holidays: new Set<Day>(), workdays: [7, 1, 2, 3, 4] as const };
    expect(addBusinessDays("2026-11-26", 1, gulf)).toBe("2026-11-29");
    expect(mondayToFriday).not.toContain(weekday("2026-11-29"));
  });

  it("counted forwards and then backwards come home, from any business day", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -60, max: 60 }), holidays, (start, count, free) => {
        const calendar = { holidays: free };
        const home = nextBusinessDay(start, calendar);
        const away = addBusinessDays(home, count, calendar);
        expect(isBusinessDay(away, free)).toBe(true);
        expect(addBusinessDays(away, -count, calendar)).toBe(home);
        expect(businessDaysBetween(home, away, calendar)).toBe(count);
      }),
    );
  });

  it("are refused in fractions and in a calendar that has none", () => {
    expect(() => addBusinessDays("2026-11-23", 1.5, winter)).toThrow(RangeError);
    expect(() => nextBusinessDay("2026-11-23", { holidays: new Set<Day>(), workdays: [] })).toThrow(
      RangeError,
    );
    expect(() => nextBusinessDay("2026-11-23", { holidays: { has: () => true } })).toThrow(RangeError);
  });
});

describe("a deadline in business hours", () => {
  const berlin = { zone: "Europe/Berlin", opens: 9 * hour, closes: 17 * hour, holidays: new Set<Day>() };

  it.each([
    ["inside one day", "2026-11-23T09:00:00Z", 3, "2026-11-23T12:00:00Z"],
    ["over the night", "2026-11-23T15:00:00Z", 2, "2026-11-24T09:00:00Z"],
    ["over the weekend", "2026-11-27T15:00:00Z", 2, "2026-11-30T09:00:00Z"],
    ["asked for on a Sunday", "2026-11-22T11:00:00Z", 16, "2026-11-24T16:00:00Z"],
    ["asked for before opening", "2026-11-23T05:00:00Z", 1, "2026-11-23T09:00:00Z"],
    ["across a change of clocks", "2026-10-23T14:00:00Z", 2, "2026-10-26T09:00:00Z"],
    ["of no length, at night", "2026-11-23T22:00:00Z", 0, "2026-11-24T08:00:00Z"],
  ])("%s", (_name, from, hours, expected) => {
    expect(addBusinessHours(at(from), hours, berlin)).toEqual(at(expected));
  });

  it("does not run on a holiday", () => {
    const free = { ...berlin, holidays: new Set<Day>(["2026-11-24"]) };
    expect(addBusinessHours(at("2026-11-23T15:00:00Z"), 2, free)).toEqual(at("2026-11-25T09:00:00Z"));
  });

  it("never ends before it starts, and more time never ends sooner", () => {
    const instant = fc.integer({ min: 0, max: 2_000_000_000 }).map((seconds) => new Date(seconds * 1000));
    const minutes = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(instant, minutes, minutes, someZone, holidays, (from, some, more, zone, free) => {
        const hours = { ...berlin, zone, holidays: free };
        const ends = addBusinessMinutes(from, some, hours);
        expect(ends >= from).toBe(true);
        expect(addBusinessMinutes(from, some + more, hours) >= ends).toBe(true);
        expect(isBusinessDay(dayAt(ends, zone), free)).toBe(true);
      }),
    );
  });

  it("refuses hours that never open and time that runs backwards", () => {
    expect(() => addBusinessHours(at("2026-11-23T09:00:00Z"), -1, berlin)).toThrow(RangeError);
    expect(() => addBusinessHours(at("2026-11-23T09:00:00Z"), Number.POSITIVE_INFINITY, berlin)).toThrow(
      RangeError,
    );
    const shut = { ...berlin, closes: berlin.opens };
    expect(() => addBusinessHours(at("2026-11-23T09:00:00Z"), 1, shut)).toThrow(RangeError);
  });
});

describe("months", () => {
  it("keep the day of the month, or end with a shorter one", () => {
    expect(addMonths("2026-03-15", 12)).toBe("2027-03-15");
    expect(addMonths("2026-10-31", 1)).toBe("2026-11-30");
    expect(addMonths("2024-02-29", 12)).toBe("2025-02-28");
    expect(addMonths("2026-01-31", -2)).toBe("2025-11-30");
  });
});
