import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { verifyPassword } from "@/lib/sign-ins/password";
import { hashKey, limits, spend } from "@/lib/sign-ins/rate-limits";

type Origin = { address: string; userAgent: string | null };

/**
 * Starts a sign-in with e-mail and password.
 * @returns the id of the SignIn row; null when they do not belong together, in the same time whether the account exists or not
 * Refuses with a UserError when there were too many tries.
 */
export async function startPasswordSignIn(
  input: { email: string; password: string },
  from: Origin,
): Promise<string | null> {
  const email = input.email.trim().toLowerCase().slice(0, 320);
  const pair = hashKey(`${email} ${from.address}`);
  await spend(limits.signInAddress(), from.address);
  await spend(limits.signInAccount(), hashKey(email));
  await spend(limits.signInPair(), pair);
  const person = await db.person.findUnique({
    where: { email },
    select: { id: true, name: true, passwordHash: true, deactivatedAt: true },
  });
  const right = await verifyPassword(person?.passwordHash, input.password.slice(0, 128));
  if (!person || !right || person.deactivatedAt) return null;
  await limits.signInPair().delete(pair);
  return begin(person, "PASSWORD", from);
}

type OidcProfile = { sub: string; email?: string; email_verified?: boolean };

/**
 * Starts a sign-in that the company's provider vouches for: by its subject, or the first time by a verified e-mail.
 * @returns the id of the SignIn row; null when no active person has this subject or e-mail
 */
export async function startOidcSignIn(profile: OidcProfile, from: Origin): Promise<string | null> {
  const known = { id: true, name: true, oidcSubject: true, deactivatedAt: true };
  const bySubject = await db.person.findUnique({ where: { oidcSubject: profile.sub }, select: known });
  if (bySubject) return bySubject.deactivatedAt ? null : begin(bySubject, "OIDC", from);
  if (!profile.email || profile.email_verified !== true) return null;
  const person = await db.person.findUnique({ where: { email: profile.email.toLowerCase() }, select: known });
  if (!person || person.deactivatedAt || person.oidcSubject) return null;
  return transaction(db, async (tx) => {
    const linked = await tx.person.updateMany({
      where: { id: person.id, oidcSubject: null },
      data: { oidcSubject: profile.sub },
    });
    if (linked.count === 0) return null;
    await audit(
      tx,
      { personId: person.id, name: person.name },
      {
        action: "sign-ins.linkedProvider",
        subject: { type: "Person", id: person.id },
      },
    );
    return begin(person, "OIDC", from, tx);
  });
}

async function begin(
  person: { id: string; name: string },
  method: "PASSWORD" | "OIDC",
  from: Origin,
  on: Parameters<typeof transaction>[0] = db,
): Promise<string> {
  const now = clock.now();
  return transaction(on, async (tx) => {
    const signIn = await tx.signIn.create({
      data: {
        personId: person.id,
        method,
        userAgent: from.userAgent?.slice(0, 200) ?? null,
        createdAt: now,
        lastSeenAt: now,
      },
      select: { id: true },
    });
    await audit(
      tx,
      { personId: person.id, name: person.name },
      {
        action: "sign-ins.signedIn",
        subject: { type: "Person", id: person.id },
      },
    );
    return signIn.id;
  });
}
