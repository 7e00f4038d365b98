import type { Actor } from "@/lib/actor";
import { type AuditEntry, auditEach } from "@/lib/audit";
import type { Tx } from "@/lib/db";
import type { Sentence } from "@/lib/errors";
import { profiles } from "@/lib/imports/people-writing";
import { type PersonNow, planUndo, type UndoPlan, type WrittenPerson } from "@/lib/imports/rules";
import { deactivatePerson } from "@/lib/people/commands";
import { Prisma } from "@/prisma/generated/client";

/** What came of undoing an import. */
export type Undone = {
  removed: number;
  deactivated: number;
  putBack: number;
  left: { id: string; name: string; sentence: Sentence }[];
};

/** Takes back what an import wrote of people, as far as planUndo in rules.ts allows it, and says how far that was. */
export async function undoPeople(tx: Tx, actor: Actor, people: readonly WrittenPerson[]): Promise<Undone> {
  const ids = people.map((person) => person.id);
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const now = await peopleNow(tx, ids);
  const reports = await tx.person.findMany({
    where: { managerId: { in: ids } },
    select: { id: true, managerId: true },
  });
  const plan = planUndo(
    people,
    now,
    reports.map(({ id, managerId }) => ({ id, managerId: managerId ?? "" })),
  );
  await putBack(tx, plan.putBack, now);
  await tx.grant.deleteMany({ where: { personId: { in: plan.removed } } });
  await tx.person.deleteMany({ where: { id: { in: plan.removed } } });
  for (const personId of plan.deactivated) await deactivatePerson(actor, { personId }, tx);
  await auditEach(tx, actor, records(plan, now));
  return {
    removed: plan.removed.length,
    deactivated: plan.deactivated.length,
    putBack: plan.putBack.length,
    left: plan.left,
  };
}

function records(plan: UndoPlan, now: ReadonlyMap<string, PersonNow>): AuditEntry[] {
  const about = (id: string, action: AuditEntry["action"]): AuditEntry => ({
    action,
    subject: { type: "Person", id },
    data: { person: now.get(id)?.name ?? "" },
  });
  return [
    ...plan.removed.map((id) => about(id, "imports.removedPerson")),
    ...plan.putBack.map(({ id }) => about(id, "people.changePerson")),
  ];
}

async function peopleNow(tx: Tx, ids: readonly string[]): Promise<Map<string, PersonNow>> {
  const [people, active, places] = await Promise.all([
    profiles(tx, { id: { in: [...ids] } }),
    tx.person.findMany({ where: { id: { in: [...ids] }, deactivatedAt: null }, select: { id: true } }),
    whereUsed(tx, "Person", ids),
  ]);
  const open = new Set(active.map((person) => person.id));
  const message = `"Message"`;
  const own = new Set([message, `"Grant"`, `"Person"`]);
  return new Map(
    people.map(({ id, email: _, ...person }) => {
      const used = places.get(id) ?? [];
      return [
        id,
        {
          ...person,
          active: open.has(id),
          used: used.some((place) => !own.has(place)),
          told: used.includes(message),
        },
      ];
    }),
  );
}

/**
 * The tables that refer to each of some rows. Asked of the database's own catalogue, so that a table that comes later
 * counts as well: what is not known to be harmless holds a row back.
 */
export async function whereUsed(
  tx: Tx,
  table: "Person" | "Enrollment" | "Session",
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const references = await tx.$queryRaw<{ place: string; column: string }[]>`
    SELECT conrelid::regclass::text AS place, quote_ident(attname) AS "column"
    FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY(conkey)
    WHERE contype = 'f' AND confrelid = to_regclass(${`"${table}"`}) AND atttypid = 'uuid'::regtype`;
  const found = new Map<string, string[]>();
  for (const { place, column } of references) {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT ${Prisma.raw(column)} AS id FROM ${Prisma.raw(place)}
      WHERE ${Prisma.raw(column)} = ANY(${[...ids]}::uuid[])`;
    for (const { id } of rows) found.set(id, [...(found.get(id) ?? []), place]);
  }
  return found;
}

/** Writes what people get back, all of them in one statement. A manager who is gone by now is nobody's. */
async function putBack(
  tx: Tx,
  changes: UndoPlan["putBack"],
  now: ReadonlyMap<string, PersonNow>,
): Promise<void> {
  const rows = changes.map(({ id, fields, grants: taken }) => {
    const { name, title, floorId, hireDate, timeZone, managerId } = { ...now.get(id), ...fields };
    return { id, name, title, floor: floorId, hired: hireDate, zone: timeZone, manager: managerId, taken };
  });
  const told = JSON.stringify(rows);
  await tx.$executeRaw`
    UPDATE "Person" p SET name = t.name, title = t.title, "floorId" = t.floor, "hireDate" = t.hired,
      "timeZone" = t.zone, "managerId" = m.id
    FROM jsonb_to_recordset(${told}::jsonb)
      AS t(id uuid, name text, title text, floor uuid, hired date, zone text, manager uuid)
    LEFT JOIN "Person" m ON m.id = t.manager
    WHERE p.id = t.id`;
  await tx.$executeRaw`
    DELETE FROM "Grant" g USING jsonb_to_recordset(${told}::jsonb) AS t(id uuid, taken jsonb)
    WHERE g."personId" = t.id AND t.taken ? g.kind::text`;
}
