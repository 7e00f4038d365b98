import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "next-intl";
import type { Sentence } from "@/lib/errors";

export const locale = "en";

type Words = { [key: string]: string | Words };

function read(): Words {
  const folder = path.join(process.cwd(), "messages", locale);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(
    files.map((name) => [
      path.basename(name, ".json"),
      JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Words,
    ]),
  );
}

let kept: Words | undefined;

/** Every word that a person reads: one object a namespace, from messages/en/*.json. Read once, in production. */
export function catalogue(): Words {
  if (process.env.NODE_ENV !== "production") return read();
  kept ??= read();
  return kept;
}

/** A sentence in words, outside of pages: for e-mails and logs of the worker. Refuses nothing: a missing key is shown. */
export function inWords(sentence: Sentence): string {
  const translate = createTranslator({ locale, messages: catalogue() });
  return translate(sentence.key as never, sentence.values as never);
}
