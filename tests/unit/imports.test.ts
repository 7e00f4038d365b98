import { describe, expect, it } from "vitest";
import { guessColumns, readPeople } from "@/lib/imports/people-file";
import { type KnownPerson, planImport } from "@/lib/imports/plan";
import {
  columnsRefusal,
  type PersonNow,
  planUndo,
  undoRefusal,
  type WrittenPerson,
} from "@/lib/imports/rules";
import { importColumns, previewImportSchema } from "@/lib/imports/schema";
import { readTable } from "@/lib/imports/table-file";
import { words } from "../support/words";

const head = "name,email";
const tableOf = (text: string) => {
  const table = readTable(text);
  if ("refusal" in table) throw new Error(words(table.refusal));
  return table;
};
const read = (...lines: string[]) => {
  const table = tableOf(lines.join("\n"));
  return readPeople(table, guessColumns(table.head, importColumns));
};
const refused = (text: string) => {
  const table = readTable(text);
  if ("refusal" in table) return words(table.refusal);
  const refusal = columnsRefusal(guessColumns(table.head, importColumns));
  return refusal && words(refusal);
};

describe("reading a file of people", () => {
  it.each([
    ["commas", 'name,email,title\nAna,ana@test.example,"Head, sales"'],
    ["semicolons", "name;email;title\nAna;ana@test.example;Head, sales"],
    ["tabs, as pasted from a spreadsheet", "name\temail\ttitle\nAna\tana@test.example\tHead, sales"],
    [
      "a byte order mark and other line ends",
      '\uFEFFname,email,title\r\nAna,ana@test.example,"Head, sales"\r\n',
    ],
    [
      "blanks, empty lines and columns in any order",
      '\n Title , E-Mail,Full name\n\n"Head, sales", ANA@test.example , Ana \n,,\n',
    ],
  ])("understands %s", (_, text) => {
    const { rows, problems } = read(text);
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([{ name: "Ana", email: "ana@test.example", title: "Head, sales" }]);
  });

  it("counts lines as an editor does", () => {
    const { rows } = read(head, "", "Ana,ana@test.example", "", "Ben,ben@test.example");
    expect(rows.map((row) => row.line)).toEqual([3, 5]);
  });

  it("understands grants in words, and several of them", () => {
    const { rows } = read(
      "name,email,grants",
      "Ana,ana@test.example,Trainer | administrator;enablement manager",
    );
    expect(rows[0]?.grants).toEqual(["ADMIN", "ENABLEMENT_MANAGER", "TRAINER"]);
  });

  it("guesses what the columns hold by their names, and leaves out what it does not know", () => {
    const guess = (...head: string[]) => guessColumns(head, importColumns);
    expect(guess("Full name", "E-MAIL address", "shoe size", "")).toEqual(["name", "email", null, null]);
    expect(guess("email", "Work_Email")).toEqual(["email", null]);
    expect(guessColumns(["email", "grants"], ["email"])).toEqual(["email", null]);
  });

  it("reads what somebody says the columns hold instead", () => {
    const table = tableOf("who,where,nobody\nAna,ana@test.example,x@test.example");
    const { rows, problems } = readPeople(table, ["name", "email", null]);
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([{ name: "Ana", email: "ana@test.example", line: 2 }]);
  });

  it("does not take two columns for the same", () => {
    const refusal = columnsRefusal(["email", "name", "name"]);
    expect(refusal && words(refusal)).toBe("Two columns are said to hold “Name”. Leave one of them out.");
  });

  it.each([
    ["", /no rows below/],
    ["name\nAna", /which column holds the e-mail/],
    ["Ana,ana@test.example\nBen,ben@test.example", /which column holds the e-mail/],
    [head, /no rows below/],
    [`email${",x".repeat(60)}\n${"y,".repeat(60)}`, /more than 60 columns/],
    [`${head}\n"Ana,ana@test.example`, /quotation marks around line/],
    [`${head}\n${"x,y\n".repeat(5_001)}`, /more than 5,000 rows/],
  ])("refuses what is no such file as a whole: %j", (text, sentence) => {
    expect(refused(text)).toMatch(sentence);
  });

  it("keeps what can neither be shown nor stored out of what it keeps and tells", () => {
    expect(JSON.stringify(tableOf("na\0me,\ud800\nA\0,\udc00"))).not.toMatch(/\\u0000|\\ud800|\\udc00/);
    const { problems } = read("name,email,grants,b\0d", "A\0,nobody\0,ki\0ng,");
    expect(JSON.stringify(problems)).not.toMatch(/\\u0000/);
    expect(problems.map((problem) => problem.column)).toEqual(["email", "name", "grants"]);
  });
});

describe("what may be looked at", () => {
  const key = (text: unknown) =>
    previewImportSchema.safeParse({ fileName: "", text }).error?.issues[0]?.message;

  it("is a text of at most a megabyte, in bytes", () => {
    expect(key(" \n")).toBe("imports.refused.empty");
    expect(key(null)).toBe("imports.refused.empty");
    expect(key("a".repeat(1024 * 1024))).toBeUndefined();
    expect(key("a".repeat(1024 * 1024 + 1))).toBe("imports.refused.tooBig");
    expect(key("密".repeat(400_000))).toBe("imports.refused.tooBig");
  });
});

