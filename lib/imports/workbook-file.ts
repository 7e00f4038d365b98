import { type CellValue, readSheet } from "read-excel-file/universal";
import type { Sentence } from "@/lib/errors";
import { repack } from "./zip-file";

/** How the formats begin that spreadsheets write: an archive (xlsx), or the one of old (xls, and locked workbooks). */
const archive = [0x50, 0x4b, 0x03, 0x04];
const compound = [0xd0, 0xcf, 0x11, 0xe0];

const begins = (bytes: Uint8Array, mark: readonly number[]) =>
  mark.every((byte, index) => bytes[index] === byte);

/** Whether a file is a workbook, by what it begins with and not by what it is called. */
export const isWorkbook = (bytes: Uint8Array): boolean => begins(bytes, archive) || begins(bytes, compound);

/**
 * The first sheet of a workbook as the text of a table, line by line as it stands there: what a pasted table looks like.
 * It runs in the browser of whoever chose the file: the server never opens an archive.
 * @returns a sentence for what is no workbook, is locked or of old, or holds more than the limits of zip-file.ts
 */
export async function readWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ text: string } | { refusal: Sentence }> {
  if (begins(bytes, compound)) return { refusal: { key: "imports.refused.oldWorkbook" } };
  const safe = await repack(bytes, (name) => /\.(xml|rels)$/.test(name));
  if ("refusal" in safe) return safe;
  try {
    return { text: tableText(await readSheet(safe.buffer)) };
  } catch {
    // Whatever the reader stumbled over: for the person it is one thing.
    return { refusal: { key: "imports.refused.notWorkbook" } };
  }
}

/** Tabs between the cells, and each in quotation marks. A break within a cell would move the lines below it. */
function tableText(rows: readonly (readonly (CellValue | null)[])[]): string {
  const first = rows.findIndex((row) => row.some((cell) => cell !== null));
  return rows
    .map((row, index) => {
      const cells = row.map((cell) => cellText(cell).replace(/[\t\r\n\u2028\u2029]+/g, " "));
      // Signs in the names of columns would be taken for what stands between the cells.
      return (index === first ? cells.map((cell) => cell.replace(/[,;]/g, " ")) : cells)
        .map((cell) => (cell === "" ? "" : `"${cell.replaceAll('"', '""')}"`))
        .join("\t");
    })
    .join("\n");
}

function cellText(cell: CellValue | null): string {
  if (cell === null) return "";
  // A workbook has no dates of its own, only days counted in UTC.
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}
