"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { pairingSchema, reassignPairingSchema } from "./schema";

export const reassignPairing = action(
  "handovers.reassignPairing",
  reassignPairingSchema,
  commands.reassignPairing,
);
export const pausePairing = action("handovers.pausePairing", pairingSchema, commands.pausePairing);
export const resumePairing = action("handovers.resumePairing", pairingSchema, commands.resumePairing);
