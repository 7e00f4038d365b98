import type { LaunchFacts } from "@/lib/cohorts/rules";
import { type Day, toDay } from "@/lib/dates";
import type { Db } from "@/lib/db";
import { isWhole } from "@/lib/intakes/rules";
import { type LaunchStep, launchSteps } from "@/lib/launch/rules";
import { type MentorListState, servesAs, unqualified } from "@/lib/mentors/rules";
import { currentPairingStates } from "@/lib/pairings/rules";
import type { Prisma } from "@/prisma/generated/client";

/** Mentees in the order in which every list shows them. */
export const byName = {
  orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
} satisfies Prisma.EnrollmentFindManyArgs;
/** A mentee's current lead pairing. */
export const currentLead = {
  where: { kind: "LEAD", state: { in: [...currentPairingStates] } },
  take: 1,
} satisfies Prisma.PairingFindManyArgs;
/** Which parts of a mentee's intake are there. */
export const intakeParts = { select: { menteeFilledAt: true, trainerFilledAt: true } } as const;
/** What makes a nominated person eligible as a lead mentor. */
export const qualities = {
  kind: true,
  decision: true,
  willingness: true,
  training: true,
  person: { select: { pauses: { where: { endedAt: null }, take: 1, select: { id: true } } } },
} satisfies Prisma.MentorNominationSelect;
type Qualities = Prisma.MentorNominationGetPayload<{ select: typeof qualities }>;

/** What the launch gate looks at. */
export const launchSelect = {
  certificationDate: true,
  timeZone: true,
  state: true,
  enrollments: {
    where: { state: { not: "WITHDRAWN" } },
    ...byName,
    select: {
      person: { select: { name: true } },
      pairings: { ...currentLead, select: { state: true, nomination: { select: qualities } } },
    },
  },
  lists: { select: { nominations: { select: qualities } } },
  signOffs: { select: { state: true, person: { select: { name: true } } } },
  _count: { select: { sessions: true } },
} satisfies Prisma.CohortSelect;

/** A lead mentor who is approved, willing, trained, and not pausing. */
const isQualified = ({ person, kind, ...nomination }: Qualities): boolean =>
  servesAs(kind, "LEAD") && unqualified({ ...nomination, paused: person.pauses.length > 0 }) === null;

/** What decides whether a cohort can be launched, for its commands and for its page. */
export async function launchFacts(on: Db, cohortId: string, today: Day): Promise<LaunchFacts> {
  const row = await on.cohort.findUniqueOrThrow({ where: { id: cohortId }, select: launchSelect });
  return toLaunchFacts(row, today);
}

/** What decides whether a cohort can be launched, from a row that holds it. */
export function toLaunchFacts(
  row: Prisma.CohortGetPayload<{ select: typeof launchSelect }>,
  today: Day,
): LaunchFacts {
  const nominations = row.lists.flatMap((list) => list.nominations);
  return {
    state: row.state,
    certificationDate: toDay(row.certificationDate),
    today,
    mentees: row.enrollments.map(({ person, pairings: [lead] }) => ({
      name: person.name,
      leadPairing: lead
        ? { confirmed: lead.state !== "SUGGESTED", mentorEligible: isQualified(lead.nomination) }
        : null,
    })),
    eligibleMentors: nominations.filter(isQualified).length,
    signOffs: row.signOffs.map(({ person, state }) => ({ name: person.name, state })),
    sessions: row._count.sessions,
  };
}

/** What decides whether a cohort can be completed, for its commands and for its page. */
export async function completionFacts(on: Db, cohortId: string) {
  const enrollments = await on.enrollment.findMany({
    where: { cohortId, state: { not: "WITHDRAWN" } },
    ...byName,
    select: {
      state: true,
      person: { select: { name: true } },
      attempts: { where: { state: { in: ["SCHEDULED", "IN_ASSESSMENT"] } }, take: 1, select: { id: true } },
    },
  });
  return {
    mentees: enrollments.map(({ person, state }) => ({ name: person.name, state })),
    openAttempts: enrollments.filter((one) => one.attempts.length > 0).map((one) => one.person),
  };
}

type Supplied = {
  floors: readonly unknown[];
  /** Those of mentees who have not withdrawn. */
  enrollments: readonly { intake: Parameters<typeof isWhole>[0] }[];
  lists: readonly {
    state: MentorListState;
    nominations: readonly (Qualities & { capacity: number })[];
  }[];
};

/** The steps to the launch, from a row that holds what measures them. */
export function toLaunchSteps({ floors, lists, enrollments }: Supplied, facts: LaunchFacts): LaunchStep[] {
  const eligible = lists.flatMap((list) => list.nominations).filter(isQualified);
  return launchSteps({
    mentees: facts.mentees.length,
    intakes: enrollments.filter(({ intake }) => isWhole(intake)).length,
    confirmed: facts.mentees.filter(({ leadPairing }) => leadPairing?.confirmed).length,
    floors: floors.length,
    listsAsked: lists.length,
    listsSubmitted: lists.filter((list) => list.state === "SUBMITTED").length,
    capacity: eligible.reduce((sum, nomination) => sum + nomination.capacity, 0),
    signOffsAsked: facts.signOffs.length,
    signOffsApproved: facts.signOffs.filter(({ state }) => state === "APPROVED").length,
  });
}
