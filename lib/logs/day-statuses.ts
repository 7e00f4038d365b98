import { type BusinessCalendar, type Day, dayAt } from "@/lib/dates";
import { type LogState, type LogStatus, logDeadlines, logStatus } from "./rules";

/** A program day, and how the log of a mentee stands on it. */
export type DayStatus = { day: Day; number: number; status: LogStatus };

export type LogCalendar = {
  /** The program days, in order. */
  days: readonly { day: Day; number: number }[];
  zone: string;
  dueMinute: number;
  calendar: BusinessCalendar;
};

export type MenteeLogs = {
  /** False before the cohort is launched: nothing is asked for yet. */
  launched: boolean;
  enrolledAt: Date;
  endedAt: Date | null;
  /** How the mentee's log stands on the days that have one. Whose it is does not matter: one submitted log is enough. */
  logs: ReadonlyMap<Day, LogState>;
  /** The days on which the mentee was away all day. */
  away: ReadonlySet<Day>;
};

/** How each day of the program stands for one mentee at `now`. */
export function dayStatuses(program: LogCalendar, mentee: MenteeLogs, now: Date): DayStatus[] {
  const from = dayAt(mentee.enrolledAt, program.zone);
  const to = mentee.endedAt && dayAt(mentee.endedAt, program.zone);
  return program.days.map(({ day, number }) => ({
    day,
    number,
    status: logStatus({
      ...logDeadlines(day, program.dueMinute, program.zone, program.calendar),
      now,
      state: mentee.logs.get(day) ?? null,
      excused: mentee.away.has(day),
      isProgramDay: true,
      enrollmentActive: mentee.launched && day >= from && (to === null || day <= to),
    }),
  }));
}

/** The stronger of two states of a day's log: submitted, begun, none. */
export function stronger(one: LogState | undefined, other: LogState): LogState {
  return one === "SUBMITTED" ? one : other;
}
