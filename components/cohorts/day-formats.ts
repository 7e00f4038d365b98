const parts = {
  long: { weekday: "long", day: "numeric", month: "long" },
  weekday: { weekday: "short" },
  number: { day: "numeric" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

type DayFormats = Record<keyof typeof parts, Intl.DateTimeFormat>;

const made = new Map<string, DayFormats>();

function make(locale: string): DayFormats {
  const format = (of: keyof typeof parts) =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...parts[of] });
  return { long: format("long"), weekday: format("weekday"), number: format("number") };
}

/**
 * How a locale says the days of a strip. Made once for each: a strip says every day twice, and the catalogue's own
 * formatter looks up by all its options each time.
 */
export function dayFormats(locale: string): DayFormats {
  const formats = made.get(locale) ?? make(locale);
  made.set(locale, formats);
  return formats;
}
