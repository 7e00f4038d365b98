import { beforeEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { invitePerson } from "@/lib/people/commands";
import { getPerson, listPeople } from "@/lib/people/queries";
import { personStates } from "@/lib/people/rules";
import { asOwner, resetDatabase } from "@/tests/support/database";
import { everyKind } from "@/tests/support/kinds";
import { administrator } from "@/tests/support/people-stage";
import { aFloor, aPerson, mondayMorning } from "@/tests/support/rows";

beforeEach(async () => {
  await resetDatabase();
  clock.set(mondayMorning);
});

describe("the directory", () => {
  it("is for administrators and enablement managers, and for nobody else", async () => {
    const person = await aPerson();
    for (const [kind, who] of await everyKind()) {
      if (["administrator", "organizer", "other enablement manager"].includes(kind)) {
        expect((await listPeople(who, {})).people.length, kind).toBeGreaterThan(0);
        expect(await getPerson(who, person.id)).toMatchObject({ id: person.id });
      } else {
        await expect(listPeople(who, {}), kind).rejects.toThrow(NotFoundError);
        await expect(getPerson(who, person.id), kind).rejects.toThrow(NotFoundError);
      }
    }
  });

  it("is read page by page in both directions, nobody twice and nobody left out", async () => {
    const who = await administrator();
    await db.person.createMany({
      data: Array.from({ length: 120 }, (_, index) => ({
        name: index % 2 ? "Twin" : `Person ${index}`,
        email: `p${index}@test.example`,
        timeZone: "UTC",
        createdAt: mondayMorning,
      })),
    });
    const first = await listPeople(who, {});
    const second = await listPeople(who, { after: first.after ?? "" });
    const third = await listPeople(who, { after: second.after ?? "" });
    const ids = [...first.people, ...second.people, ...third.people].map((person) => person.id);
    expect([ids.length, new Set(ids).size]).toEqual([121, 121]);
    expect([first.before, third.after]).toEqual([null, null]);
    const back = await listPeople(who, { before: third.before ?? "" });
    expect(back.people).toEqual(second.people);
    expect((await listPeople(who, { before: back.before ?? "" })).before).toBeNull();
  });

  it("tells each person's state, and finds them by it", async () => {
    const who = await administrator();
    await aPerson({ name: "Active", passwordHash: "kept" });
    await aPerson({ name: "Linked", oidcSubject: "subject" });
    await aPerson({ name: "Gone", passwordHash: "kept", deactivatedAt: mondayMorning });
    const invited = await aPerson({ name: "Invited" });
    const lapsed = await aPerson({ name: "Lapsed" });
    await invitePerson(who, { personId: lapsed.id });
    await asOwner(`UPDATE "OneTimeLink" SET "expiresAt" = "createdAt"`);
    await invitePerson(who, { personId: invited.id });
    const found: Record<string, string[]> = {};
    for (const state of personStates) {
      const { people } = await listPeople(who, { state });
      expect(people.every((person) => person.state === state)).toBe(true);
      found[state] = people.map((person) => person.name).filter((name) => name !== who.name);
    }
    expect(found).toEqual({
      ACTIVE: ["Active", "Linked"],
      INVITED: ["Invited"],
      NOT_INVITED: ["Lapsed"],
      DEACTIVATED: ["Gone"],
    });
    expect((await listPeople(who, {})).people.map((person) => person.name)).not.toContain("Gone");
  });

  it("is searched by name and address, and narrowed to a floor and a grant", async () => {
    const who = await administrator();
    const floor = await aFloor();
    const zoe = await aPerson({ name: "Zoë Lind", email: "z.lind@test.example", floorId: floor.id });
    const wang = await aPerson({ name: "王小明", email: "wang@test.example", grant: "TRAINER" });
    const ids = async (show: Parameters<typeof listPeople>[1]) =>
      (await listPeople(who, show)).people.map((person) => person.id);
    expect(await ids({ search: "ZOË" })).toEqual([zoe.id]);
    expect(await ids({ search: "小" })).toEqual([wang.id]);
    expect(await ids({ search: "LIND@TEST" })).toEqual([zoe.id]);
    expect(await ids({ search: "100%_" })).toEqual([]);
    expect(await ids({ floorId: floor.id })).toEqual([zoe.id]);
    expect(await ids({ grant: "TRAINER" })).toEqual([wang.id]);
  });

  it("shows a page no password and no secret", async () => {
    const who = await administrator();
    const person = await aPerson({ passwordHash: "the hash", oidcSubject: "the subject" });
    const shown = JSON.stringify([await listPeople(who, {}), await getPerson(who, person.id)]);
    expect(shown).not.toMatch(/the hash|the subject/);
  });
});
