import type { useFormatter, useTranslations } from "next-intl";
import { fromDay, isDay } from "@/lib/dates";
import type { Sentence } from "@/lib/errors";

/** What it takes to say a sentence: the catalogue's translator without a namespace, and the formatter. */
export type SayTools = {
  t: ReturnType<typeof useTranslations<never>>;
  format: Pick<ReturnType<typeof useFormatter>, "dateTime">;
};

/** The words of a sentence, with its days written as people write them; undefined when the catalogue lacks the key. */
export function say({ key, values = {} }: Sentence, { t, format }: SayTools): string | undefined {
  if (!t.has(key)) return undefined;
  const spoken = Object.entries(values).map(([name, value]) => [
    name,
    isDay(value)
      ? format.dateTime(fromDay(value), { timeZone: "UTC", weekday: "short", day: "numeric", month: "short" })
      : value,
  ]);
  return t(key, Object.fromEntries(spoken));
}
