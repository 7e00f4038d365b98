"use client";

import { createContext, useContext } from "react";
import type { MoveMap, Step } from "@/lib/suggestions/moves";

export type Steps = [Step] | [Step, Step];

type Moves = {
  map: MoveMap;
  /** Shows every other mentor for a suggestion. */
  choose: (pairingId: string) => void;
  /** Moves at once, and says so with the way back. */
  move: (steps: Steps) => Promise<boolean>;
};

export const MovesContext = createContext<Moves | null>(null);

/** What it takes to move suggestions by hand, inside `MovesOf`. */
export function useMoves(): Moves {
  const moves = useContext(MovesContext);
  if (!moves) throw new Error("there is no MovesOf around this");
  return moves;
}
