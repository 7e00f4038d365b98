import { useTranslations } from "next-intl";
import { fullestWeek, type MentorLoad, mentoringIn, usualWeek } from "@/lib/mentors/load";
import { ShortLoadWarnings } from "./load-warnings";

/** The fullest week of a mentor in a few figures, and what is too much of it. */
export function RosterLoad({ load }: { load: MentorLoad }) {
  const t = useTranslations("mentor-loads.roster");
  const fullest = fullestWeek(load);
  if (!fullest) return null;
  const { selling, working } = load;
  return (
    <>
      <span className="block tabular-nums">{t("mentoring", { hours: mentoringIn(fullest) })}</span>
      <span className="block text-sm tabular-nums text-ink-soft md:text-xs">
        {selling === null ? t("notStated") : t("selling", { hours: selling })},{" "}
        {t("working", { hours: working ?? usualWeek })}
      </span>
      <ShortLoadWarnings of={load} />
    </>
  );
}
