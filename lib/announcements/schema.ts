import { z } from "zod";
import { announcementTimes } from "@/lib/announcements/rules";

export const announcePairingsSchema = z.object({
  cohortId: z.uuid(),
  pairingIds: z
    .array(z.uuid())
    .min(1, "announcements.refused.nothingToAnnounce")
    .max(500, "pairings.invalid.tooMany"),
  when: z.enum(announcementTimes),
});
export type AnnouncePairings = z.output<typeof announcePairingsSchema>;
