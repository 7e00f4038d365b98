import { beforeEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { commitImport, previewImport, undoImport } from "@/lib/imports/commands";
import { getImport, recentImports } from "@/lib/imports/queries";
import { announce } from "@/lib/outbox";
import { invitePerson } from "@/lib/people/commands";
import { anEmptyCompany, lines, people, refusal } from "../support/import-stage";
import { everyKind } from "../support/kinds";
import { administrator } from "../support/people-stage";
import { aPerson, mondayMorning } from "../support/rows";

beforeEach(anEmptyCompany);

describe("undoing an import", () => {
  const file = lines(
    "name,email,title,manager email,grants",
    "New name,old@test.example,Closer,boss@test.example,trainer",
    "Boss,boss@test.example,Head,,",
    "Ana,ana@test.example,Seller,boss@test.example,",
  );

  async function anOldOne() {
    return aPerson({ name: "Old name", email: "old@test.example", title: "Seller" });
  }

  async function imported(who: Awaited<ReturnType<typeof administrator>>, text = file) {
    const { importId } = await previewImport(who, { fileName: "people.csv", text });
    await commitImport(who, { importId });
    return importId;
  }

  it("leaves everybody as they were before, and says so", async () => {
    const who = await administrator();
    await anOldOne();
    const before = await people();
    const importId = await imported(who);
    expect(await people()).toHaveLength(4);
    expect((await recentImports(who))[0]).toMatchObject({ id: importId, undoneAt: null });
    expect(await undoImport(who, { importId })).toEqual({ removed: 2, deactivated: 0, putBack: 1, left: [] });
    expect(await people()).toEqual(before);
    expect(await getImport(who, importId)).toMatchObject({ undone: { removed: 2 }, undoableUntil: null });
    expect(await db.auditRecord.count({ where: { action: "imports.removedPerson" } })).toBe(2);
    await expect(undoImport(who, { importId })).rejects.toEqual(refusal("imports.refused.undone"));
    expect(await imported(who)).toBeDefined();
  });

  it("leaves who has a part in something by now, and their manager", async () => {
    const who = await administrator();
    const importId = await imported(who);
    const ana = await db.person.findUniqueOrThrow({ where: { email: "ana@test.example" } });
    await invitePerson(who, { personId: ana.id });
    const undone = await undoImport(who, { importId });
    expect(undone.left.map((one) => [one.name, one.sentence.key])).toEqual([
      ["Ana", "imports.left.used"],
      ["Boss", "imports.left.manages"],
    ]);
    expect(undone.removed).toBe(1);
    expect(await db.person.findUnique({ where: { id: ana.id }, include: { manager: true } })).toMatchObject({
      manager: { email: "boss@test.example" },
    });
  });

  it("closes who was only told something", async () => {
    const who = await administrator();
    const importId = await imported(who, lines("name,email", "Ana,ana@test.example"));
    const ana = await db.person.findUniqueOrThrow({ where: { email: "ana@test.example" } });
    await transaction(db, (tx) =>
      announce(tx, { to: [ana.id], kind: "enrolled", data: {}, href: "/", by: "app" }),
    );
    expect(await undoImport(who, { importId })).toMatchObject({ removed: 0, deactivated: 1, left: [] });
    expect(await db.person.findUnique({ where: { id: ana.id } })).toMatchObject({
      deactivatedAt: mondayMorning,
    });
  });

  it("keeps what somebody changed since, and puts back the rest", async () => {
    const who = await administrator();
    const old = await anOldOne();
    const importId = await imported(who);
    await db.person.update({ where: { id: old.id }, data: { title: "Director" } });
    const { left } = await undoImport(who, { importId });
    expect(left).toMatchObject([{ id: old.id, sentence: { key: "imports.left.changedSince" } }]);
    expect((await people()).find((person) => person.email === old.email)).toMatchObject({
      name: "Old name",
      title: "Director",
      manager: null,
      grants: [],
    });
  });

  it("is its administrator's, for a day, and once, also when pressed twice at once", async () => {
    const who = await administrator();
    const importId = await imported(who);
    for (const [kind, other] of await everyKind()) {
      await expect(undoImport(other, { importId }), kind).rejects.toThrow(NotFoundError);
    }
    clock.set(new Date(mondayMorning.getTime() + 25 * 3_600_000));
    await expect(undoImport(who, { importId })).rejects.toEqual(refusal("imports.refused.undoLate"));
    clock.set(mondayMorning);
    const both = await Promise.allSettled([undoImport(who, { importId }), undoImport(who, { importId })]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.auditRecord.count({ where: { action: "imports.undoImport" } })).toBe(1);
  });

  it("is refused by the database itself a second time, and before it was committed", async () => {
    const who = await administrator();
    const { importId } = await previewImport(who, { fileName: "", text: file });
    const write = (data: object) => db.peopleImport.update({ where: { id: importId }, data });
    await expect(write({ undoneAt: mondayMorning })).rejects.toThrow(/import_undone_after_commit/);
    await expect(write({ committedAt: mondayMorning })).rejects.toThrow(/import_committed_written/);
    await commitImport(who, { importId });
    await expect(write({ committedAt: new Date(0) })).rejects.toThrow(/import_once/);
    await undoImport(who, { importId });
    await expect(write({ undoneAt: null })).rejects.toThrow(/import_once/);
  });
});
