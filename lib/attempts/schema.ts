import { z } from "zod";
import { type Day, isDay } from "@/lib/dates";
import { encodeSentence } from "@/lib/errors";
import { mostAssessors } from "./rules";

const assessorIds = z
  .array(z.uuid())
  .max(mostAssessors, encodeSentence({ key: "attempts.invalid.tooMany", values: { most: mostAssessors } }));

export const scheduleAttemptSchema = z.object({
  enrollmentId: z.uuid(),
  day: z.custom<Day>(isDay, "attempts.invalid.day"),
  assessorIds,
});
export type ScheduleAttempt = z.output<typeof scheduleAttemptSchema>;

export const assignAssessorsSchema = z.object({ attemptId: z.uuid(), assessorIds });
export type AssignAssessors = z.output<typeof assignAssessorsSchema>;

export const cancelAttemptSchema = z.object({ attemptId: z.uuid() });
export type CancelAttempt = z.output<typeof cancelAttemptSchema>;
