"use client";

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { isTree, type WordTree } from "./word-tree";

function merged(below: WordTree, above: WordTree): WordTree {
  const whole: WordTree = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const old = whole[key];
    whole[key] = isTree(old) && isTree(value) ? merged(old, value) : value;
  }
  return whole;
}

/** Lays words over those that are there already, so that only the added ones travel to the browser. */
export function AddWords({ words, children }: { words: WordTree; children: ReactNode }) {
  const present = useMessages() as WordTree;
  const messages = useMemo(() => merged(present, words), [present, words]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={messages}>
      {children}
    </NextIntlClientProvider>
  );
}
