import { useFormatter } from "next-intl";
import { type Day, fromDay } from "@/lib/dates";

/** A day as people write it: "Fri, 11 Dec", with the year where `year` is set. */
export function DayWords({ day, year = false }: { day: Day; year?: boolean }) {
  const format = useFormatter();
  const words = format.dateTime(fromDay(day), {
    timeZone: "UTC",
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(year ? { year: "numeric" } : {}),
  });
  return (
    <time dateTime={day} className="whitespace-nowrap tabular-nums">
      {words}
    </time>
  );
}
