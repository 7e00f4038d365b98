import { z } from "zod";
import type { MessageKey } from "@/i18n/messages";
import { scoresSchema } from "@/lib/assessments/schema";
import { outcomes } from "@/lib/certification/rules";
import { isDay } from "@/lib/dates";
import { optionalParagraphs } from "@/lib/text";

/** A day that one may leave empty; whether it is needed is asked with the outcome. */
const optionalDay = z
  .string("certification.invalid.day")
  .max(10, "certification.invalid.day")
  .transform((text) => (isDay(text) ? text : null));

const outcomeFields = {
  attemptId: z.uuid(),
  outcome: z.enum(outcomes, "certification.invalid.outcome"),
  /** What the mentee is told; they read it as it is. */
  comment: optionalParagraphs(2000),
  /** The day of the next try, after a retake. */
  retakeOn: optionalDay,
  /** The plan of an extension: until when, what for, with whose support. */
  extendedTo: optionalDay,
  plan: optionalParagraphs(4000),
  support: optionalParagraphs(4000),
};

type Planned = {
  outcome: (typeof outcomes)[number];
  retakeOn: string | null;
  extendedTo: string | null;
  plan: string;
  support: string;
};

/** Which fields an outcome needs and does not have, with what is said beside each. */
export function missingOfOutcome({
  outcome,
  retakeOn,
  extendedTo,
  plan,
  support,
}: Planned): [field: string, message: MessageKey][] {
  const missing: ReturnType<typeof missingOfOutcome> = [];
  if (outcome === "RETAKE" && !retakeOn) missing.push(["retakeOn", "certification.invalid.retakeOn"]);
  if (outcome !== "EXTENDED") return missing;
  if (!extendedTo) missing.push(["extendedTo", "certification.invalid.extendedTo"]);
  if (!plan) missing.push(["plan", "certification.invalid.plan"]);
  if (!support) missing.push(["support", "certification.invalid.support"]);
  return missing;
}

function complete(planned: Planned, context: z.core.$RefinementCtx): void {
  for (const [field, message] of missingOfOutcome(planned)) {
    context.addIssue({ code: "custom", path: [field], message });
  }
}

export const decideOutcomeSchema = z.object(outcomeFields).superRefine(complete);
export type DecideOutcome = z.output<typeof decideOutcomeSchema>;

export const recordResultSchema = z
  .object({ ...outcomeFields, scores: scoresSchema, assessment: optionalParagraphs(4000) })
  .superRefine(complete);
export type RecordResult = z.output<typeof recordResultSchema>;
