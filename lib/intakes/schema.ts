import { z } from "zod";
import { communicationStyles, learningStyles, varieties } from "@/lib/matching/facts";
import { choiceOrNone, levelOf4, workday } from "@/lib/profiles/schema";
import { itemPerLine, optionalParagraphs } from "@/lib/text";

/** Which version of it the form was filled in from. */
const version = z.int().min(0);

/** What a mentee tells of themselves before they are paired. Everything may be left open. */
export const saveMenteePartSchema = z
  .object({
    enrollmentId: z.uuid(),
    seen: version,
    learningStyle: choiceOrNone(learningStyles),
    communicationStyle: choiceOrNone(communicationStyles),
    goals: itemPerLine(6, 160),
    interests: itemPerLine(12),
    languages: itemPerLine(12, 40),
    ...workday.fields,
    confidenceBefore: z
      .string()
      .regex(/^[1-5]?$/, "errors.text.missing")
      .transform((level) => (level === "" ? null : Number(level))),
    variety: choiceOrNone(varieties),
    needs: optionalParagraphs(1000),
    needsForMatching: z.boolean(),
  })
  .refine(workday.isWhole, workday.wrong);
export type SaveMenteePart = z.output<typeof saveMenteePartSchema>;

const levelOf4OrNone = z.union([z.literal("").transform(() => null), levelOf4]);

/** What a trainer knows of a mentee: how they learn, and how much they still lack of each skill. */
export const saveTrainerPartSchema = z.object({
  enrollmentId: z.uuid(),
  seen: version,
  learningStyle: choiceOrNone(learningStyles),
  /** null, "" in a form, is not known: another thing than 0, which is no gap. */
  gaps: z.array(z.object({ skillId: z.uuid(), level: levelOf4OrNone })).max(60),
});
export type SaveTrainerPart = z.output<typeof saveTrainerPartSchema>;
