import type { Day } from "@/lib/dates";
import type { Sentence } from "@/lib/errors";
import type { DayStatus } from "@/lib/logs/day-statuses";
import type { Progress } from "@/lib/logs/rules";

export const activityNumbers = ["calls", "emails", "meetings", "proposals"] as const;
export type Numbers = Record<(typeof activityNumbers)[number], number>;

/** One mentee on the board. */
export type BoardRow = {
  id: string;
  name: string;
  state: string;
  mentor: string | null;
  /** The pairing is paused. */
  paused: boolean;
  days: DayStatus[];
  /** What the newest submitted log says. */
  progress: Progress | null;
  numbers: Numbers;
};

/** The middle of several numbers; with an even count the lower of the two in the middle. 0 of none. */
export function median(numbers: readonly number[]): number {
  const ordered = [...numbers].sort((a, b) => a - b);
  return ordered[Math.floor((ordered.length - 1) / 2)] ?? 0;
}

export type Need = { id: string; name: string; reasons: Sentence[]; weight: number };

/**
 * Who needs help today and why, whoever needs it most first: a mentor who says so weighs most, then days without a
 * log, then a day away. A mentee who is decided needs nothing any more.
 */
export function needsOf(rows: readonly BoardRow[], today: Day): Need[] {
  const needs = rows
    .filter(({ state }) => state === "ACTIVE" || state === "EXTENDED")
    .map(({ id, name, days, progress, mentor }) => {
      const count = (status: DayStatus["status"]) => days.filter((day) => day.status === status).length;
      const [missed, late] = [count("missed"), count("late")];
      const away = days.some((day) => day.day === today && day.status === "excused");
      const reasons: [boolean, number, Sentence][] = [
        [mentor === null, 8, { key: "board.need.noMentor" }],
        [progress === "STRUGGLING", 4, { key: "board.need.struggling" }],
        [missed > 0, 2 * missed, { key: "board.need.missed", values: { count: missed } }],
        [late > 0, late, { key: "board.need.late", values: { count: late } }],
        [away, 1, { key: "board.need.away" }],
      ];
      const held = reasons.filter(([holds]) => holds);
      return {
        id,
        name,
        reasons: held.map(([, , reason]) => reason),
        weight: held.reduce((sum, [, weight]) => sum + weight, 0),
      };
    });
  return needs.filter(({ reasons }) => reasons.length > 0).sort((a, b) => b.weight - a.weight);
}
