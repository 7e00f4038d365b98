import { standing, standingToCohort } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { type AuditEntry, audit, auditEach } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { enrollMentees } from "@/lib/enrollments/commands";
import { NotFoundError, refuse, UserError } from "@/lib/errors";
import { finish, finishUndo, tableOf, writeColumns, written } from "@/lib/imports/commands";
import { guessColumns, readPeople } from "@/lib/imports/people-file";
import { type Profile, profiles, waitForImports, writePeople } from "@/lib/imports/people-writing";
import { keptColumns, keptTable } from "@/lib/imports/queries";
import { columnsRefusal, undoRefusal, type WrittenPerson } from "@/lib/imports/rules";
import type { MapImport, OneImport } from "@/lib/imports/schema";
import { readTable } from "@/lib/imports/table-file";
import { type Undone, undoPeople } from "@/lib/imports/undoing";
import { authorize, may, type Permission } from "@/lib/permissions";
import type { Prisma } from "@/prisma/generated/client";
import { type KeptMentees, type MenteesResult, menteePlan } from "./queries";
import { menteeColumns, mostMentees, type PreviewMentees } from "./schema";
import { undoEnrollments } from "./undoing";

/**
 * Reads a file of mentees and keeps what it says to be looked at. Nobody is enrolled by that. Refuses a file that
 * cannot be read as a table, or has more rows than a cohort takes in one go.
 */
export function previewImport(
  actor: Actor,
  input: PreviewMentees,
  on: Db = db,
): Promise<{ importId: string }> {
  return transaction(on, async (tx) => {
    const { cohortId, fileName } = input;
    authorize("mentee-imports.previewImport", await standingToCohort(tx, actor, cohortId));
    const table = tableOf(readTable(input.text, mostMentees));
    const kept = await tx.peopleImport.create({
      data: {
        byId: actor.personId,
        cohortId,
        fileName,
        rows: table as unknown as Prisma.InputJsonValue,
        columns: guessColumns(table.head, menteeColumns),
        createdAt: clock.now(),
      },
      select: { id: true },
    });
    await record(tx, actor, "mentee-imports.previewImport", kept.id, cohortId, { rows: table.body.length });
    return { importId: kept.id };
  });
}

const record = (
  tx: Tx,
  actor: Actor,
  action: Permission,
  id: string,
  cohortId: string,
  data: Record<string, number>,
) => audit(tx, actor, { action, cohortId, subject: { type: "Import", id }, data });

/** An import of mentees that this person looked at, as an organizer of its cohort still. Else: not found. */
async function reach(tx: Tx, actor: Actor, deed: Permission, importId: string) {
  const found = await tx.peopleImport.findFirst({
    where: { id: importId, byId: actor.personId, cohortId: { not: null } },
  });
  if (!found?.cohortId) throw new NotFoundError();
  authorize(deed, await standingToCohort(tx, actor, found.cohortId));
  return { ...found, cohortId: found.cohortId, mine: { id: found.id, byId: actor.personId } };
}

/** Says what the columns of a file hold. Refuses two that hold the same, none with the address, and a file that is imported. */
export function mapImport(actor: Actor, input: MapImport, on: Db = db): Promise<void> {
  return transaction(on, async (tx) => {
    const deed = "mentee-imports.mapImport";
    const { mine, rows } = await reach(tx, actor, deed, input.importId);
    if (input.columns.includes("grants")) throw new NotFoundError();
    await writeColumns(tx, actor, mine, keptTable(rows), input, deed);
  });
}

/**
 * Enrolls the people of a file that was looked at, and adds those who are new where one may add people: all of them or
 * none. Who is here is not changed. Refuses a file with anything wrong in it, also when that became so after it was
 * looked at; whom enrollMentees refuses; and a second time.
 */
