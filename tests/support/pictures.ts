import type { PictureType } from "@/lib/profiles/rules";

const beginnings: Record<PictureType, string> = {
  PNG: "89504e470d0a1a0a",
  JPEG: "ffd8ffe0",
  WEBP: "524946460c00000057454250",
};

/** Bytes that begin like a picture of this type, as many as asked for. */
export function aPicture(type: PictureType, length = 64): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  bytes.set(Buffer.from(beginnings[type], "hex"));
  return bytes;
}

/** Bytes as a browser sends them. */
export const sent = (bytes: Uint8Array) => ({ picture: Buffer.from(bytes).toString("base64") });
