import type { Sentence } from "@/lib/errors";

/** Marks at the start of a file that tell how its characters are written. */
const marks: [number[], string][] = [
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/**
 * The table in a file from this machine as text, however its program wrote it: a workbook's first sheet; else UTF-8,
 * UTF-16 with its mark, or the letters of Western Europe that older spreadsheets write.
 * @returns a sentence for what is no table
 */
export async function readText(file: File): Promise<{ text: string } | { refusal: Sentence }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const marked = marks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return { text: new TextDecoder(marked[1]).decode(bytes) };
  if (!bytes.includes(0)) return { text: decoded(bytes) };
  // What reads workbooks is large, and most files are none: it comes when it is needed.
  const { isWorkbook, readWorkbook } = await import("@/lib/imports/workbook-file");
  return isWorkbook(bytes) ? readWorkbook(bytes) : { refusal: { key: "imports.refused.notText" } };
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
