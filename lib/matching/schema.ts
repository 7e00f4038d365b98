import { z } from "zod";
import { factorKeys } from "@/lib/matching/factors";
import { varieties } from "@/lib/matching/facts";
import { floorRules } from "@/lib/matching/hard-rules";

const weight = z.int().min(0).max(100);

/** How a cohort matches: what each factor weighs, which floor a mentor may come from, and how alike two should be. */
export const matchingSettingsSchema = z.object({
  weights: z
    .record(z.enum(factorKeys), weight)
    .refine((weights) => Object.values(weights).some((one) => one > 0), "matching.invalid.noWeight"),
  floorRule: z.enum(floorRules),
  variety: z.enum(varieties),
});
export type MatchingSettings = z.output<typeof matchingSettingsSchema>;
