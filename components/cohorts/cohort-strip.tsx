import { useFormatter, useTranslations } from "next-intl";
import { placeInPlan } from "@/lib/cohorts/rules";
import { type Day, fromDay } from "@/lib/dates";
import type { Phase } from "@/lib/programs/rules";
import { type StripDay, type StripSize, TwoWeekStrip } from "./two-week-strip";

type Planned = { day: Day; phase: Phase; number: number };

/** The program days of a plan as the strip shows them, seen from `today`; `labels` are words below a day. */
export function stripDays(
  days: readonly Planned[],
  today: Day,
  certificationDate: Day,
  labels?: ReadonlyMap<Day, string>,
): StripDay[] {
  return days
    .filter((one) => one.phase === "PROGRAM")
    .map(({ day, number }) => ({
      day,
      number,
      state: day < today ? "past" : day === today ? "today" : "future",
      mark: day === certificationDate ? "certification" : "none",
      ...(labels?.has(day) ? { label: labels.get(day) } : {}),
    }));
}

/** A cohort's program days, with where today lies in them: also before they begin, between them and after. */
export function CohortStrip({
  cohort,
  size = "small",
  labels,
}: {
  cohort: { days: readonly Planned[]; today: Day; certificationDate: Day };
  size?: StripSize;
  labels?: ReadonlyMap<Day, string>;
}) {
  const t = useTranslations("cohorts.strip");
  const format = useFormatter();
  const { today, certificationDate } = cohort;
  const program = cohort.days.filter((one) => one.phase === "PROGRAM");
  const { on, previous, next } = placeInPlan(program, today);
  const say = (day: Day) =>
    format.dateTime(fromDay(day), { timeZone: "UTC", weekday: "short", day: "numeric", month: "short" });
  const caption = () => {
    if (on) return undefined;
    if (!previous) return next ? t("before", { day: say(next.day) }) : undefined;
    if (!next) return t("after", { day: say(previous.day) });
    return t("between", { number: next.number, total: program.length, day: say(next.day) });
  };
  return (
    <TwoWeekStrip
      days={stripDays(program, today, certificationDate, labels)}
      total={program.length}
      current={on?.number}
      caption={caption()}
      size={size}
    />
  );
}
