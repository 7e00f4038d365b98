import {
  type BusinessCalendar,
  businessDaysBetween,
  type Day,
  instantAt,
  nextBusinessDay,
} from "@/lib/dates";
import type { Sentence } from "@/lib/errors";
import { type Edges, edgeRefusal } from "@/lib/states";

export const logStates = ["DRAFT", "SUBMITTED"] as const;
export type LogState = (typeof logStates)[number];

export const progressLevels = ["STRUGGLING", "ON_TRACK", "AHEAD"] as const;
export type Progress = (typeof progressLevels)[number];

/** Who led an activity, from watching to alone. */
export const independenceLevels = ["OBSERVED", "ASSISTED", "LED", "SOLO"] as const;
export type Independence = (typeof independenceLevels)[number];

export const noteAudiences = ["PRIVATE", "ORGANIZERS", "SHARED"] as const;
export type NoteAudience = (typeof noteAudiences)[number];

/** How a mentee's day stands on the board. Only `submitted` and `draft` are stored; the clock makes the rest. */
export const logStatuses = [
  "submitted",
  "draft",
  "due",
  "late",
  "missed",
  "excused",
  "paused",
  "notDue",
  "none",
] as const;
export type LogStatus = (typeof logStatuses)[number];

export const logEdges: Edges<LogState> = { DRAFT: ["SUBMITTED"], SUBMITTED: [] };

/** How many business days back a log may still be written. */
const logDaysBack = 5;

/** Why a log may not go from one state to the other, or null when it may. */
export function logStateRefusal(from: LogState, to: LogState): Sentence | null {
  return edgeRefusal(logEdges, "logs.refused.logState", from, to);
}

export type LogDeadlines = { opensAt: Date; dueAt: Date; missedAt: Date };

/**
 * The three instants in the life of a day's log, in the cohort's zone: it can be written from midnight, is due at
 * `dueMinute`, and counts as missed at `dueMinute` of the next business day.
 */
export function logDeadlines(
  day: Day,
  dueMinute: number,
  zone: string,
  calendar: BusinessCalendar,
): LogDeadlines {
  return {
    opensAt: instantAt(day, 0, zone),
    dueAt: instantAt(day, dueMinute, zone),
    missedAt: instantAt(nextBusinessDay(day, calendar), dueMinute, zone),
  };
}

export type LogFacts = LogDeadlines & {
  now: Date;
  /** null when nobody has begun to write. */
  state: LogState | null;
  /** The mentee (or the mentor) was away all day: nothing is asked for. */
  excused: boolean;
  /** The pairing rests: nobody is asked to log. */
  paused: boolean;
  isProgramDay: boolean;
  /** The mentee was in the program on that day. */
  enrollmentActive: boolean;
};

/**
 * How a day's log stands at `now`. What was submitted stays submitted, however late. A draft is a draft only until
 * it is due: from then on it is late or missed like a log that nobody has begun.
 */
export function logStatus(facts: LogFacts): LogStatus {
  const { now, state } = facts;
  if (state === "SUBMITTED") return "submitted";
  if (!facts.isProgramDay || !facts.enrollmentActive) return "none";
  if (facts.paused) return "paused";
  if (facts.excused) return "excused";
  if (now < facts.opensAt) return "notDue";
  if (now >= facts.missedAt) return "missed";
  if (now >= facts.dueAt) return "late";
  return state === "DRAFT" ? "draft" : "due";
}

/** Whether a submitted log came after it was due. */
export function cameLate(submittedAt: Date, dueAt: Date): boolean {
  return submittedAt >= dueAt;
}

/** Whether the attendance of a mentee's day excuses its log: there was something to attend, and they were at none of it. */
export function awayAllDay(attendances: readonly string[]): boolean {
  const expected = attendances.filter((state) => state !== "NOT_EXPECTED");
  return expected.length > 0 && expected.every((state) => state === "ABSENT" || state === "EXCUSED");
}

/** Why no log may be written for this day, or null when one may. All days are days of the cohort's zone. */
export function logRefusal(facts: {
  day: Day;
  today: Day;
  isProgramDay: boolean;
  /** The mentee's first and (once ended) last day in the program. */
  enrolledFrom: Day;
  enrolledTo: Day | null;
  calendar: BusinessCalendar;
  daysBack?: number;
}): Sentence | null {
  const { day, today, enrolledFrom, enrolledTo, daysBack = logDaysBack } = facts;
  if (day > today) return { key: "logs.refused.future" };
  if (day < enrolledFrom) return { key: "logs.refused.beforeStart", values: { day: enrolledFrom } };
  if (enrolledTo !== null && day > enrolledTo) {
    return { key: "logs.refused.afterEnd", values: { day: enrolledTo } };
  }
  if (!facts.isProgramDay) return { key: "logs.refused.noProgramDay" };
  if (businessDaysBetween(day, today, facts.calendar) > daysBack) {
    return { key: "logs.refused.tooFarBack", values: { count: daysBack } };
  }
  return null;
}

/** How many of the board's days stand how, and how many of those that a log was asked for have one. */
export function summarizeLogs(statuses: readonly LogStatus[]) {
  const counts = Object.fromEntries(logStatuses.map((status) => [status, 0])) as Record<LogStatus, number>;
  for (const status of statuses) counts[status]++;
  const expected = counts.submitted + counts.draft + counts.due + counts.late + counts.missed;
  return { counts, expected, outstanding: expected - counts.submitted };
}

/** Why a log cannot be submitted as it stands, or null: it says how the mentee is doing, and what they did or learned. */
export function submitRefusal(content: {
  progress: Progress | null;
  activities: readonly unknown[];
  learned: string;
}): (Sentence & { field: string }) | null {
  if (content.activities.length === 0 && content.learned === "") {
    return { key: "logs.refused.nothingWritten", field: "learned" };
  }
  return content.progress === null ? { key: "logs.refused.noProgress", field: "progress" } : null;
}
