import type { Day } from "@/lib/dates";

/**
 * The first day that a schedule shows until one asks for what is past: today, while the planned days run. Before the
 * first and after the last of them it is null: everything shows.
 * @param days the planned days, in order
 */
export function shownFrom(days: readonly { day: Day }[], today: Day): Day | null {
  const [first, last] = [days[0], days.at(-1)];
  return first && last && first.day < today && today <= last.day ? today : null;
}
