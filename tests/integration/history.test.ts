import { beforeEach, describe, expect, it } from "vitest";
import { type AuditAction, audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { brokenRecord, cohortHistory, personHistory, wholeHistory } from "@/lib/history/queries";
import { asOwner, resetDatabase } from "../support/database";
import { aCohort, actor, aPerson, mondayMorning } from "../support/rows";

beforeEach(async () => {
  await resetDatabase();
  clock.set(mondayMorning);
});

type Someone = { id: string; name: string };

async function record(
  by: Someone,
  about: { id: string },
  given: { cohortId?: string; action?: AuditAction } = {},
) {
  await transaction(db, (tx) =>
    audit(
      tx,
      { personId: by.id, name: by.name },
      {
        action: given.action ?? "outcomes.recordResult",
        subject: { type: "Person", id: about.id },
        data: { mentee: "Maya", outcome: "PASSED" },
        ...(given.cohortId ? { cohortId: given.cohortId } : {}),
      },
    ),
  );
}

const administrator = async () => actor(await aPerson({ grant: "ADMIN" }));

describe("the audit trail", () => {
  it.each([
    ["change", `UPDATE "AuditRecord" SET "actorName" = 'somebody else'`],
    ["remove", `DELETE FROM "AuditRecord"`],
    ["empty", `TRUNCATE "AuditRecord"`],
    ["renumber", `SELECT setval('"AuditRecord_seq_seq"', 1)`],
  ])("lets the application's role not %s it", async (_, sql) => {
    const person = await aPerson();
    await record(person, person);
    await expect(db.$executeRawUnsafe(sql)).rejects.toThrow(/permission denied/);
    expect(await db.auditRecord.count()).toBe(1);
  });

  it("is one unbroken chain, also when many write at once", async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => aPerson()));
    await Promise.all(people.map((person) => record(person, person)));
    const rows = await db.auditRecord.findMany({ orderBy: { seq: "asc" } });
    expect(rows.map((row) => row.previous)).toEqual(["", ...rows.slice(0, -1).map((row) => row.hash)]);
    expect(await brokenRecord(await administrator())).toBeNull();
  });

  it.each([
    ["a changed record", `UPDATE "AuditRecord" SET data = '{"mentee": "Luca"}' WHERE seq = $1`, 1, 1],
    ["a changed author", `UPDATE "AuditRecord" SET "actorName" = 'Luca' WHERE seq = $1`, 2, 2],
    ["a record that is gone", `DELETE FROM "AuditRecord" WHERE seq = $1`, 1, 2],
    ["a forged hash", `UPDATE "AuditRecord" SET hash = repeat('0', 64) WHERE seq = $1`, 0, 0],
  ])("tells %s, even when the owner of the database made it", async (_, sql, changed, found) => {
    const person = await aPerson();
    for (let index = 0; index < 4; index++) await record(person, person);
    const numbers = (await db.auditRecord.findMany({ orderBy: { seq: "asc" } })).map((row) =>
      String(row.seq),
    );
    const admin = await administrator();
    expect(await brokenRecord(admin)).toBeNull();
    await asOwner(sql, [numbers[changed]]);
    expect(await brokenRecord(admin)).toBe(numbers[found]);
  });

  it("undoes its record with the deed", async () => {
    const person = await aPerson();
    const undone = transaction(db, async (tx) => {
      await audit(tx, null, { action: "organization.setUp", subject: { type: "Organization", id: "1" } });
      throw new Error("not after all");
    });
    await expect(undone).rejects.toThrow("not after all");
    await record(person, person);
    expect(await db.auditRecord.count()).toBe(1);
    expect(await brokenRecord(await administrator())).toBeNull();
  });
});

describe("reading the audit trail", () => {
  it("gives administrators sentences, newest first, page by page", async () => {
    const person = await aPerson({ name: "Amara Okafor" });
    for (let index = 0; index < 55; index++) await record(person, person);
    const admin = await administrator();
    const first = await wholeHistory(admin, {});
    expect(first.entries).toHaveLength(50);
    expect(first.entries[0]).toMatchObject({
      who: "Amara Okafor",
      sentence: "Amara Okafor recorded the certification result of Maya: certified",
    });
    const second = await wholeHistory(admin, { before: first.next ?? "" });
    expect(second.entries).toHaveLength(5);
    const numbers = [...first.entries, ...second.entries].map((entry) => Number(entry.id));
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => b - a));
    expect(second.next).toBeNull();
    expect((await wholeHistory(admin, { before: "'; DROP" })).entries).toHaveLength(50);
  });

  it("narrows it to a person and to a day of one's own time zone", async () => {
    const [one, two] = [await aPerson(), await aPerson()];
    clock.set(new Date("2026-03-02T22:30:00Z"));
    await record(one, one, { action: "people.addPerson" });
    clock.set(new Date("2026-03-02T23:30:00Z"));
    await record(two, one, { action: "people.changePerson" });
    await record(two, two, { action: "people.invitePerson" });
    const admin = await administrator();
    const shown = async (show: Parameters<typeof wholeHistory>[1]) => {
      const { entries } = await wholeHistory(admin, show);
      const rows = await db.auditRecord.findMany({
        where: { seq: { in: entries.map((entry) => BigInt(entry.id)) } },
      });
      return rows.map((row) => row.action).sort();
    };
    expect(await shown({ personId: one.id })).toEqual(["people.addPerson", "people.changePerson"]);
    expect(await shown({ day: "2026-03-02" })).toEqual(["people.addPerson"]);
    expect(await shown({ day: "2026-03-03" })).toEqual(["people.changePerson", "people.invitePerson"]);
    expect(await shown({ personId: one.id, day: "2026-03-03" })).toEqual(["people.changePerson"]);
  });

  it("gives each person their own, and other people's to administrators alone", async () => {
    const [one, two] = [await aPerson(), await aPerson()];
    await record(one, one);
    await record(two, two);
    expect((await personHistory(await actor(one), one.id)).entries).toHaveLength(1);
    await expect(personHistory(await actor(one), two.id)).rejects.toThrow(NotFoundError);
    expect((await personHistory(await administrator(), two.id)).entries).toHaveLength(1);
    await expect(wholeHistory(await actor(one), {})).rejects.toThrow(NotFoundError);
    await expect(brokenRecord(await actor(one))).rejects.toThrow(NotFoundError);
  });

  it("gives a cohort's to its organizers alone", async () => {
    const [organizer, other] = [
      await aPerson({ grant: "ENABLEMENT_MANAGER" }),
      await aPerson({ grant: "ENABLEMENT_MANAGER" }),
    ];
    const cohort = await aCohort({ organizer });
    await record(organizer, organizer, { cohortId: cohort.id });
    await record(organizer, organizer);
    expect((await cohortHistory(await actor(organizer), cohort.id)).entries).toHaveLength(1);
    await expect(cohortHistory(await actor(other), cohort.id)).rejects.toThrow(NotFoundError);
    await expect(cohortHistory(await administrator(), cohort.id)).rejects.toThrow(NotFoundError);
  });
});
