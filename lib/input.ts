import { z } from "zod";
import { encodeSentence } from "@/lib/errors";

/** How long a reason or a comment may be: more than anybody writes, less than what would hurt a page. */
const longestText = 1000;

const tooLong = (noun: string, most: number) =>
  encodeSentence({ key: `${noun}.invalid.tooLong`, values: { most } });

/**
 * One line of text that somebody has to give: without control characters, which no name needs and the database refuses.
 * What is wrong is said with the noun's `invalid.<missing>`, `invalid.tooLong` and `invalid.text`.
 */
export function line(noun: string, missing: string, most: number) {
  const key = `${noun}.invalid.${missing}`;
  return z
    .string(key)
    .trim()
    .min(1, key)
    .max(most, tooLong(noun, most))
    .regex(/^[^\p{Cc}]*$/u, `${noun}.invalid.text`);
}

/** A text of several lines, or none. */
export function text(noun: string) {
  return z
    .string(`${noun}.invalid.text`)
    .trim()
    .max(longestText, tooLong(noun, longestText))
    .regex(/^(?:[^\p{Cc}]|[\n\r\t])*$/u, `${noun}.invalid.text`);
}

/** Why something ends or is sent back: a text that has to say something. */
export function reason(noun: string) {
  return text(noun).min(3, `${noun}.invalid.reason`);
}
