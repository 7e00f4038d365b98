import type { Actor } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import type { Relation } from "@/lib/permissions";
import type { Prisma } from "@/prisma/generated/client";

/** A mentor sees what they mentor, also after the planned end; not after a reassignment or an early end. */
export const mentorStates = ["CONFIRMED", "ACTIVE", "PAUSED", "COMPLETED"] as const;
/** Whoever declined a session has no part in it, and whoever is kept for it does not know yet. */
export const toldFacilitators = ["INVITED", "ACCEPTED"] as const;
const ledBy = (actor: Actor) => ({ personId: actor.personId, state: { in: [...toldFacilitators] } });
/** A pairing that was announced: before that it is between the organizers. */
export const announced = { announcedAt: { not: null } } as const;
const myPairing = (actor: Actor) => ({
  mentorId: actor.personId,
  state: { in: [...mentorStates] },
  ...announced,
});

/** The rows that somebody can know of at all. Every read starts from one of these; out of reach is "not found". */
export const visibleTo = {
  cohorts(actor: Actor): Prisma.CohortWhereInput {
    if (actor.grants.includes("ENABLEMENT_MANAGER")) return {};
    const me = { some: { personId: actor.personId } };
    return {
      OR: [
        { organizers: me },
        { floors: { some: { floorId: { in: actor.managedFloorIds } } } },
        { enrollments: me },
        { pairings: { some: myPairing(actor) } },
        { lists: { some: { nominations: me } } },
        { sessions: { some: { facilitators: { some: ledBy(actor) } } } },
        { signOffs: me },
        { enrollments: { some: { attempts: { some: { assessments: me } } } } },
      ],
    };
  },

  /** Mentees: own cohorts', own floor's, own pairings', own attempts', oneself. */
  enrollments(actor: Actor): Prisma.EnrollmentWhereInput {
    const me = { some: { personId: actor.personId } };
    return {
      OR: [
        { personId: actor.personId },
        { cohort: { organizers: me } },
        { person: { floorId: { in: actor.managedFloorIds } } },
        { pairings: { some: myPairing(actor) } },
        { attempts: { some: { assessments: me } } },
      ],
    };
  },

  lists(actor: Actor): Prisma.MentorListWhereInput {
    return {
      OR: [
        { floorId: { in: actor.managedFloorIds } },
        { cohort: { organizers: { some: { personId: actor.personId } } } },
        ...(actor.floorId ? [{ floorId: actor.floorId }] : []),
      ],
    };
  },

  nominations(actor: Actor): Prisma.MentorNominationWhereInput {
    return {
      OR: [
        { personId: actor.personId },
        { list: { floorId: { in: actor.managedFloorIds } } },
        { list: { cohort: { organizers: { some: { personId: actor.personId } } } } },
      ],
    };
  },

  sessions(actor: Actor): Prisma.SessionWhereInput {
    const me = { some: { personId: actor.personId } };
    return {
      OR: [
        { cohort: { organizers: me } },
        { facilitators: { some: ledBy(actor) } },
        { attendances: { some: { enrollment: visibleTo.enrollments(actor) } } },
        { enrollment: visibleTo.enrollments(actor) },
      ],
    };
  },

  /** Submitted logs of mentees one follows, and one's own whatever became of the pairing. Notes are cut out apart. */
  logs(actor: Actor): Prisma.DailyLogWhereInput {
    return {
      OR: [{ authorId: actor.personId }, { state: "SUBMITTED", enrollment: visibleTo.enrollments(actor) }],
    };
  },

  /** Attempts that one decides or scores. The mentee sees released outcomes through the enrollment. */
  attempts(actor: Actor): Prisma.CertificationAttemptWhereInput {
    const me = { some: { personId: actor.personId } };
    return { OR: [{ enrollment: { cohort: { organizers: me } } }, { assessments: me }] };
  },

  floors(actor: Actor): Prisma.FloorWhereInput {
    if (actor.grants.includes("ADMIN") || actor.grants.includes("ENABLEMENT_MANAGER")) return {};
    return { id: { in: actor.managedFloorIds } };
  },
};

