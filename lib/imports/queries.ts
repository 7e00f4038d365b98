import { standing } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { toDay } from "@/lib/dates";
import { type Db, db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import type { ImportFile, ImportRow } from "@/lib/imports/people-file";
import { type ImportFacts, planImport } from "@/lib/imports/plan";
import { authorize } from "@/lib/permissions";

const shownRows = 100;

/** Who and what is here already of what a file of people names. */
export async function importFacts(on: Db, rows: readonly ImportRow[]): Promise<ImportFacts> {
  const emails = [...new Set(rows.flatMap((row) => [row.email, row.managerEmail ?? row.email]))];
  const [floors, people] = await Promise.all([
    on.floor.findMany({ select: { id: true, name: true } }),
    on.person.findMany({
      where: { email: { in: emails } },
      select: {
        id: true,
        name: true,
        email: true,
        title: true,
        floorId: true,
        hireDate: true,
        timeZone: true,
        manager: { select: { email: true } },
        grants: { select: { kind: true } },
      },
    }),
  ]);
  return {
    floors: new Map(floors.map((floor) => [floor.name.toLowerCase(), floor.id])),
    people: new Map(
      people.map(({ email, hireDate, manager, grants, ...person }) => [
        email,
        {
          ...person,
          hireDate: hireDate && toDay(hireDate),
          managerEmail: manager?.email ?? null,
          grants: grants.map((grant) => grant.kind),
        },
      ]),
    ),
  };
}

/** What was written when an import was committed. */
export type ImportResult = { added: number; changed: number };
/** What a row of PeopleImport keeps of the file, and later of what came of it. */
export type KeptImport = ImportFile & { result?: ImportResult };

/** An import that somebody looks at: what each row would do as things stand now, and what is wrong with the file. */
export async function getImport(actor: Actor, importId: string) {
  authorize("imports.commitImport", standing(actor));
  const found = await db.peopleImport.findFirst({
    where: { id: importId, byId: actor.personId },
    select: { id: true, fileName: true, committedAt: true, rows: true },
  });
  if (!found) throw new NotFoundError();
  const { rows: kept, ...shown } = found;
  const file = kept as unknown as KeptImport;
  const plan = planImport(file.rows, await importFacts(db, file.rows));
  const problems = [...file.problems, ...plan.problems].sort((a, b) => a.line - b.line);
  const count = (effect: string) => plan.rows.filter((row) => row.effect === effect).length;
  return {
    ...shown,
    result: file.result ?? null,
    ignored: file.ignored,
    problems: { count: problems.length, first: problems.slice(0, shownRows) },
    counts: { all: plan.rows.length, added: count("added"), changed: count("changed"), same: count("same") },
    rows: plan.rows.slice(0, shownRows),
  };
}

export type ShownImport = Awaited<ReturnType<typeof getImport>>;
