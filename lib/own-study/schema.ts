import { z } from "zod";
import { type Day, isDay } from "@/lib/dates";
import { line } from "@/lib/text";

const study = {
  what: line(200, "own-study.invalid.what"),
  day: z.custom<Day>(isDay, "own-study.invalid.day"),
  hours: z
    .number("own-study.invalid.hours")
    .min(0.25, "own-study.invalid.hours")
    .max(100, "own-study.invalid.hours")
    .multipleOf(0.25, "own-study.invalid.hours"),
};

export const addStudySchema = z.object(study);
export type AddStudy = z.output<typeof addStudySchema>;

/** `seen` is the version that the form showed. */
export const changeStudySchema = z.object({ studyId: z.uuid(), seen: z.int().min(1), ...study });
export type ChangeStudy = z.output<typeof changeStudySchema>;

/** Takes an entry away, or brings it back. */
export const removeStudySchema = z.object({ studyId: z.uuid(), removed: z.boolean() });
export type RemoveStudy = z.output<typeof removeStudySchema>;