/** What somebody is, whatever it is about. */
export function standing(actor: Actor): Set<Relation> {
  const held = new Set<Relation>(["person"]);
  if (actor.grants.includes("ADMIN")) held.add("administrator");
  if (actor.grants.includes("ENABLEMENT_MANAGER")) held.add("enablementManager");
  if (actor.grants.includes("TRAINER")) held.add("trainer");
  return held;
}

/** What somebody is to themselves, or to another person. */
export function standingToPerson(actor: Actor, personId: string): Set<Relation> {
  const held = standing(actor);
  if (personId === actor.personId) held.add("self");
  return held;
}

/** What somebody is to a floor. */
export function standingToFloor(actor: Actor, floorId: string): Set<Relation> {
  const held = standing(actor);
  if (actor.managedFloorIds.includes(floorId)) held.add("floorManager");
  if (actor.floorId === floorId) held.add("colleague");
  return held;
}

/** What a row of a cohort has to hold so that {@link standsOf} can tell what somebody is to it. */
export function standingSelect(actor: Actor) {
  const { personId } = actor;
  const me = { where: { personId }, select: { personId: true }, take: 1 } as const;
  const assessed = { assessments: { some: { personId } } } as const;
  return {
    organizers: me,
    enrollments: {
      where: { OR: [{ personId }, { attempts: { some: assessed } }] },
      select: { personId: true, attempts: { where: assessed, select: { id: true }, take: 1 } },
    },
    signOffs: me,
    floors: { select: { floorId: true } },
    pairings: { where: myPairing(actor), select: { kind: true } },
    lists: { select: { nominations: me } },
    sessions: { where: { facilitators: { some: ledBy(actor) } }, select: { id: true }, take: 1 },
  } satisfies Prisma.CohortSelect;
}

type Stood = Prisma.CohortGetPayload<{ select: ReturnType<typeof standingSelect> }>;

/**
 * Whether somebody manages all these floors: they may know of all lists and mentees there, so that what is visible to
 * them need not be asked for each.
 */
export function managesAll(actor: Actor, floorIds: readonly string[]): boolean {
  return floorIds.every((id) => actor.managedFloorIds.includes(id));
}

/** What somebody is to a cohort, from a row that holds what says so. */
export function standsOf(actor: Actor, cohort: Stood): Set<Relation> {
  const held = standing(actor);
  if (cohort.organizers.length) held.add("organizer");
  if (cohort.enrollments.some(({ personId }) => personId === actor.personId)) held.add("mentee");
  if (cohort.signOffs.length) held.add("stakeholder");
  if (cohort.floors.some((floor) => actor.managedFloorIds.includes(floor.floorId))) held.add("floorManager");
  if (cohort.pairings.some((pairing) => pairing.kind === "LEAD")) held.add("leadMentor");
  if (cohort.pairings.some((pairing) => pairing.kind === "CALL")) held.add("callMentor");
  if (cohort.lists.some((list) => list.nominations.length)) held.add("nominee");
  if (cohort.sessions.length) held.add("sme");
  if (cohort.enrollments.some(({ attempts }) => attempts.length)) held.add("assessor");
  return held;
}

/** What somebody is to a cohort. Refuses with "not found" when they cannot know of it. */
export async function standingToCohort(on: Db, actor: Actor, cohortId: string): Promise<Set<Relation>> {
  const cohort = await on.cohort.findFirst({
    where: { AND: [{ id: cohortId }, visibleTo.cohorts(actor)] },
    select: standingSelect(actor),
  });
  if (!cohort) throw new NotFoundError();
  return standsOf(actor, cohort);
}

/**
 * What somebody is to a mentor list: an organizer of its cohort, a manager of its floor, one of that floor's people.
 * Refuses with "not found" when they cannot know of it.
 */
export async function standingToList(on: Db, actor: Actor, listId: string): Promise<Set<Relation>> {
  const me = { where: { personId: actor.personId }, select: { personId: true }, take: 1 };
  const list = await on.mentorList.findFirst({
    where: { AND: [{ id: listId }, visibleTo.lists(actor)] },
    select: { floorId: true, cohort: { select: { organizers: me } } },
  });
  if (!list) throw new NotFoundError();
  const held = standingToFloor(actor, list.floorId);
  if (list.cohort.organizers.length) held.add("organizer");
  return held;
}

