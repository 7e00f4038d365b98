/** The first and the last byte of a part of a file, both included. */
export type ByteRange = { first: number; last: number };

/**
 * Which bytes of a file the header `Range` asks for: null for all of them, "outside" where none of the part lies in the
 * file. What is no range of bytes, or more than one, asks for all: a server may answer so (RFC 9110, 14.2).
 */
export function byteRange(header: string | null, size: number): ByteRange | "outside" | null {
  const found = header?.trim().match(/^bytes=\s*(\d*)-(\d*)$/i);
  if (!found) return null;
  const [, from = "", to = ""] = found;
  if (from === "" && to === "") return null;
  // "The last so many": a file that is shorter is given whole.
  const first = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== "" && to !== "" && Number(to) < Number(from)) return null;
  return first > last ? "outside" : { first, last };
}

/** How a part is answered: with which status, and what the headers say of it. */
export function rangeAnswer(
  range: ByteRange | "outside" | null,
  size: number,
): { status: number; headers: Record<string, string> } {
  const all = { "accept-ranges": "bytes" };
  if (range === null) return { status: 200, headers: { ...all, "content-length": String(size) } };
  if (range === "outside") return { status: 416, headers: { ...all, "content-range": `bytes */${size}` } };
  const { first, last } = range;
  const headers = {
    "content-range": `bytes ${first}-${last}/${size}`,
    "content-length": String(last - first + 1),
  };
  return { status: 206, headers: { ...all, ...headers } };
}
