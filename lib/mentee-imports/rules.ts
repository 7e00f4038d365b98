import type { Sentence } from "@/lib/errors";
import type { ImportProblem, ImportRow } from "@/lib/imports/people-file";
import { type ImportFacts, type PlannedRow, planImport } from "@/lib/imports/plan";

/** What somebody with an address of the file is to the cohort. */
export type Candidate = {
  name: string;
  active: boolean;
  organizes: boolean;
  /** Their part in this cohort, or in another one that is not over for them. */
  enrolled: { here: boolean; over: boolean; cohort: string } | null;
};

export type MenteeEffect = "added" | "enrolled" | "same";
export type PlannedMentee = Omit<PlannedRow, "effect"> & { effect: MenteeEffect };

/** Why somebody cannot become a mentee of the cohort, or null when they can, or are already. */
function candidateRefusal({ name, active, organizes, enrolled }: Candidate): Sentence | null {
  if (!active) return { key: "cohorts.refused.personGone" };
  const values = { name, cohort: enrolled?.cohort ?? "" };
  if (enrolled?.here && enrolled.over) return { key: "cohorts.refused.menteeBefore", values };
  if (enrolled && !enrolled.here) return { key: "cohorts.refused.menteeElsewhere", values };
  return organizes ? { key: "cohorts.refused.menteeOrganizes", values } : null;
}

/**
 * What each row of a file of mentees would do: enroll who is here, add and enroll who is not, or nothing. Who is here
 * stays as they are, whatever else the file says of them. Only who may add people can bring somebody new.
 */
export function planMentees(
  rows: readonly ImportRow[],
  facts: ImportFacts,
  candidates: ReadonlyMap<string, Candidate>,
  mayAdd: boolean,
): { rows: PlannedMentee[]; problems: ImportProblem[] } {
  const fresh = rows.filter((row) => row.email !== "" && !candidates.has(row.email));
  const added = planImport(fresh, facts);
  const floorOf = new Map(added.rows.map((row) => [row.line, row.floorId]));
  const problems = mayAdd ? added.problems : [];
  const planned = rows.map((row): PlannedMentee => {
    const candidate = candidates.get(row.email);
    const wrong = candidate ? candidateRefusal(candidate) : unknown(row, mayAdd);
    if (wrong) problems.push({ line: row.line, column: "email", cell: row.email, sentence: wrong });
    const effect = candidate ? (candidate.enrolled?.here ? "same" : "enrolled") : "added";
    return { ...row, floorId: floorOf.get(row.line) ?? null, effect };
  });
  return { rows: planned, problems };
}

function unknown(row: ImportRow, mayAdd: boolean): Sentence | null {
  if (mayAdd || row.email === "") return null;
  return { key: "imports.wrong.nobodyHere", values: { email: row.email } };
}

/** How an enrollment that an import made stands when the import is undone. */
export type EnrollmentNow = {
  id: string;
  name: string;
  /** Still as it was made: enrolled, its sessions planned and not moved, expected in all of them. */
  asMade: boolean;
  /** Whether a pairing, an intake, a log or anything else refers to it. */
  used: boolean;
};

/** Which of these enrollments undoing removes, and which it leaves, with the reason. */
export function planEnrollmentUndo(enrollments: readonly EnrollmentNow[]): {
  removed: string[];
  left: { id: string; name: string; sentence: Sentence }[];
} {
  const untouched = (one: EnrollmentNow) => one.asMade && !one.used;
  return {
    removed: enrollments.filter(untouched).map((one) => one.id),
    left: enrollments
      .filter((one) => !untouched(one))
      .map(({ id, name }) => ({ id, name, sentence: { key: "imports.left.inProgram", values: { name } } })),
  };
}
