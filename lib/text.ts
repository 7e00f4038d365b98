import { z } from "zod";
import { isTimeZone } from "@/lib/dates";
import { encodeSentence } from "@/lib/errors";

/** What no line holds: control characters (NUL among them), line breaks of any kind, halves of a character. */
const strange = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;
/** Something that one can see: a name of nothing but joiners would be an empty row. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** The sentence that says how long a text may be. */
export const tooLong = (most: number) => encodeSentence({ key: "errors.text.tooLong", values: { most } });

/** One line of text that must say something: trimmed, in one Unicode form, at most `most` characters. */
export function line(most: number, missing = "errors.text.missing") {
  return z
    .string(missing)
    .trim()
    .normalize("NFC")
    .max(most, tooLong(most))
    .refine((text) => !strange.test(text), "errors.text.strange")
    .refine((text) => visible.test(text), missing);
}

/** One line that may be left empty: then it is null. */
export function optionalLine(most: number) {
  return z
    .string("errors.text.missing")
    .trim()
    .normalize("NFC")
    .max(most, tooLong(most))
    .refine((text) => !strange.test(text), "errors.text.strange")
    .transform((text) => (visible.test(text) ? text : null));
}

/** Text of one or more lines that must say something; line breaks and tabs stay, other control characters do not. */
export function paragraphs(most: number, missing = "errors.text.missing") {
  return z
    .string(missing)
    .trim()
    .normalize("NFC")
    .max(most, tooLong(most))
    .refine((text) => !strange.test(text.replace(/[\n\r\t]/g, " ")), "errors.text.strange")
    .refine((text) => visible.test(text), missing);
}

/** Text of one or more lines that may be left empty: then it is "". */
export function optionalParagraphs(most: number) {
  return z
    .string("errors.text.missing")
    .trim()
    .normalize("NFC")
    .max(most, tooLong(most))
    .refine((text) => !strange.test(text.replace(/[\n\r\t]/g, " ")), "errors.text.strange");
}

/**
 * A list that is typed as text, one item a line: trimmed, without empty ones and without doubles of any case. At most
 * `most` items of at most `each` characters.
 */
export function itemPerLine(most: number, each = 120) {
  const isItem = (text: string) => text.length <= each && !strange.test(text);
  return z
    .string("errors.text.missing")
    .normalize("NFC")
    .max(most * (each + 2), tooLong(most * each))
    .transform((text) => itemsOf(text))
    .refine((items) => items.length <= most, encodeSentence({ key: "errors.text.tooMany", values: { most } }))
    .refine((items) => items.every(isItem), tooLong(each));
}

function itemsOf(text: string): string[] {
  const kept = new Map<string, string>();
  for (const typed of text.split(/[\n\r]+/)) {
    const item = typed.trim();
    if (visible.test(item) && !kept.has(item.toLowerCase())) kept.set(item.toLowerCase(), item);
  }
  return [...kept.values()];
}

/** An e-mail address, in lower case as the database keeps it. */
export const emailAddress = z
  .string("errors.text.email")
  .trim()
  .toLowerCase()
  .max(254, tooLong(254))
  .pipe(z.email("errors.text.email"));

/** The name of a time zone that the runtime knows, "Europe/Berlin". */
export const timeZoneName = z
  .string("errors.text.timeZone")
  .max(64, "errors.text.timeZone")
  .refine(isTimeZone, "errors.text.timeZone");

/** A condition on a text column: it holds these letters somewhere, whatever their case. Signs of a pattern are what they are. */
export function holding(part: string) {
  return { contains: part.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const };
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** A name in the middle of a sentence: one that is written from right to left is kept from turning the words around it. */
export function isolated(name: string): string {
  return rightToLeft.test(name) ? `\u2068${name}\u2069` : name;
}
