import { cache } from "react";
import { announced, standingToCohort, standingToList } from "@/lib/access";
import { type Actor, openDelegations, standsInNow } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { askedSelect, progressSelect } from "@/lib/mentors/trained";
import { progressOf } from "@/lib/mentors/training";
import { authorize, may } from "@/lib/permissions";
import type { Prisma } from "@/prisma/generated/client";

/** Mentees that still need a mentor's time. */
const current = { in: ["ENROLLED", "ACTIVE", "EXTENDED"] } satisfies Prisma.EnumEnrollmentStateFilter;
const nominationSelect = {
  id: true,
  kind: true,
  decision: true,
  willingness: true,
  training: true,
  hoursPerWeek: true,
  capacity: true,
  overCapReason: true,
  declineReason: true,
  decidedAt: true,
  respondBy: true,
  respondedAt: true,
  responseReason: true,
  waiverReason: true,
  invitedAt: true,
  nudgedAt: true,
  createdAt: true,
  person: {
    select: {
      id: true,
      name: true,
      title: true,
      hireDate: true,
      deactivatedAt: true,
      pauses: { where: { endedAt: null }, select: { since: true } },
    },
  },
  proposedBy: { select: { id: true, name: true } },
  decidedBy: { select: { name: true } },
} satisfies Prisma.MentorNominationSelect;

const cohortSelect = {
  id: true,
  name: true,
  state: true,
  timeZone: true,
  startsOn: true,
  endsOn: true,
} satisfies Prisma.CohortSelect;

/** A floor with its managers and its list for one cohort. */
function supplyFloor(cohortId: string) {
  return {
    id: true,
    name: true,
    _count: { select: { people: { where: { deactivatedAt: null } } } },
    managers: {
      where: { person: { deactivatedAt: null } },
      select: { person: { select: { name: true } } },
    },
    delegates: {
      ...openDelegations,
      select: { ...openDelegations.select, delegate: { select: { name: true } } },
    },
    lists: {
      where: { cohortId },
      select: {
        id: true,
        state: true,
        dueAt: true,
        requestedAt: true,
        nudgedAt: true,
        submittedAt: true,
        reopenReason: true,
        submittedBy: { select: { name: true } },
        nominations: {
          orderBy: { person: { name: "asc" } },
          select: { ...nominationSelect, ...progressSelect },
        },
      },
    },
  } satisfies Prisma.FloorSelect;
}

type Delegates = Prisma.FloorGetPayload<{ select: ReturnType<typeof supplyFloor> }>["delegates"];

/** Who stands in for a manager now, and until when. */
function standInsOf(delegates: Delegates) {
  return delegates
    .filter((one) => standsInNow(one, clock.now()))
    .map(({ delegate, manager, lastDay }) => ({
      delegate: delegate.name,
      manager: manager.name,
      lastDay: toDay(lastDay),
    }));
}

type ReadList = Prisma.FloorGetPayload<{ select: ReturnType<typeof supplyFloor> }>["lists"][number];

/** A list whose nominations say how far their training is, instead of the rows that tell. */
function withProgress({ nominations, ...list }: ReadList, asked: Parameters<typeof progressOf>[0]) {
  return {
    ...list,
    nominations: nominations.map(({ _count, scenarioAnswers, ...nomination }) => ({
      ...nomination,
      progress: progressOf(asked, { _count, scenarioAnswers }),
    })),
  };
}

/**
 * A cohort's mentor supply, floor by floor: whether the list was asked for, how far it is, each nomination, and how many
 * mentees there are to mentor. Refuses with "not found" whoever does not organize the cohort.
 */
export async function getSupply(actor: Actor, cohortId: string) {
  authorize("mentors.seeSupply", await standingToCohort(db, actor, cohortId));
  const cohort = await db.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: {
      ...cohortSelect,
      version: {
        select: { cap: true, willingnessHours: true, model: true, ...askedSelect.version.select },
      },
      days: { where: { phase: "PREPARATION", number: -4 }, select: { day: true } },
      enrollments: { where: { state: current }, select: { person: { select: { floorId: true } } } },
      pairings: {
        where: { kind: "LEAD", state: { in: ["SUGGESTED", "CONFIRMED", "ACTIVE", "PAUSED"] } },
        select: { mentorId: true },
      },
      _count: askedSelect._count,
      floors: {
        orderBy: { floor: { name: "asc" } },
        select: {
          floor: { select: supplyFloor(cohortId) },
        },
      },
    },
  });
  const { _count, days, enrollments, pairings, floors, startsOn, endsOn, version: asked, ...rest } = cohort;
  const { trainingTopics: _, _count: __, ...version } = asked;
  return {
    ...rest,
    ...version,
    startsOn: toDay(startsOn),
    endsOn: toDay(endsOn),
    /** The day on which the lists should be in, when the plan has one. */
    listsDueOn: days[0] ? toDay(days[0].day) : null,
    mentees: enrollments.length,
    /** The lead mentor of each mentee who has one. */
    leads: pairings.map(({ mentorId }) => mentorId),
    floors: floors.map(({ floor: { lists, managers, delegates, _count: size, ...floor } }) => ({
      ...floor,
      people: size.people,
      mentees: enrollments.filter(({ person }) => person.floorId === floor.id).length,
      managers: managers.map(({ person }) => person.name),
      standIns: standInsOf(delegates),
      list: lists[0] ? withProgress(lists[0], { version: asked, _count }) : null,
    })),
  };
}

