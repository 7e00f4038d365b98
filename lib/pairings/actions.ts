"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { confirmPairingsSchema, discardPairingSchema, endPairingSchema, pairMenteeSchema } from "./schema";

export const pairMentee = action("pairings.pairMentee", pairMenteeSchema, commands.pairMentee);
export const discardPairing = action(
  "pairings.discardPairing",
  discardPairingSchema,
  commands.discardPairing,
);
export const confirmPairings = action(
  "pairings.confirmPairings",
  confirmPairingsSchema,
  commands.confirmPairings,
);
export const endPairing = action("pairings.endPairing", endPairingSchema, commands.endPairing);
