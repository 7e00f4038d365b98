import { useTranslations } from "next-intl";
import { dayAt } from "@/lib/dates";
import type { TrainingDay } from "@/lib/training/queries";
import { DayWords } from "../cohorts/day-words";
import { SessionTimes } from "../schedule/session-times";

/** When and where a training day is; a place that is an address leads there. */
export function DayFacts({ day, zone }: { day: TrainingDay; zone: string }) {
  const t = useTranslations("training.day");
  const { number, startsAt, endsAt, place } = day;
  return (
    <div className="min-w-0 text-body">
      <p className="font-medium">
        {t("name", { number })}: <DayWords day={dayAt(startsAt, zone)} />,{" "}
        <SessionTimes startsAt={startsAt} endsAt={endsAt} zone={zone} />
      </p>
      <p className="wrap-anywhere text-ink-soft">
        {/^https?:\/\/\S+$/.test(place) ? (
          <a className="link inline-block py-1.5 md:py-0" href={place} rel="noreferrer" target="_blank">
            {place}
          </a>
        ) : (
          <bdi>{place}</bdi>
        )}
      </p>
    </div>
  );
}
