"use client";

import { useLocale, useTranslations } from "next-intl";
import { type Day, diffDays, weekday } from "@/lib/dates";
import { classNames } from "../ui/class-names";
import { dayFormats } from "./day-formats";

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

/** How the days of a strip say what they are: asked for once for all of them. */
function useSaying() {
  const t = useTranslations("strip");
  const words = dayFormats(useLocale());
  return {
    spoken({ day, number, state, label, mark = "none" }: StripDay) {
      const said = [t("day", { number }), words(day).long, state === "today" && t("today"), label];
      return [...said, mark !== "none" && t(`mark.${mark}`)].filter(Boolean).join(", ");
    },
    date({ day }: StripDay) {
      const { weekday, number } = words(day);
      return t("date", { weekday, day: number });
    },
    word: (mark: StripMark) => mark !== "none" && t(`mark.${mark}`),
  };
}

/** One column: number, lane with its shape, and in the large size date, word and label. */
function column(day: StripDay, size: StripSize, say: ReturnType<typeof useSaying>) {
  const mark = day.mark ?? "none";
  const look = { className: "strip-day", "data-state": day.state, "data-mark": mark };
  const seen = (
    <>
      <span className="sr-only">{say.spoken(day)}</span>
      <span aria-hidden className="strip-face">
        {size !== "small" && <span className="strip-date">{say.date(day)}</span>}
        <span className="strip-number">{day.number}</span>
        <i className="strip-lane" />
        {size === "large" && mark !== "none" && <span className="strip-word">{say.word(mark)}</span>}
        {size === "large" && day.label && <span className="strip-label">{day.label}</span>}
      </span>
    </>
  );
  return day.href ? (
    <a href={day.href} {...look}>
      {seen}
    </a>
  ) : (
    <span {...look}>{seen}</span>
  );
}

/** The columns alone, for the head of a table: a cell for each day. */
export function StripHeads({ days }: { days: StripDay[] }) {
  const say = useSaying();
  return days.map((day) => (
    <th key={day.day} scope="col" className="min-w-12 px-0 text-center">
      {column(day, "header", say)}
    </th>
  ));
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
  const say = useSaying();
  const where = caption ?? (current === undefined ? undefined : t("where", { current, total }));
  return (
    <div className={classNames("strip", className)} data-size={size}>
      {where && <p className="strip-caption">{where}</p>}
      <ol aria-label={t("label", { total })}>
        {days.map((day, index) => (
          <li key={day.day} {...place(day, days[index - 1])}>
            {column(day, size, say)}
          </li>
        ))}
      </ol>
    </div>
  );
}
