import { z } from "zod";
import { paragraphs } from "@/lib/text";

/** More mentees than anybody adds in one go. */
const mostMentees = 200;

/** The people who become mentees. */
export const menteeIds = z.array(z.uuid()).max(mostMentees, "cohorts.invalid.tooManyMentees");

export const enrollMenteesSchema = z.object({
  cohortId: z.uuid(),
  menteeIds: menteeIds.min(1, "cohorts.invalid.nobody"),
});
export type EnrollMentees = z.output<typeof enrollMenteesSchema>;

export const withdrawMenteeSchema = z.object({
  enrollmentId: z.uuid(),
  reason: paragraphs(1000, "cohorts.invalid.reason"),
});
export type WithdrawMentee = z.output<typeof withdrawMenteeSchema>;
