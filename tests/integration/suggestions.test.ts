import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { lockPairing, moveSuggestion, suggestPairings } from "@/lib/suggestions/commands";
import { getSuggestions } from "@/lib/suggestions/queries";
import { recorded, refused } from "@/tests/support/mentor-stage";
import { aGroup, aPairingStage, type PairingStage, pairingRow } from "@/tests/support/pairing-stage";
import { aNomination, aPerson } from "@/tests/support/rows";

let stage: PairingStage;
beforeEach(async () => {
  stage = await aPairingStage();
});
afterAll(() => clock.run());

const run = async (balance = false) => {
  const input = { cohortId: stage.cohort.id, objective: "total" as const, balance };
  return (await suggestPairings(stage.actors.organizer, input)).outcome;
};
const current = () =>
  db.pairing.findMany({ where: { cohortId: stage.cohort.id, state: { not: "DISCARDED" } } });

describe("a run of suggestions", () => {
  test("pairs everybody who can be, records it once, and tells nobody", async () => {
    const messages = await db.message.count();
    expect(await run()).toMatchObject({ suggested: 2, unpaired: 0, changed: 2, before: 0 });
    expect((await current()).map(({ state }) => state)).toEqual(["SUGGESTED", "SUGGESTED"]);
    expect(await recorded("suggestions.suggestPairings")).toBe(1);
    expect(await db.message.count()).toBe(messages);
  });

  test("leaves what stays the same in place when it is run again", async () => {
    await run();
    const before = (await current()).map(({ id }) => id).sort();
    expect(await run()).toMatchObject({ suggested: 2, changed: 0 });
    expect((await current()).map(({ id }) => id).sort()).toEqual(before);
  });

  test("works around what is confirmed and what is kept", async () => {
    const other = await aNomination(stage.cohort, stage.floor, await aPerson(), { capacity: 4 });
    const { pairingId: confirmed } = await stage.pair(stage.first);
    await stage.confirm(confirmed);
    const { pairingId: kept } = await stage.pair(stage.second, other);
    await lockPairing(stage.actors.organizer, { pairingId: kept, locked: true });
    await aGroup(stage.cohort, 3);
    expect(await run(true)).toMatchObject({ suggested: 4, unpaired: 0, changed: 3 });
    const [first, second] = await Promise.all([pairingRow(confirmed), pairingRow(kept)]);
    expect(first.state).not.toBe("DISCARDED");
    expect(second).toMatchObject({ state: "SUGGESTED", locked: true });
  });

  test("is not bound by a kept pair that has become forbidden", async () => {
    const other = await aNomination(stage.cohort, stage.floor, await aPerson());
    const { pairingId } = await stage.pair(stage.first);
    await lockPairing(stage.actors.organizer, { pairingId, locked: true });
    const { managerId } = { managerId: stage.people.mentor.id };
    await db.person.update({ where: { id: stage.first.person.id }, data: { managerId } });
    await run();
    expect((await pairingRow(pairingId)).state).toBe("DISCARDED");
    const now = await db.pairing.findFirst({ where: { enrollmentId: stage.first.id, state: "SUGGESTED" } });
    expect(now?.nominationId).toBe(other.id);
  });

  test("is refused in a cohort that is over, and found by its organizers alone", async () => {
    const { cohort, refusesOthers } = stage;
    await refusesOthers((who) =>
      suggestPairings(who, { cohortId: cohort.id, objective: "total", balance: true }),
    );
    await refusesOthers((who) => getSuggestions(who, cohort.id));
    await db.cohort.update({ where: { id: cohort.id }, data: { state: "CANCELLED" } });
    await expect(run()).rejects.toEqual(refused("pairings.refused.cohortOver"));
    expect(await current()).toEqual([]);
  });
});

describe("keeping a suggestion", () => {
  test("is recorded, can be taken back, and is for organizers alone", async () => {
    const { pairingId } = await stage.pair(stage.first);
    await stage.refusesOthers((who) => lockPairing(who, { pairingId, locked: true }));
    await lockPairing(stage.actors.organizer, { pairingId, locked: true });
    expect((await pairingRow(pairingId)).locked).toBe(true);
    await lockPairing(stage.actors.organizer, { pairingId, locked: false });
    expect((await pairingRow(pairingId)).locked).toBe(false);
    expect(await recorded("suggestions.lockPairing")).toBe(2);
  });

  test("is refused once it is confirmed", async () => {
    const { pairingId } = await stage.pair(stage.first);
    await stage.confirm(pairingId);
    await expect(lockPairing(stage.actors.organizer, { pairingId, locked: true })).rejects.toThrow();
    expect((await pairingRow(pairingId)).locked).toBe(false);
  });
});

describe("moving a suggestion", () => {
  const move = (pairingId: string, nominationId: string) =>
    moveSuggestion(stage.actors.organizer, { pairingId, nominationId });

  test("leaves the old place, takes the other one and stays there when mentors are suggested again", async () => {
    const other = await aNomination(stage.cohort, stage.floor, await aPerson());
    const { pairingId } = await stage.pair(stage.first);
    const { pairingId: moved } = await move(pairingId, other.id);
    expect((await pairingRow(pairingId)).state).toBe("DISCARDED");
    await run();
    expect(await pairingRow(moved)).toMatchObject({
      state: "SUGGESTED",
      locked: true,
      nominationId: other.id,
      enrollmentId: stage.first.id,
    });
    expect(await recorded("suggestions.moveSuggestion")).toBe(1);
  });

  test("to somebody who is full is refused, and the mentee stays where they were", async () => {
    const other = await aNomination(stage.cohort, stage.floor, await aPerson(), { capacity: 1 });
    const { pairingId } = await stage.pair(stage.first);
    await stage.pair(stage.second, other);
    await expect(move(pairingId, other.id)).rejects.toThrow();
    expect((await pairingRow(pairingId)).state).toBe("SUGGESTED");
  });

  test("by two organizers at once goes to one place: the other is told that somebody was faster", async () => {
    const places = await Promise.all(
      [1, 2].map(async () => aNomination(stage.cohort, stage.floor, await aPerson())),
    );
    const { pairingId } = await stage.pair(stage.first);
    const outcomes = await Promise.allSettled(places.map(({ id }) => move(pairingId, id)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await current()).toHaveLength(1);
  });

  test("of a call mentor stays a call mentor's", async () => {
    const [caller, other] = [await aPerson(), await aPerson()];
    const calls = await aNomination(stage.cohort, stage.floor, caller, { kind: "CALL" });
    const others = await aNomination(stage.cohort, stage.floor, other, { kind: "CALL" });
    const { pairingId } = await stage.pair(stage.first, calls, "CALL");
    const { pairingId: moved } = await move(pairingId, others.id);
    expect(await pairingRow(moved)).toMatchObject({ kind: "CALL", nominationId: others.id });
  });

  test("is an organizer's, and not possible once it is confirmed", async () => {
    const other = await aNomination(stage.cohort, stage.floor, await aPerson());
    const { pairingId } = await stage.pair(stage.first);
    await stage.refusesOthers((who) => moveSuggestion(who, { pairingId, nominationId: other.id }));
    await stage.confirm(pairingId);
    await expect(move(pairingId, other.id)).rejects.toThrow();
    expect((await pairingRow(pairingId)).state).not.toBe("DISCARDED");
  });
});
