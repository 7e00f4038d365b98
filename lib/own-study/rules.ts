import type { Day } from "@/lib/dates";
import type { Sentence } from "@/lib/errors";

/** Why an own study cannot have been on that day, or null: only what is done counts. */
export function studyRefusal(day: Day, today: Day): Sentence | null {
  return day > today ? { key: "own-study.refused.ahead" } : null;
}
