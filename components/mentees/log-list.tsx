import { useFormatter, useTranslations } from "next-intl";
import type { MenteeRecord } from "@/lib/mentees/queries";
import { LogSummary } from "../logs/log-summary";
import { DayHeading } from "./day-heading";

/** What mentors wrote about a mentee's days, newest first: one day below the other. */
export function LogList({ logs, zone }: { logs: MenteeRecord["logs"]; zone: string }) {
  const t = useTranslations("mentees");
  const format = useFormatter();
  return (
    <ol>
      {logs.map((log) => (
        <li key={log.id} className="grid gap-2 border-line px-4 py-4 not-first:border-t md:px-5">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <DayHeading day={log.day} />
            <p className="text-sm text-ink-soft">
              {log.submittedAt &&
                t("writtenBy", {
                  name: log.author.name,
                  at: format.dateTime(log.submittedAt, {
                    timeZone: zone,
                    day: "numeric",
                    month: "short",
                    hour: "numeric",
                    minute: "2-digit",
                  }),
                })}
            </p>
          </div>
          <LogSummary log={log} />
        </li>
      ))}
    </ol>
  );
}
