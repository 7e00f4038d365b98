import * as scorecards from "@/lib/scorecards/commands";
import type { Deeds } from "./world";

/** The deeds by which a floor offers its mentors, each as it is tried by every kind of person. */
export const deedsOnSupply: Deeds<"scorecards"> = {
  "scorecards.saveScorecard": {
    about: "nomination",
    run: ({ nomination: { id: nominationId } }, by, on) => {
      const marks = [{ criterion: "EXPERIENCE" as const, level: "4" as const, note: "" }];
      return scorecards.saveScorecard(by, { nominationId, seen: 0, marks }, on);
    },
  },
};
