import { cache } from "react";
import { standingToFloor, visibleTo } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { authorize } from "@/lib/permissions";

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
  const holds = { contains: search, mode: "insensitive" as const };
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
