import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { agreeGoal, changeGoal, dropGoal, proposeGoal, signExpectations } from "@/lib/agreements/commands";
import { pairingPage, signatures } from "@/lib/agreements/queries";
import { announcePairings } from "@/lib/announcements/commands";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { pairingHistory } from "@/lib/history/queries";
import { confirmPairings, endPairing } from "@/lib/pairings/commands";
import { resetDatabase } from "@/tests/support/database";
import { ids, recorded, refused, told } from "@/tests/support/mentor-stage";
import { aPairingStage, type PairingStage, settle } from "@/tests/support/pairing-stage";
import { mondayMorning } from "@/tests/support/rows";
import { aWorld, type Kind, kinds, type World } from "@/tests/support/world";

afterAll(() => clock.run());

let world: World;
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
  beforeAll(async () => {
    await resetDatabase();
    clock.set(mondayMorning);
    world = await aWorld();
  });

  test("is for the two of them, the organizers, the manager of the mentee's floor and whoever stands in", async () => {
    const { pairing } = world;
    expect(await seers(pairing.id)).toEqual([
      "organizer",
      "floor manager",
      "floor delegate",
      "lead mentor",
      "mentee",
    ]);
  });

  test("is no longer the former mentor's, and still the mentee's", async () => {
    const { id } = await db.pairing.findFirstOrThrow({ where: { state: "REASSIGNED" } });
    expect(await seers(id)).toEqual(["organizer", "floor manager", "floor delegate", "mentee"]);
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

let stage: PairingStage;
let pairingId: string;
/** The first mentee and the mentor, paired and told of each other. */
async function aPair() {
  stage = await aPairingStage();
  ({ pairingId } = await stage.pair(stage.first));
  await stage.confirm(pairingId);
  await db.message.deleteMany();
}
const words = {
  indicator: "Calls led alone",
  baseline: "0",
  target: "5 a day",
  dueOn: "2026-03-04",
} as const;
const goalRow = (id: string) => db.pairingGoal.findUniqueOrThrow({ where: { id } });

describe("signing what is expected", () => {
  beforeEach(aPair);

  test("is done by each of the two for themselves, once, and kept with its time", async () => {
    const { mentor, mentee, organizer, manager, stranger } = stage.actors;
    for (const who of [organizer, manager, stranger]) {
      await expect(signExpectations(who, { pairingId })).rejects.toBeInstanceOf(NotFoundError);
    }
    const again = () => signExpectations(mentor, { pairingId });
    expect(await settle([again(), again(), again()])).toEqual({
      done: 1,
      keys: ["agreements.refused.signedAlready"],
    });
    const { expectations } = await pairingPage(mentee, pairingId);
    expect([expectations.mentor.signedOn, expectations.mentee.signedOn]).toEqual(["2026-03-02", null]);
    expect(await recorded("agreements.signExpectations")).toBe(1);
    const waiting = await signatures(organizer, stage.cohort.id);
    expect(waiting).toEqual({ of: 2, missing: [{ pairingId, name: stage.first.person.name }] });
    await stage.refusesOthers((who) => signatures(who, stage.cohort.id));
  });

  test("stays, and is nobody's who is not of the pair: the database sees to both", async () => {
    const { mentor } = stage.actors;
    await signExpectations(mentor, { pairingId });
    const where = { pairingId_personId: { pairingId, personId: mentor.personId } };
    await expect(db.acknowledgement.update({ where, data: { signedAt: new Date(0) } })).rejects.toThrow(
      /permission denied/,
    );
    await expect(db.acknowledgement.delete({ where })).rejects.toThrow(/permission denied/);
    const foreign = { pairingId, personId: stage.people.stranger.id, signedAt: mondayMorning };
    await expect(db.acknowledgement.create({ data: foreign })).rejects.toThrow(/acknowledgement_of_pair/);
  });

  test("waits until both know of each other, and ends with the pairing", async () => {
    const held = await stage.pair(stage.second);
    const ids = { cohortId: stage.cohort.id, pairingIds: [held.pairingId] };
    await confirmPairings(stage.actors.organizer, { ...ids, when: "HELD" });
    await expect(signExpectations(stage.actors.mentor, held)).rejects.toBeInstanceOf(NotFoundError);
    await announcePairings(stage.actors.organizer, { ...ids, when: "NOW" });
    await signExpectations(stage.actors.mentor, held);
    await endPairing(stage.actors.organizer, { pairingId, reason: "Moved to another city" });
    await expect(signExpectations(stage.actors.mentee, { pairingId })).rejects.toEqual(
      refused("agreements.refused.over"),
    );
  });
});

describe("goals", () => {
  beforeEach(aPair);

  test("count once both agree; whoever of the two proposes one agrees with it", async () => {
    const { mentor, mentee } = stage.actors;
    const { goalId } = await proposeGoal(mentor, { pairingId, ...words });
    expect(await goalRow(goalId)).toMatchObject({ mentorAgreedAt: mondayMorning, menteeAgreedAt: null });
    expect(await told("goalNews")).toEqual(ids(stage.people.mentee));
    await expect(agreeGoal(mentor, { goalId })).rejects.toEqual(refused("agreements.refused.agreedAlready"));
    await agreeGoal(mentee, { goalId });
    expect((await goalRow(goalId)).menteeAgreedAt).toEqual(mondayMorning);
  });

  test("that an organizer proposes wait for both, and organizers agree for nobody", async () => {
    const { organizer, mentor } = stage.actors;
    const { goalId } = await proposeGoal(organizer, { pairingId, ...words });
    expect(await goalRow(goalId)).toMatchObject({ mentorAgreedAt: null, menteeAgreedAt: null });
    await expect(agreeGoal(organizer, { goalId })).rejects.toBeInstanceOf(NotFoundError);
    await agreeGoal(mentor, { goalId });
    for (const who of [stage.actors.manager, stage.actors.stranger]) {
      await expect(proposeGoal(who, { pairingId, ...words })).rejects.toBeInstanceOf(NotFoundError);
      await expect(dropGoal(who, { goalId })).rejects.toBeInstanceOf(NotFoundError);
    }
  });

  test("are agreed on anew when they change, and what stood before is kept", async () => {
    const { mentor, mentee } = stage.actors;
    const first = await proposeGoal(mentor, { pairingId, ...words });
    await agreeGoal(mentee, first);
    const second = await changeGoal(mentee, { ...first, ...words, target: "3 a day" });
    expect(await goalRow(first.goalId)).toMatchObject({ target: "5 a day", closedAt: mondayMorning });
    expect(await goalRow(second.goalId)).toMatchObject({
      target: "3 a day",
      replacesId: first.goalId,
      mentorAgreedAt: null,
      menteeAgreedAt: mondayMorning,
    });
    await expect(agreeGoal(mentor, first)).rejects.toEqual(refused("agreements.refused.goalClosed"));
    await dropGoal(mentor, second);
    await expect(changeGoal(mentor, { ...second, ...words })).rejects.toEqual(
      refused("agreements.refused.goalClosed"),
    );
    expect((await pairingPage(mentor, pairingId)).goals).toHaveLength(2);
  });

  test("changed by both at once change once; the other is told that somebody was faster", async () => {
    const goal = await proposeGoal(stage.actors.organizer, { pairingId, ...words });
    const { mentor, mentee } = stage.actors;
    const both = await settle([
      changeGoal(mentor, { ...goal, ...words, target: "4 a day" }),
      changeGoal(mentee, { ...goal, ...words, target: "6 a day" }),
    ]);
    expect(both).toEqual({ done: 1, keys: ["agreements.refused.goalClosed"] });
    expect(await db.pairingGoal.count({ where: { closedAt: null } })).toBe(1);
  });

  test("have a day that lies ahead, words that never change, and end with the pairing", async () => {
    const { mentor, organizer } = stage.actors;
    await expect(proposeGoal(mentor, { pairingId, ...words, dueOn: "2026-03-01" })).rejects.toEqual(
      refused("agreements.refused.duePast"),
    );
    const { goalId } = await proposeGoal(mentor, { pairingId, ...words });
    const where = { id: goalId };
    await expect(db.pairingGoal.update({ where, data: { target: "1" } })).rejects.toThrow(/goal_fixed/);
    await expect(db.pairingGoal.update({ where, data: { mentorAgreedAt: null } })).rejects.toThrow(
      /goal_fixed/,
    );
    await expect(db.pairingGoal.delete({ where })).rejects.toThrow(/permission denied/);
    await endPairing(organizer, { pairingId, reason: "Moved to another city" });
    await expect(proposeGoal(organizer, { pairingId, ...words })).rejects.toEqual(
      refused("agreements.refused.over"),
    );
    const { id: _, ...row } = await goalRow(goalId);
    await expect(db.pairingGoal.create({ data: row })).rejects.toThrow(/goal_of_pair/);
  });
});
