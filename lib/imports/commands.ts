import { standing } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { type AuditEntry, audit, auditEach } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, UserError } from "@/lib/errors";
import { readImportFile } from "@/lib/imports/people-file";
import { type PlannedRow, planImport } from "@/lib/imports/plan";
import { type ImportResult, importFacts, type KeptImport } from "@/lib/imports/queries";
import type { CommitImport, PreviewImport } from "@/lib/imports/schema";
import { organizationTimeZone } from "@/lib/organization/queries";
import { authorize } from "@/lib/permissions";
import type { Prisma } from "@/prisma/generated/client";

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
    const plan = planImport(file.rows, await importFacts(tx, file.rows));
    const [wrong] = [...file.problems, ...plan.problems];
    if (wrong) throw new UserError("imports.refused.problems", { line: wrong.line });
    const rows = plan.rows.filter((row) => row.effect !== "same");
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
    await addPeople(tx, rows);
    await changePeople(tx, rows);
    await addGrants(tx, rows);
    await record(tx, actor, input.importId, rows, result);
    return result;
  });
}

/**
 * What the rows say, as one parameter: the statements below take as long for five thousand people as the database needs,
 * and not as long as five thousand rows need to travel.
 */
const told = (rows: PlannedRow[]) =>
  JSON.stringify(
    rows.map(({ email, name, title, floorId, hireDate, timeZone, managerEmail, grants }) => ({
      email,
      name,
      title,
      floor: floorId,
      hired: hireDate,
      zone: timeZone,
      manager: managerEmail,
      grants,
    })),
  );

/** Adds the people who are new. Their ids are those that Prisma would make: the milliseconds first, then chance. */
async function addPeople(tx: Tx, rows: PlannedRow[]): Promise<void> {
  const zone = (await organizationTimeZone(tx)) ?? "UTC";
  const fresh = told(rows.filter((row) => row.effect === "added"));
  await tx.$executeRaw`
    INSERT INTO "Person" (id, email, name, title, "floorId", "hireDate", "timeZone", "createdAt")
    SELECT
      encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
        FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid,
      email, coalesce(name, email), title, floor, hired, coalesce(zone, ${zone}), ${clock.now()}
    FROM jsonb_to_recordset(${fresh}::jsonb)
      AS t(email text, name text, title text, floor uuid, hired date, zone text)`;
}

/** Changes the people who were here, and gives everybody of the file their manager. */
async function changePeople(tx: Tx, rows: PlannedRow[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Person" p SET
      name = coalesce(t.name, p.name),
      title = coalesce(t.title, p.title),
      "floorId" = coalesce(t.floor, p."floorId"),
      "hireDate" = coalesce(t.hired, p."hireDate"),
      "timeZone" = coalesce(t.zone, p."timeZone"),
      "managerId" = coalesce(m.id, p."managerId")
    FROM jsonb_to_recordset(${told(rows)}::jsonb)
      AS t(email text, name text, title text, floor uuid, hired date, zone text, manager text)
    LEFT JOIN "Person" m ON m.email = t.manager
    WHERE p.email = t.email`;
}

async function addGrants(tx: Tx, rows: PlannedRow[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Grant" ("personId", kind)
    SELECT p.id, kind::"GrantKind"
    FROM jsonb_to_recordset(${told(rows)}::jsonb) AS t(email text, grants jsonb)
    JOIN "Person" p ON p.email = t.email
    CROSS JOIN jsonb_array_elements_text(t.grants) AS kind
    ON CONFLICT DO NOTHING`;
}

/** One record for the import, and one for each person, so that their own history tells it. */
async function record(
  tx: Tx,
  actor: Actor,
  importId: string,
  rows: PlannedRow[],
  result: ImportResult,
): Promise<void> {
  const emails = rows.map((row) => row.email);
  const people = await tx.person.findMany({
    where: { email: { in: emails } },
    select: { id: true, name: true, email: true },
  });
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
