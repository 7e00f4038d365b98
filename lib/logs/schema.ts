import { z } from "zod";
import { type Day, isDay } from "@/lib/dates";
import { line, optionalParagraphs } from "@/lib/text";
import { independenceLevels, noteAudiences, progressLevels } from "./rules";

/** What fits into a log: enough for a full day, little enough for a phone. */
const mostActivities = 20;
const longestText = 4000;
const mostCounted = 1000;

const count = z
  .number("logs.refused.numbers")
  .int("logs.refused.numbers")
  .min(0, "logs.refused.numbers")
  .max(mostCounted, "logs.refused.numbers")
  .nullable();

const activity = z.object({
  /** The session it stands for; null for what was not on the schedule. */
  sessionId: z.uuid().nullable(),
  title: line(160, "logs.invalid.activity"),
  independence: z.enum(independenceLevels, "logs.invalid.independence"),
});

const activities = z
  .array(activity)
  .max(mostActivities, "logs.invalid.tooManyActivities")
  .refine((all) => new Set(all.map(({ sessionId, title }) => sessionId ?? title)).size === all.length, {
    error: "logs.invalid.sameActivity",
  });

export const logContentSchema = z.object({
  activities,
  learned: optionalParagraphs(longestText),
  skillIds: z.array(z.uuid()).max(50),
  progress: z.enum(progressLevels, "logs.invalid.progress").nullable(),
  note: optionalParagraphs(longestText),
  noteAudience: z.enum(noteAudiences, "logs.invalid.audience"),
  calls: count,
  emails: count,
  meetings: count,
  proposals: count,
});
/** What a mentor writes about one mentee's day. */
export type LogContent = z.output<typeof logContentSchema>;

export const writeLogSchema = logContentSchema.extend({
  enrollmentId: z.uuid(),
  day: z.custom<Day>(isDay, "logs.invalid.day"),
  /** The version that was edited; 0 when there was none yet. */
  version: z.number().int().min(0),
});
export type WriteLog = z.output<typeof writeLogSchema>;
