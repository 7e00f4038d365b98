import { inWords } from "@/lib/catalogue";
import type { Sentence } from "@/lib/errors";

/** A sentence as people read it. Fails where the catalogue has no words for it, or wants values that it lacks. */
export function words(sentence: Sentence | null | undefined): string {
  if (!sentence) throw new Error("there is no sentence");
  const text = inWords(sentence);
  if (text === sentence.key || /[{}]|undefined|NaN/.test(text))
    throw new Error(`no words for ${sentence.key}: ${text}`);
  return text;
}
