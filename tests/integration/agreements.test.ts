import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pairingPage } from "@/lib/agreements/queries";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { pairingHistory } from "@/lib/history/queries";
import { resetDatabase } from "@/tests/support/database";
import { mondayMorning } from "@/tests/support/rows";
import { aWorld, type Kind, kinds, type World } from "@/tests/support/world";

let world: World;
beforeAll(async () => {
  await resetDatabase();
  clock.set(mondayMorning);
  world = await aWorld();
});
afterAll(() => clock.run());

const seers = async (pairingId: string) => {
  const found: Kind[] = [];
  for (const kind of kinds) {
    const who = world.actors.get(kind);
    if (!who) continue;
    const both = Promise.all([pairingPage(who, pairingId), pairingHistory(who, pairingId)]);
    if (
      await both.then(
        () => true,
        () => false,
      )
    )
      found.push(kind);
  }
  return found;
};

describe("the page of a pairing", () => {
  test("is for the two of them, the organizers and the manager of the mentee's floor", async () => {
    const { pairing } = world;
    expect(await seers(pairing.id)).toEqual(["organizer", "floor manager", "lead mentor", "mentee"]);
  });

  test("is no longer the former mentor's, and still the mentee's", async () => {
    const { id } = await db.pairing.findFirstOrThrow({ where: { state: "REASSIGNED" } });
    expect(await seers(id)).toEqual(["organizer", "floor manager", "mentee"]);
  });

  test("is the organizer's alone before it is announced", async () => {
    const { enrollment } = world;
    const was = await db.pairing.findFirstOrThrow({
      where: { enrollmentId: enrollment.id, kind: "CALL" },
    });
    const { id: _, announcedAt: __, state: ___, ...columns } = was;
    await db.pairing.update({ where: { id: was.id }, data: { state: "ENDED_EARLY" } });
    const { id } = await db.pairing.create({ data: { ...columns, state: "CONFIRMED" } });
    expect(await seers(id)).toEqual(["organizer"]);
  });

  test("says how many working days are left, and shows why it ended to organizers alone", async () => {
    const { pairing, actors } = world;
    const mentee = actors.get("mentee");
    const organizer = actors.get("organizer");
    if (!mentee || !organizer) throw new Error("the world has both");
    expect((await pairingPage(mentee, pairing.id)).countdown).toEqual({ kind: "left", count: 10 });
    await db.pairing.update({
      where: { id: pairing.id },
      data: { state: "ENDED_EARLY", endReason: "A long illness", endedAt: mondayMorning },
    });
    const seen = await pairingPage(mentee, pairing.id);
    expect([seen.endReason, seen.countdown]).toEqual([null, { kind: "over" }]);
    expect((await pairingPage(organizer, pairing.id)).endReason).toBe("A long illness");
  });
});
