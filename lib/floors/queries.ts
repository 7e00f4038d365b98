import { cache } from "react";
import { announced, managesAll, standingToFloor, visibleTo } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { dayAt, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { authorize } from "@/lib/permissions";
import { holding } from "@/lib/text";
import type { Prisma } from "@/prisma/generated/client";

const active = { deactivatedAt: null };
const byName = [{ name: "asc" }, { id: "asc" }] as const;
const inOrder = { orderBy: [...byName] };
const managers = {
  where: { person: active },
  orderBy: { person: { name: "asc" } },
  select: { person: { select: { id: true, name: true, email: true } } },
} as const;

/** The floors that somebody may know of, by name, with who manages them and how many people they have. */
export async function listFloors(actor: Actor) {
  const floors = await db.floor.findMany({
    where: visibleTo.floors(actor),
    ...inOrder,
    select: {
      id: true,
      name: true,
      managers,
      _count: { select: { people: { where: active }, cohorts: { where: { cohort: { state: "ACTIVE" } } } } },
    },
  });
  return floors.map(({ _count, ...floor }) => ({
    ...floor,
    managers: floor.managers.map((manager) => manager.person),
    people: _count.people,
    activeCohorts: _count.cohorts,
  }));
}

/** The names of the floors that somebody may know of: what one chooses from in forms and filters. */
export async function floorNames(actor: Actor) {
  return db.floor.findMany({
    where: visibleTo.floors(actor),
    ...inOrder,
    select: { id: true, name: true },
  });
}

/** One floor with its managers and the number of its people. Out of reach: not found. */
export const getFloor = cache(async (actor: Actor, floorId: string) => {
  authorize("floors.seeFloor", standingToFloor(actor, floorId));
  const floor = await db.floor.findFirst({
    where: { AND: [{ id: floorId }, visibleTo.floors(actor)] },
    select: { id: true, name: true, managers, _count: { select: { people: { where: active } } } },
  });
  if (!floor) throw new NotFoundError();
  return {
    id: floor.id,
    name: floor.name,
    managers: floor.managers.map((manager) => manager.person),
    people: floor._count.people,
  };
});

/** Who could manage a floor: its own people, or whoever's name or address holds `search`. For administrators. */
export async function managerChoices(actor: Actor, floorId: string, search = "") {
  authorize("floors.setFloorManagers", standingToFloor(actor, floorId));
  const holds = holding(search);
  return db.person.findMany({
    where: {
      ...active,
      managedFloors: { none: { floorId } },
      ...(search ? { OR: [{ name: holds }, { email: holds }] } : { floorId }),
    },
    ...inOrder,
    take: 20,
    select: { id: true, name: true, email: true },
  });
}

/** As many people as one page of a floor shows. */
const pageSize = 50;

/** A floor's people by name, from after a person on; `next` is the `after` of the page that follows. Out of reach: not found. */
export async function floorPeople(actor: Actor, floorId: string, after?: string) {
  authorize("floors.seeFloor", standingToFloor(actor, floorId));
  const people = await db.person.findMany({
    where: { ...active, floorId },
    ...inOrder,
    ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    take: pageSize + 1,
    select: { id: true, name: true, title: true, hireDate: true },
  });
  const shown = people.slice(0, pageSize);
  return {
    people: shown.map((person) => ({ ...person, hireDate: person.hireDate && toDay(person.hireDate) })),
    next: people.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** The floors that somebody manages, by name. */
export async function managedFloors(actor: Actor) {
  return db.floor.findMany({
    where: { id: { in: actor.managedFloorIds } },
    ...inOrder,
    select: { id: true, name: true },
  });
}

const undecided = { in: ["ENROLLED" as const, "ACTIVE" as const, "EXTENDED" as const] };

const menteeSelect = {
  id: true,
  state: true,
  person: { select: { name: true, title: true, floor: { select: { name: true } } } },
  pairings: {
    where: { kind: "LEAD", state: { in: ["CONFIRMED", "ACTIVE", "PAUSED"] }, ...announced },
    take: 1,
    select: { mentor: { select: { name: true } } },
  },
  logs: {
    where: { state: "SUBMITTED" },
    orderBy: { day: "desc" },
    take: 1,
    select: { day: true, progress: true },
  },
} satisfies Prisma.EnrollmentSelect;

/**
 * The mentees of these floors in cohorts that run, cohort by cohort, each with the mentor and the last log that was
 * submitted. One statement that reads one log a mentee, however many there are.
 */
export async function floorMentees(actor: Actor, floorIds: string[]) {
  const theirs: Prisma.EnrollmentWhereInput = {
    AND: [
      managesAll(actor, floorIds) ? {} : visibleTo.enrollments(actor),
      { person: { floorId: { in: floorIds } }, state: undecided },
    ],
  };
  const cohorts = await db.cohort.findMany({
    where: { state: "ACTIVE", enrollments: { some: theirs } },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      timeZone: true,
      certificationDate: true,
      days: { orderBy: { day: "asc" }, select: { day: true, phase: true, number: true } },
      enrollments: {
        where: theirs,
        orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
        select: menteeSelect,
      },
    },
  });
  return cohorts.map(({ days, certificationDate, enrollments, timeZone, ...cohort }) => ({
    ...cohort,
    certificationDate: toDay(certificationDate),
    today: dayAt(clock.now(), timeZone),
    days: days.map((one) => ({ ...one, day: toDay(one.day) })),
    mentees: enrollments.map(toMentee),
  }));
}

function toMentee(row: Prisma.EnrollmentGetPayload<{ select: typeof menteeSelect }>) {
  const { id, state, person, pairings, logs } = row;
  return {
    enrollmentId: id,
    state,
    name: person.name,
    title: person.title,
    floor: person.floor?.name ?? null,
    mentor: pairings[0]?.mentor.name ?? null,
    lastLog: logs[0] ? { day: toDay(logs[0].day), progress: logs[0].progress } : null,
  };
}

export type FloorCohort = Awaited<ReturnType<typeof floorMentees>>[number];
export type FloorMentee = FloorCohort["mentees"][number];
