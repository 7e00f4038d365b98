import { getFormatter, getTranslations } from "next-intl/server";
import type { Sentence } from "@/lib/errors";
import { say } from "./say";

/** For async server components that need a sentence as a string: `const words = await getSentence(); words(reason)`. */
export async function getSentence(): Promise<(sentence: Sentence) => string> {
  const [t, format] = await Promise.all([getTranslations(), getFormatter()]);
  return (sentence) => say(sentence, { t, format }) ?? t("ui.form.invalid");
}
