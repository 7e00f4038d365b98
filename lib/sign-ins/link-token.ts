import { createHash, createHmac } from "node:crypto";
import { env } from "@/lib/env";

/**
 * The secret of a one-time link (256 bits, base64url). It is derived from the link's id and AUTH_SECRET, so that a mail
 * can be written again for each try of its delivery while the database holds only the hash.
 */
export function linkToken(linkId: string): string {
  return createHmac("sha256", env.AUTH_SECRET).update(`one-time-link:${linkId}`).digest("base64url");
}

/** What the database keeps of a link's secret. */
export function linkTokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
