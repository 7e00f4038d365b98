import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { pairingPage } from "@/lib/agreements/queries";
import { cohortBoard } from "@/lib/board/queries";
import { clock } from "@/lib/clock";
import { instantAt, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { pausePairing, resumePairing } from "@/lib/handovers/commands";
import { logDesk } from "@/lib/logs/queries";
import { aHandoverStage, type HandoverStage } from "@/tests/support/handover-stage";
import { ids, refused, told, zone } from "@/tests/support/mentor-stage";
import { pairingRow, settle } from "@/tests/support/pairing-stage";
import { monday, mondayMorning } from "@/tests/support/rows";

let stage: HandoverStage;
let pairingId: string;

/** A pair on the second day of a cohort that runs, and another mentor who has room. */
beforeEach(async () => {
  stage = await aHandoverStage();
  ({ pairingId } = stage);
});
afterAll(() => clock.run());

const tuesday = (hour: number) => instantAt("2026-03-03", hour * 60, zone);

describe("a pause", () => {
  test("is told to both, keeps the place, and ends when the organizer says so", async () => {
    await stage.run();
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
    await stage.run();
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
    await stage.run();
    await pausePairing(stage.actors.organizer, { pairingId });
    clock.set(tuesday(9));
    await stage.reassign();
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
