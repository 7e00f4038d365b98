import { type JobHelpers, parseCrontab } from "graphile-worker";
import { beforeEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { renameFloor } from "@/lib/floors/commands";
import { personHistory } from "@/lib/history/queries";
import { commitImport, discardImports, mapImport, previewImport, undoImport } from "@/lib/imports/commands";
import { getImport } from "@/lib/imports/queries";
import { anEmptyCompany, anImport, lines, people, refusal } from "../support/import-stage";
import { everyKind } from "../support/kinds";
import { administrator } from "../support/people-stage";
import { aFloor, aPerson, mondayMorning } from "../support/rows";

beforeEach(anEmptyCompany);

describe("looking at a file", () => {
  it("is for administrators, and each sees their own", async () => {
    const text = lines("name,email", "Ana,ana@test.example");
    const kept: string[] = [];
    for (const [kind, who] of await everyKind()) {
      if (kind === "administrator") {
        kept.push((await previewImport(who, { fileName: "people.csv", text })).importId);
      } else {
        await expect(previewImport(who, { fileName: "", text }), kind).rejects.toThrow(NotFoundError);
        for (const importId of kept) {
          await expect(getImport(who, importId), kind).rejects.toThrow(NotFoundError);
          await expect(commitImport(who, { importId }), kind).rejects.toThrow(NotFoundError);
        }
      }
    }
    const another = await administrator();
    await expect(getImport(another, kept[0] ?? "")).rejects.toThrow(NotFoundError);
    await expect(commitImport(another, { importId: kept[0] ?? "" })).rejects.toThrow(NotFoundError);
    expect(await db.person.count({ where: { email: "ana@test.example" } })).toBe(0);
  });

  it("writes nobody, and says what each row would do", async () => {
    const who = await administrator();
    const floor = await aFloor();
    await aPerson({ name: "Same", email: "same@test.example", title: "Seller" });
    await aPerson({ name: "Old name", email: "changed@test.example" });
    const before = await people();
    const { importId } = await previewImport(who, {
      fileName: "people.csv",
      text: lines(
        "email;name;job title;team;shoe size",
        "same@test.example;Same;Seller;;44",
        "changed@test.example;New name;;;",
        `new@test.example;"Neu; ""der"" Neue";;${floor.name.toUpperCase()};`,
      ),
    });
    const shown = await getImport(who, importId);
    expect(shown.rows.map((row) => [row.line, row.email, row.effect])).toEqual([
      [2, "same@test.example", "same"],
      [3, "changed@test.example", "changed"],
      [4, "new@test.example", "added"],
    ]);
    expect(shown).toMatchObject({
      fileName: "people.csv",
      columns: ["email", "name", "title", "floor", null],
      refusal: null,
      counts: { all: 3, added: 1, changed: 1, same: 1 },
      problems: { count: 0 },
      result: null,
    });
    expect(await people()).toEqual(before);
  });

  it("names what is wrong by row and column, all of it at once", async () => {
    const who = await administrator();
    const { importId } = await previewImport(who, {
      fileName: "",
      text: lines(
        "name,email,floor,manager email,hire date,time zone,grants",
        ",new@test.example,,,,,",
        "Ana,not an address,Nowhere,ghost@test.example,03/14/2026,Mars/Olympus,king",
        "Ben,ben@test.example,,ben@test.example,,,",
        "Ben again,BEN@test.example,,,,,",
        "Cy,cy@test.example,,,,,,one,too,many",
        "Nul\0l,nul@test.example,,,,,",
      ),
    });
    const shown = await getImport(who, importId);
    expect(shown.problems.first.map((one) => [one.line, one.column, one.sentence.key])).toEqual([
      [2, "name", "people.invalid.name"],
      [3, "email", "errors.text.email"],
      [3, "hireDate", "errors.text.day"],
      [3, "timeZone", "errors.text.timeZone"],
      [3, "grants", "imports.wrong.grant"],
      [3, "floor", "imports.wrong.floor"],
      [3, "managerEmail", "imports.wrong.manager"],
      [4, "managerEmail", "people.refused.ownManager"],
      [5, "email", "imports.wrong.twice"],
      [6, null, "imports.wrong.cells"],
      [7, "name", "errors.text.strange"],
      [7, "name", "people.invalid.name"],
    ]);
    const before = await people();
    await expect(commitImport(who, { importId })).rejects.toEqual(refusal("imports.refused.problems"));
    expect(await people()).toEqual(before);
    expect(await db.peopleImport.count({ where: { committedAt: null } })).toBe(1);
  });
});

describe("saying what the columns hold", () => {
  it("reads the same file anew, as often as one likes before it is committed", async () => {
    const who = await administrator();
    const text = lines("who,where to write,nickname", "Ana,ana@test.example,Annie");
    const { importId } = await previewImport(who, { fileName: "", text });
    expect(await getImport(who, importId)).toMatchObject({
      refusal: { key: "imports.refused.missing.email" },
      counts: { all: 0 },
    });
    await expect(commitImport(who, { importId })).rejects.toEqual(refusal("imports.refused.missing.email"));
    await mapImport(who, { importId, columns: ["name", "email", null] });
    expect((await getImport(who, importId)).rows).toMatchObject([{ name: "Ana", effect: "added" }]);
    await mapImport(who, { importId, columns: [null, "email", "name"] });
    await commitImport(who, { importId });
    expect((await people()).map((person) => person.name)).toContain("Annie");
    await expect(mapImport(who, { importId, columns: ["name", "email", null] })).rejects.toEqual(
      refusal("imports.refused.done"),
    );
  });

  it("refuses two that hold the same, none with the address, and another number of columns", async () => {
    const who = await administrator();
    const text = lines("name,email", "Ana,ana@test.example");
    const { importId } = await previewImport(who, { fileName: "", text });
    await expect(mapImport(who, { importId, columns: ["email", "email"] })).rejects.toEqual(
      refusal("imports.refused.twice.email"),
    );
    await expect(mapImport(who, { importId, columns: ["name", null] })).rejects.toEqual(
      refusal("imports.refused.missing.email"),
    );
    await expect(mapImport(who, { importId, columns: ["email"] })).rejects.toThrow(NotFoundError);
    await expect(mapImport(await administrator(), { importId, columns: [null, "email"] })).rejects.toThrow(
      NotFoundError,
    );
  });
});

describe("committing an import", () => {
  it("adds, changes, and leaves alone what is empty; records it for each person", async () => {
    const who = await administrator();
    const floor = await aFloor();
    const old = await aPerson({
      name: "Old name",
      email: "old@test.example",
      title: "Seller",
      floorId: floor.id,
      grant: "ENABLEMENT_MANAGER",
    });
    const { importId } = await previewImport(who, {
      fileName: "people.csv",
      text: `\uFEFF${lines(
        "Name,E-mail,Title,Floor,Manager email,Hire date,Time zone,Grants",
        "New name,OLD@test.example,,,boss@test.example,,,trainer",
        `Boss,boss@test.example,"Head, of ""sales""\nEMEA",${floor.name},,2024-01-31,Asia/Tokyo,admin|trainer`,
        "王小明,wang@test.example,,,old@test.example,,,",
      ).replace("\nEMEA", " EMEA")}`,
    });
    expect(await commitImport(who, { importId })).toEqual({ added: 2, changed: 1 });
    const [boss, changed, , wang] = await people();
    expect(boss).toEqual({
      email: "boss@test.example",
      name: "Boss",
      title: 'Head, of "sales" EMEA',
      floor: floor.name,
      manager: null,
      timeZone: "Asia/Tokyo",
      grants: ["ADMIN", "TRAINER"],
    });
    expect(changed).toMatchObject({
      name: "New name",
      title: "Seller",
      floor: floor.name,
      manager: "boss@test.example",
      timeZone: "Europe/Berlin",
      grants: ["ENABLEMENT_MANAGER", "TRAINER"],
    });
    expect(wang).toMatchObject({ name: "王小明", manager: "old@test.example", timeZone: "Europe/Oslo" });
    expect((await getImport(who, importId)).result).toEqual({ added: 2, changed: 1 });
    expect((await personHistory(who, old.id)).entries.map((entry) => entry.sentence)).toEqual([
      expect.stringMatching(/changed the profile of .*New name/),
    ]);
    expect(await db.message.count()).toBe(0);
  });

  it("is done once, also by two presses at once", async () => {
    const who = await administrator();
    const text = lines("name,email", "Ana,ana@test.example");
    const { importId } = await previewImport(who, { fileName: "", text });
    const both = await Promise.allSettled([commitImport(who, { importId }), commitImport(who, { importId })]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(commitImport(who, { importId })).rejects.toEqual(refusal("imports.refused.done"));
    expect(await db.auditRecord.count({ where: { action: "imports.commitImport" } })).toBe(1);
  });

  it("makes nobody twice when two files with the same people come at once", async () => {
    const text = (title: string) =>
      lines(
        "name,email,title",
        ...Array.from({ length: 40 }, (_, row) => `P ${row},p${row}@test.example,${title}`),
      );
    const imports = await Promise.all(
      ["One", "Two"].map(async (title) => {
        const who = await administrator();
        return { who, ...(await previewImport(who, { fileName: "", text: text(title) })) };
      }),
    );
    const results = await Promise.all(imports.map(({ who, importId }) => commitImport(who, { importId })));
    expect(results).toEqual(
      expect.arrayContaining([
        { added: 40, changed: 0 },
        { added: 0, changed: 40 },
      ]),
    );
    const titles = new Set(
      (await db.person.findMany({ where: { name: { startsWith: "P " } } })).map((p) => p.title),
    );
    expect([await db.person.count({ where: { name: { startsWith: "P " } } }), titles.size]).toEqual([40, 1]);
  });

  it("writes nothing when something has become wrong since it was looked at", async () => {
    const who = await administrator();
    const floor = await aFloor();
    const { importId } = await previewImport(who, {
      fileName: "",
      text: lines("name,email,floor", "Ana,ana@test.example,", `Ben,ben@test.example,${floor.name}`),
    });
    expect((await getImport(who, importId)).problems.count).toBe(0);
    await renameFloor(who, { floorId: floor.id, name: "Elsewhere" });
    await expect(commitImport(who, { importId })).rejects.toMatchObject({
      sentence: { key: "imports.refused.problems", values: { line: 3 } },
    });
    expect(await db.person.count()).toBe(1);
    expect((await getImport(who, importId)).problems.first).toMatchObject([{ line: 3, column: "floor" }]);
  });

  it("takes five thousand people at once", async () => {
    const who = await administrator();
    const rows = Array.from(
      { length: 5_000 },
      (_, row) => `Person ${row},person${row}@test.example,Seller,person${row ? 0 : 1}@test.example,trainer`,
    );
    const text = lines("name,email,title,manager email,grants", ...rows);
    const first = await previewImport(who, { fileName: "", text });
    expect(await commitImport(who, first)).toEqual({ added: 5_000, changed: 0 });
    const second = await previewImport(who, { fileName: "", text: text.replaceAll("Seller", "Closer") });
    expect(await commitImport(who, second)).toEqual({ added: 0, changed: 5_000 });
    expect(await db.person.count({ where: { title: "Closer", managerId: { not: null } } })).toBe(5_000);
    expect(await db.grant.count({ where: { kind: "TRAINER" } })).toBe(5_000);
    expect(await undoImport(who, second)).toMatchObject({ putBack: 5_000, left: [] });
    expect(await db.person.count({ where: { title: "Seller" } })).toBe(5_000);
    expect(await undoImport(who, first)).toMatchObject({ removed: 5_000, left: [] });
    expect(await db.person.count()).toBe(1);
  }, 60_000);
});

describe("a file that nobody imports", () => {
  const later = (days: number) => clock.set(new Date(mondayMorning.getTime() + days * 24 * 3_600_000));

  it("is deleted after a week, with a record of it and once, and what was committed stays", async () => {
    const who = await administrator();
    const forgotten = await anImport(who.personId);
    const committed = await anImport(who.personId, { committed: true });
    later(6.9);
    expect(await discardImports()).toBe(0);
    const fresh = await previewImport(who, {
      fileName: "",
      text: lines("email,name", "ana@test.example,Ana"),
    });
    later(7.1);
    const both = await Promise.all([discardImports(), discardImports()]);
    expect(both.sort()).toEqual([0, 1]);
    await expect(getImport(who, forgotten.id)).rejects.toThrow(NotFoundError);
    await expect(commitImport(who, { importId: forgotten.id })).rejects.toThrow(NotFoundError);
    expect(await getImport(who, committed.id)).toMatchObject({ result: { added: 0 } });
    expect(await getImport(who, fresh.importId)).toMatchObject({ counts: { added: 1 } });
    const records = await db.auditRecord.findMany({ where: { action: "imports.discarded" } });
    expect(records).toMatchObject([{ actorId: null, subjectId: forgotten.id }]);
  });

  it("is one of the things that the worker does each night", async () => {
    const { crontab, tasks } = await import("@/lib/imports/jobs");
    const who = await administrator();
    await anImport(who.personId);
    later(8);
    const [item] = parseCrontab(crontab);
    expect(item?.match({ min: 20, hour: 2, date: 1, month: 12, dow: 2 })).toBe(true);
    await tasks[item?.task ?? ""]?.({}, {} as JobHelpers);
    expect(await db.peopleImport.count()).toBe(0);
  });
});
