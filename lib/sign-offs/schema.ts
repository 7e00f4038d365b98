import { z } from "zod";
import { line, optionalParagraphs } from "@/lib/text";

export const requestSignOffSchema = z.object({
  cohortId: z.uuid(),
  personId: z.uuid("cohorts.invalid.person"),
  about: line(80, "cohorts.invalid.about"),
});
export type RequestSignOff = z.output<typeof requestSignOffSchema>;

export const decideSignOffSchema = z
  .object({
    signOffId: z.uuid(),
    decision: z.enum(["APPROVED", "CHANGES_REQUESTED"], "cohorts.invalid.decision"),
    comment: optionalParagraphs(1000),
  })
  .refine(({ decision, comment }) => decision === "APPROVED" || comment.length > 0, {
    path: ["comment"],
    error: "cohorts.invalid.whatToChange",
  });
export type DecideSignOff = z.output<typeof decideSignOffSchema>;
