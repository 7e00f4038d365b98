import { useTranslations } from "next-intl";
import type { Away } from "@/lib/mentor-leave/queries";
import { DayWords } from "../cohorts/day-words";

/** That somebody has paused, and the leave they take while a cohort lasts. */
export function AwayLines({ away: { paused, leaves } }: { away: Away }) {
  const t = useTranslations("mentor-leave");
  if (!paused && leaves.length === 0) return null;
  return (
    <ul className="grid gap-0.5 text-body text-due">
      {paused && <li>{t("hasPaused")}</li>}
      {leaves.map(({ id, firstDay, lastDay }) => (
        <li key={id}>
          {t("onLeave")} <DayWords day={firstDay} /> – <DayWords day={lastDay} />
        </li>
      ))}
    </ul>
  );
}