/** What somebody is to one nomination. Refuses with "not found" when they cannot know of it. */
export async function standingToNomination(
  on: Db,
  actor: Actor,
  nominationId: string,
): Promise<Set<Relation>> {
  const me = { where: { personId: actor.personId }, select: { personId: true }, take: 1 };
  const nomination = await on.mentorNomination.findFirst({
    where: { AND: [{ id: nominationId }, visibleTo.nominations(actor)] },
    select: {
      personId: true,
      list: { select: { floorId: true, cohort: { select: { organizers: me } } } },
    },
  });
  if (!nomination) throw new NotFoundError();
  const held = standingToFloor(actor, nomination.list.floorId);
  if (nomination.list.cohort.organizers.length) held.add("organizer");
  if (nomination.personId === actor.personId) held.add("nominee");
  return held;
}

/** What somebody is to one mentee (an enrollment). Refuses with "not found" when they cannot know of them. */
export async function standingToMentee(on: Db, actor: Actor, enrollmentId: string): Promise<Set<Relation>> {
  const held = await knownMentee(on, actor, enrollmentId);
  if (!held) throw new NotFoundError();
  return held;
}

async function knownMentee(on: Db, actor: Actor, enrollmentId: string): Promise<Set<Relation> | null> {
  const me = { where: { personId: actor.personId }, select: { personId: true }, take: 1 };
  const enrollment = await on.enrollment.findFirst({
    where: { AND: [{ id: enrollmentId }, visibleTo.enrollments(actor)] },
    select: {
      personId: true,
      person: { select: { floorId: true } },
      cohort: { select: { organizers: me } },
      pairings: { where: myPairing(actor), select: { kind: true } },
      attempts: { select: { assessments: me } },
    },
  });
  if (!enrollment) return null;
  const held = standing(actor);
  if (enrollment.personId === actor.personId) held.add("mentee");
  if (enrollment.cohort.organizers.length) held.add("organizer");
  if (enrollment.person.floorId && actor.managedFloorIds.includes(enrollment.person.floorId))
    held.add("floorManager");
  if (enrollment.pairings.some((pairing) => pairing.kind === "LEAD")) held.add("leadMentor");
  if (enrollment.pairings.some((pairing) => pairing.kind === "CALL")) held.add("callMentor");
  if (enrollment.attempts.some((attempt) => attempt.assessments.length)) held.add("assessor");
  return held;
}

/** What somebody is to one session. Refuses with "not found" when they cannot know of it. */
export async function standingToSession(on: Db, actor: Actor, sessionId: string): Promise<Set<Relation>> {
  const me = { where: { personId: actor.personId }, select: { personId: true }, take: 1 };
  const session = await on.session.findFirst({
    where: { AND: [{ id: sessionId }, visibleTo.sessions(actor)] },
    select: {
      enrollmentId: true,
      facilitators: { where: ledBy(actor), select: { personId: true }, take: 1 },
      attendances: {
        where: { enrollment: { personId: actor.personId } },
        select: { sessionId: true },
        take: 1,
      },
      cohort: { select: { organizers: me } },
    },
  });
  if (!session) throw new NotFoundError();
  // Whoever leads a session need not know the mentee otherwise.
  const known = session.enrollmentId ? await knownMentee(on, actor, session.enrollmentId) : null;
  const held = known ?? standing(actor);
  if (session.cohort.organizers.length) held.add("organizer");
  if (session.facilitators.length) held.add("sme");
  if (session.attendances.length) held.add("mentee");
  return held;
}

/** What somebody is to one certification attempt. Refuses with "not found" when they cannot know of it. */
export async function standingToAttempt(on: Db, actor: Actor, attemptId: string): Promise<Set<Relation>> {
  const me = { where: { personId: actor.personId }, select: { personId: true }, take: 1 };
  const attempt = await on.certificationAttempt.findFirst({
    where: { AND: [{ id: attemptId }, visibleTo.attempts(actor)] },
    select: { assessments: me, enrollment: { select: { cohort: { select: { organizers: me } } } } },
  });
  if (!attempt) throw new NotFoundError();
  const held = standing(actor);
  if (attempt.enrollment.cohort.organizers.length) held.add("organizer");
  if (attempt.assessments.length) held.add("assessor");
  return held;
}
