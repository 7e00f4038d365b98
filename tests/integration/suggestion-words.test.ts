import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { factorKeys } from "@/lib/matching/factors";
import { lockPairing, suggestPairings } from "@/lib/suggestions/commands";
import { getSuggestions } from "@/lib/suggestions/queries";
import { weights } from "@/tests/support/matching-facts";
import { aGroup, aPairingStage, type PairingStage } from "@/tests/support/pairing-stage";
import { aFloor, aNomination, aPerson, mondayMorning } from "@/tests/support/rows";

let stage: PairingStage;
beforeEach(async () => {
  stage = await aPairingStage();
});
afterAll(() => clock.run());

const suggest = async () => {
  const input = { cohortId: stage.cohort.id, objective: "total" as const, balance: false };
  return (await suggestPairings(stage.actors.organizer, input)).outcome;
};
const told = () => getSuggestions(stage.actors.organizer, stage.cohort.id);
const matchBy = (floorRule: "ANY" | "SAME") => {
  const matching = { weights: weights({ tenure: 0 }), floorRule, variety: "MIXED" };
  return db.cohort.update({ where: { id: stage.cohort.id }, data: { matching } });
};

describe("what matching did not know", () => {
  test("is said of each suggestion, as far as it counts, and of the cohort: intakes and introduction cards", async () => {
    await matchBy("ANY");
    await suggest();
    const { shown, gaps } = await told();
    expect(shown[0]?.notKnown).toEqual(factorKeys.filter((key) => key !== "tenure"));
    expect(gaps).toMatchObject({ intakes: 2, mentees: 2, cards: 1 });
  });

  test("is less with each part of an intake and each card that is there", async () => {
    const { first, people } = stage;
    const parts = { menteeFilledAt: mondayMorning, trainerFilledAt: mondayMorning };
    await db.intake.create({
      data: { enrollmentId: first.id, learningStyle: "DOING", interests: ["Chess"], ...parts },
    });
    await db.mentorProfile.create({
      data: {
        personId: people.mentor.id,
        teaches: ["DOING"],
        interests: ["Chess"],
        updatedAt: mondayMorning,
      },
    });
    await suggest();
    const { shown, gaps } = await told();
    const one = shown.find(({ enrollmentId }) => enrollmentId === first.id);
    expect(one?.notKnown).toEqual(["gaps", "communication", "goals", "hours", "tenure"]);
    expect(gaps).toMatchObject({ intakes: 1, mentees: 2, cards: 0 });
  });
});

describe("what a mentee needs", () => {
  const needs = (needsForMatching: boolean) =>
    db.intake.upsert({
      where: { enrollmentId: stage.first.id },
      create: { enrollmentId: stage.first.id, needs: "Large print", needsForMatching },
      update: { needsForMatching },
    });
  const shownNeeds = async () => (await told()).shown.map((one) => one.needs).filter(Boolean);

  test("stands beside the suggestion where the mentee wishes it, and nowhere without that", async () => {
    await suggest();
    await needs(false);
    expect([await shownNeeds(), (await told()).gaps.needs]).toEqual([[], []]);
    await needs(true);
    expect([await shownNeeds(), (await told()).gaps.needs]).toEqual([["Large print"], []]);
  });

  test("stands by itself as long as nobody is suggested", async () => {
    await needs(true);
    const { gaps } = await told();
    expect(gaps.needs).toMatchObject([{ enrollmentId: stage.first.id, needs: "Large print" }]);
  });
});

