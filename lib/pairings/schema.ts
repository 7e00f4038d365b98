import { z } from "zod";
import { announcementTimes } from "@/lib/announcements/rules";
import { pairingKinds } from "@/lib/pairings/rules";
import { paragraphs } from "@/lib/text";

export const pairMenteeSchema = z.object({
  enrollmentId: z.uuid(),
  /** The mentor, by the nomination through which they mentor in this cohort. */
  nominationId: z.uuid(),
  kind: z.enum(pairingKinds),
});
export type PairMentee = z.output<typeof pairMenteeSchema>;

export const discardPairingSchema = z.object({ pairingId: z.uuid() });
export type DiscardPairing = z.output<typeof discardPairingSchema>;

export const confirmPairingsSchema = z.object({
  cohortId: z.uuid(),
  pairingIds: z
    .array(z.uuid())
    .min(1, "pairings.refused.nothingToConfirm")
    .max(500, "pairings.invalid.tooMany"),
  /** When both are told; now when it is left out. */
  when: z.enum(announcementTimes).optional(),
});
export type ConfirmPairings = z.output<typeof confirmPairingsSchema>;

export const endPairingSchema = z.object({
  pairingId: z.uuid(),
  reason: paragraphs(1000, "pairings.invalid.reason"),
});
export type EndPairing = z.output<typeof endPairingSchema>;
