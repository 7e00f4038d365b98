import { beforeEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { deactivatePerson, setGrants } from "@/lib/people/commands";
import {
  acceptInvitation,
  changePassword,
  endAllSignIns,
  endOwnSignIn,
  endSignIn,
  requestReset,
  resetPassword,
  startPasswordSignIn,
} from "@/lib/sign-ins/commands";
import { linkToken, linkTokenHash, linkUrl } from "@/lib/sign-ins/link-token";
import { sendInvitation } from "@/lib/sign-ins/links";
import { hashPassword } from "@/lib/sign-ins/password";
import { actorOfSignIn, findLink, hasPassword, ownSignIns } from "@/lib/sign-ins/queries";
import { asOwner, resetDatabase } from "../support/database";
import { actor, aPerson, mondayMorning } from "../support/rows";

const password = "four green bicycles";
const other = "seven quiet lighthouses";
const passwordHash = await hashPassword(password);
const office: { address: string; userAgent: string | null } = {
  address: "192.0.2.1",
  userAgent: "Mozilla/5.0 (X11; Linux) Firefox/140.0",
};
const elsewhere = { address: "198.51.100.7", userAgent: null };
const later = (minutes: number) => clock.set(new Date(mondayMorning.getTime() + minutes * 60_000));
const refusal = (key: string) => expect.objectContaining({ sentence: expect.objectContaining({ key }) });
const settled = (results: PromiseSettledResult<unknown>[]) => results.map((result) => result.status).sort();

beforeEach(async () => {
  await resetDatabase();
  clock.set(mondayMorning);
});

/** The secret of the newest link of a kind that was mailed to somebody. */
async function mailedToken(person: { id: string }, kind: "RESET" | "INVITATION") {
  const link = await db.oneTimeLink.findFirstOrThrow({
    where: { personId: person.id, kind },
    orderBy: [{ createdAt: "desc" }],
  });
  return linkToken(link.id);
}

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

describe("asking for a new password", () => {
  it("mails a link whose secret is nowhere in the database", async () => {
    const person = await aPerson({ passwordHash });
    await requestReset(office, { email: person.email });
    const link = await db.oneTimeLink.findFirstOrThrow();
    const token = linkToken(link.id);
    expect(link).toMatchObject({ kind: "RESET", personId: person.id, tokenHash: linkTokenHash(token) });
    expect(await db.message.findMany()).toEqual([
      expect.objectContaining({
        kind: "reset",
        personId: person.id,
        inApp: false,
        mail: "QUEUED",
        data: { linkId: link.id },
      }),
    ]);
    const tables = await asOwner(
      `SELECT (SELECT string_agg(l::text, ' ') FROM "OneTimeLink" l) || (SELECT string_agg(m::text, ' ') FROM "Message" m)
         || (SELECT string_agg(a::text, ' ') FROM "AuditRecord" a) || (SELECT string_agg(j::text, ' ') FROM graphile_worker._private_jobs j) AS "all"`,
    );
    expect(tables[0].all).toContain(link.id);
    expect(tables[0].all).not.toContain(token);
    expect(linkUrl(link.id, "RESET")).toMatch(/^https?:\/\/[^/]+\/reset\/[\w-]{43}$/);
  });

  it.each([
    ["an unknown address", "nobody@test.example"],
    ["a deactivated account", "gone@test.example"],
  ])("answers the same for %s, no sooner, and writes nothing", async (_, email) => {
    await aPerson({ email: "gone@test.example", passwordHash, deactivatedAt: mondayMorning });
    await aPerson({ email: "ana@test.example", passwordHash });
    const time = async (address: string) => {
      const start = performance.now();
      expect(await requestReset(office, { email: address })).toBeUndefined();
      return performance.now() - start;
    };
    expect(await time("ana@test.example")).toBeGreaterThan(390);
    expect(await time(email)).toBeGreaterThan(390);
    expect([await db.oneTimeLink.count(), await db.message.count()]).toEqual([1, 1]);
  });

  it.each(["ana@test.example", "nobody@test.example"])(
    "is refused after five times for %s",
    async (email) => {
      await aPerson({ email: "ana@test.example", passwordHash });
      await Promise.all(Array.from({ length: 5 }, () => requestReset(office, { email })));
      await expect(requestReset(elsewhere, { email })).rejects.toEqual(refusal("sign-ins.refused.tooOften"));
    },
  );

  it("lets only the newest link be used", async () => {
    const person = await aPerson({ passwordHash });
    await requestReset(office, { email: person.email });
    const first = await mailedToken(person, "RESET");
    later(1);
    await requestReset(office, { email: person.email });
    expect(await findLink("RESET", first)).toBeNull();
    expect(await findLink("RESET", await mailedToken(person, "RESET"))).toMatchObject({
      person: { email: person.email },
    });
  });
});

describe("choosing a new password with a link", () => {
  async function withLink() {
    const person = await aPerson({ passwordHash });
    await requestReset(office, { email: person.email });
    return { person, token: await mailedToken(person, "RESET") };
  }

  it("changes it, ends every sign-in, and works once", async () => {
    const { person, token } = await withLink();
    const open = await startPasswordSignIn({ email: person.email, password }, office);
    expect(await resetPassword(elsewhere, { token, password: other })).toEqual({ email: person.email });
    expect(await actorOfSignIn(open ?? "", mondayMorning)).toBeNull();
    expect(await startPasswordSignIn({ email: person.email, password }, elsewhere)).toBeNull();
    expect(await startPasswordSignIn({ email: person.email, password: other }, elsewhere)).not.toBeNull();
    await expect(resetPassword(elsewhere, { token, password })).rejects.toEqual(
      refusal("sign-ins.refused.linkGone"),
    );
    expect(await db.auditRecord.count({ where: { action: "sign-ins.resetPassword" } })).toBe(1);
  });

  it("accepts any characters, and 128 of them", async () => {
    const { person, token } = await withLink();
    const long = "🚲 é\u0301ß密 ".repeat(16).slice(0, -1);
    await resetPassword(office, { token, password: `${long}${"𝔵".repeat(17)}` });
    const right = `${long}${"𝔵".repeat(17)}`;
    expect(
      await startPasswordSignIn({ email: person.email, password: right.normalize("NFD") }, office),
    ).not.toBeNull();
    expect(
      await startPasswordSignIn({ email: person.email, password: right.slice(0, -2) }, office),
    ).toBeNull();
  });

  it("refuses a link that is an hour old, of another kind, or of somebody deactivated since", async () => {
    const { person, token } = await withLink();
    const tried = () => resetPassword(office, { token, password: other });
    await expect(acceptInvitation(office, { token, password: other })).rejects.toEqual(
      refusal("sign-ins.refused.linkGone"),
    );
    later(60);
    await expect(tried()).rejects.toEqual(refusal("sign-ins.refused.linkGone"));
    clock.set(mondayMorning);
    await db.person.update({ where: { id: person.id }, data: { deactivatedAt: mondayMorning } });
    await expect(tried()).rejects.toEqual(refusal("sign-ins.refused.linkGone"));
  });

  it("refuses a first guess beside its field, and leaves the link as it was", async () => {
    const { token } = await withLink();
    for (const guess of ["Password2026!", "qwertyuiop12", "aaaaaaaaaaaa"]) {
      await expect(resetPassword(office, { token, password: guess })).rejects.toMatchObject({
        sentence: { key: "sign-ins.refused.commonPassword" },
        field: "password",
      });
    }
    await resetPassword(office, { token, password: other });
  });

  it("gives one of two at once the new password", async () => {
    const { person, token } = await withLink();
    const both = await Promise.allSettled(
      ["first of two bicycles", "second of two bicycles"].map((chosen) =>
        resetPassword(office, { token, password: chosen }),
      ),
    );
    expect(settled(both)).toEqual(["fulfilled", "rejected"]);
    const right = both[0]?.status === "fulfilled" ? "first of two bicycles" : "second of two bicycles";
    expect(await startPasswordSignIn({ email: person.email, password: right }, office)).not.toBeNull();
    expect(await db.auditRecord.count({ where: { action: "sign-ins.resetPassword" } })).toBe(1);
  });

  it("lets whoever tries secrets wait, and whoever has one through", async () => {
    const { token } = await withLink();
    await asOwner(`INSERT INTO rate_limit (key, points, expire) VALUES ('link:192.0.2.1', 60, $1)`, [
      Date.now() + 60_000,
    ]);
    const guess = "A".repeat(43);
    await expect(resetPassword(office, { token: guess, password: other })).rejects.toEqual(
      refusal("sign-ins.refused.tooOften"),
    );
    await resetPassword(office, { token, password: other });
  });
});

describe("accepting an invitation", () => {
  async function invited() {
    const person = await aPerson();
    await db.$transaction((tx) => sendInvitation(tx, person.id));
    return { person, token: await mailedToken(person, "INVITATION") };
  }

  it("chooses the first password, within seven days", async () => {
    const { person, token } = await invited();
    later(7 * 24 * 60 - 1);
    expect(await acceptInvitation(office, { token, password })).toEqual({ email: person.email });
    expect(await startPasswordSignIn({ email: person.email, password }, office)).not.toBeNull();
    expect(await db.auditRecord.count({ where: { action: "sign-ins.acceptInvitation" } })).toBe(1);
  });

  it("is refused after seven days", async () => {
    const { token } = await invited();
    later(7 * 24 * 60);
    await expect(acceptInvitation(office, { token, password })).rejects.toEqual(
      refusal("sign-ins.refused.linkGone"),
    );
  });

  it("never changes a password that is there", async () => {
    const { person, token } = await invited();
    await requestReset(office, { email: person.email });
    await resetPassword(office, { token: await mailedToken(person, "RESET"), password });
    await expect(acceptInvitation(office, { token, password: other })).rejects.toEqual(
      expect.objectContaining({ name: "UserError" }),
    );
    // Also not when it came to be while the invitation was being answered.
    const second = await invited();
    await db.person.update({ where: { id: second.person.id }, data: { passwordHash } });
    await expect(acceptInvitation(office, { token: second.token, password: other })).rejects.toEqual(
      refusal("sign-ins.refused.alreadyAccepted"),
    );
    expect(await startPasswordSignIn({ email: second.person.email, password }, office)).not.toBeNull();
  });

  it("takes the first of two at once", async () => {
    const { token } = await invited();
    const both = await Promise.allSettled(
      [password, other].map((chosen) => acceptInvitation(office, { token, password: chosen })),
    );
    expect(settled(both)).toEqual(["fulfilled", "rejected"]);
    expect(await db.auditRecord.count({ where: { action: "sign-ins.acceptInvitation" } })).toBe(1);
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
