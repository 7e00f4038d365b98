import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import compile from "icu-minify/compile";
import format, { type CompiledMessage } from "icu-minify/format";
import { type Day, fromDay, isDay } from "@/lib/dates";
import type { Sentence } from "@/lib/errors";
import { isolated } from "@/lib/text";

export const locale = "en";

type Written = { [key: string]: string | Written };
type Words = { [key: string]: CompiledMessage | Words };

const understood = new Map<string, CompiledMessage>();

/** Each message is parsed once, here: what formats it afterwards is small enough for a phone. */
function understand(written: string): CompiledMessage {
  const known = understood.get(written);
  if (known !== undefined) return known;
  const compiled = compiledOrAsWritten(written);
  understood.set(written, compiled);
  return compiled;
}

/** A message with a slip in it is shown as it was written; tests/unit/catalogue.test.ts finds it. */
function compiledOrAsWritten(written: string): CompiledMessage {
  try {
    // Only plain objects travel to the browser, and the compiler makes some without a prototype.
    return JSON.parse(JSON.stringify(compile(written))) as CompiledMessage;
  } catch {
    return written;
  }
}

function understandAll(written: Written): Words {
  return Object.fromEntries(
    Object.entries(written).map(([key, value]) => [
      key,
      typeof value === "string" ? understand(value) : understandAll(value),
    ]),
  );
}

function read(): Words {
  const folder = path.join(process.cwd(), "messages", locale);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(
    files.map((name) => [
      path.basename(name, ".json"),
      understandAll(JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Written),
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

function messageAt(key: string): CompiledMessage | undefined {
  let found: CompiledMessage | Words | undefined = catalogue();
  for (const step of key.split(".")) {
    found = typeof found === "object" && !Array.isArray(found) ? found[step] : undefined;
  }
  return typeof found === "string" || Array.isArray(found) ? found : undefined;
}

const formatters = {
  getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...args),
  getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) =>
    new Intl.NumberFormat(...args),
  getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
};

/** A sentence in words, outside of components: for e-mails, notifications and the audit trail. A key that is missing, or lacks a value, is shown. */
export function inWords({ key, values = {} }: Sentence): string {
  const message = messageAt(key);
  if (message === undefined) return key;
  const spoken = Object.entries(values).map(([name, value]) => [
    name,
    isDay(value) ? dayInWords(value) : typeof value === "string" ? isolated(value) : value,
  ]);
  try {
    return String(format(message, locale, Object.fromEntries(spoken), { formatters, timeZone: "UTC" }));
  } catch {
    // Written before the sentence asked for a value that it lacks: one line of a list, never the whole page.
    return key;
  }
}

function dayInWords(day: Day): string {
  const words = { timeZone: "UTC", weekday: "short", day: "numeric", month: "short" } as const;
  return new Intl.DateTimeFormat(locale, words).format(fromDay(day));
}

/** The time of day at an instant, as people write it: for what is kept as words, such as the values of a message. */
export function timeInWords(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone, hour: "numeric", minute: "2-digit" }).format(instant);
}
