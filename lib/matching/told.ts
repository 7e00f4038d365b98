import type { Prisma } from "@/prisma/generated/client";

/** What a mentor tells of themselves: read by matching and shown on their introduction card. */
export const profileTold = {
  introduction: true,
  experience: true,
  record: true,
  awards: true,
  techniques: true,
  interests: true,
  teaches: true,
  communicationStyle: true,
  languages: true,
  workStartMinute: true,
  workEndMinute: true,
  strengths: {
    orderBy: [{ level: "desc" }, { skill: "asc" }],
    select: { skill: true, level: true },
  },
} satisfies Prisma.MentorProfileSelect;

/** What is told of a mentee before the pairing: read by matching and shown as their intake. */
export const intakeTold = {
  learningStyle: true,
  trainerStyle: true,
  communicationStyle: true,
  goals: true,
  interests: true,
  languages: true,
  workStartMinute: true,
  workEndMinute: true,
  needs: true,
  needsForMatching: true,
  variety: true,
  menteeFilledAt: true,
  trainerFilledAt: true,
  gaps: {
    orderBy: { skill: { position: "asc" } },
    select: { skillId: true, level: true, skill: { select: { name: true } } },
  },
} satisfies Prisma.IntakeSelect;
