/** The pictures that every browser shows, by how their files begin; null stands for any byte. */
const beginnings = {
  PNG: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  JPEG: [0xff, 0xd8, 0xff],
  WEBP: [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50],
} as const;
export type PictureType = keyof typeof beginnings;

/** What a photo is stored as: a square of so many pixels, in at most so many bytes. */
export const portraitLimits = { side: 256, bytes: 300_000 };

/** What kind of picture begins like this, or null when none does. What a file is called says nothing. */
export function pictureType(bytes: Uint8Array): PictureType | null {
  const types = Object.keys(beginnings) as PictureType[];
  const fits = (type: PictureType) =>
    beginnings[type].every((byte, at) => at < bytes.length && (byte === null || byte === bytes[at]));
  return types.find(fits) ?? null;
}

/** The largest square in the middle of a picture. */
export function middleSquare(width: number, height: number): { x: number; y: number; side: number } {
  const side = Math.min(width, height);
  return { x: (width - side) / 2, y: (height - side) / 2, side };
}

/** Where a photo is: an address that changes with it, so that a browser may keep what it got. */
export function portraitAddress(personId: string, updatedAt: Date): string {
  return `/portraits/${personId}?v=${updatedAt.getTime()}`;
}
