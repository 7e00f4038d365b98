import type { Day } from "@/lib/dates";
import type { Sentence } from "@/lib/errors";
import type { ImportProblem, ImportRow } from "@/lib/imports/people-file";
import type { GrantKind } from "@/lib/people/rules";

/** What has to be known of those who are here already, to say what a file of people would change. */
export type ImportFacts = {
  /** Floor ids by name, in lower case. */
  floors: ReadonlyMap<string, string>;
  /** People by e-mail address: those that the file names, as persons or as managers. */
  people: ReadonlyMap<string, KnownPerson>;
};

export type KnownPerson = {
  id: string;
  name: string;
  title: string | null;
  floorId: string | null;
  managerEmail: string | null;
  hireDate: Day | null;
  timeZone: string;
  grants: GrantKind[];
};

export type ImportEffect = "added" | "changed" | "same";
export type PlannedRow = ImportRow & { floorId: string | null; effect: ImportEffect };
export type ImportPlan = { rows: PlannedRow[]; problems: ImportProblem[] };

/**
 * What each row would do: add a person, change the one who has its address, or nothing. An empty cell leaves what is
 * there; an import takes no grant away. Says by row and column what does not fit with who and what is here.
 */
export function planImport(rows: readonly ImportRow[], facts: ImportFacts): ImportPlan {
  const inFile = new Set(rows.map((row) => row.email));
  const problems: ImportProblem[] = [];
  const planned = rows.map((row) => {
    const known = facts.people.get(row.email);
    const floorId = row.floor ? (facts.floors.get(row.floor.toLowerCase()) ?? null) : null;
    const { line, managerEmail } = row;
    if (row.floor && !floorId) {
      const sentence: Sentence = { key: "imports.wrong.floor", values: { floor: row.floor } };
      problems.push({ line, column: "floor", cell: row.floor, sentence });
    }
    if (managerEmail && managerEmail === row.email) {
      const sentence: Sentence = { key: "people.refused.ownManager" };
      problems.push({ line, column: "managerEmail", cell: managerEmail, sentence });
    } else if (managerEmail && !inFile.has(managerEmail) && !facts.people.has(managerEmail)) {
      const sentence: Sentence = { key: "imports.wrong.manager", values: { email: managerEmail } };
      problems.push({ line, column: "managerEmail", cell: managerEmail, sentence });
    }
    if (!known && !row.name && row.email) {
      problems.push({ line, column: "name", cell: "", sentence: { key: "people.invalid.name" } });
    }
    return { ...row, floorId, effect: effectOf({ ...row, floorId }, known) };
  });
  return { rows: planned, problems };
}

function effectOf(row: ImportRow & { floorId: string | null }, known: KnownPerson | undefined): ImportEffect {
  if (!known) return "added";
  const says = (told: string | null, is: string | null) => told !== null && told !== is;
  const changes =
    says(row.name, known.name) ||
    says(row.title, known.title) ||
    says(row.floorId, known.floorId) ||
    says(row.managerEmail, known.managerEmail) ||
    says(row.hireDate, known.hireDate) ||
    says(row.timeZone, known.timeZone) ||
    row.grants.some((grant) => !known.grants.includes(grant));
  return changes ? "changed" : "same";
}
