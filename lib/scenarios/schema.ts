import { z } from "zod";
import { line, paragraphs } from "@/lib/text";

const words = {
  title: line(120, "training.invalid.scenarioTitle"),
  prompt: paragraphs(1000, "training.invalid.scenarioPrompt"),
};

export const addScenarioSchema = z.object({ cohortId: z.uuid(), ...words });
export type AddScenario = z.output<typeof addScenarioSchema>;

/** `seen` counts the changes that were made when the words were read. */
export const changeScenarioSchema = z.object({
  scenarioId: z.uuid(),
  seen: z.number().int().min(0),
  ...words,
});
export type ChangeScenario = z.output<typeof changeScenarioSchema>;

export const retireScenarioSchema = z.object({ scenarioId: z.uuid(), retired: z.boolean() });
export type RetireScenario = z.output<typeof retireScenarioSchema>;

export const leaveOutScenarioSchema = z.object({
  cohortId: z.uuid(),
  scenarioId: z.uuid(),
  leftOut: z.boolean(),
});
export type LeaveOutScenario = z.output<typeof leaveOutScenarioSchema>;
