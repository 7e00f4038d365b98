import { floorRunners } from "@/lib/actor";
import type { Tx } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";

const mentored = { state: { notIn: ["SUGGESTED", "DISCARDED"] } } satisfies Prisma.PairingWhereInput;

/** Those who have anything to do with the certification of a mentee. */
export const menteeFacts = {
  id: true,
  state: true,
  person: {
    select: {
      id: true,
      name: true,
      managerId: true,
      floor: { select: floorRunners },
    },
  },
  pairings: { where: mentored, select: { mentorId: true, state: true, announcedAt: true } },
  attempts: { orderBy: { number: "asc" }, select: { id: true, number: true, state: true } },
  cohort: {
    select: {
      id: true,
      name: true,
      state: true,
      timeZone: true,
      organizers: { select: { personId: true } },
      version: { select: { rubricVersionId: true } },
    },
  },
} satisfies Prisma.EnrollmentSelect;

export type MenteeFacts = Prisma.EnrollmentGetPayload<{ select: typeof menteeFacts }>;

/** Whom the rules of independence ask about. */
export function relationsOf({ person, pairings }: MenteeFacts) {
  return {
    menteeId: person.id,
    lineManagerId: person.managerId,
    mentorIds: pairings.map((pairing) => pairing.mentorId),
  };
}

/** The mentors who are told about a mentee: not those whose pairing was ended, taken over, or not announced yet. */
export function mentorsToTell({ pairings }: MenteeFacts): string[] {
  const with_ = pairings.filter(
    ({ state, announcedAt }) => announcedAt && state !== "ENDED_EARLY" && state !== "REASSIGNED",
  );
  return with_.map((pairing) => pairing.mentorId);
}

const attemptFacts = {
  id: true,
  number: true,
  state: true,
  day: true,
  rubric: {
    select: {
      id: true,
      passMark: true,
      maxLevel: true,
      criteria: { orderBy: { position: "asc" }, select: { id: true, weight: true, mustReach: true } },
    },
  },
  assessments: {
    orderBy: { id: "asc" },
    select: {
      id: true,
      personId: true,
      submittedAt: true,
      person: { select: { name: true } },
      scores: { select: { criterionId: true, level: true } },
    },
  },
  enrollment: { select: menteeFacts },
} satisfies Prisma.CertificationAttemptSelect;

export type AttemptFacts = Prisma.CertificationAttemptGetPayload<{ select: typeof attemptFacts }>;

/** An attempt with all that its rules ask about, locked so that whatever becomes of it happens one after the other. */
export async function lockedAttempt(tx: Tx, attemptId: string): Promise<AttemptFacts> {
  await tx.$queryRaw`SELECT 1 FROM "CertificationAttempt" WHERE id = ${attemptId}::uuid FOR UPDATE`;
  return tx.certificationAttempt.findUniqueOrThrow({ where: { id: attemptId }, select: attemptFacts });
}

/** A mentee with their attempts, locked so that two attempts are not scheduled at once. */
export async function lockedMentee(tx: Tx, enrollmentId: string): Promise<MenteeFacts> {
  await tx.$queryRaw`SELECT 1 FROM "Enrollment" WHERE id = ${enrollmentId}::uuid FOR UPDATE`;
  return tx.enrollment.findUniqueOrThrow({ where: { id: enrollmentId }, select: menteeFacts });
}
