import * as agreements from "@/lib/agreements/commands";
import * as announcements from "@/lib/announcements/commands";
import * as callCovers from "@/lib/call-covers/commands";
import * as capacities from "@/lib/capacities/commands";
import * as handovers from "@/lib/handovers/commands";
import * as mentorRatings from "@/lib/mentor-ratings/commands";
import * as suggestions from "@/lib/suggestions/commands";
import type { Deeds } from "./world";

type Nouns =
  | "capacities"
  | "suggestions"
  | "call-covers"
  | "announcements"
  | "agreements"
  | "handovers"
  | "mentor-ratings";

const goal = { indicator: "Calls led alone", baseline: "0", target: "6 a day", dueOn: "2026-03-12" } as const;

/** The deeds about a confirmed pairing, each as it is tried by every kind of person. */
export const deedsOnPairings: Deeds<Nouns> = {
  "capacities.setCapacity": {
    about: "nomination",
    run: ({ nomination }, by, on) =>
      capacities.setCapacity(by, { nominationId: nomination.id, capacity: 3, reason: "" }, on),
  },
  "suggestions.suggestPairings": {
    about: "cohort",
    run: ({ cohort }, by, on) =>
      suggestions.suggestPairings(by, { cohortId: cohort.id, objective: "total", balance: false }, on),
  },
  "suggestions.moveSuggestion": {
    about: "cohort",
    run: ({ pairing, nomination }, by, on) =>
      suggestions.moveSuggestion(by, { pairingId: pairing.id, nominationId: nomination.id }, on),
  },
  "suggestions.takeBackMove": {
    about: "cohort",
    run: ({ pairing, nomination }, by, on) =>
      suggestions.takeBackMove(by, { pairingId: pairing.id, nominationId: nomination.id }, on),
  },
  "suggestions.lockPairing": {
    about: "cohort",
    run: ({ pairing }, by, on) => suggestions.lockPairing(by, { pairingId: pairing.id, locked: true }, on),
  },
  "call-covers.suggestCovers": {
    about: "cohort",
    run: ({ cohort }, by, on) => callCovers.suggestCovers(by, { cohortId: cohort.id }, on),
  },
  "call-covers.assignCover": {
    about: "cohort",
    run: ({ cover }, by, on) => {
      const { sessionId, nominationId, startsAt, id: was } = cover;
      const input = { sessionId, nominationId, startsAt: startsAt.toISOString(), was };
      return callCovers.assignCover(by, input, on);
    },
  },
  "call-covers.removeCover": {
    about: "cohort",
    run: ({ cover }, by, on) => callCovers.removeCover(by, { coverId: cover.id }, on),
  },
  "call-covers.confirmCovers": {
    about: "cohort",
    run: ({ cohort, cover }, by, on) =>
      callCovers.confirmCovers(by, { cohortId: cohort.id, coverIds: [cover.id] }, on),
  },
  "handovers.reassignPairing": {
    about: "pairing",
    run: ({ pairing, nomination }, by, on) => {
      const input = { pairingId: pairing.id, nominationId: nomination.id, reason: "Another plan", note: "" };
      return handovers.reassignPairing(by, input, on);
    },
  },
  "handovers.pausePairing": {
    about: "pairing",
    run: ({ pairing }, by, on) => handovers.pausePairing(by, { pairingId: pairing.id }, on),
  },
  "handovers.resumePairing": {
    about: "pairing",
    run: ({ pairing }, by, on) => handovers.resumePairing(by, { pairingId: pairing.id }, on),
  },
  "agreements.signExpectations": {
    about: "pairing",
    run: ({ pairing }, by, on) => agreements.signExpectations(by, { pairingId: pairing.id }, on),
  },
  "agreements.proposeGoal": {
    about: "pairing",
    run: ({ pairing }, by, on) => agreements.proposeGoal(by, { pairingId: pairing.id, ...goal }, on),
  },
  "agreements.changeGoal": {
    about: "pairing",
    run: (world, by, on) => agreements.changeGoal(by, { goalId: world.goal.id, ...goal }, on),
  },
  "agreements.agreeGoal": {
    about: "pairing",
    run: (world, by, on) => agreements.agreeGoal(by, { goalId: world.goal.id }, on),
  },
  "agreements.dropGoal": {
    about: "pairing",
    run: (world, by, on) => agreements.dropGoal(by, { goalId: world.goal.id }, on),
  },
  "mentor-ratings.rateMentor": {
    about: "pairing",
    run: ({ pairing }, by, on) =>
      mentorRatings.rateMentor(by, { pairingId: pairing.id, score: 5, comment: "" }, on),
  },
  "announcements.announcePairings": {
    about: "cohort",
    run: ({ cohort, pairing }, by, on) => {
      const input = { cohortId: cohort.id, pairingIds: [pairing.id], when: "NOW" as const };
      return announcements.announcePairings(by, input, on);
    },
  },
};
