import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { discardPairing } from "@/lib/pairings/commands";
import { getPairingBoard } from "@/lib/pairings/queries";
import { recorded, refused } from "@/tests/support/mentor-stage";
import { aGroup, aPairingStage, type PairingStage, pairingRow, settle } from "@/tests/support/pairing-stage";
import { aCohort, aNomination, aPairing, aPerson } from "@/tests/support/rows";
import { pairOnServers } from "@/tests/support/servers";

// Fifty who ask at once need fifty connections, or some would be told that the server is busy.
vi.hoisted(() => {
  process.env.DATABASE_POOL = "50";
});

let stage: PairingStage;
beforeEach(async () => {
  stage = await aPairingStage();
});
afterAll(() => clock.run());

describe("capacity", () => {
  test("fifty at once fill exactly the places there are", async () => {
    const mentees = await aGroup(stage.cohort, 50);
    await db.mentorNomination.update({ where: { id: stage.nomination.id }, data: { capacity: 7 } });
    const result = await settle(mentees.map((mentee) => stage.pair(mentee)));
    expect(result).toEqual({ done: 7, keys: ["pairings.refused.capacityFull"] });
    expect(await db.pairing.count({ where: { nominationId: stage.nomination.id } })).toBe(7);
    expect(await recorded("pairings.pairMentee")).toBe(7);
  }, 60_000);

  test("fifty at once on two servers fill exactly the places there are", async () => {
    const { actors, cohort, nomination } = stage;
    const ids = (await aGroup(cohort, 50)).map(({ id }) => id);
    await db.mentorNomination.update({ where: { id: nomination.id }, data: { capacity: 7 } });
    const requests = (enrollmentIds: string[]) => ({
      actor: actors.organizer,
      enrollmentIds,
      nominationId: nomination.id,
    });
    const results = await pairOnServers([requests(ids.slice(0, 25)), requests(ids.slice(25))]);
    const full = Array(43).fill("pairings.refused.capacityFull");
    expect(results.sort()).toEqual([...Array(7).fill("done"), ...full]);
    expect(await db.pairing.count({ where: { nominationId: nomination.id } })).toBe(7);
    expect(await recorded("pairings.pairMentee")).toBe(7);
  }, 60_000);

  test("fifty rows at once, past the code, are held by the database all the same", async () => {
    const { cohort, nomination } = stage;
    const mentees = await aGroup(cohort, 50);
    const rows = await Promise.allSettled(mentees.map((mentee) => aPairing(mentee, nomination, "SUGGESTED")));
    expect(rows.filter((one) => one.status === "fulfilled")).toHaveLength(2);
    const refusals = rows.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
    expect(refusals.every((text) => text.includes("pairing_within_capacity"))).toBe(true);
    expect(await db.pairing.count({ where: { cohortId: cohort.id } })).toBe(2);
  }, 60_000);

  test("cohorts that overlap compete for the last place; one that does not overlap has its own", async () => {
    const { organizer, mentor } = stage.people;
    const overlapping = await aCohort({ organizer, startsOn: "2026-03-04", versionId: stage.program.id });
    const later = await aCohort({ organizer, startsOn: "2026-03-09", versionId: stage.program.id });
    const there = await aNomination(overlapping, stage.floor, mentor, { capacity: 1 });
    const after = await aNomination(later, stage.floor, mentor, { capacity: 2 });
    const [theirs, alsoTheirs] = await aGroup(overlapping, 2);
    const [late] = await aGroup(later, 1);
    if (!theirs || !alsoTheirs || !late) throw new Error("somebody is missing");
    const race = await settle([
      stage.pair(stage.first),
      stage.pair(theirs, there),
      stage.pair(alsoTheirs, there),
    ]);
    // With a place of one in the other cohort, one mentee is all that this mentor can have in the days they share.
    expect(race).toEqual({ done: 1, keys: ["pairings.refused.capacityFull"] });
    await stage.pair(late, after);
    const board = await getPairingBoard(stage.actors.organizer, stage.cohort.id);
    expect(board.mentors[0]?.places.LEAD.load).toBe(1);
  });

  test("a capacity is not lowered below what the mentor has in cohorts that overlap", async () => {
    const { organizer, mentor } = stage.people;
    const overlapping = await aCohort({ organizer, startsOn: "2026-03-04", versionId: stage.program.id });
    const there = await aNomination(overlapping, stage.floor, mentor, { capacity: 2 });
    const [theirs] = await aGroup(overlapping, 1);
    if (!theirs) throw new Error("somebody is missing");
    await stage.pair(stage.first);
    await stage.pair(theirs, there);
    const lower = (id: string) => db.mentorNomination.update({ where: { id }, data: { capacity: 1 } });
    await expect(lower(stage.nomination.id)).rejects.toThrow(/nomination_capacity_taken/);
    await expect(lower(there.id)).rejects.toThrow(/nomination_capacity_taken/);
    await db.pairing.updateMany({ where: { enrollmentId: theirs.id }, data: { state: "DISCARDED" } });
    await lower(stage.nomination.id);
  });

  test("lead and call mentees are counted apart", async () => {
    const nomination = await aNomination(stage.cohort, stage.floor, await aPerson(), {
      kind: "BOTH",
      capacity: 1,
    });
    const { first, second } = stage;
    await stage.pair(first, nomination);
    await stage.pair(second, nomination, "CALL");
    await expect(stage.pair(second, nomination)).rejects.toEqual(refused("pairings.refused.capacityFull"));
  });

  test("a suggestion that is taken back frees its place", async () => {
    await db.mentorNomination.update({ where: { id: stage.nomination.id }, data: { capacity: 1 } });
    const { first, second } = stage;
    const { pairingId } = await stage.pair(first);
    await stage.refusesOthers((who) => discardPairing(who, { pairingId }));
    await discardPairing(stage.actors.organizer, { pairingId });
    expect((await pairingRow(pairingId)).state).toBe("DISCARDED");
    await stage.pair(second);
    await expect(discardPairing(stage.actors.organizer, { pairingId })).rejects.toEqual(
      refused("pairings.refused.pairingStateAlready"),
    );
  });
});
