import { standing, standingToPerson } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { releaseCovers } from "@/lib/call-covers/releasing";
import { clock } from "@/lib/clock";
import { fromDay, toDay } from "@/lib/dates";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, refuse, UserError } from "@/lib/errors";
import {
  deactivationRefusal,
  type GrantKind,
  grantKinds,
  invitationRefusal,
  mergeEdit,
  type PersonField,
  type PersonWords,
  personFields,
  personState,
} from "@/lib/people/rules";
import type { AddPerson, ChangeOwnSettings, ChangePerson, OnePerson, SetGrants } from "@/lib/people/schema";
import { authorize } from "@/lib/permissions";
import { closeSignIns } from "@/lib/sign-ins/commands";
import { sendInvitation, voidLinks } from "@/lib/sign-ins/links";

const subjectOf = (id: string) => ({ type: "Person" as const, id });

/**
 * Adds a person, with grants, and invites them when asked to.
 * Refuses an address that somebody has, a floor that is gone and a manager nobody knows.
 */
export function addPerson(actor: Actor, input: AddPerson, on: Db = db): Promise<{ personId: string }> {
  return transaction(on, async (tx) => {
    authorize("people.addPerson", standing(actor));
    const { grants, invite, managerEmail, hireDate, ...fields } = input;
    await refuseTakenAddress(tx, input.email);
    await refuseMissingFloor(tx, input.floorId);
    const person = await tx.person.create({
      data: {
        ...fields,
        managerId: await managerOf(tx, managerEmail),
        hireDate: hireDate && fromDay(hireDate),
        createdAt: clock.now(),
        grants: { create: [...new Set(grants)].map((kind) => ({ kind })) },
      },
      select: { id: true },
    });
    await audit(tx, actor, {
      action: "people.addPerson",
      subject: subjectOf(person.id),
      data: { person: input.name },
    });
    if (invite) await invitePerson(actor, { personId: person.id }, tx);
    return { personId: person.id };
  });
}

async function refuseTakenAddress(tx: Tx, email: string): Promise<void> {
  const other = await tx.person.findUnique({ where: { email }, select: { name: true } });
  if (other) throw new UserError("people.refused.emailOf", { person: other.name }, { field: "email" });
}

async function refuseMissingFloor(tx: Tx, floorId: string | null): Promise<void> {
  if (floorId === null || (await tx.floor.findUnique({ where: { id: floorId }, select: { id: true } })))
    return;
  throw new UserError("people.invalid.floor", undefined, { field: "floorId" });
}

async function managerOf(tx: Tx, email: string | null): Promise<string | null> {
  if (email === null) return null;
  const manager = await tx.person.findUnique({ where: { email }, select: { id: true } });
  if (manager) return manager.id;
  throw new UserError("people.refused.managerUnknown", { email }, { field: "managerEmail" });
}

/**
 * Changes the profile of a person: only what this form changed. Refuses, beside its field, what somebody else changed
 * to something different meanwhile, and says what that is.
 */
export function changePerson(actor: Actor, input: ChangePerson, on: Db = db): Promise<void> {
  return transaction(on, async (tx) => {
    const { personId } = input;
    await hold(tx, personId);
    authorize("people.changePerson", standingToPerson(actor, personId));
    const { changed, conflict, theirs } = mergeEdit(
      input.seen,
      await profileWords(tx, personId),
      words(input),
    );
    if (conflict) throw overtaken(conflict, theirs);
    if (changed.length === 0) return;
    await tx.person.update({
      where: { id: personId },
      data: await columns(tx, input, changed),
      select: { id: true },
    });
    // A link that was mailed to the old address belongs to whoever reads there now.
    if (changed.includes("email")) await voidLinks(tx, personId);
    await audit(tx, actor, {
      action: "people.changePerson",
      subject: subjectOf(personId),
      data: { person: input.name, fields: changed.join(", ") },
    });
  });
}

