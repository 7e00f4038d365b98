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
import { getPerson, listPeople, managerSuggestions, ownProfile } from "@/lib/people/queries";
import { personStates } from "@/lib/people/rules";
import { actorOfSignIn } from "@/lib/sign-ins/queries";
import { asOwner, resetDatabase } from "../support/database";
import { everyKind } from "../support/kinds";
import { actor, aFloor, aPerson, mondayMorning } from "../support/rows";

const refusal = (key: string) => expect.objectContaining({ sentence: expect.objectContaining({ key }) });
const beside = (field: string, key: string) => ({ sentence: { key }, field });
const settled = (results: PromiseSettledResult<unknown>[]) => results.map((result) => result.status).sort();
const administrator = async () => actor(await aPerson({ grant: "ADMIN" }));

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

const recorded = async () =>
  (await db.auditRecord.findMany({ orderBy: { seq: "asc" } })).map((record) => record.action);

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

describe("inviting a person", () => {
  it("sends a new link each time, and only the newest works", async () => {
    const [who, person] = [await administrator(), await aPerson()];
    await invitePerson(who, { personId: person.id });
    await invitePerson(who, { personId: person.id });
    const open = { usedAt: null, expiresAt: { gt: mondayMorning } };
    expect([await db.oneTimeLink.count(), await db.oneTimeLink.count({ where: open })]).toEqual([2, 1]);
    expect(await db.message.count()).toBe(2);
  });

  it("refuses who can sign in already, and who was deactivated", async () => {
    const who = await administrator();
    const active = await aPerson({ passwordHash: "kept" });
    const linked = await aPerson({ oidcSubject: "subject" });
    const gone = await aPerson({ deactivatedAt: mondayMorning });
    const tried = (person: { id: string }) => invitePerson(who, { personId: person.id });
    await expect(tried(active)).rejects.toEqual(refusal("people.refused.inviteActive"));
    await expect(tried(linked)).rejects.toEqual(refusal("people.refused.inviteActive"));
    await expect(tried(gone)).rejects.toEqual(refusal("people.refused.inviteDeactivated"));
    expect(await db.message.count()).toBe(0);
  });
});

describe("deactivating a person", () => {
  async function signedIn() {
    const person = await aPerson({ passwordHash: "kept" });
    const signIn = await db.signIn.create({
      data: { personId: person.id, method: "PASSWORD", createdAt: mondayMorning, lastSeenAt: mondayMorning },
    });
    return { person, signInId: signIn.id };
  }

  it("ends every sign-in and every link at once; reactivating brings none of them back", async () => {
    const who = await administrator();
    const { person, signInId } = await signedIn();
    const invited = await aPerson();
    await invitePerson(who, { personId: invited.id });
    for (const { id: personId } of [person, invited]) await deactivatePerson(who, { personId });
    expect(await actorOfSignIn(signInId, mondayMorning)).toBeNull();
    for (const { id: personId } of [person, invited]) await reactivatePerson(who, { personId });
    expect(await actorOfSignIn(signInId, mondayMorning)).toBeNull();
    expect(await getPerson(who, invited.id)).toMatchObject({ state: "NOT_INVITED" });
    expect(await getPerson(who, person.id)).toMatchObject({ state: "ACTIVE", openSignIns: { count: 0 } });
  });

  it("refuses oneself, the last administrator, and what is so already", async () => {
    const first = await aPerson({ grant: "ADMIN" });
    const who = await actor(first);
    await expect(deactivatePerson(who, { personId: first.id })).rejects.toEqual(
      refusal("people.refused.deactivateSelf"),
    );
    const { person } = await signedIn();
    await expect(reactivatePerson(who, { personId: person.id })).rejects.toEqual(
      refusal("errors.somebodyFaster"),
    );
    const both = await Promise.allSettled([
      deactivatePerson(who, { personId: person.id }),
      deactivatePerson(who, { personId: person.id }),
    ]);
    expect(settled(both)).toEqual(["fulfilled", "rejected"]);
    expect(await recorded()).toEqual(["people.deactivatePerson"]);
  });

  it("leaves one of two administrators who deactivate each other at once", async () => {
    const [one, two] = [await aPerson({ grant: "ADMIN" }), await aPerson({ grant: "ADMIN" })];
    const [first, second] = [await actor(one), await actor(two)];
    const both = await Promise.allSettled([
      deactivatePerson(first, { personId: two.id }),
      deactivatePerson(second, { personId: one.id }),
    ]);
    expect(settled(both)).toEqual(["fulfilled", "rejected"]);
    expect(await db.person.count({ where: { deactivatedAt: null } })).toBe(1);
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
