import { useFormatter } from "next-intl";

/** From when to when a session lasts, in the reader's zone: "09:30 – 11:00". */
export function SessionTimes({ startsAt, endsAt, zone }: { startsAt: Date; endsAt: Date; zone: string }) {
  const format = useFormatter();
  const words = format.dateTimeRange(startsAt, endsAt, {
    hour: "numeric",
    minute: "2-digit",
    timeZone: zone,
  });
  return (
    <time dateTime={startsAt.toISOString()} className="tabular-nums whitespace-nowrap">
      {words}
    </time>
  );
}
