import { z } from "zod";
import { paragraphs } from "@/lib/text";

const reason = paragraphs(1000, "mentors.invalid.reason");

/** Mentors of one cohort: at least one, and not more than a cohort has. */
const some = z.array(z.uuid()).min(1, "mentors.invalid.nobody").max(200, "mentors.invalid.tooMany");

export const inviteMentorsSchema = z.object({
  cohortId: z.uuid(),
  nominationIds: some,
});
export type InviteMentors = z.output<typeof inviteMentorsSchema>;

const reasonlessAnswerSchema = z.object({
  nominationId: z.uuid(),
  answer: z.enum(["ACCEPTED", "NOT_THIS_TIME"]),
});
export const declineInvitationSchema = z.object({
  nominationId: z.uuid(),
  answer: z.literal("DECLINED"),
  reason,
});
export const answerInvitationSchema = z.discriminatedUnion("answer", [
  reasonlessAnswerSchema,
  declineInvitationSchema,
]);
export type AnswerInvitation = z.output<typeof answerInvitationSchema>;

const holdTrainingSchema = z.object({
  cohortId: z.uuid(),
  nominationIds: some,
  training: z.enum(["IN_PROGRESS", "COMPLETED"]),
});
export const waiveTrainingSchema = z.object({
  cohortId: z.uuid(),
  nominationIds: some,
  training: z.literal("WAIVED"),
  reason,
});
export const recordTrainingSchema = z.discriminatedUnion("training", [
  holdTrainingSchema,
  waiveTrainingSchema,
]);
export type RecordTraining = z.output<typeof recordTrainingSchema>;
