import { z } from "zod";
import { reason } from "@/lib/input";

/** More mentees than anybody adds in one go. */
const mostMentees = 200;

/** The people who become mentees. */
export const menteeIds = z.array(z.uuid()).max(mostMentees, "cohorts.invalid.tooManyMentees");

export const enrollMenteesSchema = z.object({
  cohortId: z.uuid(),
  menteeIds: menteeIds.min(1, "cohorts.invalid.nobody"),
});
export type EnrollMentees = z.output<typeof enrollMenteesSchema>;

export const withdrawMenteeSchema = z.object({ enrollmentId: z.uuid(), reason: reason("cohorts") });
export type WithdrawMentee = z.output<typeof withdrawMenteeSchema>;
