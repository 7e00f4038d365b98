"use client";

import { useTranslations } from "next-intl";
import { decodeSentence, type Sentence } from "@/lib/errors";
import type { Trouble } from "./run-action";

type Words = (sentence: Sentence) => string;

/** Gives the words of a sentence of the catalogue. One that this page has no words for becomes a general one. */
export function useSentence(): Words {
  const t = useTranslations();
  return ({ key, values }) => (t.has(key) ? t(key, values) : t("ui.form.invalid"));
}

/** Gives the words of an encoded sentence, as it comes in the message of a zod issue. */
export function useDecoded(): (text: string) => string {
  const words = useSentence();
  return (text) => words(decodeSentence(text));
}

/** Gives the words for why a deed did not happen. */
export function useTroubleWords(): (trouble: Trouble) => string {
  const t = useTranslations();
  return (trouble) => {
    if (trouble.kind !== "refused") return t(`ui.form.${trouble.kind}`);
    const { key, values } = trouble.sentence;
    if (t.has(key)) return t(key, { ...values, ...(trouble.digest ? { digest: trouble.digest } : {}) });
    return trouble.digest ? t("ui.form.unexpected", { digest: trouble.digest }) : t("ui.form.refused");
  };
}
