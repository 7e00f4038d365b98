"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode, Ref } from "react";
import { freePlaces, type Lane, type Movable } from "@/lib/suggestions/moves";
import { classNames } from "../ui/class-names";
import { SentenceText } from "../ui/sentence";

export const laneGrid = "grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-2.5";

const chip = "inline-flex max-w-full items-center gap-1.5 rounded-full py-0.5 pr-2.5 pl-2";

/** A place as a ring: full, suggested (dashed) or free. One element, because there are hundreds of them. */
const ring = "size-3.5 shrink-0 rounded-full border-current";

/** One mentor's places: confirmed and suggested mentees, those of other cohorts, and what is free. */
export function LaneOf({
  lane,
  suggestions,
  over,
  effect,
  laneRef,
  children,
}: {
  lane: Lane;
  suggestions: readonly Movable[];
  /** A mentee is held over this lane. */
  over?: boolean;
  /** What it would do if the mentee who is picked up were put down here. */
  effect?: ReactNode;
  laneRef?: Ref<HTMLLIElement>;
  /** The suggestions that can be moved, as they are moved. */
  children: ReactNode;
}) {
  const t = useTranslations("suggestions.lanes");
  const { confirmed, capacity, load, reason, mentor } = lane;
  const elsewhere = Math.max(0, load - confirmed.length - suggestions.length);
  const free = freePlaces(lane);
  return (
    <li
      ref={laneRef}
      className={classNames(
        "grid min-w-0 content-start gap-1.5 rounded-control border px-3 py-2",
        over ? "border-accent bg-accent-soft/40" : "border-line",
      )}
    >
      <div className="flex items-baseline justify-between gap-3 text-body">
        <bdi className="min-w-0 truncate font-medium">{mentor}</bdi>
        <span className="shrink-0 text-sm text-ink-soft tabular-nums md:text-xs">
          {t("places", { load, capacity })}
        </span>
      </div>
      {reason && (
        <p className="text-sm text-ink-soft">
          <SentenceText of={reason} />
        </p>
      )}
      <ul className="flex flex-wrap gap-1.5 text-sm [&_svg]:size-3.5 [&_svg]:shrink-0">
        {confirmed.map(({ enrollmentId, mentee }) => (
          <li key={enrollmentId} className={`${chip} bg-hover`}>
            <span aria-hidden className={`${ring} border-4`} />
            <bdi className="truncate">{mentee}</bdi>
            <span className="sr-only">{t("confirmed")}</span>
          </li>
        ))}
        {children}
        {elsewhere > 0 && (
          <li className="rounded-full bg-hover px-2.5 py-0.5 text-ink-soft">
            {t("elsewhere", { count: elsewhere })}
          </li>
        )}
        {free > 0 && (
          <li className={`${chip} border border-dashed border-edge text-ink-soft`}>
            <span aria-hidden className={`${ring} border`} />
            {t("free", { count: free })}
          </li>
        )}
      </ul>
      {effect}
    </li>
  );
}

/** A suggestion that is kept: it stays where it is. */
export function KeptChip({ mentee }: { mentee: string }) {
  const t = useTranslations("suggestions.lanes");
  return (
    <li className={`${chip} bg-accent-soft text-accent`}>
      <Lock aria-hidden />
      <bdi className="truncate">{mentee}</bdi>
      <span className="sr-only">{t("kept")}</span>
    </li>
  );
}

/** A suggestion that can be moved: a press shows the other mentors. */
export function MovableChip({
  mentee,
  mentor,
  onChoose,
  chipRef,
  held = false,
}: {
  mentee: string;
  mentor: string;
  onChoose: () => void;
  chipRef?: Ref<HTMLButtonElement>;
  held?: boolean;
}) {
  const t = useTranslations("suggestions.lanes");
  return (
    <li className="inline-flex max-w-full">
      <button
        ref={chipRef}
        type="button"
        aria-label={t("chip", { mentee, mentor })}
        aria-roledescription={t("role")}
        className={classNames(
          chip,
          "reach hover:bg-accent hover:text-on-accent",
          held ? "bg-accent text-on-accent" : "bg-accent-soft text-accent",
          chipRef !== undefined && "cursor-grab touch-none",
        )}
        onClick={onChoose}
      >
        <span aria-hidden className={`${ring} border-2 border-dashed`} />
        <bdi className="truncate">{mentee}</bdi>
      </button>
    </li>
  );
}
