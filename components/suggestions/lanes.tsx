"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useSyncExternalStore } from "react";
import { type Movable, shownLanes } from "@/lib/suggestions/moves";
import { KeptChip, LaneOf, MovableChip } from "./lane-parts";
import { useMoves } from "./moves";

const DraggedLanes = lazy(() => import("./dragged-lanes").then((part) => ({ default: part.DraggedLanes })));

const wide = "(min-width: 1024px)";

function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const asked = matchMedia(wide);
      asked.addEventListener("change", changed);
      return () => asked.removeEventListener("change", changed);
    },
    () => matchMedia(wide).matches,
    () => false,
  );
}

/** Who is suggested to whom, by the nomination of the mentor. */
export function byLane(suggestions: readonly Movable[]): ReadonlyMap<string, Movable[]> {
  const lanes = new Map<string, Movable[]>();
  for (const one of suggestions) lanes.set(one.nominationId, [...(lanes.get(one.nominationId) ?? []), one]);
  return lanes;
}

export const laneGrid = "grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-2.5";

/** The lead mentors as lanes of places. A suggestion is moved by a press or, on a wide screen, by dragging as well. */
export function Lanes() {
  const t = useTranslations("suggestions.lanes");
  const { map } = useMoves();
  const drags = useWide() && map.suggestions.some(({ locked }) => !locked);
  if (map.lanes.length === 0) return <p className="text-body text-ink-soft">{t("none")}</p>;
  if (!drags) return <PressedLanes />;
  return (
    <Suspense fallback={<PressedLanes />}>
      <DraggedLanes />
    </Suspense>
  );
}

function PressedLanes() {
  const { map, choose } = useMoves();
  const suggestions = byLane(map.suggestions);
  return (
    <ul className={laneGrid}>
      {shownLanes(map.lanes).map((lane) => {
        const here = suggestions.get(lane.nominationId) ?? [];
        return (
          <LaneOf key={lane.nominationId} lane={lane} suggestions={here}>
            {here.map(({ pairingId, enrollmentId, mentee, locked }) =>
              locked ? (
                <KeptChip key={enrollmentId} mentee={mentee} />
              ) : (
                <MovableChip
                  key={enrollmentId}
                  mentee={mentee}
                  mentor={lane.mentor}
                  onChoose={() => choose(pairingId)}
                />
              ),
            )}
          </LaneOf>
        );
      })}
    </ul>
  );
}
