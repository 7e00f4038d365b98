import { type Day, toDay } from "@/lib/dates";
import type { Sentence } from "@/lib/errors";

/** Which of the two somebody is. */
export type Side = "mentor" | "mentee";

/** Which of the two somebody is who stands like this to their pairing; null when neither. */
export function sideOf(stands: ReadonlySet<string>): Side | null {
  if (stands.has("mentee")) return "mentee";
  return stands.has("leadMentor") || stands.has("callMentor") ? "mentor" : null;
}

/** Why nothing is agreed in a pairing (any more), or null while both are in it and know of each other. */
export function agreementRefusal(pairing: { state: string; announcedAt: Date | null }): Sentence | null {
  if (!pairing.announcedAt) return { key: "agreements.refused.unannounced" };
  return isUnderWay(pairing.state) ? null : { key: "agreements.refused.over" };
}

function isUnderWay(state: string): boolean {
  return ["CONFIRMED", "ACTIVE", "PAUSED"].includes(state);
}

export type GoalFacts = { closedAt: Date | null; mentorAgreedAt: Date | null; menteeAgreedAt: Date | null };

/** Why a goal cannot be agreed on, changed or dropped any more, or null when it stands. */
export function closedRefusal(goal: Pick<GoalFacts, "closedAt">): Sentence | null {
  return goal.closedAt ? { key: "agreements.refused.goalClosed" } : null;
}

/** Why this side cannot agree on a goal, or null when it can. */
export function agreeRefusal(goal: GoalFacts, side: Side): Sentence | null {
  const agreed = side === "mentor" ? goal.mentorAgreedAt : goal.menteeAgreedAt;
  return closedRefusal(goal) ?? (agreed ? { key: "agreements.refused.agreedAlready" } : null);
}

/** Why a goal cannot be due on that day, or null when it can. */
export function dueRefusal(dueOn: Day, today: Day): Sentence | null {
  return dueOn < today ? { key: "agreements.refused.duePast" } : null;
}

/** How long two people still have: not begun, so many working days with today, or over. */
export type Countdown = { kind: "before" } | { kind: "left"; count: number } | { kind: "over" };

/** How long a pairing still lasts. @param days the working days of its cohort, the tail with them */
export function countdown(
  pairing: { state: string; startsOn: Day; endsOn: Day },
  days: readonly { day: Day }[],
  today: Day,
): Countdown {
  if (!isUnderWay(pairing.state) || today > pairing.endsOn) return { kind: "over" };
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

/** Whether somebody still has to sign what is expected of them in a pairing of which they know. */
export function hasToSign(
  pairing: { state: string; acknowledgements: readonly { personId: string }[] },
  personId: string,
): boolean {
  return isUnderWay(pairing.state) && pairing.acknowledgements.every((one) => one.personId !== personId);
}
