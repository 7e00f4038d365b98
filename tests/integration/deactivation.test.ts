import { beforeEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { deactivatePerson, invitePerson, reactivatePerson } from "@/lib/people/commands";
import { getPerson } from "@/lib/people/queries";
import { actorOfSignIn } from "@/lib/sign-ins/queries";
import { resetDatabase } from "@/tests/support/database";
import { administrator, recorded } from "@/tests/support/people-stage";
import { refusal, settled } from "@/tests/support/refusals";
import { actor, aPerson, mondayMorning } from "@/tests/support/rows";

beforeEach(async () => {
  await resetDatabase();
  clock.set(mondayMorning);
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
