import { CsvError, parse } from "csv-parse/sync";
import type { z } from "zod";
import type { Day } from "@/lib/dates";
import { decodeSentence, type Sentence } from "@/lib/errors";
import { importLimits } from "@/lib/imports/schema";
import { type GrantKind, grantKinds } from "@/lib/people/rules";
import { jobTitle, optionalDay, optionalEmail, personName } from "@/lib/people/schema";
import { emailAddress, optionalLine, timeZoneName } from "@/lib/text";

/** The columns that a file of people can have, in the order of the template. */
export const importColumns = [
  "name",
  "email",
  "title",
  "floor",
  "managerEmail",
  "hireDate",
  "timeZone",
  "grants",
] as const;
export type ImportColumn = (typeof importColumns)[number];

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

export type ImportFile = { rows: ImportRow[]; problems: ImportProblem[]; ignored: string[] };

const spellings: Record<ImportColumn, string[]> = {
  name: ["name", "full name", "person"],
  email: ["email", "e-mail", "mail", "email address", "e-mail address"],
  title: ["title", "job title"],
  floor: ["floor", "team"],
  managerEmail: ["manager email", "manager e-mail", "line manager email", "line manager", "manager"],
  hireDate: ["hire date", "hired", "start date"],
  timeZone: ["time zone", "timezone"],
  grants: ["grants", "grant"],
};

/** What is told of a cell: its beginning, with a sign in place of what cannot be shown or kept. */
const shown = (text: string) => text.slice(0, 80).replace(/[\p{Cc}\p{Cs}]/gu, "\uFFFD");

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
 * Reads a file of people: comma, semicolon or tab between the cells, quoted or not, with or without a byte order mark.
 * What is wrong with single cells is collected, so that all of it can be shown at once.
 * @returns a sentence when the file as a whole cannot be read: no header, a column that is needed missing, too many rows
 */
export function readImportFile(text: string): ImportFile | { refusal: Sentence } {
  const records = readRecords(text);
  if ("refusal" in records) return records;
  const [head, ...body] = records;
  const names = head?.record ?? [];
  const columns = names.map((name) => columnOf.get(plain(name)) ?? null);
  const missing = (["name", "email"] as const).find((column) => !columns.includes(column));
  if (missing) return { refusal: { key: `imports.refused.missing.${missing}` } };
  const twice = columns.find((column, index) => column && columns.indexOf(column) !== index);
  if (twice) return { refusal: { key: `imports.refused.twice.${twice}` } };
  if (body.length === 0) return { refusal: { key: "imports.refused.noRows" } };
  if (body.length > importLimits.rows) {
    return { refusal: { key: "imports.refused.tooMany", values: { most: importLimits.rows } } };
  }
  const problems: ImportProblem[] = [];
  const rows = body.map(({ record, line }) => readRow(record, line, columns, problems));
  return {
    rows,
    problems: [...problems, ...repeated(rows)],
    ignored: names
      .filter((name, index) => name !== "" && columns[index] === null)
      .slice(0, 20)
      .map(shown),
  };
}

type Line = { record: string[]; line: number };

function readRecords(text: string): Line[] | { refusal: Sentence } {
  try {
    const read = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      trim: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      relax_column_count: true,
      info: true,
      to: importLimits.rows + 2,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return read.map(({ record, info }) => ({ record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { lines?: number }).lines ?? 1);
    return { refusal: { key: "imports.refused.unreadable", values: { line } } };
  }
}

/** The sign that stands most often in the first line. */
function delimiterOf(text: string): string {
  const head = text.trimStart().split(/\r?\n|\r/, 1)[0] ?? "";
  const count = (sign: string) => head.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function readRow(
  record: string[],
  line: number,
  columns: (ImportColumn | null)[],
  problems: ImportProblem[],
): ImportRow {
  const cellOf = (column: ImportColumn) => record[columns.indexOf(column)] ?? "";
  const wrong = (column: ImportColumn | null, sentence: Sentence) =>
    problems.push({ line, column, cell: column ? shown(cellOf(column)) : "", sentence });
  if (record.length > columns.length && record.slice(columns.length).some((cell) => cell !== "")) {
    wrong(null, {
      key: "imports.wrong.cells",
      values: { found: record.length, expected: columns.length },
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
    const sentence = { key: "imports.wrong.twice", values: { line: earlier } };
    return [{ line, column: "email" as const, cell: email, sentence }];
  });
}
