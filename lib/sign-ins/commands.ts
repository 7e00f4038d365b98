import { setTimeout as wait } from "node:timers/promises";
import { standingToPerson } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, UserError } from "@/lib/errors";
import { authorize } from "@/lib/permissions";
import { linkUrl } from "@/lib/sign-ins/link-token";
import { linkGone, makeLink, openLink, sendLink, takeLink, voidLinks } from "@/lib/sign-ins/links";
import { hashPassword, verifyPassword } from "@/lib/sign-ins/password";
import { hashKey, limits, spend } from "@/lib/sign-ins/rate-limits";
import { passwordRefusal } from "@/lib/sign-ins/rules";
import type { ChangePassword, EndSignIn, NewPassword, RequestReset } from "@/lib/sign-ins/schema";

type Origin = { address: string; userAgent: string | null };
type Named = { id: string; name: string };

const themselves = (person: Named) => ({ personId: person.id, name: person.name });
const about = (person: Named) => ({ type: "Person" as const, id: person.id });

/** Longer than any password that can be chosen, in whatever characters: what is longer need not be hashed. */
const longestTyped = 600;
/** Every request for a reset is answered after this long, so that the time says nothing about the account. */
const resetAnswersAfter = 400;

/**
 * Starts a sign-in with e-mail and password.
 * @returns the id of the SignIn row; null when they do not belong together, in the same time whether the account exists or not
 * Refuses with a UserError when there were too many tries.
 */
export async function startPasswordSignIn(
  input: { email: string; password: string },
  from: Origin,
): Promise<string | null> {
  const email = input.email
    .replace(/\p{Cc}/gu, "")
    .trim()
    .toLowerCase()
    .slice(0, 320);
  const pair = hashKey(`${email} ${from.address}`);
  await spend(limits.signInAddress(), from.address);
  await spend(limits.signInAccount(), hashKey(email));
  await spend(limits.signInPair(), pair);
  const person = await db.person.findUnique({
    where: { email },
    select: { id: true, name: true, passwordHash: true, deactivatedAt: true },
  });
  const right = await verifyPassword(person?.passwordHash, input.password.slice(0, longestTyped));
  if (!person || !right || person.deactivatedAt) return null;
  await forgive(email, from.address, pair);
  return begin(person, "PASSWORD", from);
}

/** A right password was no try at guessing: a whole office may sign in from one address. */
async function forgive(email: string, address: string, pair: string): Promise<void> {
  await limits.signInPair().delete(pair);
  await limits.signInAddress().reward(address, 1);
  await limits.signInAccount().reward(hashKey(email), 1);
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
    const { oidcSubject } = await tx.person.findUniqueOrThrow({
      where: { id: person.id },
      select: { oidcSubject: true },
    });
    if (oidcSubject !== profile.sub) return null;
    // Of two tabs that come back at once, one links and both are in.
    if (linked.count > 0) {
      await audit(tx, themselves(person), { action: "sign-ins.linkedProvider", subject: about(person) });
    }
    return begin(person, "OIDC", from, tx);
  });
}

async function begin(person: Named, method: "PASSWORD" | "OIDC", from: Origin, on: Db = db): Promise<string> {
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
    await audit(tx, themselves(person), { action: "sign-ins.signedIn", subject: about(person) });
    return signIn.id;
  });
}

/**
 * Sends a link with which somebody chooses a new password. Known or unknown, active or not: the same answer, after the
 * same time. Refuses with a UserError when it was asked for too often, whoever it was asked for.
 */
export async function requestReset(from: Origin, input: RequestReset, on: Db = db): Promise<void> {
  await spend(limits.resetAddress(), from.address);
  await spend(limits.reset(), hashKey(input.email));
  await Promise.all([sendReset(input.email, on), wait(resetAnswersAfter)]);
}

function sendReset(email: string, on: Db): Promise<void> {
  return transaction(on, async (tx) => {
    const person = await tx.person.findUnique({
      where: { email, deactivatedAt: null },
      select: { id: true, name: true },
    });
    if (!person) return;
    await sendLink(tx, "RESET", person.id);
    await audit(tx, null, {
      action: "sign-ins.requestReset",
      subject: about(person),
      data: { person: person.name },
    });
  });
}

/**
 * Chooses a new password with the link of a reset, and ends every sign-in of the person.
 * @returns the e-mail address that one signs in with
 * Refuses a link that was used or is too old, and a password that is among the first guesses.
 */
export async function resetPassword(
  from: Origin,
  input: NewPassword,
  on: Db = db,
): Promise<{ email: string }> {
  const { id, person } = await openLink(on, from, "RESET", input.token);
  if (!person) throw linkGone();
  refusePassword(input.password, person);
  const passwordHash = await hashPassword(input.password);
  return transaction(on, async (tx) => {
    await takeLink(tx, id);
    const changed = await tx.person.updateMany({
      where: { id: person.id, deactivatedAt: null },
      data: { passwordHash },
    });
    if (changed.count === 0) throw linkGone();
    await voidLinks(tx, person.id);
    await closeSignIns(tx, person.id);
    await audit(tx, themselves(person), { action: "sign-ins.resetPassword", subject: about(person) });
    return { email: person.email };
  });
}

