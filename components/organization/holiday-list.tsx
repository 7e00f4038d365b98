import { useFormatter, useTranslations } from "next-intl";
import { type Day, fromDay } from "@/lib/dates";
import { RemoveHoliday } from "./remove-holiday";

type Holiday = { day: Day; name: string };

/** The holidays in their order, each with a button that removes it. Those that are over are folded away. */
export function HolidayList({ holidays, today }: { holidays: Holiday[]; today: Day }) {
  const t = useTranslations("organization.holidays");
  const past = holidays.filter((holiday) => holiday.day < today).reverse();
  const coming = holidays.filter((holiday) => holiday.day >= today);
  return (
    <>
      <Days holidays={coming} />
      {past.length > 0 && (
        <details className="border-t border-line">
          <summary className="min-h-11 px-4 py-2.5 text-body text-ink-soft hover:text-ink md:px-5">
            {t("past")}
          </summary>
          <Days holidays={past} />
        </details>
      )}
    </>
  );
}

function Days({ holidays }: { holidays: Holiday[] }) {
  const format = useFormatter();
  return (
    <ul className="divide-y divide-line">
      {holidays.map((holiday) => (
        <li key={holiday.day} className="flex items-center gap-4 px-4 py-2 md:px-5">
          <span className="min-w-0 flex-1 text-body sm:flex sm:gap-4">
            <time dateTime={holiday.day} className="block text-ink-soft tabular-nums sm:w-44">
              {format.dateTime(fromDay(holiday.day), {
                timeZone: "UTC",
                weekday: "short",
                day: "numeric",
                month: "short",
                year: "numeric",
              })}
            </time>
            <bdi className="block">{holiday.name}</bdi>
          </span>
          <RemoveHoliday day={holiday.day} name={holiday.name} />
        </li>
      ))}
    </ul>
  );
}