export function commitImport(actor: Actor, input: OneImport, on: Db = db): Promise<MenteesResult> {
  return transaction(on, async (tx) => {
    const deed = "mentee-imports.commitImport";
    const { mine, rows, columns, cohortId } = await reach(tx, actor, deed, input.importId);
    await waitForImports(tx);
    refuse(columnsRefusal(keptColumns(columns)));
    const file = readPeople(keptTable(rows), keptColumns(columns));
    const plan = await menteePlan(tx, actor, cohortId, file.rows);
    const [wrong] = [...file.problems, ...plan.problems];
    if (wrong) throw new UserError("imports.refused.problems", { line: wrong.line });
    const fresh = plan.rows.filter((row) => row.effect === "added");
    await writePeople(
      tx,
      fresh.map((row) => ({ ...row, effect: "added" as const })),
    );
    const added = await profiles(tx, { email: { in: fresh.map((row) => row.email) } });
    const joining = plan.rows.filter((row) => row.effect !== "same").map((row) => row.email);
    const enrollments = await join(tx, actor, cohortId, joining);
    const result = { enrolled: enrollments.length, added: added.length };
    await finish(tx, mine, { result, enrollments, people: written(added, []) } satisfies KeptMentees);
    await auditEach(tx, actor, added.map(addedRecord));
    await record(tx, actor, deed, input.importId, cohortId, result);
    return result;
  });
}

const addedRecord = ({ id, name }: Profile): AuditEntry => ({
  action: "people.addPerson",
  subject: { type: "Person", id },
  data: { person: name },
});

/** Enrolls the people with these addresses. Gives the ids of their enrollments. */
async function join(tx: Tx, actor: Actor, cohortId: string, emails: string[]): Promise<string[]> {
  const people = await tx.person.findMany({ where: { email: { in: emails } }, select: { id: true } });
  const menteeIds = people.map((person) => person.id);
  if (menteeIds.length === 0) return [];
  await enrollMentees(actor, { cohortId, menteeIds }, tx);
  const made = await tx.enrollment.findMany({
    where: { cohortId, personId: { in: menteeIds } },
    select: { id: true },
  });
  return made.map((enrollment) => enrollment.id);
}

/**
 * Undoes an import of mentees within a day: enrollments to which nothing has happened are removed, with their planned
 * sessions, and those people are told; whom it added is closed. Leaves, and names, who is in the program already, and
 * people whom it added when one may not remove them any more. Refuses a second time.
 */
export function undoImport(actor: Actor, input: OneImport, on: Db = db): Promise<Undone> {
  return transaction(on, async (tx) => {
    const deed = "mentee-imports.undoImport";
    const found = await reach(tx, actor, deed, input.importId);
    await waitForImports(tx);
    refuse(undoRefusal(found, clock.now()));
    const wrote = found.written as unknown as KeptMentees;
    const enrolled = await undoEnrollments(tx, actor, found.cohortId, wrote.enrollments);
    const people = await undoAdded(tx, actor, wrote.people);
    const named = new Set(enrolled.left.map((one) => one.name));
    const undone = {
      ...people,
      removed: people.removed + enrolled.removed,
      left: [...enrolled.left, ...people.left.filter((one) => !named.has(one.name))],
    };
    await finishUndo(tx, found.mine, { ...wrote, people: [], enrollments: [], undone } satisfies KeptMentees);
    const { removed, deactivated, left } = undone;
    const data = { removed, deactivated, left: left.length };
    await record(tx, actor, deed, input.importId, found.cohortId, data);
    return undone;
  });
}

/** Whom an import added is closed again by who may close people; for anybody else they stay, and can be enrolled. */
async function undoAdded(tx: Tx, actor: Actor, people: readonly WrittenPerson[]): Promise<Undone> {
  if (may(standing(actor), "people.deactivatePerson")) return undoPeople(tx, actor, people);
  const left = people.map(({ id, after: { name } }) => ({
    id,
    name,
    sentence: { key: "imports.left.administrator" as const, values: { name } },
  }));
  return { removed: 0, deactivated: 0, putBack: 0, left };
}
