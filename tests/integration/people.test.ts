import { beforeEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/clock";
import type { Day } from "@/lib/dates";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import {
  addPerson,
  changeOwnSettings,
  changePerson,
  deactivatePerson,
  invitePerson,
  reactivatePerson,
  setGrants,
} from "@/lib/people/commands";
import { getPerson, managerSuggestions, ownProfile } from "@/lib/people/queries";
import { resetDatabase } from "@/tests/support/database";
import { everyKind } from "@/tests/support/kinds";
import { administrator, recorded } from "@/tests/support/people-stage";
import { refusal, settled } from "@/tests/support/refusals";
import { actor, aFloor, aPerson, mondayMorning } from "@/tests/support/rows";

const beside = (field: string, key: string) => ({ sentence: { key }, field });
const newPerson = {
  name: "Léa Moreau",
  email: "lea@test.example",
  title: null,
  floorId: null,
  managerEmail: null,
  hireDate: null,
  timeZone: "Europe/Paris",
  grants: [],
  invite: false,
};

beforeEach(async () => {
  await resetDatabase();
  clock.set(mondayMorning);
});

describe("who manages people", () => {
  it("is an administrator; nobody else finds the way, and nothing is written", async () => {
    const person = await aPerson();
    const gone = await aPerson({ deactivatedAt: mondayMorning });
    const { id: personId, name, email, timeZone } = person;
    const seen = { name, email, timeZone, title: "", floorId: "", managerEmail: "", hireDate: "" };
    for (const [kind, who] of (await everyKind()).filter(([one]) => one !== "administrator")) {
      const tries = [
        () => addPerson(who, newPerson),
        () => changePerson(who, { ...newPerson, personId, seen }),
        () => setGrants(who, { personId, grants: ["ADMIN"], seen: [] }),
        () => setGrants(who, { personId: who.personId, grants: ["ADMIN"], seen: who.grants }),
        () => invitePerson(who, { personId }),
        () => deactivatePerson(who, { personId }),
        () => reactivatePerson(who, { personId: gone.id }),
        () => managerSuggestions(who),
      ];
      for (const tried of tries) await expect(tried(), kind).rejects.toThrow(NotFoundError);
    }
    expect(await recorded()).toEqual([]);
    expect(await db.message.count()).toBe(0);
  });

  it("finds nobody who is not there", async () => {
    const who = await administrator();
    const personId = crypto.randomUUID();
    const seen = {
      name: "",
      email: "",
      timeZone: "",
      title: "",
      floorId: "",
      managerEmail: "",
      hireDate: "",
    };
    await expect(changePerson(who, { ...newPerson, personId, seen })).rejects.toThrow(NotFoundError);
    await expect(setGrants(who, { personId, grants: [], seen: [] })).rejects.toThrow(NotFoundError);
    for (const deed of [invitePerson, deactivatePerson, reactivatePerson]) {
      await expect(deed(who, { personId })).rejects.toThrow(NotFoundError);
    }
  });
});

describe("adding a person", () => {
  it("writes the profile and the grants, records it, and invites when asked to", async () => {
    const who = await administrator();
    const floor = await aFloor();
    const manager = await aPerson();
    const { personId } = await addPerson(who, {
      ...newPerson,
      floorId: floor.id,
      managerEmail: manager.email,
      hireDate: "2026-03-02" as Day,
      grants: ["TRAINER", "TRAINER"],
      invite: true,
    });
    expect(await getPerson(who, personId)).toMatchObject({
      name: "Léa Moreau",
      floor: { id: floor.id },
      manager: { id: manager.id },
      hireDate: "2026-03-02",
      grants: ["TRAINER"],
      state: "INVITED",
    });
    expect(await db.message.findMany()).toEqual([
      expect.objectContaining({ kind: "invitation", personId, inApp: false, mail: "QUEUED" }),
    ]);
    expect(await recorded()).toEqual(["people.addPerson", "people.invitePerson"]);
  });

  it("refuses beside the field what is taken, gone or unknown", async () => {
    const who = await administrator();
    const tried = (change: object) => addPerson(who, { ...newPerson, ...change });
    await tried({});
    await expect(tried({})).rejects.toMatchObject({
      field: "email",
      sentence: { key: "people.refused.emailOf" },
    });
    const email = "other@test.example";
    await expect(tried({ email, floorId: crypto.randomUUID() })).rejects.toMatchObject(
      beside("floorId", "people.invalid.floor"),
    );
    await expect(tried({ email, managerEmail: "nobody@test.example" })).rejects.toMatchObject({
      field: "managerEmail",
      sentence: { key: "people.refused.managerUnknown" },
    });
    expect(await db.person.count()).toBe(2);
  });

  it("gives one of two at once the address", async () => {
    const who = await administrator();
    const both = await Promise.allSettled([addPerson(who, newPerson), addPerson(who, newPerson)]);
    expect(settled(both)).toEqual(["fulfilled", "rejected"]);
    const lost = both.find((result) => result.status === "rejected");
    expect(lost).toMatchObject({
      reason: { sentence: { key: expect.stringMatching(/^people\.refused\.email/) } },
    });
    expect(await recorded()).toEqual(["people.addPerson"]);
  });
});

describe("changing a person", () => {
  async function opened() {
    const who = await administrator();
    const { personId } = await addPerson(who, newPerson);
    const { name, email, timeZone } = newPerson;
    const seen = { name, email, timeZone, title: "", floorId: "", managerEmail: "", hireDate: "" };
    const mine = { name, email, timeZone, title: null, floorId: null, managerEmail: null, hireDate: null };
    return { who, personId, seen, mine };
  }

  it("writes what was changed and records it once", async () => {
    const { who, personId, seen, mine } = await opened();
    await changePerson(who, {
      ...mine,
      personId,
      seen,
      title: "Account executive",
      hireDate: "2026-01-05" as Day,
    });
    await changePerson(who, { ...mine, personId, seen });
    expect(await getPerson(who, personId)).toMatchObject({
      title: "Account executive",
      hireDate: "2026-01-05",
    });
    expect(await recorded()).toEqual(["people.addPerson", "people.changePerson"]);
  });

  it("keeps what two people changed in different fields", async () => {
    const { who, personId, seen, mine } = await opened();
    const both = [{ title: "Seller" }, { timeZone: "Asia/Tokyo" }].map((change) =>
      changePerson(who, { ...mine, personId, seen, ...change }),
    );
    await Promise.all(both);
    expect(await getPerson(who, personId)).toMatchObject({ title: "Seller", timeZone: "Asia/Tokyo" });
  });

  it("shows what somebody else wrote into the same field, and takes mine when it was seen", async () => {
    const { who, personId, seen, mine } = await opened();
    await changePerson(who, { ...mine, personId, seen, title: "Theirs" });
    await expect(changePerson(who, { ...mine, personId, seen, title: "Mine" })).rejects.toMatchObject({
      sentence: { key: "people.refused.changedMeanwhileTo", values: { theirs: "Theirs" } },
      field: "title",
    });
    await changePerson(who, { ...mine, personId, seen: { ...seen, title: "Theirs" }, title: "Mine" });
    expect(await getPerson(who, personId)).toMatchObject({ title: "Mine" });
  });

  it("lets one of two at once win the same field", async () => {
    const { who, personId, seen, mine } = await opened();
    const both = ["One", "Two"].map((title) => changePerson(who, { ...mine, personId, seen, title }));
    expect(settled(await Promise.allSettled(both))).toEqual(["fulfilled", "rejected"]);
  });

  it("refuses an address that somebody has, and oneself as line manager", async () => {
    const { who, personId, seen, mine } = await opened();
    const other = await aPerson();
    await expect(changePerson(who, { ...mine, personId, seen, email: other.email })).rejects.toMatchObject({
      sentence: { key: "people.refused.emailOf", values: { person: other.name } },
      field: "email",
    });
    await expect(
      changePerson(who, { ...mine, personId, seen, managerEmail: newPerson.email }),
    ).rejects.toMatchObject(beside("managerEmail", "people.refused.ownManager"));
  });

  it("closes the links that were mailed to the old address", async () => {
    const { who, personId, seen, mine } = await opened();
    await invitePerson(who, { personId });
    await changePerson(who, { ...mine, personId, seen, email: "lea.moreau@test.example" });
    expect(await getPerson(who, personId)).toMatchObject({ state: "NOT_INVITED" });
  });
});

describe("grants", () => {
  it("are set as a whole, count at once, and are recorded", async () => {
    const [who, person] = [await administrator(), await aPerson()];
    await setGrants(who, { personId: person.id, grants: ["ENABLEMENT_MANAGER", "TRAINER"], seen: [] });
    expect((await actor(person)).grants.sort()).toEqual(["ENABLEMENT_MANAGER", "TRAINER"]);
    await setGrants(who, { personId: person.id, grants: [], seen: ["TRAINER", "ENABLEMENT_MANAGER"] });
    expect((await actor(person)).grants).toEqual([]);
    await expect(setGrants(who, { personId: person.id, grants: [], seen: ["TRAINER"] })).rejects.toEqual(
      refusal("errors.somebodyFaster"),
    );
    expect((await db.auditRecord.findMany({ orderBy: { seq: "asc" } })).map((one) => one.data)).toEqual([
      { person: person.name, grants: "ENABLEMENT_MANAGER_TRAINER" },
      { person: person.name, grants: "NONE" },
    ]);
  });

  it("leave the last active administrator theirs, also when two take each other's at once", async () => {
    const [one, two] = [await aPerson({ grant: "ADMIN" }), await aPerson({ grant: "ADMIN" })];
    await aPerson({ grant: "ADMIN", deactivatedAt: mondayMorning });
    const take = async (by: { id: string }, from: { id: string }) =>
      setGrants(await actor(by), { personId: from.id, grants: [], seen: ["ADMIN"] });
    const both = await Promise.allSettled([take(one, two), take(two, one)]);
    expect(settled(both)).toEqual(["fulfilled", "rejected"]);
    expect(
      await db.person.count({ where: { deactivatedAt: null, grants: { some: { kind: "ADMIN" } } } }),
    ).toBe(1);
  });
});

describe("one's own settings", () => {
  it("change what was given and nothing else, for everybody", async () => {
    for (const [kind, who] of await everyKind()) {
      await changeOwnSettings(who, { theme: "DARK" });
      await changeOwnSettings(who, { timeZone: "Asia/Tokyo", title: undefined });
      const kept = await db.person.findUniqueOrThrow({ where: { id: who.personId } });
      expect([kept.theme, kept.timeZone, kept.title], kind).toEqual(["DARK", "Asia/Tokyo", null]);
      expect(await ownProfile(who)).toMatchObject({ timeZone: "Asia/Tokyo", email: who.email });
    }
    expect(await db.person.count({ where: { theme: "DARK" } })).toBe((await everyKind()).length);
  });
});
