"use client";

import {
  Accessibility,
  type DragEndEvent,
  type DragOverEvent,
  type DragStartEvent,
  type defaultPreset,
} from "@dnd-kit/dom";
import { DragDropProvider, PointerSensor, useDraggable, useDroppable } from "@dnd-kit/react";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import {
  byLane,
  type Lane,
  type Movable,
  type MoveChoice,
  movesOf,
  shownLanes,
} from "@/lib/suggestions/moves";
import { LaneKeyboard } from "./lane-keyboard";
import { KeptChip, LaneOf, laneGrid, MovableChip } from "./lane-parts";
import { useMoveEffect } from "./move-effect";
import { useMoves } from "./moves-context";

type Plugins = (typeof defaultPreset)["plugins"];
type Effect = ReturnType<ReturnType<typeof useMoveEffect>>;

/** Enter is a press like any other; Space picks a mentee up and puts them down. */
const keys = {
  start: ["Space"],
  cancel: ["Escape"],
  end: ["Space", "Enter"],
  up: ["ArrowUp"],
  down: ["ArrowDown"],
  left: ["ArrowLeft"],
  right: ["ArrowRight"],
};
const sensors = [PointerSensor, { plugin: LaneKeyboard, options: { keyboardCodes: keys } }];

/** The lanes with their suggestions to be dragged, by pointer or keys. Each lane says what it does to put one down there. */
export function DraggedLanes() {
  const { map, move } = useMoves();
  const [held, setHeld] = useState<string | null>(null);
  const effectOf = useMoveEffect(map.total);
  const suggestions = useMemo(() => byLane(map.suggestions), [map.suggestions]);
  const choices = useMemo(
    () => new Map(held ? movesOf(map, held).map((one) => [one.lane.nominationId, one]) : []),
    [map, held],
  );
  const plugins = usePlugins();

  return (
    <DragDropProvider
      sensors={sensors}
      plugins={plugins}
      onDragStart={({ operation }) => setHeld(String(operation.source?.id ?? ""))}
      onDragEnd={({ operation: { source, target }, canceled }) => {
        setHeld(null);
        const choice = movesOf(map, String(source?.id)).find(({ lane }) => lane.nominationId === target?.id);
        if (!canceled && choice?.steps) void move(choice.steps);
      }}
    >
      <ul className={laneGrid}>
        {shownLanes(map.lanes).map((lane) => {
          const choice = choices.get(lane.nominationId);
          return (
            <DropLane
              key={lane.nominationId}
              lane={lane}
              suggestions={suggestions.get(lane.nominationId) ?? []}
              choice={choice}
              effect={choice && effectOf(choice)}
            />
          );
        })}
      </ul>
    </DragDropProvider>
  );
}

const say = ({ who, points }: Effect) => [...who, points].filter(Boolean).join(" ");

/** What a screen reader hears while a mentee is carried, in our own words. */
function usePlugins() {
  const t = useTranslations("suggestions.lanes");
  const { map } = useMoves();
  const effectOf = useMoveEffect(map.total);
  const latest = useRef({ map, effectOf });
  useEffect(() => {
    latest.current = { map, effectOf };
  });
  return useMemo(() => {
    const menteeOf = (id: unknown) =>
      latest.current.map.suggestions.find(({ pairingId }) => pairingId === id)?.mentee ?? "";
    const mentorOf = (id: unknown) =>
      latest.current.map.lanes.find(({ nominationId }) => nominationId === id)?.mentor ?? "";
    const over = (source: unknown, target: unknown) => {
      const choice = movesOf(latest.current.map, String(source)).find(
        ({ lane }) => lane.nominationId === target,
      );
      return t("over", {
        mentor: mentorOf(target),
        effect: choice ? say(latest.current.effectOf(choice)) : "",
      });
    };
    const ours = Accessibility.configure({
      screenReaderInstructions: { draggable: t("how") },
      announcements: {
        dragstart: ({ operation: { source } }: DragStartEvent) =>
          t("picked", { mentee: menteeOf(source?.id) }),
        dragover: ({ operation: { source, target } }: DragOverEvent) =>
          target ? over(source?.id, target.id) : t("nowhere", { mentee: menteeOf(source?.id) }),
        dragend: ({ operation: { source, target }, canceled }: DragEndEvent) =>
          target && !canceled
            ? t("put", { mentee: menteeOf(source?.id), mentor: mentorOf(target.id) })
            : t("left", { mentee: menteeOf(source?.id) }),
      },
    });
    return (usual: Plugins) => [...usual.filter((one) => one !== Accessibility), ours];
  }, [t]);
}

function DropLane({
  lane,
  suggestions,
  choice,
  effect,
}: {
  lane: Lane;
  suggestions: readonly Movable[];
  choice: MoveChoice | undefined;
  effect: Effect | undefined;
}) {
  const { ref, isDropTarget } = useDroppable({ id: lane.nominationId });
  const possible = choice !== undefined && choice.steps !== null;
  return (
    <LaneOf
      lane={lane}
      suggestions={suggestions}
      laneRef={ref}
      over={isDropTarget && possible}
      effect={effect && <p className={`text-sm ${possible ? "" : "text-ink-faint"}`}>{say(effect)}</p>}
    >
      {suggestions.map((one) =>
        one.locked ? (
          <KeptChip key={one.enrollmentId} mentee={one.mentee} />
        ) : (
          <DragChip key={one.enrollmentId} one={one} mentor={lane.mentor} />
        ),
      )}
    </LaneOf>
  );
}

function DragChip({ one: { pairingId, mentee }, mentor }: { one: Movable; mentor: string }) {
  const { ref, isDragging } = useDraggable({ id: pairingId });
  const { choose } = useMoves();
  return (
    <MovableChip
      mentee={mentee}
      mentor={mentor}
      chipRef={ref}
      held={isDragging}
      onChoose={() => choose(pairingId)}
    />
  );
}
