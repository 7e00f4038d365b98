import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { coverEdges, coverRefusal } from "@/lib/call-covers/rules";
import { attemptEdges, attemptRefusal } from "@/lib/certification/rules";
import { cohortEdges, cohortRefusal, signOffEdges, signOffRefusal } from "@/lib/cohorts/rules";
import type { Sentence } from "@/lib/errors";
import { logEdges, logStateRefusal } from "@/lib/logs/rules";
import { enrollmentEdges, enrollmentRefusal } from "@/lib/mentees/rules";
import {
  decisionEdges,
  decisionRefusal,
  mentorListEdges,
  mentorListRefusal,
  trainingEdges,
  trainingRefusal,
  willingnessEdges,
  willingnessRefusal,
} from "@/lib/mentors/rules";
import { pairingEdges, pairingStateRefusal } from "@/lib/pairings/rules";
import { programVersionEdges, programVersionRefusal } from "@/lib/programs/rules";
import { attendanceEdges, sessionEdges, sessionRefusal } from "@/lib/sessions/rules";
import { edgeRefusal } from "@/lib/states";
import { runEdges } from "@/lib/suggestions/rules";
import { words } from "@/tests/support/words";

type Machine = {
  column: string;
  edges: Readonly<Record<string, readonly string[]>>;
  refusal: (from: string, to: string) => Sentence | null;
};

function machine<State extends string>(
  column: string,
  edges: Readonly<Record<State, readonly State[]>>,
  refusal: (from: State, to: State) => Sentence | null,
): Machine {
  return { column, edges, refusal: (from, to) => refusal(from as State, to as State) };
}

const machines = [
  machine("ProgramVersion.state", programVersionEdges, programVersionRefusal),
  machine("Cohort.state", cohortEdges, cohortRefusal),
  machine("Enrollment.state", enrollmentEdges, enrollmentRefusal),
  machine("MentorList.state", mentorListEdges, mentorListRefusal),
  machine("MentorNomination.decision", decisionEdges, decisionRefusal),
  machine("MentorNomination.willingness", willingnessEdges, willingnessRefusal),
  machine("MentorNomination.training", trainingEdges, trainingRefusal),
  machine("Pairing.state", pairingEdges, pairingStateRefusal),
  machine("CallCover.state", coverEdges, coverRefusal),
  machine("Session.state", sessionEdges, sessionRefusal),
  machine("DailyLog.state", logEdges, logStateRefusal),
  machine("CertificationAttempt.state", attemptEdges, attemptRefusal),
  machine("SignOff.state", signOffEdges, signOffRefusal),
];
/** The worker alone moves a run on: nobody is ever refused one. */
const unsaid = [{ column: "SuggestionRun.state", edges: runEdges }];
const attendance = machine("Attendance.state", attendanceEdges, (from, to) =>
  edgeRefusal(attendanceEdges, "sessions.refused.attendanceState", from, to),
);

/** The edges that the database keeps, by column: the newest trigger of each. */
function edgesInDatabase(): Map<string, string[]> {
  const folder = path.join(process.cwd(), "prisma", "migrations");
  const migrations = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const found = new Map<string, string[]>();
  for (const { name } of migrations.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
    for (const [, table, args = ""] of sql.matchAll(/ON "(\w+)"[^;]*?keep_edges\(([^)]*)\)/g)) {
      const [column, ...edges] = [...args.matchAll(/'([^']+)'/g)].map(([, text = ""]) => text);
      found.set(`${table}.${column}`, edges.sort());
    }
  }
  return found;
}

describe("states", () => {
  it("change along the same edges in the code and in the database", () => {
    const inCode = [...machines, ...unsaid].map(({ column, edges }) => {
      const listed = Object.entries(edges).flatMap(([from, to]) => to.map((state) => `${from}>${state}`));
      return [column, listed.sort()] as const;
    });
    expect(Object.fromEntries(inCode)).toEqual(Object.fromEntries(edgesInDatabase()));
  });

  it.each([...machines, attendance])(
    "of $column: of all pairs only the edges pass, every other one is refused in words",
    (one) => {
      const states = Object.keys(one.edges);
      for (const from of states) {
        for (const to of states) {
          const refusal = one.refusal(from, to);
          if (one.edges[from]?.includes(to)) expect(refusal, `${from} → ${to}`).toBeNull();
          else expect(words(refusal), `${from} → ${to}`).toMatch(/^[A-Z].*\.$/s);
        }
      }
    },
  );

  it.each([...machines, attendance])("of $column never change into themselves", ({ edges, refusal }) => {
    for (const state of Object.keys(edges)) expect(refusal(state, state)?.key).toMatch(/Already$/);
  });
});

describe("the words of rules", () => {
  it("say what cannot be without blame, jargon or exclamation marks", () => {
    expect(words(cohortRefusal("ACTIVE", "PLANNING"))).toBe(
      "This cohort is under way. From there it cannot go into planning.",
    );
    expect(words(cohortRefusal("CANCELLED", "CANCELLED"))).toBe("This cohort is already cancelled.");
    for (const noun of ["cohorts", "mentors", "pairings", "sessions", "logs", "certification", "programs"]) {
      const file = path.join(process.cwd(), "messages", "en", `${noun}.json`);
      const { refused, warning, blocker } = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
      const text = JSON.stringify([refused, warning, blocker]);
      expect(text, noun).not.toMatch(/!|you failed|invalid|illegal|must not/i);
    }
  });
});