/**
 * Chooses the first password with the link of an invitation. It never changes a password that is there already.
 * @returns the e-mail address that one signs in with
 * Refuses a link that was used or is too old, a person who has a password, and a password among the first guesses.
 */
export async function acceptInvitation(
  from: Origin,
  input: NewPassword,
  on: Db = db,
): Promise<{ email: string }> {
  const { id, person } = await openLink(on, from, "INVITATION", input.token);
  if (!person) throw linkGone();
  if (person.passwordHash) throw new UserError("sign-ins.refused.alreadyAccepted");
  refusePassword(input.password, person);
  const passwordHash = await hashPassword(input.password);
  return transaction(on, async (tx) => {
    await takeLink(tx, id);
    const changed = await tx.person.updateMany({
      where: { id: person.id, passwordHash: null, deactivatedAt: null },
      data: { passwordHash },
    });
    if (changed.count === 0) throw new UserError("sign-ins.refused.alreadyAccepted");
    await audit(tx, themselves(person), { action: "sign-ins.acceptInvitation", subject: about(person) });
    return { email: person.email };
  });
}

/**
 * Changes one's own password and ends every other sign-in of one's own.
 * Refuses when the current password is wrong or there is none, and a new one that is among the first guesses.
 */
export async function changePassword(actor: Actor, input: ChangePassword, on: Db = db): Promise<void> {
  authorize("sign-ins.changePassword", standingToPerson(actor, actor.personId));
  await spend(limits.changePassword(), actor.personId);
  const person = await on.person.findUniqueOrThrow({
    where: { id: actor.personId },
    select: { id: true, name: true, email: true, passwordHash: true },
  });
  if (!person.passwordHash) throw new UserError("sign-ins.refused.noPassword");
  if (!(await verifyPassword(person.passwordHash, input.current))) {
    throw new UserError("sign-ins.refused.wrongPassword", undefined, { field: "current" });
  }
  refusePassword(input.password, person);
  const passwordHash = await hashPassword(input.password);
  await transaction(on, async (tx) => {
    const changed = await tx.person.updateMany({
      where: { id: person.id, passwordHash: person.passwordHash },
      data: { passwordHash },
    });
    if (changed.count === 0) throw new UserError("errors.somebodyFaster");
    await voidLinks(tx, person.id);
    await closeSignIns(tx, person.id, actor.signInId);
    await audit(tx, actor, { action: "sign-ins.changePassword", subject: about(person) });
  });
  await limits.changePassword().delete(actor.personId);
}

/** Ends one of one's own sign-ins. Somebody else's, or one that has ended, is not found. */
export function endSignIn(actor: Actor, input: EndSignIn, on: Db = db): Promise<void> {
  return transaction(on, async (tx) => {
    authorize("sign-ins.endSignIn", standingToPerson(actor, actor.personId));
    const ended = await tx.signIn.updateMany({
      where: { id: input.signInId, personId: actor.personId, endedAt: null },
      data: { endedAt: clock.now() },
    });
    if (ended.count === 0) throw new NotFoundError();
    await audit(tx, actor, {
      action: "sign-ins.endSignIn",
      subject: { type: "Person", id: actor.personId },
    });
  });
}

/** Ends all of one's own sign-ins, this one too. */
export function endAllSignIns(actor: Actor, _input: object = {}, on: Db = db): Promise<void> {
  return transaction(on, async (tx) => {
    authorize("sign-ins.endAllSignIns", standingToPerson(actor, actor.personId));
    await closeSignIns(tx, actor.personId);
    await audit(tx, actor, {
      action: "sign-ins.endAllSignIns",
      subject: { type: "Person", id: actor.personId },
    });
  });
}

/** Ends the sign-in that a browser gives back when it signs out. One that has ended already stays as it is. */
export async function endOwnSignIn(signInId: string, on: Db = db): Promise<void> {
  await on.signIn.updateMany({ where: { id: signInId, endedAt: null }, data: { endedAt: clock.now() } });
}

/** Ends every sign-in of a person but, where it is given, one. */
export async function closeSignIns(tx: Tx, personId: string, but?: string): Promise<void> {
  await tx.signIn.updateMany({
    where: { personId, endedAt: null, ...(but ? { id: { not: but } } : {}) },
    data: { endedAt: clock.now() },
  });
}

/**
 * The link with which the first administrator sets the organization up. Only its holder can, once, within a day.
 * Refuses when there is somebody already.
 */
export function createFirstAdministratorLink(on: Db): Promise<{ url: string }> {
  return transaction(on, async (tx) => {
    if (await tx.person.findFirst({ select: { id: true } })) {
      throw new UserError("organization.refused.alreadySetUp");
    }
    return { url: linkUrl(await makeLink(tx, "FIRST_ADMINISTRATOR", null), "FIRST_ADMINISTRATOR") };
  });
}

function refusePassword(password: string, person: { name: string; email: string }): void {
  const reason = passwordRefusal(password, person);
  if (reason) throw new UserError(reason.key, reason.values, { field: "password" });
}
