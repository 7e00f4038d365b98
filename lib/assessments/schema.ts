import { z } from "zod";
import { optionalParagraphs } from "@/lib/text";

/** Radio buttons give a text, or null when none was chosen. */
const level = z
  .string("assessments.invalid.level")
  .regex(/^\d{1,2}$/, "assessments.invalid.level")
  .transform(Number);

export const scoresSchema = z
  .array(z.object({ criterionId: z.uuid(), level, comment: optionalParagraphs(1000) }))
  .min(1)
  .max(50);
export type Scores = z.output<typeof scoresSchema>;

export const submitAssessmentSchema = z.object({
  attemptId: z.uuid(),
  scores: scoresSchema,
  comment: optionalParagraphs(4000),
});
export type SubmitAssessment = z.output<typeof submitAssessmentSchema>;
