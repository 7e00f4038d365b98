"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { CallCell, CallRow } from "@/lib/call-covers/grid";
import { CellButton, type Column, ColumnHead } from "./call-cell";
import { DayLists } from "./call-days";
import { type GridMentor, SitIn } from "./sit-in";

/** What scrolls must be reachable by keyboard, although it does nothing itself. */
const reachable = { tabIndex: 0 };

/**
 * Mentee × block of live calls: plain cells, because a cohort of sixty has hundreds of them. A cell opens one dialog,
 * which says who can sit in. On phones it is a list for each day.
 */
export function CallsGrid(given: {
  columns: Column[];
  rows: CallRow[];
  mentors: GridMentor[];
  cohort: { id: string; timeZone: string };
}) {
  const t = useTranslations("call-covers.grid");
  const { columns, rows, mentors, cohort } = given;
  const [open, setOpen] = useState<string | null>(null);
  const rowOf = rows.find(({ cells }) => cells.some(({ sessionId }) => sessionId === open));
  const cell = rowOf?.cells.find(({ sessionId }) => sessionId === open);
  const column = cell && columns[cell.column];
  const show = (one: CallCell) => setOpen(one.sessionId);
  return (
    <>
      <section
        aria-label={t("caption")}
        {...reachable}
        className="hidden overflow-x-auto md:block print:block print:overflow-visible"
      >
        <table className="grid-table compact">
          <caption className="sr-only">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("mentee")}</th>
              {columns.map((one) => (
                <th key={`${one.day} ${one.title}`} scope="col">
                  <ColumnHead column={one} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.enrollmentId}>
                <th scope="row" className="text-left">
                  <a href={`/mentees/${row.enrollmentId}`} className="link font-medium">
                    <bdi>{row.mentee}</bdi>
                  </a>
                  <span className="block text-xs font-normal text-ink-soft">
                    {row.lead ? t("lead", { mentor: row.lead }) : t("noLead")}
                  </span>
                </th>
                {columns.map((one, index) => (
                  <td key={`${one.day} ${one.title}`} className="align-top">
                    {row.cells
                      .filter(({ column: at }) => at === index)
                      .map((each) => (
                        <CellButton
                          key={each.sessionId}
                          cell={each}
                          mentee={row.mentee}
                          column={one}
                          zone={cohort.timeZone}
                          onOpen={show}
                        />
                      ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <DayLists {...given} onOpen={show} />
      {rowOf && cell && column && (
        <SitIn
          cohort={cohort}
          cell={cell}
          mentee={rowOf.mentee}
          title={column.title}
          mentors={mentors}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
