import { type Day, toDay } from "@/lib/dates";

/** How long two people still have: not begun, so many working days with today, or over. */
export type Countdown = { kind: "before" } | { kind: "left"; count: number } | { kind: "over" };

/** How long a pairing still lasts. @param days the working days of its cohort, the tail with them */
export function countdown(
  pairing: { state: string; startsOn: Day; endsOn: Day },
  days: readonly { day: Day }[],
  today: Day,
): Countdown {
  if (!["CONFIRMED", "ACTIVE", "PAUSED"].includes(pairing.state) || today > pairing.endsOn)
    return { kind: "over" };
  if (today < pairing.startsOn) return { kind: "before" };
  const left = days.filter(({ day }) => day >= today && day <= pairing.endsOn);
  return { kind: "left", count: left.length };
}

/** The working days that a pairing has left, from rows as they are read; null when it has not begun or is over. */
export function daysLeft(
  pairing: { state: string; startsOn: Date; endsOn: Date },
  days: readonly { day: Date }[],
  today: Day,
): number | null {
  const period = { state: pairing.state, startsOn: toDay(pairing.startsOn), endsOn: toDay(pairing.endsOn) };
  const working = days.map(({ day }) => ({ day: toDay(day) }));
  const left = countdown(period, working, today);
  return left.kind === "left" ? left.count : null;
}
