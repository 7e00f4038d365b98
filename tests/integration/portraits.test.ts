import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { deactivatePerson } from "@/lib/people/commands";
import { removePortrait, setPortrait } from "@/lib/profiles/commands";
import { introductionCard, ownMentorProfile, portraitOf } from "@/lib/profiles/queries";
import type { PictureType } from "@/lib/profiles/rules";
import { recorded } from "@/tests/support/mentor-stage";
import { aPairingStage, type PairingStage } from "@/tests/support/pairing-stage";
import { aPicture } from "@/tests/support/pictures";
import { actor, aPerson, mondayMorning } from "@/tests/support/rows";

let stage: PairingStage;
beforeEach(async () => {
  stage = await aPairingStage();
});
afterAll(() => clock.run());

const photo = (type: PictureType, length?: number) => ({ type, bytes: aPicture(type, length) });

describe("a person's own photo", () => {
  test("is on their card, and gives way to the next one at another address", async () => {
    const { mentor } = stage.actors;
    const card = () => introductionCard(mentor, mentor.personId);
    expect((await card()).portrait).toBeNull();
    clock.set(mondayMorning);
    await setPortrait(mentor, photo("JPEG"));
    const { portrait: first } = await ownMentorProfile(mentor);
    expect(first).toBe(`/portraits/${mentor.personId}?v=${mondayMorning.getTime()}`);
    clock.set(new Date(mondayMorning.getTime() + 1));
    await setPortrait(mentor, photo("WEBP", 300_000));
    const { portrait: second } = await ownMentorProfile(mentor);
    expect(second).not.toBe(first);
    expect(await portraitOf(mentor, mentor.personId)).toMatchObject(photo("WEBP", 300_000));
    expect(await db.portrait.count()).toBe(1);
  });

  test("is nobody else's: a photo of one changes none of another", async () => {
    const { mentor, mentee, organizer } = stage.actors;
    await setPortrait(mentor, photo("PNG"));
    await setPortrait(mentee, photo("JPEG"));
    await removePortrait(organizer, {});
    await removePortrait(mentee, {});
    expect(await db.portrait.findMany({ select: { personId: true, type: true } })).toEqual([
      { personId: mentor.personId, type: "PNG" },
    ]);
  });

  test("is recorded without a byte of it", async () => {
    const { mentor } = stage.actors;
    await setPortrait(mentor, photo("PNG"));
    const { data, subjectId } = await db.auditRecord.findFirstOrThrow({
      where: { action: "profiles.setPortrait" },
    });
    expect({ data, subjectId }).toEqual({ data: {}, subjectId: mentor.personId });
  });

  test("set twice at once is one, and removed twice at once is removed once", async () => {
    const { mentor } = stage.actors;
    await Promise.all([setPortrait(mentor, photo("PNG")), setPortrait(mentor, photo("JPEG"))]);
    expect(await db.portrait.count()).toBe(1);
    expect(await recorded("profiles.setPortrait")).toBe(2);
    await Promise.all([removePortrait(mentor, {}), removePortrait(mentor, {})]);
    expect(await db.portrait.count()).toBe(0);
    expect(await recorded("profiles.removePortrait")).toBe(1);
    await expect(portraitOf(mentor, mentor.personId)).rejects.toBeInstanceOf(NotFoundError);
  });

  test("goes with the account, and none comes after it, whichever of two at once is first", async () => {
    const { mentor } = stage.actors;
    const administrator = await actor(await aPerson({ grant: "ADMIN" }));
    await setPortrait(mentor, photo("PNG"));
    await Promise.allSettled([
      deactivatePerson(administrator, { personId: mentor.personId }),
      setPortrait(mentor, photo("JPEG")),
    ]);
    expect(await db.portrait.count()).toBe(0);
    await expect(setPortrait(mentor, photo("PNG"))).rejects.toBeInstanceOf(Error);
    expect(await db.portrait.count()).toBe(0);
  });
});

describe("a photo is seen", () => {
  test("by whom the card is for, and by nobody else", async () => {
    const { mentor, mentee, organizer, manager, stranger } = stage.actors;
    await db.person.update({ where: { id: mentor.personId }, data: { floorId: stage.floor.id } });
    await setPortrait(mentor, photo("JPEG"));
    const seen = (by: typeof mentor) => portraitOf(by, mentor.personId);
    for (const one of [mentor, organizer, manager]) expect((await seen(one)).type, one.name).toBe("JPEG");
    for (const one of [stranger, mentee]) {
      await expect(seen(one), one.name).rejects.toBeInstanceOf(NotFoundError);
    }
    const { pairingId } = await stage.pair(stage.first);
    await db.pairing.update({ where: { id: pairingId }, data: { state: "CONFIRMED" } });
    await expect(seen(mentee)).rejects.toBeInstanceOf(NotFoundError);
    await db.pairing.updateMany({ data: { announcedAt: mondayMorning } });
    expect((await seen(mentee)).type).toBe("JPEG");
  });
});

describe("the database keeps", () => {
  const stored = (type: PictureType, bytes: Uint8Array<ArrayBuffer>) =>
    db.portrait.create({
      data: { personId: stage.actors.mentor.personId, type, bytes, updatedAt: mondayMorning },
    });

  test("no photo that is too large", async () => {
    await expect(stored("PNG", aPicture("PNG", 300_001))).rejects.toThrow(/portrait_small/);
  });

  test("nothing that does not begin like the picture it is said to be", async () => {
    for (const type of ["PNG", "JPEG", "WEBP"] as const) {
      const other = aPicture(type === "PNG" ? "JPEG" : "PNG");
      for (const bytes of [other, new Uint8Array(), new Uint8Array(64)]) {
        await expect(stored(type, bytes), type).rejects.toThrow(/portrait_picture/);
      }
    }
  });

  test("no photo of somebody who is gone", async () => {
    const { personId } = stage.actors.mentor;
    await db.person.update({ where: { id: personId }, data: { deactivatedAt: mondayMorning } });
    await expect(stored("PNG", aPicture("PNG"))).rejects.toThrow(/portrait_of_active/);
  });
});
