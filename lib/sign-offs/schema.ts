import { z } from "zod";
import { line, text } from "@/lib/input";

export const requestSignOffSchema = z.object({
  cohortId: z.uuid(),
  personId: z.uuid("cohorts.invalid.person"),
  about: line("cohorts", "about", 80),
});
export type RequestSignOff = z.output<typeof requestSignOffSchema>;

export const decideSignOffSchema = z
  .object({
    signOffId: z.uuid(),
    decision: z.enum(["APPROVED", "CHANGES_REQUESTED"], "cohorts.invalid.decision"),
    comment: text("cohorts"),
  })
  .refine(({ decision, comment }) => decision === "APPROVED" || comment.length >= 3, {
    path: ["comment"],
    error: "cohorts.invalid.whatToChange",
  });
export type DecideSignOff = z.output<typeof decideSignOffSchema>;
