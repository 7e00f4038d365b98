import { z } from "zod";
import { scorecardCriteria } from "@/lib/scorecards/rules";
import { optionalParagraphs } from "@/lib/text";

const mark = z.object({
  criterion: z.enum(scorecardCriteria),
  /** Empty: not judged. */
  level: z.enum(["", "1", "2", "3", "4", "5"], "scorecards.invalid.level"),
  note: optionalParagraphs(500),
});

export const saveScorecardSchema = z.object({
  nominationId: z.uuid(),
  /** The version that the form showed, 0 when there was none: if somebody was faster, they are told who. */
  seen: z.int().min(0),
  marks: z
    .array(mark)
    .max(scorecardCriteria.length)
    .refine(
      (marks) => new Set(marks.map((one) => one.criterion)).size === marks.length,
      "scorecards.invalid.level",
    )
    .refine((marks) => marks.some((one) => one.level !== ""), "scorecards.invalid.nothing"),
});
export type SaveScorecard = z.output<typeof saveScorecardSchema>;
