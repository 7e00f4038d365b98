import { z } from "zod";
import { type Day, isDay } from "@/lib/dates";
import { menteeIds } from "@/lib/enrollments/schema";
import { line, paragraphs, timeZoneName } from "@/lib/text";

const cohortId = z.uuid();
const name = line(80, "cohorts.invalid.name");

export const createCohortSchema = z.object({
  name,
  versionId: z.uuid("cohorts.invalid.program"),
  floorIds: z.array(z.uuid()).min(1, "cohorts.invalid.floors").max(100, "cohorts.invalid.floors"),
  certificationDate: z.custom<Day>(isDay, "cohorts.invalid.day"),
  timeZone: timeZoneName,
  menteeIds,
  organizerIds: z.array(z.uuid()).max(20, "cohorts.invalid.tooManyOrganizers"),
});
export type CreateCohort = z.output<typeof createCohortSchema>;

export const cohortSchema = z.object({ cohortId });
export type CohortInput = z.output<typeof cohortSchema>;

export const renameCohortSchema = z.object({ cohortId, name });
export type RenameCohort = z.output<typeof renameCohortSchema>;

export const organizerSchema = z.object({ cohortId, personId: z.uuid("cohorts.invalid.person") });
export type OrganizerInput = z.output<typeof organizerSchema>;

export const tickMilestoneSchema = z.object({ milestoneId: z.uuid(), done: z.boolean() });
export type TickMilestone = z.output<typeof tickMilestoneSchema>;

export const cancelCohortSchema = z.object({ cohortId, reason: paragraphs(1000, "cohorts.invalid.reason") });
export type CancelCohort = z.output<typeof cancelCohortSchema>;

const shortText = z
  .string()
  .trim()
  .max(100)
  .regex(/^[^\p{Cc}]*$/u)
  .optional()
  .catch(undefined);

/** What the address of the list of cohorts may ask for; what is not understood counts as not asked. */
export const listSearch = z.object({
  q: shortText,
  mine: z
    .literal("yes")
    .transform(() => true)
    .optional()
    .catch(undefined),
  before: shortText,
});

/** What the address may ask for where people are picked. */
export const pickSearch = z.object({ q: shortText, floor: z.uuid().optional().catch(undefined) });

/** Whether the address of a cohort asks for every mentee, where only the first of many are shown. */
export const overviewSearch = z.object({
  mentees: z
    .literal("all")
    .transform(() => true)
    .catch(false),
});
