import { cache } from "react";
import { standing, standingToPerson } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { type GrantKind, type PersonState, personState } from "@/lib/people/rules";
import { authorize } from "@/lib/permissions";
import { holding } from "@/lib/text";
import type { Prisma } from "@/prisma/generated/client";

const pageSize = 50;
const signsIn = { OR: [{ passwordHash: { not: null } }, { oidcSubject: { not: null } }] };
const openInvitation = (now: Date) => ({ kind: "INVITATION" as const, usedAt: null, expiresAt: { gt: now } });

/** The rows of each state: the same that {@link personState} tells of one person. */
function inState(state: PersonState | undefined, now: Date): Prisma.PersonWhereInput {
  const waiting = { deactivatedAt: null, passwordHash: null, oidcSubject: null };
  const invitation = openInvitation(now);
  if (state === "DEACTIVATED") return { deactivatedAt: { not: null } };
  if (state === "ACTIVE") return { deactivatedAt: null, ...signsIn };
  if (state === "INVITED") return { ...waiting, links: { some: invitation } };
  if (state === "NOT_INVITED") return { ...waiting, links: { none: invitation } };
  return { deactivatedAt: null };
}

export type DirectoryFilter = {
  search?: string;
  floorId?: string;
  grant?: GrantKind;
  state?: PersonState;
  /** The id of the person after or before whom the page begins or ends. */
  after?: string;
  before?: string;
};

/**
 * A page of the directory, by name. Without a state: everybody who was not deactivated.
 * @returns the people, and the keys of the pages before and after
 */
export async function listPeople(actor: Actor, show: DirectoryFilter) {
  authorize("people.seeDirectory", standing(actor));
  const now = clock.now();
  const holds = holding(show.search ?? "");
  const key = show.after ?? show.before;
  const people = await db.person.findMany({
    where: {
      AND: [
        inState(show.state, now),
        show.search ? { OR: [{ name: holds }, { email: holds }] } : {},
        show.floorId ? { floorId: show.floorId } : {},
        show.grant ? { grants: { some: { kind: show.grant } } } : {},
      ],
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    ...(key ? { cursor: { id: key }, skip: 1 } : {}),
    take: show.before ? -(pageSize + 1) : pageSize + 1,
    select: {
      id: true,
      name: true,
      email: true,
      title: true,
      deactivatedAt: true,
      passwordHash: true,
      oidcSubject: true,
      floor: { select: { name: true } },
      grants: { select: { kind: true } },
      links: { where: openInvitation(now), take: 1, select: { id: true } },
    },
  });
  const more = people.length > pageSize;
  const page = show.before ? people.slice(-pageSize) : people.slice(0, pageSize);
  const hasBefore = show.before ? more : show.after !== undefined;
  const hasAfter = show.before ? true : more;
  return {
    people: page.map(({ deactivatedAt, passwordHash, oidcSubject, links, grants, floor, ...person }) => ({
      ...person,
      floor: floor?.name ?? null,
      grants: grants.map((grant) => grant.kind),
      state: personState({
        deactivated: deactivatedAt !== null,
        signsIn: passwordHash !== null || oidcSubject !== null,
        invited: links.length > 0,
      }),
    })),
    before: hasBefore ? (page[0]?.id ?? null) : null,
    after: hasAfter ? (page.at(-1)?.id ?? null) : null,
  };
}

export type DirectoryPerson = Awaited<ReturnType<typeof listPeople>>["people"][number];

/** Everything that the page of one person shows. Out of reach: not found. */
export const getPerson = cache(async (actor: Actor, personId: string) => {
  authorize("people.seeDirectory", standingToPerson(actor, personId));
  const now = clock.now();
  const person = await db.person.findUnique({
    where: { id: personId },
    select: {
      id: true,
      name: true,
      email: true,
      title: true,
      timeZone: true,
      hireDate: true,
      deactivatedAt: true,
      passwordHash: true,
      oidcSubject: true,
      floor: { select: { id: true, name: true } },
      manager: { select: { id: true, name: true, email: true } },
      grants: { select: { kind: true } },
      managedFloors: { select: { floor: { select: { id: true, name: true } } } },
      links: { where: openInvitation(now), take: 1, select: { expiresAt: true } },
      signIns: { where: { endedAt: null }, orderBy: { lastSeenAt: "desc" }, select: { lastSeenAt: true } },
    },
  });
  if (!person) throw new NotFoundError();
  const { passwordHash, oidcSubject, links, signIns, hireDate, grants, managedFloors, ...shown } = person;
  const openSignIns = { count: signIns.length, lastSeenAt: signIns[0]?.lastSeenAt ?? null };
  return {
    ...shown,
    hireDate: hireDate && toDay(hireDate),
    grants: grants.map((grant) => grant.kind),
    managedFloors: managedFloors.map((managed) => managed.floor),
    hasPassword: passwordHash !== null,
    linked: oidcSubject !== null,
    invitedUntil: links[0]?.expiresAt ?? null,
    openSignIns,
    state: personState({
      deactivated: person.deactivatedAt !== null,
      signsIn: passwordHash !== null || oidcSubject !== null,
      invited: links.length > 0,
    }),
  };
});

export type ShownPerson = Awaited<ReturnType<typeof getPerson>>;

/** Whom a form suggests as line managers: those who have reports or manage a floor. Any other address can be typed. */
export async function managerSuggestions(actor: Actor) {
  authorize("people.changePerson", standing(actor));
  return db.person.findMany({
    where: { deactivatedAt: null, OR: [{ reports: { some: {} } }, { managedFloors: { some: {} } }] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 200,
    select: { name: true, email: true },
  });
}

/** What one can change of oneself. */
export async function ownProfile(actor: Actor) {
  return db.person.findUniqueOrThrow({
    where: { id: actor.personId },
    select: { name: true, email: true, title: true, timeZone: true, floor: { select: { name: true } } },
  });
}
