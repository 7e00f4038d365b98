import { useFormatter, useTranslations } from "next-intl";
import { type Day, fromDay, instantAt } from "@/lib/dates";
import type { DeskCohort } from "@/lib/logs/mentees-to-log";
import { TwoWeekStrip } from "../cohorts/two-week-strip";
import { logStrip } from "./log-days";

/** The days of a cohort as the mentor's logs stand, each a way to that day, and until when this one is due. */
export function DeskCohortLine({ cohort, day, named }: { cohort: DeskCohort; day: Day; named: boolean }) {
  const t = useTranslations("logs.desk");
  const format = useFormatter();
  const { timeZone, today } = cohort;
  const open = cohort.days.find((one) => one.day === day);
  const date = format.dateTime(fromDay(day), {
    timeZone: "UTC",
    weekday: "long",
    day: "numeric",
    month: "long",
  });
  const due = instantAt(day, cohort.dueMinute, timeZone);
  const time = format.dateTime(due, { timeZone, hour: "numeric", minute: "2-digit" });
  const waits = open && ["due", "draft", "late", "missed"].includes(open.status);
  return (
    <section aria-label={cohort.name} className="grid gap-1">
      {named && <p className="text-sm text-ink-soft">{cohort.name}</p>}
      <TwoWeekStrip
        days={logStrip(cohort.days, today, (one) => `/logs?day=${one}`)}
        total={cohort.days.length}
        current={open?.number}
        caption={open ? t("day", { day: date, number: open.number, total: cohort.days.length }) : date}
      />
      {waits && (
        <p className="text-sm text-ink-soft">
          {day === today ? t("dueBy", { time }) : t("wasDue", { day: date, time })}
        </p>
      )}
    </section>
  );
}