export type Supply = Awaited<ReturnType<typeof getSupply>>;
export type SupplyFloor = Supply["floors"][number];
export type SupplyNomination = NonNullable<SupplyFloor["list"]>["nominations"][number];

const listSelect = {
  id: true,
  state: true,
  dueAt: true,
  submittedAt: true,
  reopenReason: true,
  submittedBy: { select: { name: true } },
  floor: { select: { id: true, name: true } },
  cohort: {
    select: { ...cohortSelect, version: { select: { cap: true, mentorWill: true, mentorWont: true } } },
  },
} satisfies Prisma.MentorListSelect;

/**
 * One mentor list. Who manages the floor or organizes the cohort gets every nomination; somebody of the floor gets
 * their own alone. `mayDecide`, `mayInvite` and `mayPropose` say what this person could do with it.
 */
export const getMentorList = cache(async (actor: Actor, listId: string) => {
  const standing = await standingToList(db, actor, listId);
  const all = may(standing, "mentors.seeList");
  const { nominations, cohort, ...list } = await db.mentorList.findUniqueOrThrow({
    where: { id: listId },
    select: {
      ...listSelect,
      nominations: {
        where: all ? {} : { personId: actor.personId },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: nominationSelect,
      },
    },
  });
  const { startsOn, endsOn, version, ...rest } = cohort;
  return {
    ...list,
    cohort: { ...rest, ...version, startsOn: toDay(startsOn), endsOn: toDay(endsOn) },
    nominations,
    seesAll: all,
    mayDecide: may(standing, "nominations.decideNomination"),
    mayInvite: may(standing, "mentors.inviteMentors"),
    mayPropose: may(standing, "nominations.proposeMentors"),
    mayProposeSelf: may(standing, "nominations.proposeSelf"),
  };
});

export type ShownList = Awaited<ReturnType<typeof getMentorList>>;
export type ShownNomination = ShownList["nominations"][number];

/** One's own nomination, with what the program expects of a mentor. Refuses with "not found" anybody else. */
export const getOwnNomination = cache(async (actor: Actor, nominationId: string) => {
  const nomination = await db.mentorNomination.findFirst({
    where: { id: nominationId, personId: actor.personId },
    select: {
      ...nominationSelect,
      trainedAt: true,
      list: {
        select: {
          id: true,
          state: true,
          floor: { select: { id: true, name: true } },
          cohort: {
            select: {
              ...cohortSelect,
              organizers: { select: { person: { select: { name: true } } } },
              version: {
                select: { purpose: true, mentorWill: true, mentorWont: true, trainingTopics: true },
              },
            },
          },
        },
      },
      pairings: {
        where: { state: { in: ["CONFIRMED", "ACTIVE", "PAUSED", "COMPLETED"] }, ...announced },
        orderBy: { createdAt: "asc" },
        select: {
          id: true,
          kind: true,
          state: true,
          enrollment: { select: { id: true, person: { select: { name: true, title: true } } } },
        },
      },
    },
  });
  if (!nomination) throw new NotFoundError();
  const { cohort, ...list } = nomination.list;
  const { organizers, version, startsOn, endsOn, ...rest } = cohort;
  return {
    ...nomination,
    list,
    cohort: {
      ...rest,
      ...version,
      startsOn: toDay(startsOn),
      endsOn: toDay(endsOn),
      organizers: organizers.map(({ person }) => person.name),
    },
  };
});

export type OwnNomination = Awaited<ReturnType<typeof getOwnNomination>>;

/** Own nominations of cohorts that are not over, the invitations that wait for an answer first. */
export async function listOwnNominations(actor: Actor) {
  const nominations = await db.mentorNomination.findMany({
    where: {
      personId: actor.personId,
      decision: { not: "WITHDRAWN" },
      list: { cohort: { state: { in: ["DRAFT", "PLANNING", "READY", "ACTIVE"] } } },
    },
    orderBy: [{ respondBy: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    take: 20,
    select: {
      id: true,
      decision: true,
      willingness: true,
      training: true,
      respondBy: true,
      list: { select: { cohort: { select: { id: true, name: true } } } },
    },
  });
  return nominations.map(({ list, ...nomination }) => ({ ...nomination, cohort: list.cohort }));
}

export type ListedNomination = Awaited<ReturnType<typeof listOwnNominations>>[number];
