import { z } from "zod";
import { minuteOf } from "@/lib/dates";
import { communicationStyles, learningStyles } from "@/lib/matching/facts";
import { pictureType, portraitLimits } from "@/lib/profiles/rules";
import { itemPerLine, line, optionalParagraphs } from "@/lib/text";

/** A level as a form holds it, "0" to "4". */
export const levelOf4 = z
  .string()
  .regex(/^[0-4]$/, "errors.text.missing")
  .transform(Number);

/** A time of day that may be left open, "09:00", in minutes after midnight. */
const timeOfDay = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, "profiles.invalid.time")
  .transform((time) => (time === "" ? null : minuteOf(time)));

/** A working day: both ends or none, and they differ. One that ends at midnight ends at 1440. */
export const workday = {
  fields: { workStart: timeOfDay, workEnd: timeOfDay.transform((minute) => (minute === 0 ? 1440 : minute)) },
  isWhole: ({ workStart, workEnd }: { workStart: number | null; workEnd: number | null }) =>
    (workStart === null) === (workEnd === null) && (workStart === null || workStart !== workEnd),
  wrong: { message: "profiles.invalid.workday", path: ["workEnd"] },
};

/** One of some choices, or "" for none of them: then it is null. */
export function choiceOrNone<const Choice extends string>(choices: readonly Choice[]) {
  return z.union([z.enum(choices), z.literal("").transform(() => null)]);
}

/** What a mentor tells of themselves. */
export const saveProfileSchema = z
  .object({
    introduction: optionalParagraphs(1000),
    experience: optionalParagraphs(1000),
    record: optionalParagraphs(1000),
    awards: itemPerLine(12),
    techniques: itemPerLine(12),
    interests: itemPerLine(12),
    languages: itemPerLine(12, 40),
    teaches: z.array(z.enum(learningStyles)).max(learningStyles.length),
    communicationStyle: choiceOrNone(communicationStyles),
    strengths: z.array(z.object({ skill: line(120), level: levelOf4 })).max(60),
    ...workday.fields,
  })
  .refine(workday.isWhole, workday.wrong);
export type SaveProfile = z.output<typeof saveProfileSchema>;

/** The most characters in which bytes of a photo arrive: four for every three. */
const mostCharacters = 4 * Math.ceil(portraitLimits.bytes / 3);

/** A photo in base64, as what its bytes are: a picture that browsers show, and not too large. */
export const setPortraitSchema = z
  .object({
    picture: z
      .string("profiles.invalid.picture")
      .max(mostCharacters, { message: "profiles.invalid.pictureSize", abort: true })
      .base64("profiles.invalid.picture"),
  })
  .transform(({ picture }, context) => {
    const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
    const type = pictureType(bytes);
    if (type) return { type, bytes };
    context.addIssue({ code: "custom", message: "profiles.invalid.picture", path: ["picture"] });
    return z.NEVER;
  });
export type SetPortrait = z.output<typeof setPortraitSchema>;

export const removePortraitSchema = z.object({});
