import { beforeEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { deactivatePerson, setGrants } from "@/lib/people/commands";
import {
  changePassword,
  endAllSignIns,
  endOwnSignIn,
  endSignIn,
  requestReset,
  startPasswordSignIn,
} from "@/lib/sign-ins/commands";
import { actorOfSignIn, findLink, hasPassword, ownSignIns } from "@/lib/sign-ins/queries";
import { asOwner } from "@/tests/support/database";
import { refusal } from "@/tests/support/refusals";
import { actor, aPerson, mondayMorning } from "@/tests/support/rows";
import {
  elsewhere,
  freshMorning,
  later,
  mailedToken,
  office,
  other,
  password,
  passwordHash,
} from "@/tests/support/sign-in-stage";

beforeEach(freshMorning);

describe("signing in with a password", () => {
  const attempt = (email: string, tried = password, from = office) =>
    startPasswordSignIn({ email, password: tried }, from);

  it("starts a sign-in and records it, however the address is spelt", async () => {
    const person = await aPerson({ email: "ana@test.example", passwordHash });
    const signInId = await attempt("  Ana@Test.Example ");
    expect(await db.signIn.findMany({ where: { personId: person.id } })).toEqual([
      expect.objectContaining({ id: signInId, method: "PASSWORD", endedAt: null, createdAt: mondayMorning }),
    ]);
    expect(await db.auditRecord.findMany({ where: { subjectId: person.id } })).toEqual([
      expect.objectContaining({ action: "sign-ins.signedIn", actorId: person.id }),
    ]);
  });

  it.each([
    ["a wrong password", "ana@test.example", other],
    ["an unknown address", "nobody@test.example", password],
    ["an address with characters that no address has", "ana\0@test.example\r\n", other],
    ["an account without a password", "new@test.example", password],
    ["a deactivated account", "gone@test.example", password],
  ])("gives nothing for %s", async (_, email, tried) => {
    await aPerson({ email: "ana@test.example", passwordHash });
    await aPerson({ email: "new@test.example" });
    await aPerson({ email: "gone@test.example", passwordHash, deactivatedAt: mondayMorning });
    expect(await attempt(email, tried)).toBeNull();
    expect(await db.signIn.count()).toBe(0);
  });

  it("takes as long for an unknown address as for a known one", async () => {
    await aPerson({ email: "ana@test.example", passwordHash });
    const fastest = { "ana@test.example": Infinity, "nobody@test.example": Infinity };
    for (let round = 0; round < 6; round++) {
      for (const email of ["ana@test.example", "nobody@test.example"] as const) {
        const start = performance.now();
        await attempt(email, other, { ...office, address: `192.0.2.${round}` });
        fastest[email] = Math.min(fastest[email], performance.now() - start);
      }
    }
    const [known, unknown] = Object.values(fastest) as [number, number];
    expect(unknown / known).toBeGreaterThan(0.3);
    expect(unknown / known).toBeLessThan(3.3);
  });

  it("stops guessing at an account from one address, and lets its owner in from another", async () => {
    await aPerson({ email: "ana@test.example", passwordHash });
    for (let round = 0; round < 8; round++) expect(await attempt("ana@test.example", other)).toBeNull();
    await expect(attempt("ana@test.example")).rejects.toEqual(refusal("sign-ins.refused.tooOften"));
    expect(await attempt("ana@test.example", password, elsewhere)).not.toBeNull();
  });

  it("stops guessing at an unknown account just the same", async () => {
    for (let round = 0; round < 8; round++) expect(await attempt("nobody@test.example")).toBeNull();
    await expect(attempt("nobody@test.example")).rejects.toEqual(refusal("sign-ins.refused.tooOften"));
  });

  it("stops trying many accounts from one address", async () => {
    await asOwner(
      `INSERT INTO rate_limit (key, points, expire) VALUES ('sign-in:address:192.0.2.1', 60, $1)`,
      [Date.now() + 60_000],
    );
    await expect(attempt("ana@test.example")).rejects.toEqual(refusal("sign-ins.refused.tooOften"));
  });

  it("lets a whole office sign in from one address", async () => {
    await asOwner(
      `INSERT INTO rate_limit (key, points, expire) VALUES ('sign-in:address:192.0.2.1', 58, $1)`,
      [Date.now() + 60_000],
    );
    await aPerson({ email: "ana@test.example", passwordHash });
    for (let round = 0; round < 4; round++) expect(await attempt("ana@test.example")).not.toBeNull();
  });

  it("forgets wrong tries after a right one, and keeps no address among its counters", async () => {
    await aPerson({ email: "ana@test.example", passwordHash });
    for (let round = 0; round < 7; round++) await attempt("ana@test.example", other);
    expect(await attempt("ana@test.example")).not.toBeNull();
    for (let round = 0; round < 7; round++) expect(await attempt("ana@test.example", other)).toBeNull();
    const keys = (await db.rateLimit.findMany()).map((row) => row.key).join(" ");
    expect(keys).not.toContain("ana");
  });
});

describe("a sign-in", () => {
  async function signedIn() {
    const person = await aPerson({ grant: "ADMIN", passwordHash });
    const signInId = await startPasswordSignIn({ email: person.email, password }, office);
    if (!signInId) throw new Error("the password is right");
    return { person, signInId };
  }

  it("gives the person with the grants of this moment", async () => {
    const { person, signInId } = await signedIn();
    expect(await actorOfSignIn(signInId, mondayMorning)).toMatchObject({ signInId, grants: ["ADMIN"] });
    const second = await actor(await aPerson({ grant: "ADMIN" }));
    await setGrants(second, { personId: person.id, grants: ["TRAINER"], seen: ["ADMIN"] });
    expect(await actorOfSignIn(signInId, mondayMorning)).toMatchObject({ grants: ["TRAINER"] });
  });

  it("gives nobody once it was ended, the person deactivated, or it never was", async () => {
    const { person, signInId } = await signedIn();
    const again = await startPasswordSignIn({ email: person.email, password }, office);
    await endOwnSignIn(signInId);
    expect(await actorOfSignIn(signInId, mondayMorning)).toBeNull();
    expect(await actorOfSignIn(again ?? "", mondayMorning)).not.toBeNull();
    await deactivatePerson(await actor(await aPerson({ grant: "ADMIN" })), { personId: person.id });
    expect(await actorOfSignIn(again ?? "", mondayMorning)).toBeNull();
    expect(await actorOfSignIn(crypto.randomUUID(), mondayMorning)).toBeNull();
  });

  it("notes when it was last used, not at every request", async () => {
    const { person, signInId } = await signedIn();
    later(5);
    await actorOfSignIn(signInId, clock.now());
    expect((await ownSignIns(await actor(person)))[0]?.lastSeenAt).toEqual(mondayMorning);
    later(15);
    await actorOfSignIn(signInId, clock.now());
    expect((await ownSignIns(await actor(person)))[0]?.lastSeenAt).toEqual(clock.now());
  });

  it("is listed for its owner with its browser, and ended by its owner alone", async () => {
    const { person, signInId } = await signedIn();
    const me = { ...(await actor(person)), signInId };
    expect(await ownSignIns(me)).toEqual([
      expect.objectContaining({ id: signInId, browser: "Firefox", system: "Linux", here: true }),
    ]);
    const stranger = await actor(await aPerson());
    expect(await ownSignIns(stranger)).toEqual([]);
    await expect(endSignIn(stranger, { signInId })).rejects.toThrow(NotFoundError);
    await endSignIn(me, { signInId });
    await expect(endSignIn(me, { signInId })).rejects.toThrow(NotFoundError);
    expect(await db.auditRecord.count({ where: { action: "sign-ins.endSignIn" } })).toBe(1);
  });

  it("ends with all others of its owner, and nobody else's", async () => {
    const { person } = await signedIn();
    await startPasswordSignIn({ email: person.email, password }, elsewhere);
    const neighbour = await signedIn();
    await endAllSignIns(await actor(person));
    expect(await ownSignIns(await actor(person))).toEqual([]);
    expect(await ownSignIns(await actor(neighbour.person))).toHaveLength(1);
  });
});

describe("changing one's password", () => {
  async function signedInTwice() {
    const person = await aPerson({ passwordHash });
    const here = (await startPasswordSignIn({ email: person.email, password }, office)) ?? "";
    const there = (await startPasswordSignIn({ email: person.email, password }, elsewhere)) ?? "";
    return { person, here, there, me: { ...(await actor(person)), signInId: here } };
  }

  it("ends every other sign-in and every open link, and keeps this one", async () => {
    const { person, here, there, me } = await signedInTwice();
    await requestReset(office, { email: person.email });
    await changePassword(me, { current: password, password: other });
    expect(await actorOfSignIn(here, mondayMorning)).not.toBeNull();
    expect(await actorOfSignIn(there, mondayMorning)).toBeNull();
    expect(await findLink("RESET", await mailedToken(person, "RESET"))).toBeNull();
    expect(await startPasswordSignIn({ email: person.email, password: other }, office)).not.toBeNull();
  });

  it("refuses a wrong current password beside its field, and a first guess beside the other", async () => {
    const { me } = await signedInTwice();
    await expect(changePassword(me, { current: other, password: other })).rejects.toMatchObject({
      sentence: { key: "sign-ins.refused.wrongPassword" },
      field: "current",
    });
    await expect(changePassword(me, { current: password, password: "letmein123456" })).rejects.toMatchObject({
      sentence: { key: "sign-ins.refused.commonPassword" },
      field: "password",
    });
  });

  it("refuses who has no password, and offers guessing only a few tries", async () => {
    const person = await aPerson();
    const me = await actor(person);
    expect(await hasPassword(me)).toBe(false);
    await expect(changePassword(me, { current: password, password: other })).rejects.toEqual(
      refusal("sign-ins.refused.noPassword"),
    );
    const guessed = await signedInTwice();
    for (let round = 0; round < 8; round++) {
      await expect(changePassword(guessed.me, { current: other, password: other })).rejects.toEqual(
        refusal("sign-ins.refused.wrongPassword"),
      );
    }
    await expect(changePassword(guessed.me, { current: password, password: other })).rejects.toEqual(
      refusal("sign-ins.refused.tooOften"),
    );
  });
});
