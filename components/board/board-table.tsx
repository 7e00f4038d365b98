"use client";

import { useTranslations } from "next-intl";
import type { Board } from "@/lib/board/queries";
import { activityNumbers, median } from "@/lib/board/rules";
import { type LogStatus, logStatuses, progressLevels } from "@/lib/logs/rules";
import { StripHeads } from "../cohorts/two-week-strip";
import { logStrip } from "../logs/log-days";
import { signs } from "./log-signs";

/** A row as it travels: how each day stands, in the order of the days, a digit for each: its place in `logStatuses`. */
export type LeanRow = Omit<Board["rows"][number], "days" | "state"> & { statuses: string };

/**
 * Mentee × day: plain rows of plain cells, because a cohort of sixty has hundreds of them; they travel as what they
 * show, not as what they are made of. Each row leads to the mentee's record and to their pairing; the last row compares.
 */
export function BoardTable({
  days,
  rows,
  today,
}: {
  days: Board["days"];
  rows: LeanRow[];
  today: Board["today"];
}) {
  const t = useTranslations("board.table");
  const states = useTranslations("logs.state");
  // Said once for the hundreds of cells that say it.
  const words = Object.fromEntries(
    logStatuses.map((status) => [status, states(`status.${status}`)]),
  ) as Record<LogStatus, string>;
  const levels = { STRUGGLING: "", ON_TRACK: "", AHEAD: "" };
  for (const level of progressLevels) levels[level] = states(`progress.${level}`);
  const columns = logStrip(
    days.map((day) => ({ ...day, status: "none" as const })),
    today,
  );
  return (
    <table className="grid-table compact signs">
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("mentee")}</th>
          <StripHeads days={columns} />
          <th scope="col">{t("progress")}</th>
          {activityNumbers.map((number) => (
            <th key={number} scope="col" className="end">
              {t(number)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={`/mentees/${row.id}`}>{row.name}</a>
              <small>{row.paused ? t("paused", { mentor: row.mentor ?? "" }) : row.mentor}</small>
            </th>
            {[...row.statuses].map((digit, index) => {
              const status = logStatuses[Number(digit)] ?? "none";
              const { sign, look } = signs[status];
              return sign ? (
                <td key={days[index]?.day} className={look} aria-label={words[status]}>
                  {sign}
                </td>
              ) : (
                <td key={days[index]?.day} />
              );
            })}
            <td>{row.progress && levels[row.progress]}</td>
            {activityNumbers.map((number) => (
              <td key={number}>{row.numbers[number]}</td>
            ))}
          </tr>
        ))}
      </tbody>
      <tbody>
        <tr className="text-ink-soft">
          <th scope="row" colSpan={days.length + 2} className="font-normal">
            {t("median")}
          </th>
          {activityNumbers.map((number) => (
            <td key={number}>{median(rows.map((row) => row.numbers[number]))}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
