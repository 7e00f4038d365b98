import { standing, standingToCohort } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { type ImportRow, readPeople } from "@/lib/imports/people-file";
import {
  columnSamples,
  firstProblems,
  firstRows,
  headOf,
  importFacts,
  keptColumns,
  keptTable,
} from "@/lib/imports/queries";
import { columnsRefusal, type WrittenPerson } from "@/lib/imports/rules";
import type { Undone } from "@/lib/imports/undoing";
import { isUndecided } from "@/lib/mentees/rules";
import { authorize, may } from "@/lib/permissions";
import { type Candidate, planMentees } from "./rules";

export type MenteesResult = { enrolled: number; added: number };
/** What is kept of a committed import of mentees: whom it enrolled, whom it added, and what came of undoing it. */
export type KeptMentees = {
  result: MenteesResult;
  enrollments: string[];
  people: WrittenPerson[];
  undone?: Undone;
};

/** What the rows of a file would do to a cohort as things stand now, for whoever asks. */
export async function menteePlan(on: Db, actor: Actor, cohortId: string, rows: readonly ImportRow[]) {
  const mayAdd = may(standing(actor), "people.addPerson");
  const [facts, candidates] = await Promise.all([
    importFacts(on, rows),
    candidatesOf(
      on,
      cohortId,
      rows.map((row) => row.email),
    ),
  ]);
  return planMentees(rows, facts, candidates, mayAdd);
}

async function candidatesOf(
  on: Db,
  cohortId: string,
  emails: readonly string[],
): Promise<Map<string, Candidate>> {
  const people = await on.person.findMany({
    where: { email: { in: [...emails] } },
    select: {
      email: true,
      name: true,
      deactivatedAt: true,
      organizes: { where: { cohortId }, select: { cohortId: true } },
      enrollments: {
        where: { OR: [{ cohortId }, { state: { in: ["ENROLLED", "ACTIVE", "EXTENDED"] } }] },
        select: { cohortId: true, state: true, cohort: { select: { name: true } } },
      },
    },
  });
  return new Map(
    people.map(({ email, name, deactivatedAt, organizes, enrollments }) => {
      const there = enrollments.find((one) => one.cohortId === cohortId) ?? enrollments[0];
      const enrolled = there && {
        here: there.cohortId === cohortId,
        over: !isUndecided(there.state),
        cohort: there.cohort.name,
      };
      const candidate = { name, active: deactivatedAt === null, organizes: organizes.length > 0 };
      return [email, { ...candidate, enrolled: enrolled ?? null }];
    }),
  );
}

/** An import of mentees that an organizer of the cohort looks at. Anybody else, and anybody else's: not found. */
export async function getMenteeImport(actor: Actor, cohortId: string, importId: string) {
  authorize("mentee-imports.commitImport", await standingToCohort(db, actor, cohortId));
  const found = await db.peopleImport.findFirst({ where: { id: importId, byId: actor.personId, cohortId } });
  if (!found) throw new NotFoundError();
  const table = keptTable(found.rows);
  const columns = keptColumns(found.columns);
  const file = readPeople(table, columns);
  const plan = await menteePlan(db, actor, cohortId, file.rows);
  const wrote = found.written as unknown as KeptMentees | null;
  const problems = [...file.problems, ...plan.problems];
  const count = (effect: string) => plan.rows.filter((row) => row.effect === effect).length;
  return {
    ...headOf(found),
    result: wrote?.result ?? null,
    undone: wrote?.undone ?? null,
    columns,
    samples: columnSamples(table),
    refusal: columnsRefusal(columns),
    problems: firstProblems(problems),
    counts: {
      all: plan.rows.length,
      enrolled: count("enrolled"),
      added: count("added"),
      same: count("same"),
    },
    rows: firstRows(plan.rows, problems),
  };
}

export type ShownMenteeImport = Awaited<ReturnType<typeof getMenteeImport>>;

/** The last imports of mentees into a cohort that this organizer committed, to look at or to undo. */
export async function recentMenteeImports(actor: Actor, cohortId: string) {
  authorize("mentee-imports.previewImport", await standingToCohort(db, actor, cohortId));
  const found = await db.peopleImport.findMany({
    where: { byId: actor.personId, cohortId, committedAt: { not: null } },
    orderBy: [{ committedAt: "desc" }, { id: "desc" }],
    take: 5,
    select: { id: true, fileName: true, committedAt: true, undoneAt: true },
  });
  return found.map(headOf);
}
