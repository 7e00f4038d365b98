import { clock } from "@/lib/clock";
import { toDay } from "@/lib/dates";
import type { Db, Tx } from "@/lib/db";
import type { PlannedRow } from "@/lib/imports/plan";
import type { ProfileFields } from "@/lib/imports/rules";
import { organizationTimeZone } from "@/lib/organization/queries";
import type { GrantKind } from "@/lib/people/rules";
import type { Prisma } from "@/prisma/generated/client";

/** A person as an import finds and leaves them. */
export type Profile = ProfileFields & { id: string; email: string; grants: GrantKind[] };

/** The people that a condition is true of, as an import sees them. */
export async function profiles(on: Db, where: Prisma.PersonWhereInput): Promise<Profile[]> {
  const people = await on.person.findMany({
    where,
    select: {
      id: true,
      email: true,
      name: true,
      title: true,
      floorId: true,
      hireDate: true,
      timeZone: true,
      managerId: true,
      grants: { select: { kind: true } },
    },
  });
  return people.map(({ hireDate, grants, ...person }) => ({
    ...person,
    hireDate: hireDate && toDay(hireDate),
    grants: grants.map((grant) => grant.kind),
  }));
}

/** Imports wait for each other here, until the transaction ends: each finds the people of the one before. */
export async function waitForImports(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7264191)`;
}

/** Adds and changes the people of planned rows, and gives them their managers and grants. */
export async function writePeople(tx: Tx, rows: PlannedRow[]): Promise<void> {
  await addPeople(tx, rows);
  await changePeople(tx, rows);
  await addGrants(tx, rows);
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
