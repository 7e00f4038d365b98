import type { Sentence } from "@/lib/errors";

/** Which parts of an intake somebody has filled in. */
export type Filled = { menteeFilledAt: Date | null; trainerFilledAt: Date | null };

/** Whether both have filled in their part. */
export function isWhole(intake: Filled | null): boolean {
  return intake !== null && intake.menteeFilledAt !== null && intake.trainerFilledAt !== null;
}

/** Why an intake is not filled in any more, or null while the mentee's way is before them or under way. */
export function intakeRefusal(states: { cohort: string; enrollment: string }): Sentence | null {
  const open =
    ["DRAFT", "PLANNING", "READY", "ACTIVE"].includes(states.cohort) &&
    ["ENROLLED", "ACTIVE", "EXTENDED"].includes(states.enrollment);
  return open ? null : { key: "intakes.refused.over" };
}
