import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { type Day, diffDays, fromDay, weekday } from "@/lib/dates";
import { classNames } from "../ui/class-names";

export type StripMark = "done" | "due" | "late" | "missed" | "excused" | "certification" | "none";

export type StripDay = {
  day: Day;
  /** The program day: 1…N. */
  number: number;
  /** What the day is about, in a word or two: shown in the large size. */
  label?: string;
  state: "past" | "today" | "future";
  mark?: StripMark;
  href?: string;
};

export type StripSize = "small" | "header" | "large";

/** How a day follows the one before: a new week has a gap, and after days off a day names its weekday again. */
function place(day: StripDay, before: StripDay | undefined): { className?: string; "data-weekday"?: number } {
  const today = weekday(day.day);
  if (!before) return { "data-weekday": today };
  const off = diffDays(before.day, day.day);
  if (off > 2 || today < weekday(before.day)) return { className: "strip-gap", "data-weekday": today };
  return off > 1 ? { "data-weekday": today } : {};
}

/** One column: number, lane with its shape, and in the large size date, word and label. Also stands alone in a table head. */
export function StripColumn({ day, size }: { day: StripDay; size: StripSize }) {
  const t = useTranslations("strip");
  const format = useFormatter();
  const date = fromDay(day.day);
  const mark = day.mark ?? "none";
  const spoken = [
    t("day", { number: day.number }),
    format.dateTime(date, { timeZone: "UTC", weekday: "long", day: "numeric", month: "long" }),
    day.state === "today" && t("today"),
    day.label,
    mark !== "none" && t(`mark.${mark}`),
  ];
  const seen = (
    <>
      <span className="sr-only">{spoken.filter(Boolean).join(", ")}</span>
      <span aria-hidden className="strip-face">
        {size !== "small" && (
          <span className="strip-date">
            {t("date", {
              weekday: format.dateTime(date, { timeZone: "UTC", weekday: "short" }),
              day: format.dateTime(date, { timeZone: "UTC", day: "numeric" }),
            })}
          </span>
        )}
        <span className="strip-number">{day.number}</span>
        <i className="strip-lane" />
        {size === "large" && mark !== "none" && <span className="strip-word">{t(`mark.${mark}`)}</span>}
        {size === "large" && day.label && <span className="strip-label">{day.label}</span>}
      </span>
    </>
  );
  return day.href ? (
    <Link href={day.href} className="strip-day" data-state={day.state} data-mark={mark}>
      {seen}
    </Link>
  ) : (
    <span className="strip-day" data-state={day.state} data-mark={mark}>
      {seen}
    </span>
  );
}

/**
 * The program days of a cohort, side by side, with a gap where the weekend is. `current` is the program day of today,
 * left out before the first and after the last one; `caption` replaces "Day 3 of 10".
 */
export function TwoWeekStrip({
  days,
  current,
  total,
  size = "small",
  caption,
  className,
}: {
  days: StripDay[];
  current?: number;
  total: number;
  size?: StripSize;
  caption?: string;
  className?: string;
}) {
  const t = useTranslations("strip");
  const where = caption ?? (current === undefined ? undefined : t("where", { current, total }));
  return (
    <div className={classNames("strip", className)} data-size={size}>
      {where && <p className="strip-caption">{where}</p>}
      <ol aria-label={t("label", { total })}>
        {days.map((day, index) => (
          <li key={day.day} {...place(day, days[index - 1])}>
            <StripColumn day={day} size={size} />
          </li>
        ))}
      </ol>
    </div>
  );
}
