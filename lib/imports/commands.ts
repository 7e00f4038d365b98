import { standing } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { type AuditEntry, audit, auditEach } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { fromDay } from "@/lib/dates";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, UserError } from "@/lib/errors";
import { readImportFile } from "@/lib/imports/people-file";
import { type PlannedRow, planImport } from "@/lib/imports/plan";
import { type ImportResult, importFacts, type KeptImport } from "@/lib/imports/queries";
import type { CommitImport, PreviewImport } from "@/lib/imports/schema";
import { organizationTimeZone } from "@/lib/organization/queries";
import { authorize } from "@/lib/permissions";
import type { Prisma } from "@/prisma/generated/client";

/** How many rows go into one statement: its parameters have a limit. */
const batch = 1_000;

/**
 * Reads a file of people and keeps what it says to be looked at. Nobody is added or changed by that.
 * Refuses a file that cannot be read as a whole; what is wrong with single rows is kept with them.
 */
export function previewImport(
  actor: Actor,
  input: PreviewImport,
  on: Db = db,
): Promise<{ importId: string }> {
  return transaction(on, async (tx) => {
    authorize("imports.previewImport", standing(actor));
    const file = readImportFile(input.text);
    if ("refusal" in file) {
      throw new UserError(file.refusal.key, file.refusal.values, { field: "text" });
    }
    const kept = await tx.peopleImport.create({
      data: {
        byId: actor.personId,
        fileName: input.fileName,
        rows: file as unknown as Prisma.InputJsonValue,
        createdAt: clock.now(),
      },
      select: { id: true },
    });
    await audit(tx, actor, {
      action: "imports.previewImport",
      subject: { type: "Import", id: kept.id },
      data: { rows: file.rows.length, problems: file.problems.length },
    });
    return { importId: kept.id };
  });
}

/**
 * Adds and changes the people of a file that was looked at: all of them or none. Who has an address already is changed,
 * and only in what the file says of them; no grant is taken away.
 * Refuses a file with anything wrong in it, also when that became so after it was looked at, and a second time.
 */
export function commitImport(actor: Actor, input: CommitImport, on: Db = db): Promise<ImportResult> {
  return transaction(on, async (tx) => {
    const mine = { id: input.importId, byId: actor.personId };
    const found = await tx.peopleImport.findFirst({ where: mine, select: { rows: true } });
    if (!found) throw new NotFoundError();
    authorize("imports.commitImport", standing(actor));
    // Imports wait for each other here: the second one finds the people of the first, and changes them.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(7264191)`;
    const file = found.rows as unknown as KeptImport;
    const facts = await importFacts(tx, file.rows);
    const plan = planImport(file.rows, facts);
    const [wrong] = [...file.problems, ...plan.problems];
    if (wrong) throw new UserError("imports.refused.problems", { line: wrong.line });
    const rows = plan.rows.filter((row) => row.effect !== "same");
    const known = new Map([...facts.people].map(([email, person]) => [email, person.id]));
    const result = {
      added: rows.filter((row) => row.effect === "added").length,
      changed: rows.filter((row) => row.effect === "changed").length,
    };
    const taken = await tx.peopleImport.updateMany({
      where: { ...mine, committedAt: null },
      data: {
        committedAt: clock.now(),
        rows: { ...file, result } as unknown as Prisma.InputJsonValue,
      },
    });
    if (taken.count === 0) throw new UserError("imports.refused.done");
    await addPeople(tx, rows, known);
    await changePeople(tx, rows);
    await addGrants(tx, rows, known);
    await record(tx, actor, input.importId, rows, known, result);
    return result;
  });
}

/** Adds the people who are new, and writes down in `known` who they became. */
async function addPeople(tx: Tx, rows: PlannedRow[], known: Map<string, string>): Promise<void> {
  const fresh = rows.filter((row) => row.effect === "added");
  const zone = (await organizationTimeZone(tx)) ?? "UTC";
  for (let start = 0; start < fresh.length; start += batch) {
    const added = await tx.person.createManyAndReturn({
      data: fresh.slice(start, start + batch).map((row) => ({
        email: row.email,
        name: row.name ?? row.email,
        title: row.title,
        floorId: row.floorId,
        hireDate: row.hireDate && fromDay(row.hireDate),
        timeZone: row.timeZone ?? zone,
        createdAt: clock.now(),
      })),
      select: { id: true, email: true },
    });
    for (const person of added) known.set(person.email, person.id);
  }
}

/** Changes the people who were here, and gives everybody of the file their manager: one statement, whatever its length. */
async function changePeople(tx: Tx, rows: PlannedRow[]): Promise<void> {
  const told = JSON.stringify(
    rows.map(({ email, name, title, floorId, hireDate, timeZone, managerEmail }) => ({
      email,
      name,
      title,
      floor: floorId,
      hired: hireDate,
      zone: timeZone,
      manager: managerEmail,
    })),
  );
  await tx.$executeRaw`
    UPDATE "Person" p SET
      name = coalesce(t.name, p.name),
      title = coalesce(t.title, p.title),
      "floorId" = coalesce(t.floor, p."floorId"),
      "hireDate" = coalesce(t.hired, p."hireDate"),
      "timeZone" = coalesce(t.zone, p."timeZone"),
      "managerId" = coalesce(m.id, p."managerId")
    FROM jsonb_to_recordset(${told}::jsonb)
      AS t(email text, name text, title text, floor uuid, hired date, zone text, manager text)
    LEFT JOIN "Person" m ON m.email = t.manager
    WHERE p.email = t.email`;
}

async function addGrants(tx: Tx, rows: PlannedRow[], known: Map<string, string>): Promise<void> {
  const data = rows.flatMap(({ email, grants }) => {
    const personId = known.get(email);
    return personId ? grants.map((kind) => ({ personId, kind })) : [];
  });
  if (data.length > 0) await tx.grant.createMany({ data, skipDuplicates: true });
}

/** One record for the import, and one for each person, so that their own history tells it. */
async function record(
  tx: Tx,
  actor: Actor,
  importId: string,
  rows: PlannedRow[],
  known: Map<string, string>,
  result: ImportResult,
): Promise<void> {
  await audit(tx, actor, {
    action: "imports.commitImport",
    subject: { type: "Import", id: importId },
    data: result,
  });
  const entries = rows.map(
    (row): AuditEntry => ({
      action: row.effect === "added" ? "people.addPerson" : "people.changePerson",
      subject: { type: "Person", id: known.get(row.email) ?? "" },
      data: { person: row.name ?? row.email },
    }),
  );
  for (let start = 0; start < entries.length; start += batch) {
    await auditEach(tx, actor, entries.slice(start, start + batch));
  }
}
