import { z } from "zod";

export const suggestCoversSchema = z.object({ cohortId: z.uuid() });
export type SuggestCovers = z.output<typeof suggestCoversSchema>;

export const confirmCoversSchema = z.object({
  cohortId: z.uuid(),
  coverIds: z.array(z.uuid()).min(1, "call-covers.refused.nothingToConfirm").max(2000),
});
export type ConfirmCovers = z.output<typeof confirmCoversSchema>;

/** Who sits in on a block, by the nomination through which they are a call mentor, at one of the times it can have. */
export const assignCoverSchema = z.object({
  sessionId: z.uuid(),
  nominationId: z.uuid(),
  startsAt: z.iso.datetime(),
  /** The cover that stood there when it was decided, null for none: whoever was faster is not overruled unseen. */
  was: z.uuid().nullable(),
});
export type AssignCover = z.output<typeof assignCoverSchema>;

export const removeCoverSchema = z.object({ coverId: z.uuid() });
export type RemoveCover = z.output<typeof removeCoverSchema>;
