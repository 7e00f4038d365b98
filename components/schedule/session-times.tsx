import { useFormatter } from "next-intl";
import { minuteAt } from "@/lib/dates";

/** The narrow spaces of a range, which a server and a browser do not set alike: the page would be drawn twice. */
const narrowSpaces = /[\u2009\u202f]/g;

/** Saying a range is slow, and schedules say the same few hundreds of times. */
const said = new Map<string, string>();

type Format = Pick<ReturnType<typeof useFormatter>, "dateTime" | "dateTimeRange">;
type Times = { startsAt: Date; endsAt: Date };

function rangeInWords(format: Format, from: number, to: number): string {
  const key = `${from}-${to}`;
  const known = said.get(key);
  if (known) return known;
  const clock = { hour: "numeric", minute: "2-digit", timeZone: "UTC" } as const;
  const [start, end] = [new Date(from * 60_000), new Date(to * 60_000)];
  const words =
    from <= to
      ? format.dateTimeRange(start, end, clock).replace(narrowSpaces, " ")
      : `${format.dateTime(start, clock)} – ${format.dateTime(end, clock)}`;
  said.set(key, words);
  return words;
}

/** {@link SessionTimes} for lists, which have one formatter for all their rows. */
export function timesOf({ startsAt, endsAt }: Times, zone: string, format: Format) {
  return (
    <time dateTime={startsAt.toISOString()} className="tabular-nums whitespace-nowrap">
      {rangeInWords(format, minuteAt(startsAt, zone), minuteAt(endsAt, zone))}
    </time>
  );
}

/** From when to when a session lasts, in the reader's zone: "09:30 – 11:00". */
export function SessionTimes({ zone, ...times }: Times & { zone: string }) {
  return timesOf(times, zone, useFormatter());
}
