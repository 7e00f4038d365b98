"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { CallCell, CellState } from "@/lib/call-covers/grid";
import { type Day, fromDay } from "@/lib/dates";
import { classNames } from "../ui/class-names";

/** A block of the program: its day and what it is called. */
export type Column = { day: Day; title: string };

const looks: Record<CellState, string> = {
  gap: "border-missed bg-missed-soft text-missed font-medium",
  standIn: "border-dashed border-due text-due",
  suggested: "border-dashed border-accent bg-accent-soft",
  confirmed: "border-line bg-panel",
  paired: "border-line bg-panel",
};

/** The name of a column: its day, and which block it is. */
export function ColumnHead({ column: { day, title } }: { column: Column }) {
  const format = useFormatter();
  return (
    <>
      {format.dateTime(fromDay(day), {
        timeZone: "UTC",
        weekday: "short",
        day: "numeric",
        month: "short",
      })}
      <span className="block text-xs font-normal text-ink-soft">{title}</span>
    </>
  );
}

/** One block of one mentee: who sits in and when, in words and colour. Opens what can be done about it. */
export function CellButton({
  cell,
  mentee,
  column,
  zone,
  onOpen,
}: {
  cell: CallCell;
  mentee: string;
  column: Column;
  zone: string;
  onOpen: (cell: CallCell) => void;
}) {
  const t = useTranslations("call-covers.grid");
  const format = useFormatter();
  const clock = (at: Date) => format.dateTime(at, { timeZone: zone, hour: "numeric", minute: "2-digit" });
  const { state, mentor, startsAt, over } = cell;
  const day = format.dateTime(fromDay(column.day), { timeZone: "UTC", weekday: "long" });
  return (
    <button
      type="button"
      onClick={() => onOpen(cell)}
      className={classNames(
        "grid min-h-11 w-full min-w-32 rounded-control border px-2 py-1 text-left text-sm hover:border-edge md:min-h-9",
        looks[state],
        over && "opacity-80",
      )}
    >
      <span className="sr-only">{t("open", { mentee, day })}</span>
      <bdi className="truncate">{mentor || t("gap")}</bdi>
      <span className="flex justify-between gap-2 text-xs tabular-nums">
        <span className="truncate">{t(state === "gap" ? "gapLong" : state)}</span>
        <span className="shrink-0">{clock(startsAt)}</span>
      </span>
    </button>
  );
}
