import { z } from "zod";

/** What makes one plan better than another: the highest total, or first that the worst pair fits as well as it can. */
export const objectives = ["total", "worst-off"] as const;

export const suggestPairingsSchema = z.object({
  cohortId: z.uuid(),
  objective: z.enum(objectives),
  balance: z.boolean(),
});
export type SuggestPairings = z.output<typeof suggestPairingsSchema>;

/** Another mentor for a suggestion, by the nomination through which they mentor in this cohort. */
const move = z.object({ pairingId: z.uuid(), nominationId: z.uuid() });

/** One mentee's move; with `swap`, another mentee makes room for them. */
export const moveSuggestionSchema = move.extend({ swap: move.optional() });
export type MoveSuggestion = z.output<typeof moveSuggestionSchema>;

export const lockPairingSchema = z.object({ pairingId: z.uuid(), locked: z.boolean() });
export type LockPairing = z.output<typeof lockPairingSchema>;
