import { useTranslations } from "next-intl";
import type { Day } from "@/lib/dates";
import type { ShownStudy } from "@/lib/own-study/queries";
import { DayWords } from "../cohorts/day-words";
import { Panel } from "../ui/panel";
import { AddStudy, StudyActions } from "./write-study";

const line =
  "flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-t border-line px-4 py-3 text-body md:px-5";

/** What a mentor learned: completed mentor trainings, and what they added themselves, which they alone may change. */
export function StudyPanel({
  study: { trainings, entries },
  name,
  own,
  today,
}: {
  study: ShownStudy;
  name: string;
  own: boolean;
  today: Day;
}) {
  const t = useTranslations("own-study");
  const whose = { own: own ? "yes" : "no", name };
  const hours = entries.reduce((sum, entry) => sum + entry.hours, 0);
  return (
    <Panel
      title={t("title")}
      description={t("what", whose)}
      flush
      actions={own && <AddStudy today={today} />}
      footer={hours > 0 && t("sum", { hours })}
    >
      {trainings.length + entries.length === 0 && <p className={line}>{t("none", whose)}</p>}
      <ul>
        {entries.map((entry) => (
          <li key={entry.id} className={line}>
            <div className="min-w-0 flex-1 basis-56">
              <bdi className="block font-medium wrap-anywhere">{entry.what}</bdi>
              <span className="text-sm text-ink-soft">
                <DayWords day={entry.day} year />, {t("hours", { hours: entry.hours })}
              </span>
            </div>
            {own && <StudyActions entry={entry} today={today} />}
          </li>
        ))}
        {trainings.map(({ id, program, cohort, day }) => (
          <li key={id} className={line}>
            <div className="min-w-0">
              <span className="block font-medium">{t("training", { program })}</span>
              <span className="text-sm text-ink-soft">
                {t("trainedFor", { cohort })} <DayWords day={day} year />
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
