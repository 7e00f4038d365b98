import { z } from "zod";
import { type Day, isDay } from "@/lib/dates";
import { line, optionalLine } from "@/lib/text";

const day = z
  .string("errors.text.day")
  .refine(isDay, "errors.text.day")
  .transform((text) => text as Day);

/** What a goal says: how it is measured, where it starts, where it should lead, by when. */
const goal = {
  indicator: line(200, "agreements.invalid.indicator"),
  baseline: optionalLine(100).transform((text) => text ?? ""),
  target: line(100, "agreements.invalid.target"),
  dueOn: day,
};

export const signExpectationsSchema = z.object({ pairingId: z.uuid() });
export type SignExpectations = z.output<typeof signExpectationsSchema>;

export const proposeGoalSchema = z.object({ pairingId: z.uuid(), ...goal });
export type ProposeGoal = z.output<typeof proposeGoalSchema>;

export const changeGoalSchema = z.object({ goalId: z.uuid(), ...goal });
export type ChangeGoal = z.output<typeof changeGoalSchema>;

export const goalSchema = z.object({ goalId: z.uuid() });
export type GoalInput = z.output<typeof goalSchema>;
