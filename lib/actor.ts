import { clock } from "@/lib/clock";
import { dayAt, toDay } from "@/lib/dates";
import type { Db } from "@/lib/db";
import type { GrantKind, Prisma, Theme } from "@/prisma/generated/client";

export const hats = ["enablement", "floor", "mentor", "mentee", "sme", "assessor"] as const;
export type Hat = (typeof hats)[number];

/** Whoever asks: read from the database in each request, so that a changed role counts at the next one. */
export type Actor = {
  personId: string;
  /** The sign-in that the request came with; none for the demo story, jobs and tests. */
  signInId?: string;
  name: string;
  email: string;
  timeZone: string;
  theme: Theme;
  floorId: string | null;
  grants: GrantKind[];
  /** The floors that this person manages, or stands in for a manager of today. */
  managedFloorIds: string[];
  /** For whom they stand in today; no floor that they manage themselves. */
  standsInFor: { floorId: string; manager: string }[];
  /** The homes this person has, in the order in which the hat switch shows them. */
  hats: Hat[];
};

/**
 * Whether there is one at all. In the order of the person, because the first by id is what Prisma asks for otherwise:
 * PostgreSQL may then look for it through everybody's.
 */
const one = { take: 1, orderBy: { personId: "asc" }, select: { id: true } } as const;

/** What {@link standsInNow} needs of a delegation: whether it was ended, its days, and whether its manager still is one. */
const delegationSelect = {
  floorId: true,
  delegateId: true,
  managerId: true,
  firstDay: true,
  lastDay: true,
  manager: { select: { name: true, timeZone: true, deactivatedAt: true } },
  floor: { select: { managers: { select: { personId: true } } } },
} satisfies Prisma.FloorDelegateSelect;

/** The delegations that may hold now: those not ended, whose last day comes latest. */
export const openDelegations = {
  where: { endedAt: null, delegate: { deactivatedAt: null } },
  orderBy: { lastDay: "desc" },
  take: 20,
  select: delegationSelect,
} satisfies Prisma.Floor$delegatesArgs;

type Delegation = Prisma.FloorDelegateGetPayload<{ select: typeof delegationSelect }>;

/**
 * Whether a delegate stands in at a moment: on the days of the delegation where the manager is, as long as the manager
 * has an account and manages the floor.
 */
export function standsInNow(
  { firstDay, lastDay, manager, managerId, floor }: Delegation,
  now: Date,
): boolean {
  const today = dayAt(now, manager.timeZone);
  return (
    toDay(firstDay) <= today &&
    today <= toDay(lastDay) &&
    manager.deactivatedAt === null &&
    floor.managers.some((one) => one.personId === managerId)
  );
}

/** What {@link runnersOf} needs of a floor. */
export const floorRunners = {
  managers: { where: { person: { deactivatedAt: null } }, select: { personId: true } },
  delegates: openDelegations,
} satisfies Prisma.FloorSelect;

/** Who runs a floor at a moment: its managers, and whoever stands in for one of them. */
export function runnersOf(
  { managers, delegates }: Prisma.FloorGetPayload<{ select: typeof floorRunners }>,
  now: Date,
): string[] {
  const standIns = delegates.filter((one) => standsInNow(one, now)).map((one) => one.delegateId);
  return [...new Set([...managers.map((one) => one.personId), ...standIns])];
}

/** What {@link toActor} needs of a person: one statement, whatever their relationships. */
export const actorSelect = {
  id: true,
  name: true,
  email: true,
  timeZone: true,
  theme: true,
  floorId: true,
  deactivatedAt: true,
  grants: { select: { kind: true } },
  managedFloors: { select: { floorId: true } },
  standsIn: openDelegations,
  nominations: { where: { willingness: { in: ["INVITED", "ACCEPTED"] }, decision: "APPROVED" }, ...one },
  pairings: { where: { state: { not: "DISCARDED" } }, ...one, orderBy: { mentorId: "asc" } },
  enrollments: { where: { state: { not: "WITHDRAWN" } }, ...one },
  facilitates: { where: { trains: true }, ...one, select: { sessionId: true } },
  assessments: one,
} satisfies Prisma.PersonSelect;

type ActorRow = Prisma.PersonGetPayload<{ select: typeof actorSelect }>;

/** The actor that a person row describes, at a moment. */
export function toActor(person: ActorRow, now: Date): Actor {
  const grants = person.grants.map((grant) => grant.kind);
  const own = person.managedFloors.map((floor) => floor.floorId);
  const standsInFor = person.standsIn
    .filter((one) => standsInNow(one, now) && !own.includes(one.floorId))
    .map(({ floorId, manager }) => ({ floorId, manager: manager.name }));
  const managedFloorIds = [...new Set([...own, ...standsInFor.map((one) => one.floorId)])];
  const wears: Record<Hat, boolean> = {
    enablement: grants.includes("ENABLEMENT_MANAGER"),
    floor: managedFloorIds.length > 0,
    mentor: person.nominations.length > 0 || person.pairings.length > 0,
    mentee: person.enrollments.length > 0,
    sme: person.facilitates.length > 0,
    assessor: person.assessments.length > 0,
  };
  return {
    personId: person.id,
    name: person.name,
    email: person.email,
    timeZone: person.timeZone,
    theme: person.theme,
    floorId: person.floorId,
    grants,
    managedFloorIds,
    standsInFor,
    hats: hats.filter((hat) => wears[hat]),
  };
}

/** The actor for a person id; null when there is none or they were deactivated. For the demo story, jobs and tests. */
export async function actorOf(on: Db, personId: string): Promise<Actor | null> {
  const person = await on.person.findUnique({ where: { id: personId }, select: actorSelect });
  return person && !person.deactivatedAt ? toActor(person, clock.now()) : null;
}
