import { beforeEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { invitePerson } from "@/lib/people/commands";
import { acceptInvitation, requestReset, resetPassword, startPasswordSignIn } from "@/lib/sign-ins/commands";
import { sendInvitation } from "@/lib/sign-ins/links";
import { resetDatabase } from "@/tests/support/database";
import { administrator } from "@/tests/support/people-stage";
import { refusal, settled } from "@/tests/support/refusals";
import { aPerson, mondayMorning } from "@/tests/support/rows";
import { later, mailedToken, office, other, password, passwordHash } from "@/tests/support/sign-in-stage";

beforeEach(async () => {
  await resetDatabase();
  clock.set(mondayMorning);
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
