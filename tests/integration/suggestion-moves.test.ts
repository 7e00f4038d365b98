import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { mentorChoices } from "@/components/pairings/mentor-choices";
import { clock } from "@/lib/clock";
import { type Day, fromDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { completePairings, discardPairing } from "@/lib/pairings/commands";
import { endPairingsOf } from "@/lib/pairings/ending";
import { getPairingBoard } from "@/lib/pairings/queries";
import { lockPairing, moveSuggestion, suggestPairings, takeBackMove } from "@/lib/suggestions/commands";
import { movesOf } from "@/lib/suggestions/moves";
import { getSuggestions } from "@/lib/suggestions/queries";
import { recorded, refused } from "@/tests/support/mentor-stage";
import { aPairingStage, type PairingStage, pairingRow, settle } from "@/tests/support/pairing-stage";
import { aNomination, aPerson, monday, mondayMorning } from "@/tests/support/rows";

let stage: PairingStage;
beforeEach(async () => {
  stage = await aPairingStage();
});
afterAll(() => clock.run());

/** Two mentees with a mentor of one place each. */
async function aFullHouse() {
  const { cohort, floor, first, second, pair } = stage;
  const ben = await aNomination(cohort, floor, await aPerson({ name: "Ben" }), { capacity: 1 });
  const dan = await aNomination(cohort, floor, await aPerson({ name: "Dan" }), { capacity: 1 });
  const ana = (await pair(first, dan)).pairingId;
  const chi = (await pair(second, ben)).pairingId;
  return { ben, dan, ana, chi };
}
const who = () => stage.actors.organizer;
const mentorOf = async (enrollment: { id: string }) =>
  (await db.pairing.findFirst({ where: { enrollmentId: enrollment.id, state: "SUGGESTED" } }))?.nominationId;
const keep = (pairingId: string, locked = true) => lockPairing(who(), { pairingId, locked });

describe("an exchange", () => {
  test("gives two mentees each other's place at once, keeps both there, and is recorded for both", async () => {
    const { ben, dan, ana, chi } = await aFullHouse();
    const swap = { pairingId: chi, nominationId: dan.id };
    const moved = await moveSuggestion(who(), { pairingId: ana, nominationId: ben.id, swap });
    expect([await mentorOf(stage.first), await mentorOf(stage.second)]).toEqual([ben.id, dan.id]);
    expect(await pairingRow(moved.pairingId)).toMatchObject({ locked: true, enrollmentId: stage.first.id });
    expect(await pairingRow(moved.swapPairingId ?? "")).toMatchObject({ locked: true });
    expect(await recorded("suggestions.moveSuggestion")).toBe(2);
  });

  test("can be taken back: both are where they were, and nobody keeps them there", async () => {
    const { ben, dan, ana, chi } = await aFullHouse();
    const swap = { pairingId: chi, nominationId: dan.id };
    const moved = await moveSuggestion(who(), { pairingId: ana, nominationId: ben.id, swap });
    const back = { pairingId: moved.swapPairingId ?? "", nominationId: ben.id };
    await takeBackMove(who(), { pairingId: moved.pairingId, nominationId: dan.id, swap: back });
    const rows = await db.pairing.findMany({ where: { state: "SUGGESTED" }, orderBy: { createdAt: "asc" } });
    expect([await mentorOf(stage.first), await mentorOf(stage.second)]).toEqual([dan.id, ben.id]);
    expect(rows.map(({ locked }) => locked)).toEqual([false, false]);
    expect(await recorded("suggestions.takeBackMove")).toBe(2);
  });

  test("that one of the two cannot make is not made at all", async () => {
    const { ben, dan, ana, chi } = await aFullHouse();
    await db.person.update({ where: { id: stage.second.person.id }, data: { managerId: dan.personId } });
    const swap = { pairingId: chi, nominationId: dan.id };
    await expect(moveSuggestion(who(), { pairingId: ana, nominationId: ben.id, swap })).rejects.toEqual(
      refused("pairings.refused.lineManager"),
    );
    expect([(await pairingRow(ana)).state, (await pairingRow(chi)).state]).toEqual([
      "SUGGESTED",
      "SUGGESTED",
    ]);
  });

  test("wanted twice at once, from both sides, is made once", async () => {
    const { ben, dan, ana, chi } = await aFullHouse();
    const one = { pairingId: ana, nominationId: ben.id };
    const other = { pairingId: chi, nominationId: dan.id };
    const { done } = await settle([
      moveSuggestion(who(), { ...one, swap: other }),
      moveSuggestion(who(), { ...other, swap: one }),
    ]);
    expect(done).toBe(1);
    expect([await mentorOf(stage.first), await mentorOf(stage.second)]).toEqual([ben.id, dan.id]);
  });

  test("is offered where a mentor is full, with what it does", async () => {
    const { ben, ana } = await aFullHouse();
    const { moves } = await getSuggestions(who(), stage.cohort.id);
    const choices = movesOf(moves, ana);
    expect(choices[0]?.lane.mentor).toBe("Priya Nair");
    const exchange = choices.find(({ lane }) => lane.nominationId === ben.id);
    expect(exchange).toMatchObject({
      gain: 0,
      steps: [{ to: { mentor: "Ben" } }, { from: { mentor: "Ben" } }],
    });
  });
});

describe("a suggestion that is kept", () => {
  test("is neither moved nor taken back by hand until somebody lets go of it", async () => {
    const { ana } = await aFullHouse();
    await keep(ana);
    const input = { pairingId: ana, nominationId: stage.nomination.id };
    await expect(moveSuggestion(who(), input)).rejects.toEqual(refused("pairings.refused.kept"));
    await expect(discardPairing(who(), { pairingId: ana })).rejects.toEqual(refused("pairings.refused.kept"));
    await keep(ana, false);
    await moveSuggestion(who(), input);
    expect(await mentorOf(stage.first)).toBe(stage.nomination.id);
  });

  test("does not make room for somebody else", async () => {
    const { ben, dan, ana, chi } = await aFullHouse();
    await keep(chi);
    const swap = { pairingId: chi, nominationId: dan.id };
    const exchange = moveSuggestion(who(), { pairingId: ana, nominationId: ben.id, swap });
    await expect(exchange).rejects.toEqual(refused("pairings.refused.kept"));
    expect((await pairingRow(ana)).state).toBe("SUGGESTED");
  });

  test("is held by the database as well, and can be confirmed", async () => {
    const { ana, ben } = await aFullHouse();
    await keep(ana);
    const where = { id: ana };
    await expect(db.pairing.update({ where, data: { state: "DISCARDED" } })).rejects.toThrow(/pairing_kept/);
    await expect(
      db.pairing.update({ where, data: { nominationId: ben.id, mentorId: ben.personId } }),
    ).rejects.toThrow(/pairing_kept/);
    await stage.confirm(ana);
    expect((await pairingRow(ana)).state).toBe("CONFIRMED");
  });

  test("goes with a mentee who leaves, and with a cohort that is over", async () => {
    const { ana, chi } = await aFullHouse();
    await keep(ana);
    await keep(chi);
    await db.$transaction((tx) => endPairingsOf(tx, { enrollmentId: stage.first.id, reason: "Left" }));
    expect((await pairingRow(ana)).state).toBe("DISCARDED");
    await db.$transaction((tx) => completePairings(tx, { cohortId: stage.cohort.id }));
    expect((await pairingRow(chi)).state).toBe("DISCARDED");
  });
});

describe("a mentor's leave", () => {
  const leave = (firstDay: Day, lastDay: Day) =>
    db.leave.create({
      data: {
        personId: stage.people.mentor.id,
        firstDay: fromDay(firstDay),
        lastDay: fromDay(lastDay),
        createdAt: mondayMorning,
      },
    });
  /** How the mentor stands in the list that an organizer chooses a mentor for the first mentee from. */
  const listed = async () => {
    const { mentees, mentors, days } = await getPairingBoard(who(), stage.cohort.id);
    const mentee = mentees.find(({ enrollmentId }) => enrollmentId === stage.first.id);
    return mentee && mentorChoices(mentee, mentors, "LEAD", days)[0];
  };
  const suggest = async () => {
    const input = { cohortId: stage.cohort.id, objective: "total" as const, balance: false };
    return (await suggestPairings(who(), input)).outcome;
  };

  test("on every program day keeps them from being paired, in a run, by hand and in the database", async () => {
    await leave(monday, "2026-03-04");
    expect(await suggest()).toMatchObject({ suggested: 0, unpaired: 2 });
    const { stuck } = await getSuggestions(who(), stage.cohort.id);
    expect(stuck.mentees[0]?.rules).toEqual(["onLeave"]);
    expect(await listed()).toMatchObject({ reason: { key: "mentor-leave.refused.onLeave" } });
    await expect(stage.pair(stage.first)).rejects.toEqual(refused("mentor-leave.refused.onLeave"));
  });

  test("on some days stands among the reasons, and counts among the working hours", async () => {
    await leave("2026-03-03", "2026-03-20");
    expect(await listed()).toMatchObject({ reason: null, away: { days: 2, of: 3 } });
    expect(await suggest()).toMatchObject({ suggested: 2 });
    const { shown } = await getSuggestions(who(), stage.cohort.id);
    expect(shown[0]?.reasons).toEqual([{ key: "matching.reason.away", values: { days: 2, of: 3 } }]);
    expect(shown[0]?.score).toBeLessThan(0.5);
  });

  test("that was taken back counts for nothing", async () => {
    const { id } = await leave(monday, "2026-03-04");
    await db.leave.update({ where: { id }, data: { removedAt: mondayMorning } });
    expect(await suggest()).toMatchObject({ suggested: 2 });
  });
});
