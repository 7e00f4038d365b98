import * as announcements from "@/lib/announcements/commands";
import type { Deeds } from "./world";

type Nouns = "announcements";

/** The deeds about a confirmed pairing, each as it is tried by every kind of person. */
export const deedsOnPairings: Deeds<Nouns> = {
  "announcements.announcePairings": {
    about: "cohort",
    run: ({ cohort, pairing }, by, on) => {
      const input = { cohortId: cohort.id, pairingIds: [pairing.id], when: "NOW" as const };
      return announcements.announcePairings(by, input, on);
    },
  },
};
