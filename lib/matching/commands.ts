import { standingToCohort } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { refuse } from "@/lib/errors";
import { timeRefusal } from "@/lib/pairings/rules";
import { authorize, type Permission } from "@/lib/permissions";
import { refuseUnseen } from "@/lib/saved";
import { Prisma } from "@/prisma/generated/client";
import type { ResetSettings, SaveSettings } from "./schema";

const changes = ["matching.saveSettings", "matching.resetSettings"] as const;

/** A cohort whose way of matching this person may change now. Refuses one that is over, or was changed since. */
async function reach(tx: Tx, actor: Actor, deed: Permission, { cohortId, seen }: ResetSettings) {
  authorize(deed, await standingToCohort(tx, actor, cohortId));
  await tx.$queryRaw`SELECT 1 FROM "Cohort" WHERE id = ${cohortId}::uuid FOR NO KEY UPDATE`;
  const cohort = await tx.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: { name: true, state: true, matchingVersion: true },
  });
  refuse(timeRefusal({ cohort: cohort.state, enrollment: "ENROLLED" }));
  const now = cohort.matchingVersion;
  await refuseUnseen(tx, actor, { seen, now, actions: [...changes], subjectId: cohortId });
  return cohort;
}

async function write(
  tx: Tx,
  actor: Actor,
  action: Permission,
  { cohortId, name }: { cohortId: string; name: string },
  matching: Prisma.CohortUpdateInput["matching"],
): Promise<void> {
  await tx.cohort.update({
    where: { id: cohortId },
    data: { matching, matchingVersion: { increment: 1 } },
    select: { id: true },
  });
  const subject = { type: "Cohort", id: cohortId } as const;
  await audit(tx, actor, { action, cohortId, subject, data: { cohort: name } });
}

/** Gives a cohort its own weights, floor rule and variety. Pairs that stand already are left alone. */
export async function saveSettings(actor: Actor, input: SaveSettings, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const { cohortId, seen, ...settings } = input;
    const { name } = await reach(tx, actor, "matching.saveSettings", { cohortId, seen });
    await write(tx, actor, "matching.saveSettings", { cohortId, name }, settings);
  });
}

/** Lets a cohort match as its program says again. */
export async function resetSettings(actor: Actor, input: ResetSettings, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const { cohortId } = input;
    const { name } = await reach(tx, actor, "matching.resetSettings", input);
    await write(tx, actor, "matching.resetSettings", { cohortId, name }, Prisma.DbNull);
  });
}
