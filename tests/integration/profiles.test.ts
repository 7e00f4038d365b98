import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { keepApart, letPair } from "@/lib/do-not-pair/commands";
import { keptApartFrom } from "@/lib/do-not-pair/queries";
import { NotFoundError } from "@/lib/errors";
import { saveProfile } from "@/lib/profiles/commands";
import { introductionCard, ownMentorProfile } from "@/lib/profiles/queries";
import { toldByMentor } from "@/tests/support/deeds-on-intakes";
import { recorded } from "@/tests/support/mentor-stage";
import { aPairingStage, type PairingStage } from "@/tests/support/pairing-stage";
import { actor, aPerson, mondayMorning } from "@/tests/support/rows";

let stage: PairingStage;
beforeEach(async () => {
  stage = await aPairingStage();
});

describe("a mentor's card", () => {
  test("is written by the mentor, each time as a whole", async () => {
    const { mentor } = stage.actors;
    await saveProfile(mentor, toldByMentor);
    const strengths = [
      { skill: "Objections", level: 2 },
      { skill: "objections ", level: 3 },
      { skill: "Discovery", level: 0 },
    ];
    await saveProfile(mentor, { ...toldByMentor, awards: [], strengths });
    const { told, own } = await introductionCard(mentor, mentor.personId);
    expect(own).toBe(true);
    expect(told).toMatchObject({ awards: [], interests: ["Chess"], workEndMinute: 1020 });
    expect(told?.strengths).toEqual([{ skill: "objections ", level: 3 }]);
    expect(await recorded("profiles.saveProfile")).toBe(2);
  });

  test("offers every skill that a published program asks for, also those left open", async () => {
    const { mentor } = stage.actors;
    expect(await ownMentorProfile(mentor)).toEqual({
      told: null,
      portrait: null,
      strengths: [
        { skill: "Discovery", level: 0 },
        { skill: "Objections", level: 0 },
      ],
    });
    await saveProfile(mentor, { ...toldByMentor, strengths: [{ skill: "Chess", level: 2 }] });
    const { strengths } = await ownMentorProfile(mentor);
    expect(strengths.map(({ skill }) => skill)).toEqual(["Chess", "Discovery", "Objections"]);
  });

  test("is seen by the mentor's mentees once they are told, by organizers and the floor's managers", async () => {
    const { mentor, mentee, organizer, manager, stranger } = stage.actors;
    await db.person.update({ where: { id: mentor.personId }, data: { floorId: stage.floor.id } });
    await saveProfile(mentor, toldByMentor);
    const finds = (by: typeof mentor) => introductionCard(by, mentor.personId);
    for (const one of [mentor, organizer, manager]) {
      expect((await finds(one)).told?.introduction, one.name).toBe("Ask me anything.");
    }
    const { pairingId } = await stage.pair(stage.first);
    await db.pairing.update({ where: { id: pairingId }, data: { state: "CONFIRMED" } });
    await expect(finds(mentee)).rejects.toBeInstanceOf(NotFoundError);
    await db.pairing.updateMany({ data: { announcedAt: mondayMorning } });
    expect((await finds(mentee)).own).toBe(false);
    for (const one of [stranger, await actor(stage.second.person)]) {
      await expect(finds(one), one.name).rejects.toBeInstanceOf(NotFoundError);
    }
  });
});

describe("a wish not to be paired", () => {
  const wishOf = (personId: string) => db.doNotPair.findMany({ where: { personId } });

  test("needs no reason, is noted once, told to nobody, and is not in the record", async () => {
    const { mentee, mentor } = stage.actors;
    const input = { personId: mentee.personId, email: mentor.email };
    await Promise.all([keepApart(mentee, input), keepApart(mentee, input)]);
    expect(await wishOf(mentee.personId)).toHaveLength(1);
    expect(await recorded("do-not-pair.keepApart")).toBe(1);
    expect(await db.message.count()).toBe(0);
    const records = await db.auditRecord.findMany({ where: { action: "do-not-pair.keepApart" } });
    expect(JSON.stringify(records.map(({ data }) => data))).not.toContain(mentor.name);
  });

  test("can be the mentor's too, and an organizer's for who takes part", async () => {
    const { mentee, mentor, organizer, stranger } = stage.actors;
    await keepApart(mentor, { personId: mentor.personId, email: mentee.email });
    await keepApart(organizer, { personId: mentee.personId, email: stranger.email });
    const seen = await keptApartFrom(organizer, mentee.personId);
    expect(seen.map(({ name, own }) => [name, own]).sort()).toEqual([
      [mentor.name, false],
      [stranger.name, true],
    ]);
    expect((await keptApartFrom(mentee, mentee.personId)).map(({ name }) => name)).toEqual([stranger.name]);
    const elsewhere = await aPerson();
    await expect(
      keepApart(organizer, { personId: elsewhere.id, email: mentee.email }),
    ).rejects.toBeInstanceOf(NotFoundError);
  });

  test("refuses an address that nobody has, and oneself", async () => {
    const { mentee } = stage.actors;
    const noted = (email: string) => keepApart(mentee, { personId: mentee.personId, email });
    await expect(noted("nobody@test.example")).rejects.toMatchObject({ field: "email" });
    await expect(noted(mentee.email)).rejects.toMatchObject({
      sentence: { key: "do-not-pair.refused.oneself" },
    });
  });

  test("is taken back by whose it is or an organizer, and by nobody against whom it stands", async () => {
    const { mentee, mentor, organizer } = stage.actors;
    await keepApart(mentee, { personId: mentee.personId, email: mentor.email });
    const [wish] = await wishOf(mentee.personId);
    const doNotPairId = wish?.id ?? "";
    await expect(letPair(mentor, { doNotPairId })).rejects.toBeInstanceOf(NotFoundError);
    await letPair(organizer, { doNotPairId });
    await expect(letPair(mentee, { doNotPairId })).rejects.toBeInstanceOf(NotFoundError);
    await expect(stage.pair(stage.first)).resolves.toBeDefined();
  });
});
