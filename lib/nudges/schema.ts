import { z } from "zod";

export const nudgeManagersSchema = z.object({ listId: z.uuid() });
export type NudgeManagers = z.output<typeof nudgeManagersSchema>;

export const nudgeMentorSchema = z.object({ nominationId: z.uuid() });
export type NudgeMentor = z.output<typeof nudgeMentorSchema>;
