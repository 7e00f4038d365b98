import type { Day } from "@/lib/dates";
import type { LogStatus } from "@/lib/logs/rules";
import type { StripDay, StripMark } from "../cohorts/two-week-strip";

const marks: Record<LogStatus, StripMark> = {
  submitted: "done",
  draft: "due",
  due: "due",
  late: "late",
  missed: "missed",
  excused: "excused",
  paused: "excused",
  notDue: "none",
  none: "none",
};

/**
 * The days of a program with how their logs stand, as the strip shows them. The last day is the certification: until
 * something else is to be said of it, it is marked as that.
 */
export function logStrip(
  days: readonly { day: Day; number: number; status: LogStatus }[],
  today: Day,
  href?: (day: Day) => string,
): StripDay[] {
  return days.map(({ day, number, status }, index) => {
    const mark = marks[status];
    const certifies = index === days.length - 1 && mark === "none";
    return {
      day,
      number,
      state: day < today ? "past" : day === today ? "today" : "future",
      mark: certifies ? "certification" : mark,
      ...(href ? { href: href(day) } : {}),
    };
  });
}
