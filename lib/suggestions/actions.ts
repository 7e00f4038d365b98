"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { lockPairingSchema, moveSuggestionSchema, suggestPairingsSchema } from "./schema";

export const suggestPairings = action(
  "suggestions.suggestPairings",
  suggestPairingsSchema,
  commands.suggestPairings,
);
export const lockPairing = action("suggestions.lockPairing", lockPairingSchema, commands.lockPairing);
export const moveSuggestion = action(
  "suggestions.moveSuggestion",
  moveSuggestionSchema,
  commands.moveSuggestion,
);
export const takeBackMove = action("suggestions.takeBackMove", moveSuggestionSchema, commands.takeBackMove);
