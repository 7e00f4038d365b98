import { standing } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { type AuditEntry, audit, auditEach } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, refuse, UserError } from "@/lib/errors";
import { guessColumns, readPeople } from "@/lib/imports/people-file";
import { type Profile, profiles, waitForImports, writePeople } from "@/lib/imports/people-writing";
import { type PlannedRow, planImport } from "@/lib/imports/plan";
import { type ImportResult, importFacts, type KeptPeople, keptTable } from "@/lib/imports/queries";
import { columnsRefusal, keptSince, undoRefusal, type WrittenPerson } from "@/lib/imports/rules";
import { importColumns, type MapImport, type OneImport, type PreviewImport } from "@/lib/imports/schema";
import { type ImportTable, readTable } from "@/lib/imports/table-file";
import { type Undone, undoPeople } from "@/lib/imports/undoing";
import { authorize } from "@/lib/permissions";
import type { Prisma } from "@/prisma/generated/client";

const json = (value: unknown) => value as Prisma.InputJsonValue;

/**
 * Reads a file of people and keeps what it says to be looked at, with a guess at what its columns hold. Nobody is added
 * or changed by that. Refuses a file that cannot be read as a table.
 */
export function previewImport(
  actor: Actor,
  input: PreviewImport,
  on: Db = db,
): Promise<{ importId: string }> {
  return transaction(on, async (tx) => {
    authorize("imports.previewImport", standing(actor));
    const table = tableOf(readTable(input.text));
    const kept = await tx.peopleImport.create({
      data: {
        byId: actor.personId,
        fileName: input.fileName,
        rows: json(table),
        columns: guessColumns(table.head, importColumns),
        createdAt: clock.now(),
      },
      select: { id: true },
    });
    await audit(tx, actor, {
      action: "imports.previewImport",
      subject: { type: "Import", id: kept.id },
      data: { rows: table.body.length },
    });
    return { importId: kept.id };
  });
}

/** The table, when it could be read; throws the sentence, beside the field of the text, when not. */
export function tableOf(read: ReturnType<typeof readTable>): ImportTable {
  if ("refusal" in read) {
    throw new UserError(read.refusal.key, read.refusal.values, { field: "text" });
  }
  return read;
}

/** An import of people that this person looked at. */
const ownImport = (actor: Actor, importId: string) =>
  ({ id: importId, byId: actor.personId, cohortId: null }) satisfies Prisma.PeopleImportWhereInput;

/** Says what the columns of a file hold. Refuses two that hold the same, none with the address, and a file that is imported. */
export function mapImport(actor: Actor, input: MapImport, on: Db = db): Promise<void> {
  return transaction(on, async (tx) => {
    const mine = ownImport(actor, input.importId);
    const found = await tx.peopleImport.findFirst({ where: mine, select: { rows: true } });
    if (!found) throw new NotFoundError();
    authorize("imports.mapImport", standing(actor));
    await writeColumns(tx, actor, mine, keptTable(found.rows), input, "imports.mapImport");
  });
}

/** Writes what the columns of an import hold, as long as it is not committed. */
export async function writeColumns(
  tx: Tx,
  actor: Actor,
  mine: Prisma.PeopleImportWhereInput,
  table: ImportTable,
  { importId, columns }: MapImport,
  action: AuditEntry["action"],
): Promise<void> {
  if (columns.length !== table.head.length) throw new NotFoundError();
  refuse(columnsRefusal(columns));
  const changed = await tx.peopleImport.updateMany({
    where: { ...mine, committedAt: null },
    data: { columns: json(columns) },
  });
  if (changed.count === 0) throw new UserError("imports.refused.done");
  await audit(tx, actor, { action, subject: { type: "Import", id: importId } });
}

/**
 * Adds and changes the people of a file that was looked at: all of them or none. Who has an address already is changed,
 * and only in what the file says of them; no grant is taken away.
 * Refuses a file with anything wrong in it, also when that became so after it was looked at, and a second time.
 */
export function commitImport(actor: Actor, input: OneImport, on: Db = db): Promise<ImportResult> {
  return transaction(on, async (tx) => {
    const mine = ownImport(actor, input.importId);
    const found = await tx.peopleImport.findFirst({ where: mine, select: { rows: true, columns: true } });
    if (!found) throw new NotFoundError();
    authorize("imports.commitImport", standing(actor));
    await waitForImports(tx);
    const columns = found.columns as (typeof importColumns)[number][];
    refuse(columnsRefusal(columns));
    const file = readPeople(keptTable(found.rows), columns);
    const plan = planImport(file.rows, await importFacts(tx, file.rows));
    const [wrong] = [...file.problems, ...plan.problems];
    if (wrong) throw new UserError("imports.refused.problems", { line: wrong.line });
    const rows = plan.rows.filter((row) => row.effect !== "same");
    const result = {
      added: rows.filter((row) => row.effect === "added").length,
      changed: rows.filter((row) => row.effect === "changed").length,
    };
    const concerned = { email: { in: rows.map((row) => row.email) } };
    const before = await profiles(tx, concerned);
    await writePeople(tx, rows);
    const after = await profiles(tx, concerned);
    await finish(tx, mine, { result, people: written(after, before) });
    await record(tx, actor, input.importId, after, rows, result);
    return result;
  });
}

