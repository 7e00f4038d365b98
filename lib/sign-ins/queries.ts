import { type Actor, actorSelect, toActor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { isDemo } from "@/lib/env";
import { linkTokenHash } from "@/lib/sign-ins/link-token";
import { openAt } from "@/lib/sign-ins/links";
import { deviceOf } from "@/lib/sign-ins/rules";
import type { LinkKind } from "@/prisma/generated/client";

const seenEvery = 10 * 60_000;

/**
 * The person behind a sign-in, with grants and relationships as they are now: one statement.
 * @returns null when the sign-in was ended, or the person deactivated
 */
export async function actorOfSignIn(signInId: string, now: Date): Promise<Actor | null> {
  const signIn = await db.signIn.findUnique({
    where: { id: signInId },
    select: { endedAt: true, lastSeenAt: true, person: { select: actorSelect } },
  });
  if (!signIn || signIn.endedAt || signIn.person.deactivatedAt) return null;
  if (now.getTime() - signIn.lastSeenAt.getTime() > seenEvery) {
    await db.signIn.updateMany({ where: { id: signInId, endedAt: null }, data: { lastSeenAt: now } });
  }
  return { ...toActor(signIn.person, now), signInId };
}

/** One's own open sign-ins, the one in use last first. */
export async function ownSignIns(actor: Actor) {
  const signIns = await db.signIn.findMany({
    where: { personId: actor.personId, endedAt: null },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    take: 50,
    select: { id: true, method: true, userAgent: true, createdAt: true, lastSeenAt: true },
  });
  return signIns.map(({ userAgent, ...signIn }) => ({
    ...signIn,
    ...deviceOf(userAgent),
    here: signIn.id === actor.signInId,
  }));
}

/** Whether somebody signs in here with a password of their own, or only through the company's provider. */
export async function hasPassword(actor: Actor): Promise<boolean> {
  const found = await db.person.count({ where: { id: actor.personId, passwordHash: { not: null } } });
  return found === 1;
}

/**
 * Whether the link behind a secret can still be used, and whom it is for. For whoever holds the link.
 * @returns null for a link that was used, is too old, or never was
 */
export async function findLink(kind: LinkKind, token: string) {
  const link = await db.oneTimeLink.findFirst({
    where: { tokenHash: linkTokenHash(token), kind, ...openAt(clock.now()) },
    select: { person: { select: { name: true, email: true } } },
  });
  return link && { person: link.person };
}

const demoParts = ["admin", "enablement", "floor", "mentor", "mentee", "sme", "assessor"] as const;

/** The seven that the demo is shown with, in the order of its story; nobody outside of the demo. */
export async function demoPeople() {
  if (!isDemo) return [];
  const parts = demoParts.map((part) => ({ part, email: `${part}@ridealong.example` }));
  const people = await db.person.findMany({
    where: { email: { in: parts.map(({ email }) => email) }, deactivatedAt: null },
    select: { name: true, email: true },
  });
  return parts.flatMap(({ part, email }) =>
    people.filter((person) => person.email === email).map(({ name }) => ({ part, name, email })),
  );
}
