import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { pairingPage } from "@/lib/agreements/queries";
import { cohortBoard } from "@/lib/board/queries";
import { clock } from "@/lib/clock";
import { instantAt, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { pausePairing, reassignPairing, resumePairing } from "@/lib/handovers/commands";
import { logDesk } from "@/lib/logs/queries";
import { createSessions } from "@/lib/sessions/commands";
import { ids, refused, told, zone } from "@/tests/support/mentor-stage";
import { aPairingStage, type PairingStage, pairingRow, settle } from "@/tests/support/pairing-stage";
import { aNomination, aPerson, monday, mondayMorning } from "@/tests/support/rows";

const reason = "The two work in different shifts now";
let stage: PairingStage;
let pairingId: string;
let next: { id: string; name: string };
let offered: { id: string };

/** A pair on the second day of a cohort that runs, and another mentor who has room. */
beforeEach(async () => {
  stage = await aPairingStage();
  const { cohort, first } = stage;
  await createSessions(db, { cohortId: cohort.id, enrollmentIds: [first.id], cohortWide: true });
  ({ pairingId } = await stage.pair(first));
  await stage.confirm(pairingId);
  next = await aPerson({ name: "Noor Haddad" });
  offered = await aNomination(cohort, stage.floor, next);
});
afterAll(() => clock.run());

async function run() {
  const where = { cohortId: stage.cohort.id };
  await db.cohort.update({ where: { id: stage.cohort.id }, data: { state: "READY" } });
  await db.cohort.update({ where: { id: stage.cohort.id }, data: { state: "ACTIVE" } });
  await db.enrollment.updateMany({ where, data: { state: "ACTIVE" } });
  await db.pairing.updateMany({ where: { ...where, state: "CONFIRMED" }, data: { state: "ACTIVE" } });
  await db.session.updateMany({ where: { ...where, state: "PLANNED" }, data: { state: "CONFIRMED" } });
  await db.message.deleteMany();
}

const reassign = (nominationId = offered.id, id = pairingId) =>
  reassignPairing(stage.actors.organizer, {
    pairingId: id,
    nominationId,
    reason,
    note: "Shadow one more demo",
  });
const tuesday = (hour: number) => instantAt("2026-03-03", hour * 60, zone);

describe("a pause", () => {
  test("is told to both, keeps the place, and ends when the organizer says so", async () => {
    await run();
    const { organizer } = stage.actors;
    await stage.refusesOthers((who) => pausePairing(who, { pairingId }));
    await expect(resumePairing(organizer, { pairingId })).rejects.toEqual(
      refused("pairings.refused.pairingStateAlready"),
    );
    expect(
      (await settle([pausePairing(organizer, { pairingId }), pausePairing(organizer, { pairingId })])).done,
    ).toBe(1);
    expect((await pairingRow(pairingId)).state).toBe("PAUSED");
    expect(await told("pairingRests")).toEqual(ids(stage.people.mentor, stage.people.mentee));
    expect((await pairingPage(stage.actors.mentor, pairingId)).state).toBe("PAUSED");
    await stage.refusesOthers((who) => resumePairing(who, { pairingId }));
    await resumePairing(organizer, { pairingId });
    expect((await pairingRow(pairingId)).state).toBe("ACTIVE");
  });

  test("asks nobody for a log while it lasts, and for the day on which it goes on", async () => {
    await run();
    const { organizer, mentor } = stage.actors;
    const days = async () => {
      const { rows } = await cohortBoard(organizer, stage.cohort.id);
      return rows.find(({ id }) => id === stage.first.id)?.days.map(({ status }) => status);
    };
    const desk = async () => (await logDesk(mentor, null)).cohorts[0]?.days.map(({ status }) => status);
    expect(await days()).toEqual(["due", "notDue", "notDue"]);
    await pausePairing(organizer, { pairingId });
    clock.set(tuesday(20));
    expect(await days()).toEqual(["paused", "paused", "paused"]);
    expect(await desk()).toEqual(["paused", "paused", "paused"]);
    await resumePairing(organizer, { pairingId });
    expect(await days()).toEqual(["paused", "late", "notDue"]);
    expect(await desk()).toEqual(["paused", "late", "notDue"]);
  });

  test("that somebody else takes over asks them again", async () => {
    await run();
    await pausePairing(stage.actors.organizer, { pairingId });
    clock.set(tuesday(9));
    await reassign();
    const { restFrom, restUntil } = await db.enrollment.findUniqueOrThrow({ where: { id: stage.first.id } });
    expect([restFrom.map(toDay), restUntil.map(toDay)]).toEqual([[monday], ["2026-03-03"]]);
    const data = { restUntil: { push: tuesday(9) } };
    await expect(db.enrollment.update({ where: { id: stage.first.id }, data })).rejects.toThrow(
      "enrollment_rests_in_turn",
    );
  });

  test("is not what a confirmed pairing needs: it begins with its cohort", async () => {
    const { organizer } = stage.actors;
    await expect(pausePairing(organizer, { pairingId })).rejects.toEqual(
      refused("pairings.refused.pairingState"),
    );
    await expect(resumePairing(organizer, { pairingId })).rejects.toEqual(
      refused("handovers.refused.notPaused"),
    );
    expect(mondayMorning).toEqual(clock.now());
  });
});