/** What is kept of the people whom an import wrote. */
export function written(after: readonly Profile[], before: readonly Profile[]): WrittenPerson[] {
  const were = new Map(before.map((person) => [person.id, person]));
  return after.map(({ email, id, grants, ...becomes }) => {
    const was = were.get(id);
    if (!was) return { id, before: null, after: becomes, grants };
    const { email: _email, id: _id, grants: had, ...fields } = was;
    return { id, before: fields, after: becomes, grants: grants.filter((grant) => !had.includes(grant)) };
  });
}

/** Marks an import as committed, with what it wrote. Refuses a second time. */
export async function finish(tx: Tx, mine: Prisma.PeopleImportWhereInput, wrote: unknown): Promise<void> {
  const taken = await tx.peopleImport.updateMany({
    where: { ...mine, committedAt: null },
    data: { committedAt: clock.now(), written: json(wrote) },
  });
  if (taken.count === 0) throw new UserError("imports.refused.done");
}

/** One record for the import, and one for each person, so that their own history tells it. */
async function record(
  tx: Tx,
  actor: Actor,
  importId: string,
  people: readonly Profile[],
  rows: PlannedRow[],
  result: ImportResult,
): Promise<void> {
  const added = new Set(rows.filter((row) => row.effect === "added").map((row) => row.email));
  await auditEach(tx, actor, [
    { action: "imports.commitImport", subject: { type: "Import", id: importId }, data: result },
    ...people.map(
      ({ id, name, email }): AuditEntry => ({
        action: added.has(email) ? "people.addPerson" : "people.changePerson",
        subject: { type: "Person", id },
        data: { person: name },
      }),
    ),
  ]);
}

/**
 * Undoes an import of people within a day: whom it added is removed, or closed if they were told something; whom it
 * changed gets back what they were. Leaves, and names, who has been used or changed since. Refuses a second time.
 */
export function undoImport(actor: Actor, input: OneImport, on: Db = db): Promise<Undone> {
  return transaction(on, async (tx) => {
    const mine = ownImport(actor, input.importId);
    const found = await tx.peopleImport.findFirst({ where: mine });
    if (!found) throw new NotFoundError();
    authorize("imports.undoImport", standing(actor));
    await waitForImports(tx);
    refuse(undoRefusal(found, clock.now()));
    const wrote = found.written as unknown as KeptPeople;
    const undone = await undoPeople(tx, actor, wrote.people);
    await finishUndo(tx, mine, { ...wrote, people: [], undone });
    const { left, ...counts } = undone;
    await audit(tx, actor, {
      action: "imports.undoImport",
      subject: { type: "Import", id: input.importId },
      data: { ...counts, left: left.length },
    });
    return undone;
  });
}

/** Marks an import as undone, with what came of it. Refuses a second time. */
export async function finishUndo(tx: Tx, mine: Prisma.PeopleImportWhereInput, wrote: unknown): Promise<void> {
  const taken = await tx.peopleImport.updateMany({
    where: { ...mine, undoneAt: null },
    data: { undoneAt: clock.now(), written: json(wrote) },
  });
  if (taken.count === 0) throw new UserError("imports.refused.undone");
}

/**
 * Deletes the files that were looked at and that nobody imported for a week: what they say of people is not kept for
 * nothing. Gives how many there were. What was committed stays.
 */
export async function discardImports(on: Db = db): Promise<number> {
  const forgotten = await on.peopleImport.findMany({
    where: { committedAt: null, createdAt: { lt: keptSince(clock.now()) } },
    orderBy: { createdAt: "asc" },
    take: 500,
    select: { id: true, cohortId: true },
  });
  let discarded = 0;
  for (const { id, cohortId } of forgotten) {
    discarded += await transaction(on, async (tx) => {
      // Whoever commits it at this moment is faster: it is not ours to delete any more.
      const { count } = await tx.peopleImport.deleteMany({ where: { id, committedAt: null } });
      const of = cohortId ? { cohortId } : {};
      const subject = { type: "Import" as const, id };
      if (count > 0) await audit(tx, null, { action: "imports.discarded", subject, ...of });
      return count;
    });
  }
  return discarded;
}
