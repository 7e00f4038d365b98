import { type BusinessCalendar, type Day, dayAt, laterOf, toDay } from "@/lib/dates";
import type { Sentence } from "@/lib/errors";
import type { Phase } from "@/lib/programs/rules";
import { awayAllDay, type LogState, type LogStatus, logDeadlines, logRefusal, logStatus } from "./rules";

/** A program day, and how the log of a mentee stands on it. */
export type DayStatus = { day: Day; number: number; status: LogStatus };

/** What is read of a cohort to know what a log is asked for: rows of the database. */
export type LoggedCohort = {
  state: string;
  timeZone: string;
  days: readonly { day: Date; phase: Phase; number: number }[];
  version: { logDueMinute: number };
};

export type LoggedMentee = {
  state: string;
  createdAt: Date;
  endedAt: Date | null;
  /** From which days, and until before which, the lead pairing rested; the last one may go on. */
  restFrom?: readonly Date[];
  restUntil?: readonly Date[];
};

/** Whether the lead pairing of a mentee rests on a day. */
function restsOn({ restFrom = [], restUntil = [] }: LoggedMentee, day: Day): boolean {
  return restFrom.some((from, index) => {
    const until = restUntil[index];
    return toDay(from) <= day && (!until || day < toDay(until));
  });
}

/** Whether mentors of this cohort are asked for logs, or were. */
const isLaunched = ({ state }: Pick<LoggedCohort, "state">) => state === "ACTIVE" || state === "COMPLETED";

/** The program days of a cohort, in order. */
export function programDays({ days }: Pick<LoggedCohort, "days">): { day: Day; number: number }[] {
  return days
    .filter(({ phase }) => phase === "PROGRAM")
    .map(({ day, number }) => ({ day: toDay(day), number }))
    .sort((a, b) => a.number - b.number);
}

/**
 * The business calendar that the days of a cohort tell: inside their span a day that is none of them is no business
 * day, whatever weekday it is.
 */
function calendarOf({ days }: Pick<LoggedCohort, "days">): BusinessCalendar {
  const planned = days.map(({ day }) => toDay(day)).sort();
  const [first = "", last = ""] = [planned[0], planned.at(-1)];
  const known = new Set(planned);
  return { holidays: { has: (day) => day > first && day < last && !known.has(day) } };
}

type Deadlines = ReturnType<typeof logDeadlines>;
const deadlinesOf = new WeakMap<LoggedCohort, ({ day: Day; number: number } & Deadlines)[]>();

/** The program days with their deadlines: the same for each mentee of a cohort, so worked out once for what was read. */
function daysWithDeadlines(cohort: LoggedCohort) {
  let days = deadlinesOf.get(cohort);
  if (!days) {
    const calendar = calendarOf(cohort);
    const { timeZone, version } = cohort;
    days = programDays(cohort).map((one) => ({
      ...one,
      ...logDeadlines(one.day, version.logDueMinute, timeZone, calendar),
    }));
    deadlinesOf.set(cohort, days);
  }
  return days;
}

/**
 * How each day of the program stands for one mentee at `now`.
 * @param logs how the mentee's log stands on the days that have one; one submitted log a day is enough, whoever wrote it
 * @param away the days on which the mentee was away all day
 */
export function dayStatuses(
  cohort: LoggedCohort,
  mentee: LoggedMentee,
  logs: ReadonlyMap<Day, LogState>,
  away: ReadonlySet<Day>,
  now: Date,
): DayStatus[] {
  const { timeZone } = cohort;
  const from = dayAt(mentee.createdAt, timeZone);
  const to = mentee.endedAt && dayAt(mentee.endedAt, timeZone);
  const asked = isLaunched(cohort) && mentee.state !== "ENROLLED";
  return daysWithDeadlines(cohort).map(({ day, number, opensAt, dueAt, missedAt }) => ({
    day,
    number,
    status: logStatus({
      opensAt,
      dueAt,
      missedAt,
      now,
      state: logs.get(day) ?? null,
      excused: away.has(day),
      paused: restsOn(mentee, day),
      isProgramDay: true,
      enrollmentActive: asked && day >= from && (to === null || day <= to),
    }),
  }));
}

/** The stronger of two states of a day's log: submitted, begun, none. */
export function stronger(one: LogState | undefined, other: LogState): LogState {
  return one === "SUBMITTED" ? one : other;
}

/**
 * Why a mentor may not write about this day of a mentee, or null. The first day that may be written about is the
 * latest of the program's first, the one on which the mentee joined, and the one from which the mentor mentors them;
 * in an extension the days of the tail count as well.
 */
export function writeRefusal(
  cohort: Omit<LoggedCohort, "version">,
  mentee: LoggedMentee & { mentoredFrom: Date | null },
  day: Day,
  now: Date,
): Sentence | null {
  if (!isLaunched(cohort) || mentee.state === "ENROLLED") return { key: "logs.refused.notLaunched" };
  const { timeZone, days } = cohort;
  const counts = (phase: Phase) => phase === "PROGRAM" || (phase === "TAIL" && mentee.state === "EXTENDED");
  const joined = dayAt(mentee.createdAt, timeZone);
  const mentored = mentee.mentoredFrom ? toDay(mentee.mentoredFrom) : joined;
  const [first] = programDays(cohort);
  return logRefusal({
    day,
    today: dayAt(now, timeZone),
    isProgramDay: days.some((one) => toDay(one.day) === day && counts(one.phase)),
    enrolledFrom: laterOf(first?.day ?? joined, laterOf(joined, mentored)),
    enrolledTo: mentee.endedAt ? dayAt(mentee.endedAt, timeZone) : null,
    calendar: calendarOf(cohort),
  });
}

/** From what asks most for attention to what asks for nothing. */
const urgency: LogStatus[] = [
  "missed",
  "late",
  "due",
  "draft",
  "submitted",
  "excused",
  "paused",
  "notDue",
  "none",
];

/** How a day stands for several mentees together: as the one among them that needs most. */
export function mostUrgent(statuses: readonly LogStatus[]): LogStatus {
  return urgency.find((status) => statuses.includes(status)) ?? "none";
}

/** The days on which somebody was away all day, of what they were to attend. */
export function awayDays(attendances: readonly { state: string; session: { day: Date } }[]): Set<Day> {
  const byDay = new Map<Day, string[]>();
  for (const { state, session } of attendances) {
    const day = toDay(session.day);
    byDay.set(day, [...(byDay.get(day) ?? []), state]);
  }
  return new Set([...byDay].filter(([, states]) => awayAllDay(states)).map(([day]) => day));
}
