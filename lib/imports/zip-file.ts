import type { Sentence } from "@/lib/errors";

/** What an archive may hold at most: entries, and bytes once they are unpacked. A workbook of people needs far less. */
export const zipLimits = { entries: 500, bytes: 30 * 1024 * 1024 };

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const fileMark = 0x04034b50;

type Entry = { name: Uint8Array; method: number; packed: number; at: number };

const refusal = (key: "notZip" | "tooMuch"): { refusal: Sentence } => ({
  refusal: { key: `imports.refused.${key}` },
});

/**
 * Unpacks the entries of an archive that a reader wants, and packs them again as they are, without compression: whoever
 * reads that has nothing to inflate, and no entry can grow beyond what was measured here. Counts what really comes out,
 * whatever the archive says of itself.
 * @returns a sentence for what is no such archive, is locked, or holds more than the limits
 */
export async function repack(
  bytes: Uint8Array<ArrayBuffer>,
  wants: (name: string) => boolean,
): Promise<Uint8Array<ArrayBuffer> | { refusal: Sentence }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readEntries(bytes, view);
  if (!entries) return refusal("notZip");
  if (entries.length > zipLimits.entries) return refusal("tooMuch");
  const kept: { name: Uint8Array; data: Uint8Array }[] = [];
  let room = zipLimits.bytes;
  for (const entry of entries) {
    if (!wants(new TextDecoder().decode(entry.name))) continue;
    const packed = packedData(bytes, view, entry);
    if (!packed) return refusal("notZip");
    const data = entry.method === 0 ? packed : await inflate(packed, room);
    if (!data) return refusal("notZip");
    room -= data.length;
    if (room < 0) return refusal("tooMuch");
    kept.push({ name: entry.name, data });
  }
  return pack(kept);
}

/** The directory at the end of an archive; null where there is none, or one that speaks of what is not there. */
function readEntries(bytes: Uint8Array, view: DataView): Entry[] | null {
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endMark) end--;
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let index = 0; index < Math.min(count, zipLimits.entries + 1); index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryMark) return null;
    const locked = (view.getUint16(at + 8, true) & 1) === 1;
    const method = view.getUint16(at + 10, true);
    if (locked || (method !== 0 && method !== 8)) return null;
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    entries.push({
      name: bytes.slice(at + 46, at + 46 + (name ?? 0)),
      method,
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

function packedData(bytes: Uint8Array<ArrayBuffer>, view: DataView, { at, packed }: Entry) {
  if (at + 30 > bytes.length || view.getUint32(at, true) !== fileMark) return null;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return start + packed > bytes.length ? null : bytes.subarray(start, start + packed);
}

/** Inflates up to a little more than there is room for; null for what cannot be inflated. */
async function inflate(packed: Uint8Array<ArrayBuffer>, room: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    const reader = new Blob([packed])
      .stream()
      .pipeThrough(new DecompressionStream("deflate-raw"))
      .getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      parts.push(read.value);
      size += read.value.length;
      if (size <= room) continue;
      await reader.cancel();
      break;
    }
  } catch {
    return null;
  }
  return joined(parts, size);
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Sixteen and thirty-two bits as they stand in an archive: [bits, value] each. */
function record(...fields: [16 | 32, number][]): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [bits]) => sum + bits / 8, 0)));
  let at = 0;
  for (const [bits, value] of fields) {
    if (bits === 16) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bits / 8;
  }
  return new Uint8Array(view.buffer);
}

/** An archive of entries that are not compressed. Checksums are left out: nobody asks for them here. */
function pack(entries: readonly { name: Uint8Array; data: Uint8Array }[]): Uint8Array<ArrayBuffer> {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, data } of entries) {
    // Version, flags (names are UTF-8), method, time, date, checksum, packed size, size, length of the name, of extras.
    const about: [16 | 32, number][] = [
      ...([20, 0x0800, 0, 0, 0] as const).map((value): [16, number] => [16, value]),
      ...([0, data.length, data.length] as const).map((value): [32, number] => [32, value]),
      [16, name.length],
      [16, 0],
    ];
    const head = record([32, fileMark], ...about);
    directory.push(
      record([32, entryMark], [16, 20], ...about, [16, 0], [16, 0], [16, 0], [32, 0], [32, at]),
      name,
    );
    files.push(head, name, data);
    at += head.length + name.length + data.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = entries.length;
  const end = record(
    [32, endMark],
    [16, 0],
    [16, 0],
    [16, count],
    [16, count],
    [32, size],
    [32, at],
    [16, 0],
  );
  return joined([...files, ...directory, end], at + size + end.length);
}
