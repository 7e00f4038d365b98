import { z } from "zod";
import { type Day, isDay } from "@/lib/dates";
import { paragraphs } from "@/lib/text";

/** Until when a list is due: a day and a time of day in the cohort's time zone. */
const due = {
  dueDay: z.custom<Day>(isDay, "mentors.invalid.day"),
  dueTime: z.string("mentors.invalid.time").regex(/^([01]\d|2[0-3]):[0-5]\d$/, "mentors.invalid.time"),
};

export const requestListsSchema = z.object({
  cohortId: z.uuid(),
  floorIds: z.array(z.uuid()).min(1, "mentors.invalid.noFloor").max(100, "mentors.invalid.tooMany"),
  ...due,
});
export type RequestLists = z.output<typeof requestListsSchema>;

export const submitListSchema = z.object({ listId: z.uuid() });
export type SubmitList = z.output<typeof submitListSchema>;

export const reopenListSchema = z.object({
  listId: z.uuid(),
  reason: paragraphs(1000, "mentors.invalid.reason"),
  ...due,
});
export type ReopenList = z.output<typeof reopenListSchema>;
