import { z } from "zod";
import { type Day, isDay } from "@/lib/dates";
import { line, optionalParagraphs, paragraphs } from "@/lib/text";
import { answerFileLimits, answerFileName, answerFileType } from "./answer-file";

const day = z
  .string("errors.text.day")
  .refine(isDay, "errors.text.day")
  .transform((text) => text as Day);
const time = z.string("mentors.invalid.time").regex(/^([01]\d|2[0-3]):[0-5]\d$/, "mentors.invalid.time");

/** Mentors in training: at least one, and not more than a cohort has. */
const some = z.array(z.uuid()).min(1, "mentors.invalid.nobody").max(200, "mentors.invalid.tooMany");

export const planDaySchema = z.object({
  cohortId: z.uuid(),
  number: z.union([z.literal(1), z.literal(2)]),
  day,
  startTime: time,
  endTime: time,
  place: line(200, "training.invalid.place"),
});
export type PlanDay = z.output<typeof planDaySchema>;

export const recordAttendanceSchema = z.object({
  dayId: z.uuid(),
  nominationIds: some,
  attended: z.boolean(),
});
export type RecordAttendance = z.output<typeof recordAttendanceSchema>;

export const tickTopicSchema = z.object({
  nominationIds: some,
  topic: z.number().int().min(0).max(99),
  ticked: z.boolean(),
});
export type TickTopic = z.output<typeof tickTopicSchema>;

/** `seen` is the number of the answer that was read; 0 for none yet. */
const answer = { nominationId: z.uuid(), scenarioId: z.uuid(), seen: z.number().int().min(0) };

/** A file as what its bytes are; "KEPT" leaves the one from before, null is none. */
const answerFile = z
  .custom<File | "KEPT" | null>(
    (given) => given === null || given === "KEPT" || given instanceof File,
    "training.invalid.file",
  )
  .transform(async (given, context) => {
    if (!(given instanceof File)) return given;
    const wrong = (message: string) => {
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    };
    if (given.size > answerFileLimits.bytes) return wrong("training.invalid.fileSize");
    const bytes = new Uint8Array(await given.arrayBuffer());
    const type = answerFileType(bytes);
    return type ? { type, name: answerFileName(given.name, type), bytes } : wrong("training.invalid.file");
  });

/** `wording` is how often the scenario had been put in other words when it was read. */
export const answerScenarioSchema = z.object({
  ...answer,
  wording: z.number().int().min(0),
  text: optionalParagraphs(2000).transform((text) => text || null),
  file: answerFile,
});
export type AnswerScenario = z.output<typeof answerScenarioSchema>;
export type AnswerUpload = Exclude<AnswerScenario["file"], "KEPT" | null>;

export const giveFeedbackSchema = z.object({
  ...answer,
  feedback: paragraphs(2000, "training.invalid.feedback"),
});
export type GiveFeedback = z.output<typeof giveFeedbackSchema>;
