"use client";

import { useTranslations } from "next-intl";
import type { CallCell, CallRow } from "@/lib/call-covers/grid";
import { CellButton, type Column, ColumnHead } from "./call-cell";

/** The same blocks as the grid, as a list for each day: for phones. Days with gaps are open. */
export function DayLists({
  columns,
  rows,
  cohort,
  onOpen,
}: {
  columns: Column[];
  rows: CallRow[];
  cohort: { timeZone: string };
  onOpen: (cell: CallCell) => void;
}) {
  const t = useTranslations("call-covers.grid");
  return (
    <div className="grid gap-4 px-4 pb-4 md:hidden print:hidden">
      {columns.map((column, index) => {
        const cells = rows.flatMap((row) =>
          row.cells.filter((one) => one.column === index).map((cell) => ({ row, cell })),
        );
        const gaps = cells.filter(({ cell }) => cell.state === "gap").length;
        return (
          <details key={`${column.day} ${column.title}`} open={gaps > 0 && cells.length <= 20}>
            <summary className="reach min-h-11 cursor-pointer py-1 font-medium">
              <ColumnHead column={column} />
              <span className={gaps > 0 ? "text-sm text-missed" : "text-sm text-ink-soft"}>
                {t("dayGaps", { count: gaps })}
              </span>
            </summary>
            <ul className="mt-2 grid gap-3">
              {cells.map(({ row, cell }) => (
                <li key={cell.sessionId} className="grid gap-1">
                  <bdi className="text-left text-body font-medium">{row.mentee}</bdi>
                  <CellButton
                    cell={cell}
                    mentee={row.mentee}
                    column={column}
                    zone={cohort.timeZone}
                    onOpen={onOpen}
                  />
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}
