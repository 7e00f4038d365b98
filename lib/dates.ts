import { tzOffset } from "@date-fns/tz/tzOffset";

/**
 * A day on a wall calendar, "YYYY-MM-DD", in whatever time zone its owner has. A day is never an instant:
 * `instantAt` and `dayAt` are the only bridges between the two, and each of them asks for the zone.
 */
export type Day = `${number}-${number}-${number}`;

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Anything that knows whether a day is a holiday: a `Set<Day>` or a `Map<Day, name>`. */
export type Holidays = { has(day: Day): boolean };

/** Which days count as business days. */
export type BusinessCalendar = { holidays: Holidays; workdays?: readonly Weekday[] };

/** A business calendar with a place on the globe and opening hours, in minutes after local midnight. */
export type BusinessHours = BusinessCalendar & { zone: string; opens: number; closes: number };

export const mondayToFriday: readonly Weekday[] = [1, 2, 3, 4, 5];

const minute = 60_000;
const dayLength = 24 * 60 * minute;
/** Longer than any run of holidays: past this, the calendar has no business day at all. */
const longestSearch = 400;

/** Takes what a `@db.Date` column gives and returns the day it stands for. Refuses an instant inside a day. */
export function toDay(date: Date): Day {
  if (date.getTime() % dayLength !== 0) throw new RangeError("toDay takes a date column, not an instant");
  return dayOfUtc(date.getTime());
}

/** The form in which a `@db.Date` column takes a day. */
export function fromDay(day: Day): Date {
  return new Date(utcOfDay(day));
}

/** Whether a value is a day that exists, written "YYYY-MM-DD", from year 1 to year 9999. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && value >= "0001" && new Date(time).toISOString().startsWith(value);
}

/** The day `count` calendar days later, or earlier when `count` is negative. */
export function addDays(day: Day, count: number): Day {
  return dayOfUtc(utcOfDay(day) + count * dayLength);
}

/** The same day of the month `count` months later, or the last day of that month when it is shorter. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return dayOfUtc(Date.UTC(year, month - 1 + count, Math.min(date, last)));
}

/** Calendar days from `from` to `to`; negative when `to` is the earlier one. */
export function diffDays(from: Day, to: Day): number {
  return (utcOfDay(to) - utcOfDay(from)) / dayLength;
}

export function earlierOf(a: Day, b: Day): Day {
  return diffDays(a, b) < 0 ? b : a;
}

export function laterOf(a: Day, b: Day): Day {
  return diffDays(a, b) < 0 ? a : b;
}

export function weekday(day: Day): Weekday {
  return (((new Date(utcOfDay(day)).getUTCDay() + 6) % 7) + 1) as Weekday;
}

/** Whether the runtime knows `name` as a time zone. Bare offsets such as "+02:00" are not names. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The local day in `zone` at an instant. */
export function dayAt(instant: Date, zone: string): Day {
  return dayOfUtc(instant.getTime() + offsetAt(instant.getTime(), zone));
}

/** Minutes after midnight that the wall clock in `zone` shows at an instant. */
export function minuteAt(instant: Date, zone: string): number {
  const local = instant.getTime() + offsetAt(instant.getTime(), zone);
  return Math.floor((((local % dayLength) + dayLength) % dayLength) / minute);
}

/** Minutes after midnight of a time on a 24-hour clock, "09:30" to "24:00". */
export function minuteOf(time: string): number {
  const [, hours, minutes] = /^(\d{2}):([0-5]\d)$/.exec(time) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  if (!(total <= 24 * 60)) throw new RangeError(`not a time of day: ${time}`);
  return total;
}

/** The time on a 24-hour clock that many minutes after midnight: what {@link minuteOf} reads. */
export function timeOf(minutesAfterMidnight: number): string {
  const two = (count: number) => String(count).padStart(2, "0");
  return `${two(Math.floor(minutesAfterMidnight / 60))}:${two(minutesAfterMidnight % 60)}`;
}

/**
 * The instant at which the wall clock in `zone` shows `minutesAfterMidnight` on `day`; 1440 is the next midnight.
 * A wall time that the clock jumps over moves forward by the length of the jump (02:30 becomes 03:30);
 * of a wall time that comes twice, the first is meant.
 */
export function instantAt(day: Day, minutesAfterMidnight: number, zone: string): Date {
  const wall = utcOfDay(day) + minutesAfterMidnight * minute;
  const before = offsetAt(wall - dayLength, zone);
  const after = offsetAt(wall + dayLength, zone);
  // The larger offset gives the earlier instant, which is the first of two when both are real.
  for (const offset of before > after ? [before, after] : [after, before]) {
    if (offsetAt(wall - offset, zone) === offset) return new Date(wall - offset);
  }
  return new Date(wall - before);
}

