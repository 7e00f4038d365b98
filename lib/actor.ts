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
  managedFloorIds: string[];
  /** The homes this person has, in the order in which the hat switch shows them. */
  hats: Hat[];
};

/**
 * Whether there is one at all. In the order of the person, because the first by id is what Prisma asks for otherwise:
 * PostgreSQL may then look for it through everybody's.
 */
const one = { take: 1, orderBy: { personId: "asc" }, select: { id: true } } as const;

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
  nominations: { where: { willingness: { in: ["INVITED", "ACCEPTED"] }, decision: "APPROVED" }, ...one },
  pairings: { where: { state: { not: "DISCARDED" } }, ...one, orderBy: { mentorId: "asc" } },
  enrollments: { where: { state: { not: "WITHDRAWN" } }, ...one },
  facilitates: { where: { trains: true }, ...one, select: { sessionId: true } },
  assessments: one,
} satisfies Prisma.PersonSelect;

type ActorRow = Prisma.PersonGetPayload<{ select: typeof actorSelect }>;

/** The actor that a person row describes. */
export function toActor(person: ActorRow): Actor {
  const grants = person.grants.map((grant) => grant.kind);
  const wears: Record<Hat, boolean> = {
    enablement: grants.includes("ENABLEMENT_MANAGER"),
    floor: person.managedFloors.length > 0,
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
    managedFloorIds: person.managedFloors.map((floor) => floor.floorId),
    hats: hats.filter((hat) => wears[hat]),
  };
}

/** The actor for a person id; null when there is none or they were deactivated. For the demo story, jobs and tests. */
export async function actorOf(on: Db, personId: string): Promise<Actor | null> {
  const person = await on.person.findUnique({ where: { id: personId }, select: actorSelect });
  return person && !person.deactivatedAt ? toActor(person) : null;
}
