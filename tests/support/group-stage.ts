import { db } from "@/lib/db";
import { confirmSessions, createSessions } from "@/lib/sessions/commands";
import { aGroup, aPairingStage } from "@/tests/support/pairing-stage";
import { actor, monday } from "@/tests/support/rows";
import { at } from "@/tests/support/session-stage";

/** A mentor with a group of three in a cohort of three days, planned and agreed. */
export async function aGroupStage(model?: "PEER") {
  const stage = await aPairingStage({ model: model ?? "GROUP" });
  const [third] = await aGroup(stage.cohort, 1);
  if (!third) throw new Error("one was enrolled");
  const mentees = [stage.first, stage.second, third];
  await db.mentorNomination.update({ where: { id: stage.nomination.id }, data: { capacity: 4 } });
  const enrollmentIds = mentees.map(({ id }) => id);
  await createSessions(db, { cohortId: stage.cohort.id, enrollmentIds, cohortWide: true });
  const join = async (...those: { id: string }[]) => {
    const pairs = [];
    for (const one of those) pairs.push(await stage.pair(one));
    await stage.confirm(...pairs.map(({ pairingId }) => pairingId));
    return pairs.map(({ pairingId }) => pairingId);
  };
  const lead = await actor(stage.people.mentor);
  return { ...stage, third, mentees, join, lead };
}

export type GroupStage = Awaited<ReturnType<typeof aGroupStage>>;

/** The session of a mentee on that day, with or without the group. */
export const sessionOf = (enrollment: { id: string }, day = monday) =>
  db.session.findFirstOrThrow({
    where: { enrollmentId: enrollment.id, startsAt: { gte: at(day, "00:00"), lt: at(day, "23:00") } },
  });

/** The cohort runs: what was planned is confirmed. */
export async function begin({ cohort, mentees }: GroupStage) {
  await confirmSessions(db, { cohortId: cohort.id });
  await db.pairing.updateMany({ where: { state: "CONFIRMED" }, data: { state: "ACTIVE" } });
  await db.enrollment.updateMany({
    where: { id: { in: mentees.map(({ id }) => id) } },
    data: { state: "ACTIVE" },
  });
  for (const state of ["READY", "ACTIVE"] as const) {
    await db.cohort.update({ where: { id: cohort.id }, data: { state } });
  }
}
