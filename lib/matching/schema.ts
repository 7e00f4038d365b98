import { z } from "zod";
import { factorKeys } from "@/lib/matching/factors";
import { varieties } from "@/lib/matching/facts";
import { floorRules } from "@/lib/matching/hard-rules";

const weight = z
  .int("matching.invalid.weight")
  .min(0, "matching.invalid.weight")
  .max(100, "matching.invalid.weight");

/** How a cohort matches: what each factor weighs, which floor a mentor may come from, and how alike two should be. */
export const matchingSettingsSchema = z.object({
  weights: z
    .record(z.enum(factorKeys), weight)
    .refine((weights) => Object.values(weights).some((one) => one > 0), "matching.invalid.noWeight"),
  floorRule: z.enum(floorRules),
  variety: z.enum(varieties),
});
export type MatchingSettings = z.output<typeof matchingSettingsSchema>;

/** Which version of it the form was filled in from. */
const version = z.int().min(0);

export const saveSettingsSchema = matchingSettingsSchema.extend({ cohortId: z.uuid(), seen: version });
export type SaveSettings = z.output<typeof saveSettingsSchema>;

export const resetSettingsSchema = z.object({ cohortId: z.uuid(), seen: version });
export type ResetSettings = z.output<typeof resetSettingsSchema>;
