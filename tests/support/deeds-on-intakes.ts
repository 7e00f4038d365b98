import { randomUUID } from "node:crypto";
import * as wishes from "@/lib/do-not-pair/commands";
import * as intakes from "@/lib/intakes/commands";
import * as matching from "@/lib/matching/commands";
import * as profiles from "@/lib/profiles/commands";
import { weights } from "./matching-facts";
import { aPicture } from "./pictures";
import { mondayMorning } from "./rows";
import type { Deeds } from "./world";

type Nouns = "profiles" | "intakes" | "do-not-pair" | "matching";

/** What a mentor tells of themselves, with nothing left open. */
export const toldByMentor = {
  introduction: "Ask me anything.",
  experience: "Ten years of renewals",
  record: "",
  awards: ["Closer of the year"],
  techniques: ["Silence"],
  interests: ["Chess"],
  languages: ["English"],
  teaches: ["DOING" as const],
  communicationStyle: "CALM" as const,
  strengths: [{ skill: "Discovery", level: 4 }],
  workStart: 540,
  workEnd: 1020,
};

/** What a mentee tells of themselves, with nothing left open. */
export const toldByMentee = {
  learningStyle: "DOING" as const,
  communicationStyle: "DIRECT" as const,
  goals: ["Win a renewal"],
  interests: ["Chess"],
  languages: ["English"],
  workStart: 540,
  workEnd: 1020,
  confidenceBefore: 3,
  variety: "SIMILAR" as const,
  needs: "Large print",
  needsForMatching: true,
};

/** The deeds on what is known of mentors and mentees, each as it is tried by every kind of person. */
export const deedsOnIntakes: Deeds<Nouns> = {
  "profiles.saveProfile": {
    about: "oneself",
    run: (_, by, on) => profiles.saveProfile(by, toldByMentor, on),
  },
  "profiles.setPortrait": {
    about: "oneself",
    run: (_, by, on) => profiles.setPortrait(by, { type: "JPEG", bytes: aPicture("JPEG") }, on),
  },
  "profiles.removePortrait": {
    about: "oneself",
    run: (_, by, on) => profiles.removePortrait(by, {}, on),
  },
  "intakes.saveMenteePart": {
    about: "mentee",
    run: ({ enrollment }, by, on) =>
      intakes.saveMenteePart(by, { enrollmentId: enrollment.id, seen: 0, ...toldByMentee }, on),
  },
  "intakes.saveTrainerPart": {
    about: "mentee",
    run: ({ enrollment }, by, on) =>
      intakes.saveTrainerPart(
        by,
        { enrollmentId: enrollment.id, seen: 0, learningStyle: "DOING", gaps: [] },
        on,
      ),
  },
  "matching.saveSettings": {
    about: "cohort",
    run: ({ cohort }, by, on) => {
      const settings = { weights: weights(), floorRule: "SAME", variety: "SIMILAR" } as const;
      return matching.saveSettings(by, { cohortId: cohort.id, seen: 0, ...settings }, on);
    },
  },
  "matching.resetSettings": {
    about: "cohort",
    run: ({ cohort }, by, on) => matching.resetSettings(by, { cohortId: cohort.id, seen: 0 }, on),
  },
  "do-not-pair.keepApart": {
    about: "wish",
    run: ({ people }, by, on) =>
      wishes.keepApart(by, { personId: people.mentee.id, email: people.colleague.email }, on),
  },
  "do-not-pair.letPair": {
    about: "wish",
    run: async ({ people }, by, on) => {
      const pair = { personId: people.mentee.id, otherPersonId: people.stranger.id };
      const data = { ...pair, createdById: people.mentee.id, createdAt: mondayMorning };
      // Of two at once the second finds the wish of the first, or that it is gone.
      await on.doNotPair.createMany({ data, skipDuplicates: true });
      const wish = await on.doNotPair.findFirst({ where: pair, select: { id: true } });
      await wishes.letPair(by, { doNotPairId: wish?.id ?? randomUUID() }, on);
    },
  },
};
