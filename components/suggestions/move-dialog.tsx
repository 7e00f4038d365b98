"use client";

import { useTranslations } from "next-intl";
import { freePlaces, type Movable, type MoveChoice, movesOf } from "@/lib/suggestions/moves";
import { MentorDialog, type MentorLine } from "../pairings/mentor-dialog";
import { useMoveEffect } from "./move-effect";
import { useMoves } from "./moves-context";

/** Every other mentor for one suggestion: with a free place, by an exchange, or why not; each says what it does. */
export function MoveDialog({ suggestion, onClose }: { suggestion: Movable; onClose: () => void }) {
  const t = useTranslations("suggestions.move");
  const { map, move } = useMoves();
  const lineOf = useLines(map.total);
  const choices = movesOf(map, suggestion.pairingId);

  async function choose(nominationId: string) {
    const steps = choices.find(({ lane }) => lane.nominationId === nominationId)?.steps;
    if (steps && (await move(steps))) onClose();
  }

  return (
    <MentorDialog
      title={t("label", { mentee: suggestion.mentee })}
      description={t("what")}
      mentors={choices.map(lineOf)}
      onChoose={choose}
      onClose={onClose}
    />
  );
}

/** How a move stands in the list. */
function useLines(total: number): (choice: MoveChoice) => MentorLine {
  const t = useTranslations("suggestions.move");
  const effectOf = useMoveEffect(total);
  return (choice) => {
    const { nominationId, mentor: name, floor } = choice.lane;
    const { who, points: end } = effectOf(choice);
    const free = freePlaces(choice.lane);
    const able = choice.steps !== null;
    const beside = [floor, able && free > 0 && t("free", { free })].filter(Boolean).join(" · ");
    return { nominationId, name, floor, beside, below: who.join(" "), end, able };
  };
}
