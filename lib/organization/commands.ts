import { standing } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { fromDay } from "@/lib/dates";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, UserError } from "@/lib/errors";
import type { AddHoliday, ChangeOrganization, RemoveHoliday, SetUp } from "@/lib/organization/schema";
import { authorize } from "@/lib/permissions";
import { installDefaultProgram } from "@/lib/programs/commands";
import { openLink, takeLink } from "@/lib/sign-ins/links";
import { hashPassword } from "@/lib/sign-ins/password";
import { passwordRefusal } from "@/lib/sign-ins/rules";

const subject = { type: "Organization" as const, id: "1" };

/** Writes the one organization of this installation. Refuses when there is one. */
export async function setUpOrganization(
  tx: Tx,
  organization: { name: string; timeZone: string },
): Promise<void> {
  const { name, timeZone } = organization;
  const written = await tx.organization.createMany({ data: { id: 1, name, timeZone }, skipDuplicates: true });
  if (written.count === 0) throw new UserError("organization.refused.alreadySetUp");
  await audit(tx, null, { action: "organization.setUp", subject, data: { organization: name } });
}

/**
 * Sets the organization up with the link that was printed when the server first started: its name, its first person,
 * who administers it and runs its programs, and the program that every installation starts with.
 * @returns the e-mail address that one signs in with
 * Refuses a link that was used or is too old, a password among the first guesses, and a second time.
 */
export async function setUp(
  from: { address: string },
  input: SetUp,
  on: Db = db,
): Promise<{ email: string }> {
  const { name, email, timeZone } = input;
  const { id: linkId } = await openLink(on, from, "FIRST_ADMINISTRATOR", input.token);
  const reason = passwordRefusal(input.password, { name, email });
  if (reason) throw new UserError(reason.key, reason.values, { field: "password" });
  const passwordHash = await hashPassword(input.password);
  return transaction(on, async (tx) => {
    await takeLink(tx, linkId);
    await setUpOrganization(tx, { name: input.organization, timeZone });
    const person = await tx.person.create({
      data: {
        name,
        email,
        timeZone,
        passwordHash,
        createdAt: clock.now(),
        grants: { create: [{ kind: "ADMIN" }, { kind: "ENABLEMENT_MANAGER" }] },
      },
      select: { id: true },
    });
    await audit(
      tx,
      { personId: person.id, name },
      { action: "people.addPerson", subject: { type: "Person", id: person.id }, data: { person: name } },
    );
    await installDefaultProgram(tx);
    return { email };
  });
}

/** Changes what the organization is called and the zone that new people and cohorts start from. */
export function changeOrganization(actor: Actor, input: ChangeOrganization, on: Db = db): Promise<void> {
  return transaction(on, async (tx) => {
    authorize("organization.changeOrganization", standing(actor));
    await tx.organization.update({ where: { id: 1 }, data: input, select: { id: true } });
    await audit(tx, actor, {
      action: "organization.changeOrganization",
      subject,
      data: { organization: input.name },
    });
  });
}

/** Adds a day on which nobody works. Cohorts that are planned already keep their days. Refuses a day that is one. */
export function addHoliday(actor: Actor, input: AddHoliday, on: Db = db): Promise<void> {
  return transaction(on, async (tx) => {
    authorize("organization.addHoliday", standing(actor));
    const added = await tx.holiday.createMany({
      data: { day: fromDay(input.day), name: input.name },
      skipDuplicates: true,
    });
    if (added.count === 0) {
      throw new UserError("organization.refused.holidayTaken", { day: input.day }, { field: "day" });
    }
    await audit(tx, actor, { action: "organization.addHoliday", subject, data: input });
  });
}

/** Removes a holiday; adding it again undoes that. A day that is none is not found. */
export function removeHoliday(actor: Actor, input: RemoveHoliday, on: Db = db): Promise<void> {
  return transaction(on, async (tx) => {
    authorize("organization.removeHoliday", standing(actor));
    const where = { day: fromDay(input.day) };
    const holiday = await tx.holiday.findUnique({ where, select: { name: true } });
    const removed = await tx.holiday.deleteMany({ where });
    if (!holiday || removed.count === 0) throw new NotFoundError();
    await audit(tx, actor, {
      action: "organization.removeHoliday",
      subject,
      data: { day: input.day, name: holiday.name },
    });
  });
}
