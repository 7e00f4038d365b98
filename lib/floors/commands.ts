import { standing, standingToFloor } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, UserError } from "@/lib/errors";
import type { AddFloor, RenameFloor, SetFloorManagers } from "@/lib/floors/schema";
import { authorize } from "@/lib/permissions";

/** Adds a floor. Refuses a name that another floor has. */
export function addFloor(actor: Actor, input: AddFloor, on: Db = db): Promise<{ floorId: string }> {
  return transaction(on, async (tx) => {
    authorize("floors.addFloor", standing(actor));
    await refuseTakenName(tx, input.name);
    const floor = await tx.floor.create({ data: { name: input.name }, select: { id: true } });
    await audit(tx, actor, {
      action: "floors.addFloor",
      subject: { type: "Floor", id: floor.id },
      data: { floor: input.name },
    });
    return { floorId: floor.id };
  });
}

/** Renames a floor. Refuses a name that another floor has. */
export function renameFloor(actor: Actor, input: RenameFloor, on: Db = db): Promise<void> {
  return transaction(on, async (tx) => {
    const floor = await tx.floor.findUnique({ where: { id: input.floorId }, select: { name: true } });
    if (!floor) throw new NotFoundError();
    authorize("floors.renameFloor", standingToFloor(actor, input.floorId));
    await refuseTakenName(tx, input.name, input.floorId);
    const renamed = await tx.floor.updateMany({
      where: { id: input.floorId, name: floor.name },
      data: { name: input.name },
    });
    if (renamed.count === 0) throw new UserError("errors.somebodyFaster");
    await audit(tx, actor, {
      action: "floors.renameFloor",
      subject: { type: "Floor", id: input.floorId },
      data: { floor: input.name, before: floor.name },
    });
  });
}

/** Two floors whose names differ in nothing but capitals would be taken for one. */
async function refuseTakenName(tx: Tx, name: string, but?: string): Promise<void> {
  const other = await tx.floor.findFirst({
    where: { name: { equals: name, mode: "insensitive" }, ...(but ? { id: { not: but } } : {}) },
    select: { id: true },
  });
  if (other) throw new UserError("floors.refused.nameTaken", undefined, { field: "name" });
}

/**
 * Says who manages a floor from now on. Refuses people who were deactivated, and a form that somebody else's change
 * has overtaken.
 */
export function setFloorManagers(actor: Actor, input: SetFloorManagers, on: Db = db): Promise<void> {
  const { floorId } = input;
  return transaction(on, async (tx) => {
    // Held until the end, so that of two changes at once the second sees the first.
    const [floor] = await tx.$queryRaw<{ name: string }[]>`
      SELECT name FROM "Floor" WHERE id = ${floorId}::uuid FOR UPDATE`;
    if (!floor) throw new NotFoundError();
    authorize("floors.setFloorManagers", standingToFloor(actor, floorId));
    const now = await tx.floorManager.findMany({
      where: { floorId },
      select: { personId: true, person: { select: { deactivatedAt: true } } },
    });
    const shown = now.filter((manager) => !manager.person.deactivatedAt).map((manager) => manager.personId);
    if (!same(shown, input.seen)) throw new UserError("floors.refused.managersChanged");
    const wanted = [...new Set(input.personIds)];
    const people = await tx.person.findMany({
      where: { id: { in: wanted }, deactivatedAt: null },
      select: { name: true },
      orderBy: { name: "asc" },
    });
    if (people.length < wanted.length) throw new UserError("floors.refused.managerGone");
    if (same(shown, wanted)) return;
    await tx.floorManager.deleteMany({ where: { floorId, personId: { notIn: wanted } } });
    await tx.floorManager.createMany({
      data: wanted.map((personId) => ({ floorId, personId })),
      skipDuplicates: true,
    });
    await audit(tx, actor, {
      action: "floors.setFloorManagers",
      subject: { type: "Floor", id: floorId },
      data: {
        floor: floor.name,
        count: people.length,
        managers: people.map((person) => person.name).join(", "),
      },
    });
  });
}

function same(some: readonly string[], others: readonly string[]): boolean {
  const wanted = new Set(others);
  return wanted.size === new Set(some).size && some.every((one) => wanted.has(one));
}
