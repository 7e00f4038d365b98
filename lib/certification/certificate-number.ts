/** Crockford's digits: no I, L, O or U, so that a number survives being read aloud and typed. */
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const shape = /^RA-(\d{4})-([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z]{4})$/;

/** How many random bytes a number is made of: five bits of each, 55 in all. */
export const certificateBytes = 11;

/**
 * A certificate number, "RA-2026-XXXX-XXXX-XXXX": eleven random digits, so that nobody finds one by trying, and one
 * check digit over year and digits that tells any single wrong digit and any two swapped ones. Refuses fewer random
 * bytes than `certificateBytes` and a year that is not of four digits.
 */
export function makeCertificateNumber(year: number, randomBytes: Uint8Array): string {
  if (randomBytes.length < certificateBytes) throw new RangeError("too few random bytes");
  if (!Number.isInteger(year) || year < 1000 || year > 9999) throw new RangeError("a year has four digits");
  const random = [...randomBytes.subarray(0, certificateBytes)].map((byte) => byte % digits.length);
  const word = random.map((value) => digits.charAt(value)).join("");
  const body = word + digits.charAt(double(remainder(`${year}${word}`)));
  return `RA-${year}-${body.slice(0, 4)}-${body.slice(4, 8)}-${body.slice(8)}`;
}

/** Whether a text is a certificate number that can have been given out: right shape, right check digit. */
export function isCertificateNumber(text: string): boolean {
  const [, ...parts] = shape.exec(text) ?? [];
  return parts.length > 0 && remainder(parts.join("")) === 0;
}

/**
 * The certificate number that somebody meant who typed lower case, spaces or no dashes, O for 0, I or L for 1;
 * null when it is none.
 */
export function readCertificateNumber(text: string): string | null {
  const plain = text.trim().slice(0, 40).toUpperCase().replace(/[\s-]/g, "");
  if (!plain.startsWith("RA")) return null;
  const word = plain.slice(2).replace(/O/g, "0").replace(/[IL]/g, "1");
  const number = ["RA", word.slice(0, 4), word.slice(4, 8), word.slice(8, 12), word.slice(12)].join("-");
  return isCertificateNumber(number) ? number : null;
}

/** The digits as a polynomial over the field of 32 elements, at its generator: 0 for a number with its check digit. */
function remainder(word: string): number {
  return [...word].reduce((sum, digit) => double(sum) ^ digits.indexOf(digit), 0);
}

/** Twice a value in the field of 32 elements (x⁵ + x² + 1). */
function double(value: number): number {
  const shifted = value << 1;
  return shifted & 32 ? shifted ^ 37 : shifted;
}
