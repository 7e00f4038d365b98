import { useFormatter, useTranslations } from "next-intl";
import { fromDay } from "@/lib/dates";
import type { latestSharedLogs } from "@/lib/schedule/queries";

/** The last lines that mentors wrote about a mentee's days. */
export function SharedLogs({ logs }: { logs: Awaited<ReturnType<typeof latestSharedLogs>> }) {
  const t = useTranslations("schedule.mentee");
  const format = useFormatter();
  if (logs.length === 0) return <p className="text-body text-ink-soft">{t("logsNone")}</p>;
  return (
    <ol className="grid gap-4">
      {logs.map(({ id, day, author, learned, note }) => (
        <li key={id} className="text-body">
          <p className="text-sm text-ink-soft">
            {t("by", {
              name: author.name,
              day: format.dateTime(fromDay(day), {
                timeZone: "UTC",
                weekday: "long",
                day: "numeric",
                month: "long",
              }),
            })}
          </p>
          {learned && <p className="whitespace-pre-line">{learned}</p>}
          {note && <p className="mt-1 border-l-2 border-line pl-3 whitespace-pre-line">{note}</p>}
        </li>
      ))}
    </ol>
  );
}
