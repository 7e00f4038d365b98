import type { Actor } from "@/lib/actor";
import { audit, standingIn } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { authorize } from "@/lib/permissions";
import { standingToMentor } from "@/lib/profiles/standing";
import { refuseUnseen } from "@/lib/saved";
import type { StateSelling } from "./schema";

/**
 * States how many hours a week somebody spends with customers of their own, or that it is not known: one's own, or that
 * of somebody on a floor that one manages. Refuses when somebody said something else meanwhile, with who and when.
 */
export async function stateSelling(actor: Actor, input: StateSelling, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    authorize("mentor-loads.stateSelling", await standingToMentor(tx, actor, input.personId));
    await writeSelling(tx, actor, input);
  });
}

/** The same within a deed that has asked already whether one may. What is said already is no change, whoever says it. */
export async function writeSelling(tx: Tx, actor: Actor, input: StateSelling): Promise<void> {
  const { personId, sellingHours, seen } = input;
  // Two who state it at the same moment follow each other: the second is told of the first.
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { name: true, floorId: true, sellingLoad: { select: { hoursPerWeek: true, version: true } } },
  });
  const { hoursPerWeek, version } = person.sellingLoad ?? { hoursPerWeek: null, version: 0 };
  if (hoursPerWeek === sellingHours) return;
  const action = "mentor-loads.stateSelling";
  await refuseUnseen(tx, actor, { seen, now: version, actions: [action], subjectId: personId });
  const said = {
    hoursPerWeek: sellingHours,
    version: version + 1,
    statedById: actor.personId,
    statedAt: clock.now(),
  };
  const select = { personId: true } as const;
  if (version === 0) await tx.sellingLoad.create({ data: { personId, ...said }, select });
  else await tx.sellingLoad.update({ where: { personId }, data: said, select });
  await audit(tx, actor, {
    action,
    subject: { type: "Person", id: personId },
    data: {
      person: person.name,
      own: personId === actor.personId ? "yes" : "no",
      ...(sellingHours === null ? { how: "UNKNOWN" } : { how: "STATED", hours: sellingHours }),
      ...(person.floorId && personId !== actor.personId ? standingIn(actor, action, person.floorId) : {}),
    },
  });
}
