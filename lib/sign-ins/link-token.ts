import { createHash, createHmac } from "node:crypto";
import { env } from "@/lib/env";
import type { LinkKind } from "@/prisma/generated/client";

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

const pages: Record<LinkKind, string> = {
  FIRST_ADMINISTRATOR: "setup",
  INVITATION: "invitation",
  RESET: "reset",
};

/** The address that a one-time link leads to. It holds the secret: it is shown to nobody but whom the link is for. */
export function linkUrl(linkId: string, kind: LinkKind): string {
  return new URL(`/${pages[kind]}/${linkToken(linkId)}`, env.APP_URL).href;
}
