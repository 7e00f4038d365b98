import { db } from "@/lib/db";
import { reassignPairing } from "@/lib/handovers/commands";
import { createSessions } from "@/lib/sessions/commands";
import { aPairingStage } from "@/tests/support/pairing-stage";
import { aNomination, aPerson } from "@/tests/support/rows";

/** Why a mentee gets another mentor. */
export const handoverReason = "The two work in different shifts now";

/** A pair that is confirmed, with its sessions, and another mentor who has room; `run` begins the cohort. */
export async function aHandoverStage() {
  const stage = await aPairingStage();
  const { cohort, first } = stage;
  await createSessions(db, { cohortId: cohort.id, enrollmentIds: [first.id], cohortWide: true });
  const { pairingId } = await stage.pair(first);
  await stage.confirm(pairingId);
  const next = await aPerson({ name: "Noor Haddad" });
  const offered = await aNomination(cohort, stage.floor, next);
  const where = { cohortId: cohort.id };
  const run = async () => {
    await db.cohort.update({ where: { id: cohort.id }, data: { state: "READY" } });
    await db.cohort.update({ where: { id: cohort.id }, data: { state: "ACTIVE" } });
    await db.enrollment.updateMany({ where, data: { state: "ACTIVE" } });
    await db.pairing.updateMany({ where: { ...where, state: "CONFIRMED" }, data: { state: "ACTIVE" } });
    await db.session.updateMany({ where: { ...where, state: "PLANNED" }, data: { state: "CONFIRMED" } });
    await db.message.deleteMany();
  };
  const reassign = (nominationId = offered.id, id = pairingId) =>
    reassignPairing(stage.actors.organizer, {
      pairingId: id,
      nominationId,
      reason: handoverReason,
      note: "Shadow one more demo",
    });
  return { ...stage, pairingId, next, offered, run, reassign };
}

export type HandoverStage = Awaited<ReturnType<typeof aHandoverStage>>;
