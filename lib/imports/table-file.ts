import { CsvError, parse } from "csv-parse/sync";
import type { Sentence } from "@/lib/errors";
import { importLimits } from "@/lib/imports/schema";

/** A line of a table: where it stands, as a text editor counts, and what its cells say. */
export type TableLine = { line: number; cells: string[] };
/** A table as it was given: the names of its columns, and what lies below them. */
export type ImportTable = { head: string[]; body: TableLine[] };

/**
 * Reads text as a table: comma, semicolon or tab between the cells, quoted or not, with or without a byte order mark.
 * @returns a sentence when it cannot be read, has nothing below its first line, or has too many rows or columns
 */
export function readTable(text: string, most = importLimits.rows): ImportTable | { refusal: Sentence } {
  const records = readRecords(text, most);
  if ("refusal" in records) return records;
  const [head, ...body] = records;
  if (!head || body.length === 0) return { refusal: { key: "imports.refused.noRows" } };
  if (body.length > most) return { refusal: { key: "imports.refused.tooMany", values: { most } } };
  if (head.cells.length > importLimits.columns) {
    return { refusal: { key: "imports.refused.tooWide", values: { most: importLimits.columns } } };
  }
  return { head: head.cells.map(shown), body };
}

/** What is told of a cell: its beginning, with a sign in place of what cannot be shown or kept. */
export const shown = (text: string) => text.slice(0, 80).replace(/[\p{Cc}\p{Cs}]/gu, "\uFFFD");

function readRecords(text: string, most: number): TableLine[] | { refusal: Sentence } {
  try {
    const read = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      trim: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      relax_column_count: true,
      info: true,
      to: most + 2,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return read.map(({ record, info }) => ({ cells: record.map(storable), line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { lines?: number }).lines ?? 1);
    return { refusal: { key: "imports.refused.unreadable", values: { line } } };
  }
}

/** The database keeps no NUL and no half of a character; the sign in its place is refused where it matters. */
const storable = (cell: string) => cell.replace(/\0|\p{Cs}/gu, "\u0001");

/** The sign that stands most often in the first line. */
function delimiterOf(text: string): string {
  const head = text.trimStart().split(/\r?\n|\r/, 1)[0] ?? "";
  const count = (sign: string) => head.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
