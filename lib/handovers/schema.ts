import { z } from "zod";
import { type Day, isDay } from "@/lib/dates";
import { progressLevels } from "@/lib/logs/rules";
import { optionalParagraphs, paragraphs } from "@/lib/text";

export const reassignPairingSchema = z.object({
  pairingId: z.uuid(),
  /** The next mentor, by the nomination through which they mentor in this cohort. */
  nominationId: z.uuid("handovers.invalid.mentor"),
  reason: paragraphs(1000, "pairings.invalid.reason"),
  /** What is still open: the next mentor reads it. */
  note: optionalParagraphs(2000),
});
export type ReassignPairing = z.output<typeof reassignPairingSchema>;

export const pairingSchema = z.object({ pairingId: z.uuid() });
export type PairingInput = z.output<typeof pairingSchema>;

const day = z.custom<Day>(isDay);

/** What a handover holds, as it is kept: everything the mentee may read too. */
export const packSchema = z.object({
  goals: z.array(
    z.object({
      indicator: z.string(),
      baseline: z.string(),
      target: z.string(),
      dueOn: day,
      agreed: z.boolean(),
    }),
  ),
  skills: z.array(z.object({ name: z.string(), times: z.number(), lastOn: day })),
  logs: z.array(
    z.object({
      day,
      author: z.string(),
      learned: z.string(),
      note: z.string(),
      progress: z.enum(progressLevels).nullable(),
    }),
  ),
  /** Sessions that were missed, or that the mentee was not at. */
  missed: z.array(z.object({ title: z.string(), day })),
  sessions: z.array(z.object({ title: z.string(), startsAt: z.iso.datetime() })),
});
export type Pack = z.output<typeof packSchema>;
