import { standingToPerson } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { dayAt, fromDay } from "@/lib/dates";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, refuse, UserError } from "@/lib/errors";
import { studyRefusal } from "@/lib/own-study/rules";
import { authorize, type Permission } from "@/lib/permissions";
import type { AddStudy, ChangeStudy, RemoveStudy } from "./schema";

/** Adds something to one's own study. Refuses a day that is still to come where one is. */
export async function addStudy(actor: Actor, input: AddStudy, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    authorize("own-study.addStudy", standingToPerson(actor, actor.personId));
    const written = writtenOf(actor, input);
    await tx.ownStudy.create({ data: { personId: actor.personId, ...written }, select: { id: true } });
    await record(tx, actor, "own-study.addStudy", { what: input.what });
  });
}

/** Changes an entry of one's own study. Refuses one that changed or was removed meanwhile; of somebody else: not found. */
export async function changeStudy(actor: Actor, input: ChangeStudy, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    authorize("own-study.changeStudy", standingToPerson(actor, actor.personId));
    const { id } = await ownEntry(tx, actor, input.studyId);
    const { count } = await tx.ownStudy.updateMany({
      where: { id, removedAt: null, version: input.seen },
      data: { ...writtenOf(actor, input), version: input.seen + 1 },
    });
    if (count === 0) throw new UserError("errors.somebodyFaster");
    await record(tx, actor, "own-study.changeStudy", { what: input.what });
  });
}

/** Takes an entry out of one's own study, where it is kept as removed, or brings it back. Of somebody else: not found. */
export async function removeStudy(actor: Actor, input: RemoveStudy, on: Db = db): Promise<void> {
  const { studyId, removed } = input;
  await transaction(on, async (tx) => {
    authorize("own-study.removeStudy", standingToPerson(actor, actor.personId));
    const { id, what } = await ownEntry(tx, actor, studyId);
    const { count } = await tx.ownStudy.updateMany({
      where: { id, removedAt: removed ? null : { not: null } },
      data: { removedAt: removed ? clock.now() : null },
    });
    if (count === 0) throw new UserError("errors.somebodyFaster");
    await record(tx, actor, "own-study.removeStudy", { what, how: removed ? "REMOVED" : "BACK" });
  });
}

function writtenOf(actor: Actor, { what, day, hours }: AddStudy) {
  const changedAt = clock.now();
  refuse(studyRefusal(day, dayAt(changedAt, actor.timeZone)));
  return { what, day: fromDay(day), minutes: Math.round(hours * 60), changedAt };
}

async function ownEntry(tx: Tx, actor: Actor, id: string) {
  const select = { id: true, what: true } as const;
  const entry = await tx.ownStudy.findFirst({ where: { id, personId: actor.personId }, select });
  if (!entry) throw new NotFoundError();
  return entry;
}

function record(tx: Tx, actor: Actor, action: Permission, data: Record<string, string>): Promise<void> {
  return audit(tx, actor, { action, subject: { type: "Person", id: actor.personId }, data });
}
