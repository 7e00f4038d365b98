import { useFormatter } from "next-intl";
import { type Day, fromDay } from "@/lib/dates";

/** The day that an entry is about, as the heading of the entry. */
export function DayHeading({ day }: { day: Day }) {
  const format = useFormatter();
  return (
    <h3 className="text-body font-semibold">
      <time dateTime={day}>
        {format.dateTime(fromDay(day), { timeZone: "UTC", weekday: "long", day: "numeric", month: "long" })}
      </time>
    </h3>
  );
}
