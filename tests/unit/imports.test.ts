import { describe, expect, it } from "vitest";
import { readImportFile } from "@/lib/imports/people-file";
import { type KnownPerson, planImport } from "@/lib/imports/plan";
import { previewImportSchema } from "@/lib/imports/schema";
import { words } from "../support/words";

const head = "name,email";
const read = (...lines: string[]) => {
  const file = readImportFile(lines.join("\n"));
  if ("refusal" in file) throw new Error(words(file.refusal));
  return file;
};
const refused = (text: string) => {
  const file = readImportFile(text);
  return "refusal" in file ? words(file.refusal) : null;
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

  it("says which columns it leaves out", () => {
    expect(read("name,email,shoe size,", "Ana,ana@test.example,44,").ignored).toEqual(["shoe size"]);
  });

  it.each([
    ["", /no column “name”/],
    ["name\nAna", /no column “email”/],
    ["Ana,ana@test.example", /no column “name”/],
    ["name,email,E-mail\nAna,a@test.example,b@test.example", /there twice/],
    [head, /no people below/],
    [`${head}\n"Ana,ana@test.example`, /quotation marks around line/],
    [`${head}\n${"x,y\n".repeat(5_001)}`, /more than 5,000 rows/],
  ])("refuses what is no such file as a whole: %j", (text, sentence) => {
    expect(refused(text)).toMatch(sentence);
  });

  it("keeps what can neither be shown nor stored out of what it tells", () => {
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
