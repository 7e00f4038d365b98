import { type Day, fromDay } from "@/lib/dates";

const parts = {
  long: { weekday: "long", day: "numeric", month: "long" },
  weekday: { weekday: "short" },
  number: { day: "numeric" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A day in the words of a locale: "Monday, March 9", "Mon" and "9". */
type SaidDay = Record<keyof typeof parts, string>;
type Saying = (day: Day) => SaidDay;

/** More days than anybody looks at in one season: past them it begins anew. */
const mostKept = 1_000;
const kept = new Map<string, Saying>();

function make(locale: string): Saying {
  const format = (of: keyof typeof parts) =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...parts[of] });
  const [long, weekday, number] = [format("long"), format("weekday"), format("number")];
  const said = new Map<Day, SaidDay>();
  return (day) => {
    const found = said.get(day);
    if (found) return found;
    const date = fromDay(day);
    const words = { long: long.format(date), weekday: weekday.format(date), number: number.format(date) };
    if (said.size >= mostKept) said.clear();
    said.set(day, words);
    return words;
  };
}

/**
 * How a locale says the days of a strip. Said once for each: the strips of everybody's pages show the same days again
 * and again, and to format a date takes longer than to draw it.
 */
export function dayFormats(locale: string): Saying {
  const saying = kept.get(locale) ?? make(locale);
  kept.set(locale, saying);
  return saying;
}