/** By how many minutes the wall clock in `zone` jumps during a local day: 60, −60, and 0 nearly always. */
export function clockChange(day: Day, zone: string): number {
  const starts = instantAt(day, 0, zone).getTime();
  const ends = instantAt(addDays(day, 1), 0, zone).getTime();
  return (offsetAt(ends, zone) - offsetAt(starts, zone)) / minute;
}

export function isBusinessDay(
  day: Day,
  holidays: Holidays,
  workdays: readonly Weekday[] = mondayToFriday,
): boolean {
  return workdays.includes(weekday(day)) && !holidays.has(day);
}

/**
 * The business day `count` business days after `day` (before it, when negative). `day` itself is not counted
 * and need not be a business day; 0 gives `day` back. Refuses a calendar without business days.
 */
export function addBusinessDays(day: Day, count: number, calendar: BusinessCalendar): Day {
  if (!Number.isInteger(count)) throw new RangeError("business days come in whole numbers");
  const step = count < 0 ? -1 : 1;
  let result = day;
  for (let left = Math.abs(count); left > 0; left--) {
    result = firstBusinessDay(addDays(result, step), step, calendar);
  }
  return result;
}

/** The first business day after `day`. */
export function nextBusinessDay(day: Day, calendar: BusinessCalendar): Day {
  return addBusinessDays(day, 1, calendar);
}

/** The last business day before `day`. */
export function previousBusinessDay(day: Day, calendar: BusinessCalendar): Day {
  return addBusinessDays(day, -1, calendar);
}

/** How many business days lie after `from` and not after `to`; negative when `to` is the earlier one. */
export function businessDaysBetween(from: Day, to: Day, calendar: BusinessCalendar): number {
  if (to < from) return -businessDaysBetween(to, from, calendar);
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isBusinessDay(day, calendar.holidays, calendar.workdays)) count++;
  }
  return count;
}

/**
 * The instant at which `minutes` of opening time have passed since `instant`. The clock only runs between
 * `opens` and `closes` on business days; 0 gives the first open moment from `instant` on. Refuses negative
 * minutes and hours that never open.
 */
export function addBusinessMinutes(instant: Date, minutes: number, hours: BusinessHours): Date {
  if (!Number.isFinite(minutes) || minutes < 0) throw new RangeError("business minutes cannot be negative");
  if (hours.closes <= hours.opens) throw new RangeError("business hours have to open before they close");
  let left = minutes * minute;
  let day = dayAt(instant, hours.zone);
  for (;;) {
    day = firstBusinessDay(day, 1, hours);
    const opened = Math.max(instant.getTime(), instantAt(day, hours.opens, hours.zone).getTime());
    const open = instantAt(day, hours.closes, hours.zone).getTime() - opened;
    if (open > 0 && left <= open) return new Date(opened + left);
    left -= Math.max(open, 0);
    day = addDays(day, 1);
  }
}

/** `addBusinessMinutes` for deadlines that are given in hours. */
export function addBusinessHours(instant: Date, count: number, hours: BusinessHours): Date {
  return addBusinessMinutes(instant, count * 60, hours);
}

function firstBusinessDay(from: Day, step: 1 | -1, calendar: BusinessCalendar): Day {
  for (let tried = 0, day = from; tried < longestSearch; tried++, day = addDays(day, step)) {
    if (isBusinessDay(day, calendar.holidays, calendar.workdays)) return day;
  }
  throw new RangeError("the calendar has no business day");
}

/** What was worked out before, so that a page of sixty mentees asks for the same few days once. Forgets all when full. */
function remembered<K, V>(workOut: (key: K) => V, most = 5_000): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = workOut(key);
    if (known.size >= most) known.clear();
    known.set(key, value);
    return value;
  };
}

const quarter = 15 * minute;
/** From here on every zone changes its clock on a whole quarter of an hour. */
const regularSince = Date.UTC(1980, 0, 1);

const offsetsOf = remembered((zone: string) =>
  remembered((time: number) => {
    const offset = tzOffset(zone, new Date(time));
    if (Number.isNaN(offset)) throw new RangeError(`unknown time zone ${zone}`);
    return offset * minute;
  }),
);

function offsetAt(time: number, zone: string): number {
  return offsetsOf(zone)(time < regularSince ? time : Math.floor(time / quarter) * quarter);
}

const utcOfDay = remembered((day: Day) => {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  return Date.parse(day);
});

const dayOfNumber = remembered((number: number) => {
  const day = new Date(number * dayLength).toISOString().slice(0, 10);
  if (!isDay(day)) throw new RangeError("a day has to lie between the years 1 and 9999");
  return day;
});

function dayOfUtc(time: number): Day {
  return dayOfNumber(Math.floor(time / dayLength));
}
