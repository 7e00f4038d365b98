import { standing } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { toDay } from "@/lib/dates";
import { type Db, db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { type ColumnChoice, type ImportProblem, type ImportRow, readPeople } from "@/lib/imports/people-file";
import { type ImportFacts, planImport } from "@/lib/imports/plan";
import { columnsRefusal, undoHours, undoRefusal, type WrittenPerson } from "@/lib/imports/rules";
import { type ImportTable, shown } from "@/lib/imports/table-file";
import type { Undone } from "@/lib/imports/undoing";
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

/** How many people an import added and changed. */
export type ImportResult = { added: number; changed: number };
/** What is kept of a committed import of people: what it did, whom it wrote, and what came of undoing it. */
export type KeptPeople = { result: ImportResult; people: WrittenPerson[]; undone?: Undone };

/** The table of an import as it was given. */
export const keptTable = (rows: unknown) => rows as ImportTable;
/** What its columns are taken for. */
export const keptColumns = (columns: unknown) => columns as ColumnChoice[];

/** What a table holds in each column: its place from 1 on, its name, and the first of what stands below it. */
export function columnSamples({ head, body }: ImportTable) {
  return head.map((name, index) => ({
    place: index + 1,
    name,
    samples: body
      .map(({ cells }) => shown(cells[index] ?? ""))
      .filter(Boolean)
      .slice(0, 2),
  }));
}

/** The problems of a file in the order of its lines: all of their number, and the first of them. */
export function firstProblems(problems: ImportProblem[]) {
  const sorted = problems.toSorted((a, b) => a.line - b.line);
  return { count: sorted.length, first: sorted.slice(0, shownRows) };
}

/** The first rows of a file; one with anything wrong in it would do nothing. */
export function firstRows<Effect extends string>(
  rows: readonly (ImportRow & { effect: Effect })[],
  problems: readonly ImportProblem[],
) {
  const wrong = new Set(problems.map((problem) => problem.line));
  return rows
    .slice(0, shownRows)
    .map((row) => ({ ...row, effect: wrong.has(row.line) ? ("wrong" as const) : row.effect }));
}

/** An import that somebody looks at: what each row would do as things stand now, and what is wrong with the file. */
export async function getImport(actor: Actor, importId: string) {
  authorize("imports.commitImport", standing(actor));
  const found = await db.peopleImport.findFirst({
    where: { id: importId, byId: actor.personId, cohortId: null },
  });
  if (!found) throw new NotFoundError();
  const { rows, columns, written } = found;
  const table = keptTable(rows);
  const taken = keptColumns(columns);
  const file = readPeople(table, taken);
  const plan = planImport(file.rows, await importFacts(db, file.rows));
  const wrote = written as unknown as KeptPeople | null;
  const problems = [...file.problems, ...plan.problems];
  const count = (effect: string) => plan.rows.filter((row) => row.effect === effect).length;
  return {
    ...headOf(found),
    result: wrote?.result ?? null,
    undone: wrote?.undone ?? null,
    columns: taken,
    samples: columnSamples(table),
    refusal: columnsRefusal(taken),
    problems: firstProblems(problems),
    counts: { all: plan.rows.length, added: count("added"), changed: count("changed"), same: count("same") },
    rows: firstRows(plan.rows, problems),
  };
}

export type ShownImport = Awaited<ReturnType<typeof getImport>>;

type Head = { id: string; fileName: string; committedAt: Date | null; undoneAt: Date | null };

/** What is told of any import: its name, whether it is committed, and until when it can be undone. */
export function headOf({ id, fileName, committedAt, undoneAt }: Head) {
  const undoable = undoRefusal({ committedAt, undoneAt }, clock.now()) === null;
  const until = committedAt && undoable ? new Date(committedAt.getTime() + undoHours * 3_600_000) : null;
  return { id, fileName, committedAt, undoneAt, undoableUntil: until };
}

/** The last imports of people that this administrator committed, to look at or to undo. */
export async function recentImports(actor: Actor) {
  authorize("imports.previewImport", standing(actor));
  const found = await db.peopleImport.findMany({
    where: { byId: actor.personId, cohortId: null, committedAt: { not: null } },
    orderBy: [{ committedAt: "desc" }, { id: "desc" }],
    take: 5,
    select: { id: true, fileName: true, committedAt: true, undoneAt: true },
  });
  return found.map(headOf);
}

export type RecentImport = ReturnType<typeof headOf>;
