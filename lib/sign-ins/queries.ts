import { type Actor, actorSelect, toActor } from "@/lib/actor";
import { db } from "@/lib/db";

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
  return toActor(signIn.person);
}
