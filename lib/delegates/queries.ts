import { standingToFloor } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { addDays, dayAt, fromDay, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { authorize, may } from "@/lib/permissions";
import { holding } from "@/lib/text";

/**
 * Who stands in for the managers of a floor, now and later, and for whom this person may name somebody. For the managers
 * of the floor, administrators and enablement managers; a delegate names nobody.
 */
export async function delegatesOfFloor(actor: Actor, floorId: string) {
  const stands = standingToFloor(actor, floorId);
  authorize("floors.seeFloor", stands);
  const any = may(stands, "delegates.seeAny");
  const today = dayAt(clock.now(), actor.timeZone);
  const floor = await db.floor.findUniqueOrThrow({
    where: { id: floorId },
    select: {
      managers: {
        where: { person: { deactivatedAt: null }, ...(any ? {} : { personId: actor.personId }) },
        orderBy: { person: { name: "asc" } },
        select: { person: { select: { id: true, name: true } } },
      },
      delegates: {
        // A day may have begun elsewhere, or not be over there yet.
        where: { endedAt: null, lastDay: { gte: fromDay(addDays(today, -1)) } },
        orderBy: [{ firstDay: "asc" }, { id: "asc" }],
        take: 50,
        select: {
          id: true,
          firstDay: true,
          lastDay: true,
          manager: { select: { id: true, name: true, timeZone: true } },
          delegate: { select: { name: true } },
        },
      },
    },
  });
  return {
    managers: floor.managers.map(({ person }) => person),
    delegations: floor.delegates
      .map(({ firstDay, lastDay, manager, delegate, id }) => ({
        id,
        manager: manager.name,
        delegate: delegate.name,
        firstDay: toDay(firstDay),
        lastDay: toDay(lastDay),
        over: toDay(lastDay) < dayAt(clock.now(), manager.timeZone),
        mayRelease: any || manager.id === actor.personId,
      }))
      .filter(({ over }) => !over),
  };
}

export type FloorDelegates = Awaited<ReturnType<typeof delegatesOfFloor>>;

/** Who could stand in on a floor: its own people, or whoever's name or address holds `search`; none who manages it. */
export async function delegateChoices(actor: Actor, floorId: string, search = "") {
  authorize("delegates.nameDelegate", standingToFloor(actor, floorId));
  const holds = holding(search);
  return db.person.findMany({
    where: {
      deactivatedAt: null,
      managedFloors: { none: { floorId } },
      ...(search ? { OR: [{ name: holds }, { email: holds }] } : { floorId }),
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 50,
    select: { id: true, name: true, title: true },
  });
}
