import * as nudges from "@/lib/nudges/commands";
import * as scorecards from "@/lib/scorecards/commands";
import type { Deeds } from "./world";

/** The deeds by which a floor offers its mentors, each as it is tried by every kind of person. */
export const deedsOnSupply: Deeds<"scorecards" | "nudges"> = {
  "nudges.nudgeManagers": {
    about: "list",
    run: ({ list }, by, on) => nudges.nudgeManagers(by, { listId: list.id }, on),
  },
  "nudges.nudgeMentor": {
    about: "nomination",
    run: ({ nomination }, by, on) => nudges.nudgeMentor(by, { nominationId: nomination.id }, on),
  },
  "scorecards.saveScorecard": {
    about: "nomination",
    run: ({ nomination: { id: nominationId } }, by, on) => {
      const marks = [{ criterion: "EXPERIENCE" as const, level: "4" as const, note: "" }];
      return scorecards.saveScorecard(by, { nominationId, seen: 0, marks }, on);
    },
  },
};
