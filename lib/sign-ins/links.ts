import { clock } from "@/lib/clock";
import type { Db, Tx } from "@/lib/db";
import { UserError } from "@/lib/errors";
import { announce } from "@/lib/outbox";
import { linkToken, linkTokenHash } from "@/lib/sign-ins/link-token";
import { limits, spend } from "@/lib/sign-ins/rate-limits";
import { linkLife } from "@/lib/sign-ins/rules";
import type { LinkKind } from "@/prisma/generated/client";

/** The refusal of a link that was used, is too old, or never was. */
export const linkGone = () => new UserError("sign-ins.refused.linkGone");

/** Which links can still be used at an instant. A link of a person who was deactivated cannot. */
export const openAt = (now: Date) => ({
  usedAt: null,
  expiresAt: { gt: now },
  OR: [{ personId: null }, { person: { deactivatedAt: null } }],
});

/** Invites a person by e-mail to choose their first password. Earlier invitations can no longer be used. */
export function sendInvitation(tx: Tx, personId: string): Promise<void> {
  return sendLink(tx, "INVITATION", personId);
}

/** Mails somebody a fresh link. Their earlier ones of the same kind can no longer be used. */
export async function sendLink(tx: Tx, kind: "INVITATION" | "RESET", personId: string): Promise<void> {
  await voidLinks(tx, personId, kind);
  const linkId = await makeLink(tx, kind, personId);
  await announce(tx, {
    to: [personId],
    kind: kind === "RESET" ? "reset" : "invitation",
    data: { linkId },
    href: "/sign-in",
    by: "mail",
  });
}

/** Lets the open links of a person expire: all of them, or those of one kind. */
export async function voidLinks(tx: Tx, personId: string, kind?: LinkKind): Promise<void> {
  const now = clock.now();
  await tx.oneTimeLink.updateMany({
    where: { personId, usedAt: null, expiresAt: { gt: now }, ...(kind ? { kind } : {}) },
    data: { expiresAt: now },
  });
}

/** Makes a link and gives its id. Whoever mails or shows it derives the secret from that. */
export async function makeLink(tx: Tx, kind: LinkKind, personId: string | null): Promise<string> {
  // Made here and not by the database, because the secret is derived from it.
  const id = crypto.randomUUID();
  const now = clock.now();
  await tx.oneTimeLink.create({
    data: {
      id,
      kind,
      personId,
      tokenHash: linkTokenHash(linkToken(id)),
      createdAt: now,
      expiresAt: new Date(now.getTime() + linkLife[kind]),
    },
    select: { id: true },
  });
  return id;
}

const holder = { id: true, name: true, email: true, passwordHash: true } as const;

/**
 * The link that a secret belongs to, and whose it is. Refuses with a sentence what cannot be used, and soon with
 * another one whoever keeps trying secrets.
 */
export async function openLink(on: Db, from: { address: string }, kind: LinkKind, token: string) {
  const link = await on.oneTimeLink.findFirst({
    where: { tokenHash: linkTokenHash(token), kind, ...openAt(clock.now()) },
    select: { id: true, person: { select: holder } },
  });
  if (link) return link;
  await spend(limits.link(), from.address);
  throw linkGone();
}

/** Uses a link up. Of two at once, one is refused. */
export async function takeLink(tx: Tx, linkId: string): Promise<void> {
  const now = clock.now();
  const taken = await tx.oneTimeLink.updateMany({
    where: { id: linkId, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  if (taken.count === 0) throw linkGone();
}
