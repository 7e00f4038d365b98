"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useSyncExternalStore } from "react";
import { byLane, shownLanes } from "@/lib/suggestions/moves";
import { KeptChip, LaneOf, laneGrid, MovableChip } from "./lane-parts";
import { useMoves } from "./moves-context";

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
