import { useFormatter, useTranslations } from "next-intl";
import { decodeSentence, type Sentence } from "@/lib/errors";
import type { Trouble } from "./run-action";
import { type SayTools, say } from "./say";

function useTools(): SayTools {
  return { t: useTranslations(), format: useFormatter() };
}

/** Gives the words of a sentence of the catalogue. One that this page has no words for becomes a general one. */
export function useSentence(): (sentence: Sentence) => string {
  const tools = useTools();
  return (sentence) => say(sentence, tools) ?? tools.t("ui.form.invalid");
}

/** Gives the words of an encoded sentence, as it comes in the message of a zod issue. */
export function useDecoded(): (text: string) => string {
  const words = useSentence();
  return (text) => words(decodeSentence(text));
}

/** Gives the words for why a deed did not happen. */
export function useTroubleWords(): (trouble: Trouble) => string {
  const tools = useTools();
  return (trouble) => {
    if (trouble.kind !== "refused") return tools.t(`ui.form.${trouble.kind}`);
    const words = say(trouble.sentence, tools);
    if (words) return words;
    const { digest } = trouble;
    return digest ? tools.t("ui.form.unexpected", { digest }) : tools.t("ui.form.refused");
  };
}

/** A sentence of the rules as text: `<SentenceText of={reason} />`, in server and client components alike. */
export function SentenceText({ of }: { of: Sentence }) {
  return useSentence()(of);
}
