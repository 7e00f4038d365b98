import type { z } from "zod";
import type { Day } from "@/lib/dates";
import { decodeSentence, type Sentence } from "@/lib/errors";
import { type ImportTable, shown, type TableLine } from "@/lib/imports/table-file";
import { type GrantKind, grantKinds } from "@/lib/people/rules";
import { jobTitle, optionalDay, optionalEmail, personName } from "@/lib/people/schema";
import { emailAddress, optionalLine, timeZoneName } from "@/lib/text";
import { type ImportColumn, importColumns } from "./schema";

/** What a line of the file says of a person. What it leaves empty is null: it stays as it is, or gets a default. */
export type ImportRow = {
  line: number;
  email: string;
  name: string | null;
  title: string | null;
  floor: string | null;
  managerEmail: string | null;
  hireDate: Day | null;
  timeZone: string | null;
  grants: GrantKind[];
};

/** What is wrong, and where: the line as a text editor counts it, and the column. */
export type ImportProblem = { line: number; column: ImportColumn | null; cell: string; sentence: Sentence };

/** What each column of a table is taken for; null is left out. */
export type ColumnChoice = ImportColumn | null;

const spellings: Record<ImportColumn, string[]> = {
  name: ["name", "full name", "person", "display name", "employee"],
  email: ["email", "e-mail", "mail", "email address", "e-mail address", "work email"],
  title: ["title", "job title", "role", "position"],
  floor: ["floor", "team", "department"],
  managerEmail: ["manager email", "manager e-mail", "line manager email", "line manager", "manager"],
  hireDate: ["hire date", "hired", "start date", "starts", "first day"],
  timeZone: ["time zone", "timezone"],
  grants: ["grants", "grant"],
};

const plain = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, " ");

const columnOf = new Map(
  importColumns.flatMap((column) => spellings[column].map((name) => [name, column] as const)),
);

const grantOf = new Map<string, GrantKind>([
  ...grantKinds.map((grant) => [plain(grant), grant] as const),
  ["administrator", "ADMIN"],
  ["enablement", "ENABLEMENT_MANAGER"],
]);

/**
 * What the columns of a table are likely to be, by their names. Of two with a name for the same, the first is taken.
 * @param among the columns that this kind of file can have
 */
export function guessColumns(head: readonly string[], among: readonly ImportColumn[]): ColumnChoice[] {
  const taken = new Set<ImportColumn>();
  return head.map((name) => {
    const column = columnOf.get(plain(name));
    if (!column || taken.has(column) || !among.includes(column)) return null;
    taken.add(column);
    return column;
  });
}

/**
 * Reads the people of a table. What is wrong with single cells is collected, so that all of it can be shown at once.
 * Gives nobody while no column holds the address: see columnsRefusal in rules.ts.
 */
export function readPeople(
  table: ImportTable,
  columns: readonly ColumnChoice[],
): { rows: ImportRow[]; problems: ImportProblem[] } {
  if (!columns.includes("email")) return { rows: [], problems: [] };
  const problems: ImportProblem[] = [];
  const rows = table.body.map((line) => readRow(line, columns, problems));
  return { rows, problems: [...problems, ...repeated(rows)] };
}

function readRow(
  { cells, line }: TableLine,
  columns: readonly ColumnChoice[],
  problems: ImportProblem[],
): ImportRow {
  const cellOf = (column: ImportColumn) => cells[columns.indexOf(column)] ?? "";
  const wrong = (column: ImportColumn | null, sentence: Sentence) =>
    problems.push({ line, column, cell: column ? shown(cellOf(column)) : "", sentence });
  if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell !== "")) {
    wrong(null, {
      key: "imports.wrong.cells",
      values: { found: cells.length, expected: columns.length },
    });
  }
  function read<T>(column: ImportColumn, schema: z.ZodType<T>): T | null {
    const cell = cellOf(column);
    if (cell === "") return null;
    const parsed = schema.safeParse(cell);
    if (parsed.success) return parsed.data;
    wrong(column, decodeSentence(parsed.error.issues[0]?.message ?? "ui.form.invalid"));
    return null;
  }
  if (cellOf("email") === "") wrong("email", { key: "imports.wrong.noEmail" });
  return {
    line,
    email: read("email", emailAddress) ?? "",
    name: read("name", personName),
    title: read("title", jobTitle),
    floor: read("floor", optionalLine(80)),
    managerEmail: read("managerEmail", optionalEmail),
    hireDate: read("hireDate", optionalDay),
    timeZone: read("timeZone", timeZoneName),
    grants: readGrants(cellOf("grants"), (sentence) => wrong("grants", sentence)),
  };
}

function readGrants(cell: string, wrong: (sentence: Sentence) => void): GrantKind[] {
  const words = cell
    .split(/[,;|/]/)
    .map(plain)
    .filter(Boolean);
  const unknown = words.find((word) => !grantOf.has(word));
  if (unknown) wrong({ key: "imports.wrong.grant", values: { grant: shown(unknown) } });
  return grantKinds.filter((grant) => words.some((word) => grantOf.get(word) === grant));
}

/** Every line whose address stood in an earlier one. */
function repeated(rows: ImportRow[]): ImportProblem[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ email, line }) => {
    const earlier = first.get(email);
    if (email === "" || earlier === undefined) {
      first.set(email, line);
      return [];
    }
    const sentence: Sentence = { key: "imports.wrong.twice", values: { line: earlier } };
    return [{ line, column: "email" as const, cell: email, sentence }];
  });
}
