import { standingToFloor } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { dayAt, fromDay, toDay } from "@/lib/dates";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, refuse, UserError } from "@/lib/errors";
import { announce, type MessageKind } from "@/lib/outbox";
import { authorize, may, type Permission } from "@/lib/permissions";
import { delegateRefusal } from "./rules";
import type { NameDelegate, ReleaseDelegate } from "./schema";

/**
 * Names who stands in for a manager of a floor, from one day of the manager's to another, and tells both. A manager does
 * it for themselves, administrators and enablement managers for anybody. Refuses a manager of the floor as delegate,
 * somebody without an active account, days that are over, and days on which the manager has a delegate already.
 */
export async function nameDelegate(actor: Actor, input: NameDelegate, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const { floorId, managerId, delegateId, firstDay, lastDay } = input;
    reachManager(actor, "delegates.nameDelegate", floorId, managerId);
    const floor = await tx.floor.findUnique({
      where: { id: floorId },
      select: {
        name: true,
        managers: { select: { personId: true, person: { select: { name: true, timeZone: true } } } },
      },
    });
    const manager = floor?.managers.find((one) => one.personId === managerId)?.person;
    if (!floor || !manager) throw new NotFoundError();
    const managerIds = floor.managers.map((one) => one.personId);
    refuse(delegateRefusal(input, managerIds, dayAt(clock.now(), manager.timeZone)));
    const delegate = await tx.person.findFirst({
      where: { id: delegateId, deactivatedAt: null },
      select: { name: true },
    });
    if (!delegate) throw new UserError("delegates.refused.gone");
    const { id } = await tx.floorDelegate.create({
      data: {
        ...{ floorId, managerId, delegateId, createdById: actor.personId, createdAt: clock.now() },
        firstDay: fromDay(firstDay),
        lastDay: fromDay(lastDay),
      },
      select: { id: true },
    });
    await settle(tx, actor, "delegates.nameDelegate", "delegateNamed", {
      ...{ id, floorId, managerId, delegateId, floor: floor.name },
      ...{ manager: manager.name, person: delegate.name, from: firstDay, to: lastDay },
    });
  });
}

/** Ends a delegation before its last day, or before it began, and tells both. Refuses one that has ended. */
export async function releaseDelegate(actor: Actor, input: ReleaseDelegate, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const open = { id: input.delegationId, endedAt: null };
    const found = await tx.floorDelegate.findFirst({
      where: open,
      select: {
        id: true,
        floorId: true,
        managerId: true,
        delegateId: true,
        firstDay: true,
        lastDay: true,
        floor: { select: { name: true } },
        manager: { select: { name: true } },
        delegate: { select: { name: true } },
      },
    });
    if (!found) throw new NotFoundError();
    reachManager(actor, "delegates.releaseDelegate", found.floorId, found.managerId);
    const { count } = await tx.floorDelegate.updateMany({ where: open, data: { endedAt: clock.now() } });
    if (count === 0) throw new UserError("errors.somebodyFaster");
    const { floor, manager, delegate, firstDay, lastDay, ...ids } = found;
    await settle(tx, actor, "delegates.releaseDelegate", "delegateReleased", {
      ...{ ...ids, floor: floor.name, manager: manager.name, person: delegate.name },
      ...{ from: toDay(firstDay), to: toDay(lastDay) },
    });
  });
}

/** Who stands in for a manager does not hand that on: a delegate reaches nobody's delegation. */
function reachManager(actor: Actor, deed: Permission, floorId: string, managerId: string): void {
  const stands = standingToFloor(actor, floorId);
  authorize(deed, stands);
  if (!may(stands, "delegates.seeAny") && managerId !== actor.personId) throw new NotFoundError();
}

type Settled = Record<"id" | "floorId" | "managerId" | "delegateId", string> &
  Record<"floor" | "manager" | "person" | "from" | "to", string>;

async function settle(
  tx: Tx,
  actor: Actor,
  action: Permission,
  kind: MessageKind,
  { floorId, managerId, delegateId, id: _, ...data }: Settled,
): Promise<void> {
  await audit(tx, actor, { action, subject: { type: "Floor", id: floorId }, data });
  const told = { kind, data: { ...data, actor: actor.name }, except: actor.personId };
  await announce(tx, { ...told, to: [delegateId, managerId], href: "/today/floor" });
}
