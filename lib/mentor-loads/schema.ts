import { z } from "zod";

/** Hours a week with own customers as a form holds them, null for not known, and the version that it showed. */
export const stated = {
  sellingHours: z
    .int("mentor-loads.invalid.hours")
    .min(0, "mentor-loads.invalid.hours")
    .max(80, "mentor-loads.invalid.hours")
    .nullable(),
  /** 0 when nobody had said anything: if somebody was faster, they are told who. */
  seen: z.int().min(0),
};

export const stateSellingSchema = z.object({ personId: z.uuid(), ...stated });
export type StateSelling = z.output<typeof stateSellingSchema>;
