import { beforeEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { acceptInvitation, requestReset, resetPassword, startPasswordSignIn } from "@/lib/sign-ins/commands";
import { linkToken, linkTokenHash, linkUrl } from "@/lib/sign-ins/link-token";
import { actorOfSignIn, findLink } from "@/lib/sign-ins/queries";
import { asOwner } from "@/tests/support/database";
import { refusal, settled } from "@/tests/support/refusals";
import { aPerson, mondayMorning } from "@/tests/support/rows";
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