/** Holds the row of a person until the transaction ends, so that of two deeds at once the second sees the first. */
async function hold(tx: Tx, personId: string): Promise<void> {
  const held = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Person" WHERE id = ${personId}::uuid FOR UPDATE`;
  if (held.length === 0) throw new NotFoundError();
}

/** The fields of a person as a form shows them. */
function words(person: { [Field in PersonField]: string | null }): PersonWords {
  return Object.fromEntries(personFields.map((field) => [field, person[field] ?? ""])) as PersonWords;
}

async function profileWords(tx: Tx, personId: string): Promise<PersonWords> {
  const { manager, hireDate, ...person } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      name: true,
      email: true,
      title: true,
      floorId: true,
      timeZone: true,
      hireDate: true,
      manager: { select: { email: true } },
    },
  });
  return words({ ...person, hireDate: hireDate && toDay(hireDate), managerEmail: manager?.email ?? null });
}

function overtaken(field: PersonField, theirs: string): UserError {
  const told = theirs !== "" && field !== "floorId";
  const key = told ? "people.refused.changedMeanwhileTo" : "people.refused.changedMeanwhile";
  return new UserError(key, { theirs }, { field });
}

/** What is written for the fields that were changed, once each of them has been found possible. */
async function columns(tx: Tx, input: ChangePerson, changed: PersonField[]) {
  const { name, email, title, floorId, timeZone, hireDate, managerEmail } = input;
  const has = (field: PersonField) => changed.includes(field);
  if (has("email")) await refuseTakenAddress(tx, email);
  if (has("floorId")) await refuseMissingFloor(tx, floorId);
  const managerId = has("managerEmail") ? await managerOf(tx, managerEmail) : null;
  if (managerId === input.personId) {
    throw new UserError("people.refused.ownManager", undefined, { field: "managerEmail" });
  }
  return {
    ...(has("name") && { name }),
    ...(has("email") && { email }),
    ...(has("title") && { title }),
    ...(has("floorId") && { floorId }),
    ...(has("timeZone") && { timeZone }),
    ...(has("hireDate") && { hireDate: hireDate && fromDay(hireDate) }),
    ...(has("managerEmail") && { managerId }),
  };
}

/**
 * Says which grants a person has from now on. Refuses to take the last active administrator's away, and a form that
 * somebody else's change has overtaken.
 */
export function setGrants(actor: Actor, input: SetGrants, on: Db = db): Promise<void> {
  return transaction(on, async (tx) => {
    const { personId } = input;
    const administrators = await holdAdministrators(tx);
    await hold(tx, personId);
    authorize("people.setGrants", standingToPerson(actor, personId));
    const { name, grants } = await tx.person.findUniqueOrThrow({
      where: { id: personId },
      select: { name: true, grants: { select: { kind: true } } },
    });
    const now = grantKinds.filter((kind) => grants.some((grant) => grant.kind === kind));
    const wanted = grantKinds.filter((kind) => input.grants.includes(kind));
    if (!sameGrants(now, input.seen)) throw new UserError("errors.somebodyFaster");
    if (sameGrants(now, wanted)) return;
    if (!wanted.includes("ADMIN") && isLast(administrators, personId)) {
      throw new UserError("people.refused.lastAdministrator");
    }
    await tx.grant.deleteMany({ where: { personId, kind: { notIn: wanted } } });
    await tx.grant.createMany({ data: wanted.map((kind) => ({ personId, kind })), skipDuplicates: true });
    await audit(tx, actor, {
      action: "people.setGrants",
      subject: subjectOf(personId),
      data: { person: name, grants: wanted.join("_") || "NONE" },
    });
  });
}

const sameGrants = (some: readonly GrantKind[], others: readonly GrantKind[]) =>
  grantKinds.every((kind) => some.includes(kind) === others.includes(kind));

/** Everybody who administers and can sign in. Held until the transaction ends: two who leave at once do not both go. */
async function holdAdministrators(tx: Tx): Promise<string[]> {
  await tx.$queryRaw`SELECT 1 FROM "Grant" WHERE kind = 'ADMIN' ORDER BY "personId" FOR UPDATE`;
  const people = await tx.person.findMany({
    where: { deactivatedAt: null, grants: { some: { kind: "ADMIN" } } },
    select: { id: true },
  });
  return people.map((person) => person.id);
}