describe("what speaks against a suggestion by now", () => {
  test("is said, and whether it can still be confirmed", async () => {
    await suggest();
    expect((await told()).shown.flatMap(({ against }) => against)).toEqual([]);
    const { first, people } = stage;
    const two = { personId: first.person.id, otherPersonId: people.mentor.id, createdById: first.person.id };
    await db.doNotPair.create({ data: { ...two, createdAt: mondayMorning } });
    await db.person.update({ where: { id: stage.second.person.id }, data: { floorId: (await aFloor()).id } });
    await matchBy("SAME");
    const of = (enrollment: { id: string }, { shown }: Awaited<ReturnType<typeof told>>) =>
      shown.find(({ enrollmentId }) => enrollmentId === enrollment.id)?.against;
    const now = await told();
    expect(of(first, now)).toEqual([{ why: { key: "matching.rule.doNotPair" }, binds: true }]);
    expect(of(stage.second, now)).toEqual([{ why: { key: "matching.rule.floor" }, binds: false }]);
    await db.mentorPause.create({ data: { personId: people.mentor.id, since: mondayMorning } });
    expect(of(stage.second, await told())).toContainEqual({
      why: { key: "mentor-leave.refused.paused" },
      binds: true,
    });
  });
});

describe("who cannot be paired is told what would help:", () => {
  test("the fewest places, where they are enough", async () => {
    await aGroup(stage.cohort, 3);
    expect(await suggest()).toMatchObject({ suggested: 2, unpaired: 3 });
    const { shown, stuck, unpaired } = await told();
    expect([shown.length, unpaired]).toEqual([2, 3]);
    expect(stuck.mentees.map(({ reason }) => reason)).toEqual(["full", "full", "full"]);
    expect(stuck).toMatchObject({ places: [{ mentor: "Priya Nair", places: 3 }], mentors: [] });
  });

  test("how many lead mentors more, where no change of capacity is enough", async () => {
    stage = await aPairingStage({ cap: 4 });
    await aGroup(stage.cohort, 5);
    const { stuck } = await told();
    expect(stuck).toMatchObject({
      places: [{ mentor: "Priya Nair", places: 2 }],
      mentors: [{ floor: "", mentees: 3, mentors: 1 }],
    });
  });

  test("of which floor, where mentees are paired on their own", async () => {
    const elsewhere = await aFloor();
    const these = { id: { in: [stage.first.person.id, stage.second.person.id] } };
    await db.person.updateMany({ where: these, data: { floorId: elsewhere.id } });
    await matchBy("SAME");
    const { stuck } = await told();
    expect(stuck.mentees.map(({ rules }) => rules)).toEqual([["floor"], ["floor"]]);
    expect(stuck).toMatchObject({
      places: [],
      mentors: [{ floor: elsewhere.name, mentees: 2, mentors: 1 }],
      exceptions: [{ rule: "floor", mentees: 2 }],
    });
  });

  test("the approved mentors who could still become eligible, not those who said no or have paused", async () => {
    const { cohort, floor } = stage;
    await aGroup(cohort, 3);
    const approved = async (given: Parameters<typeof aNomination>[3]) =>
      aNomination(cohort, floor, await aPerson(), { capacity: 3, ...given });
    await approved({ willingness: "NOT_ASKED", training: "NOT_STARTED" });
    await approved({ training: "IN_PROGRESS" });
    await approved({ willingness: "DECLINED", training: "NOT_STARTED" });
    await approved({ kind: "CALL", training: "IN_PROGRESS" });
    const paused = await approved({});
    await db.mentorPause.create({ data: { personId: paused.personId, since: mondayMorning } });
    expect((await told()).stuck.coming).toEqual({ mentors: 2, places: 6 });
  });

  test("whom to let go of", async () => {
    const { cohort, floor, first, second, nomination, actors } = stage;
    const other = await aNomination(cohort, floor, await aPerson({ name: "Ben" }), { capacity: 1 });
    await db.mentorNomination.update({ where: { id: nomination.id }, data: { capacity: 1 } });
    await db.person.update({ where: { id: second.person.id }, data: { managerId: other.personId } });
    const { pairingId } = await stage.pair(first);
    await lockPairing(actors.organizer, { pairingId, locked: true });
    const { stuck } = await told();
    expect(stuck.unlock).toEqual([{ mentee: first.person.name, mentor: "Priya Nair" }]);
  });
});
