import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { WordPath } from "@/i18n/messages";
import { AddWords } from "./add-words";
import { isTree, type WordTree } from "./word-tree";

/** Takes the catalogue and "cohorts" or "pairings.refused"; gives only those parts, in their places. */
export function pick(all: WordTree, paths: readonly string[]): WordTree {
  const picked: WordTree = {};
  for (const path of paths) {
    const steps = path.split(".");
    const last = steps.pop();
    let from: WordTree[string] | undefined = all;
    let into = picked;
    for (const step of steps) {
      from = isTree(from) ? from[step] : undefined;
      into[step] = isTree(into[step]) ? { ...into[step] } : {};
      into = into[step] as WordTree;
    }
    const found = last && isTree(from) ? from[last] : undefined;
    if (last && found !== undefined) into[last] = found;
  }
  return picked;
}

/** Gives client components below it the words of these namespaces, or of parts of them: `<Words of={["cohorts", "logs.form"]}>`. */
export async function Words({ of, children }: { of: readonly WordPath[]; children: ReactNode }) {
  const all = (await getMessages()) as WordTree;
  return <AddWords words={pick(all, of)}>{children}</AddWords>;
}