const isLast = (administrators: string[], personId: string) =>
  administrators.length === 1 && administrators[0] === personId;

/** Invites somebody by e-mail to choose a password. Refuses who can sign in already, and who was deactivated. */
export function invitePerson(actor: Actor, input: OnePerson, on: Db = db): Promise<void> {
  return transaction(on, async (tx) => {
    const { personId } = input;
    await hold(tx, personId);
    authorize("people.invitePerson", standingToPerson(actor, personId));
    const person = await tx.person.findUniqueOrThrow({
      where: { id: personId },
      select: { name: true, deactivatedAt: true, passwordHash: true, oidcSubject: true },
    });
    const signsIn = person.passwordHash !== null || person.oidcSubject !== null;
    refuse(
      invitationRefusal(personState({ deactivated: person.deactivatedAt !== null, signsIn, invited: false })),
    );
    await sendInvitation(tx, personId);
    await audit(tx, actor, {
      action: "people.invitePerson",
      subject: subjectOf(personId),
      data: { person: person.name },
    });
  });
}

/**
 * Closes the account of somebody: every sign-in of theirs ends at once, no link of theirs can be used, what they wrote
 * stays, their photo goes, and the live calls they were to sit in on are gaps. Refuses oneself, the last active administrator, and who was deactivated already.
 */
export function deactivatePerson(actor: Actor, input: OnePerson, on: Db = db): Promise<void> {
  return transaction(on, async (tx) => {
    const { personId } = input;
    const administrators = await holdAdministrators(tx);
    await hold(tx, personId);
    authorize("people.deactivatePerson", standingToPerson(actor, personId));
    refuse(
      deactivationRefusal({
        self: personId === actor.personId,
        lastAdministrator: isLast(administrators, personId),
      }),
    );
    const closed = await tx.person.updateManyAndReturn({
      where: { id: personId, deactivatedAt: null },
      data: { deactivatedAt: clock.now() },
      select: { name: true },
    });
    if (!closed[0]) throw new UserError("errors.somebodyFaster");
    await closeSignIns(tx, personId);
    await voidLinks(tx, personId);
    await tx.portrait.deleteMany({ where: { personId } });
    await audit(tx, actor, {
      action: "people.deactivatePerson",
      subject: subjectOf(personId),
      data: { person: closed[0].name },
    });
    await releaseCovers(tx, actor, { personId, why: "gone" });
  });
}

/** Opens the account of somebody again. Refuses who was not deactivated. */
export function reactivatePerson(actor: Actor, input: OnePerson, on: Db = db): Promise<void> {
  return transaction(on, async (tx) => {
    const { personId } = input;
    await hold(tx, personId);
    authorize("people.reactivatePerson", standingToPerson(actor, personId));
    const opened = await tx.person.updateManyAndReturn({
      where: { id: personId, deactivatedAt: { not: null } },
      data: { deactivatedAt: null },
      select: { name: true },
    });
    if (!opened[0]) throw new UserError("errors.somebodyFaster");
    await audit(tx, actor, {
      action: "people.reactivatePerson",
      subject: subjectOf(personId),
      data: { person: opened[0].name },
    });
  });
}

/** Changes what one sets for oneself: time zone, theme, title. What is left out stays. */
export function changeOwnSettings(actor: Actor, input: ChangeOwnSettings, on: Db = db): Promise<void> {
  return transaction(on, async (tx) => {
    const { personId } = actor;
    authorize("people.changeOwnSettings", standingToPerson(actor, personId));
    const data = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    await tx.person.update({ where: { id: personId }, data, select: { id: true } });
    await audit(tx, actor, {
      action: "people.changeOwnSettings",
      subject: subjectOf(personId),
      data: { fields: Object.keys(data).join(", ") },
    });
  });
}