describe("what an import would do", () => {
  const known: KnownPerson = {
    id: "1",
    name: "Ana",
    title: "Seller",
    floorId: "smb",
    managerEmail: null,
    hireDate: "2024-01-31",
    timeZone: "UTC",
    grants: ["ADMIN"],
  };
  const facts = { floors: new Map([["smb", "smb"]]), people: new Map([["ana@test.example", known]]) };
  const plan = (...lines: string[]) => planImport(read(...lines).rows, facts);
  const columns = "email,name,title,floor,manager email,hire date,time zone,grants";

  it("is nothing where the file says what is so, or nothing", () => {
    const effects = plan(columns, "ana@test.example,Ana,Seller,Smb,,2024-01-31,UTC,admin").rows;
    expect(effects.map((row) => row.effect)).toEqual(["same"]);
    expect(plan(head, ",ana@test.example").rows.map((row) => row.effect)).toEqual(["same"]);
  });

  it.each([
    "ana@test.example,Anna,,,,,,",
    "ana@test.example,,Closer,,,,,",
    "ana@test.example,,,,,2024-02-01,,",
    "ana@test.example,,,,,,Asia/Tokyo,",
    "ana@test.example,,,,,,,trainer",
  ])("is a change where it says something else: %s", (row) => {
    expect(plan(columns, row).rows.map((one) => one.effect)).toEqual(["changed"]);
  });

  it("finds managers among those who are here and in the file itself", () => {
    const { problems, rows } = plan(
      "email,name,manager email",
      "ben@test.example,Ben,cy@test.example",
      "cy@test.example,Cy,ana@test.example",
      "di@test.example,Di,nobody@test.example",
    );
    expect(rows.map((row) => row.effect)).toEqual(["added", "added", "added"]);
    expect(problems.map((problem) => [problem.line, problem.column, words(problem.sentence)])).toEqual([
      [4, "managerEmail", "Nobody here or in the file has the address nobody@test.example."],
    ]);
  });
});

describe("undoing an import", () => {
  const fields = {
    name: "Ana",
    title: null,
    floorId: "smb",
    hireDate: null,
    timeZone: "UTC",
    managerId: null,
  };
  const added = (id: string, given: Partial<WrittenPerson> = {}): WrittenPerson => ({
    id,
    before: null,
    after: fields,
    grants: [],
    ...given,
  });
  const now = (given: Partial<PersonNow> = {}): PersonNow => ({
    ...fields,
    grants: [],
    active: true,
    used: false,
    told: false,
    ...given,
  });
  const undo = (
    written: WrittenPerson[],
    people: Record<string, PersonNow>,
    reports: { id: string; managerId: string }[] = [],
  ) => planUndo(written, new Map(Object.entries(people)), reports);
  const left = (plan: ReturnType<typeof undo>) =>
    plan.left.map((one) => [one.id, one.sentence.key.replace("imports.left.", "")]);

  it("removes whom it added and nobody touched, and closes who was told something", () => {
    const plan = undo([added("a"), added("b")], { a: now(), b: now({ told: true }) });
    expect(plan).toMatchObject({ removed: ["a"], deactivated: ["b"], putBack: [], left: [] });
  });

  it.each([
    ["has a part in something", { used: true }, "used"],
    ["was renamed since", { name: "Anna" }, "changedSince"],
    ["got a grant since", { grants: ["ADMIN"] }, "changedSince"],
    ["was deactivated since", { active: false }, "changedSince"],
  ])("leaves whom it added and who %s", (_, given, why) => {
    const plan = undo([added("a")], { a: now(given) });
    expect(plan.removed).toEqual([]);
    expect(left(plan)).toEqual([["a", why]]);
  });

  it("leaves the managers of those who stay, and theirs, but not of those who go", () => {
    const chain = [added("boss"), added("lead"), added("stays"), added("goes"), added("other")];
    const people = { boss: now(), lead: now(), stays: now({ used: true }), goes: now(), other: now() };
    const plan = undo(chain, people, [
      { id: "stays", managerId: "lead" },
      { id: "lead", managerId: "boss" },
      { id: "goes", managerId: "other" },
    ]);
    expect(plan.removed).toEqual(["goes", "other"]);
    expect(left(plan)).toEqual([
      ["stays", "used"],
      ["lead", "manages"],
      ["boss", "manages"],
    ]);
  });

  it("puts back field by field what still stands as the import wrote it", () => {
    const before = { ...fields, name: "Old", title: "Seller" };
    const after = { ...fields, name: "New", title: "Closer" };
    const person = { ...added("a"), before, after, grants: ["TRAINER"] };
    const touched = now({ ...after, title: "Head", timeZone: "Asia/Tokyo", grants: ["TRAINER", "ADMIN"] });
    const plan = undo([person], { a: touched });
    expect(plan.putBack).toEqual([{ id: "a", fields: { name: "Old" }, grants: ["TRAINER"] }]);
    expect(left(plan)).toEqual([["a", "changedSince"]]);
    expect(undo([person], { a: now(before) })).toMatchObject({ putBack: [], left: [] });
  });

  it("lets a manager go whose people get their old one back", () => {
    const before = { ...fields, managerId: null };
    const after = { ...fields, managerId: "boss" };
    const plan = undo([added("boss"), { ...added("a"), before, after }], { boss: now(), a: now(after) }, [
      { id: "a", managerId: "boss" },
    ]);
    expect(plan).toMatchObject({ removed: ["boss"], left: [] });
  });

  it("is possible once, for a day", () => {
    const at = (hours: number) => new Date(Date.UTC(2026, 2, 2, hours));
    const key = (committedAt: Date | null, undoneAt: Date | null, hours: number) =>
      undoRefusal({ committedAt, undoneAt }, at(hours))?.key;
    expect(key(null, null, 1)).toBe("imports.refused.notDone");
    expect(key(at(0), null, 24)).toBeUndefined();
    expect(key(at(0), null, 25)).toBe("imports.refused.undoLate");
    expect(key(at(0), at(1), 2)).toBe("imports.refused.undone");
  });
});
