import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "next-intl";
import { type Day, fromDay, isDay } from "@/lib/dates";
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

/** A sentence in words, outside of components: for e-mails, notifications and the audit trail. A missing key is shown. */
export function inWords({ key, values = {} }: Sentence): string {
  const translate = createTranslator({ locale, messages: catalogue(), onError: () => undefined });
  const spoken = Object.entries(values).map(([name, value]) => [
    name,
    isDay(value) ? dayInWords(value) : value,
  ]);
  return translate(key as never, Object.fromEntries(spoken) as never);
}

function dayInWords(day: Day): string {
  const words = { timeZone: "UTC", weekday: "short", day: "numeric", month: "short" } as const;
  return new Intl.DateTimeFormat(locale, words).format(fromDay(day));
}

/** The time of day at an instant, as people write it: for what is kept as words, such as the values of a message. */
export function timeInWords(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone, hour: "numeric", minute: "2-digit" }).format(instant);
}
