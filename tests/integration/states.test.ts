import { beforeAll, describe, expect, it } from "vitest";
import { coverEdges } from "@/lib/call-covers/rules";
import { attemptEdges } from "@/lib/certification/rules";
import { clock } from "@/lib/clock";
import { cohortEdges, signOffEdges } from "@/lib/cohorts/rules";
import { fromDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { logEdges } from "@/lib/logs/rules";
import { enrollmentEdges } from "@/lib/mentees/rules";
import { decisionEdges, mentorListEdges, trainingEdges, willingnessEdges } from "@/lib/mentors/rules";
import { pairingEdges } from "@/lib/pairings/rules";
import { programVersionEdges } from "@/lib/programs/rules";
import { sessionEdges } from "@/lib/sessions/rules";
import { runEdges } from "@/lib/suggestions/rules";
import { asOwner, resetDatabase } from "../support/database";
import {
  aCohort,
  aFloor,
  aNomination,
  anEnrollment,
  aPairing,
  aPerson,
  aSession,
  monday,
  mondayMorning,
} from "../support/rows";

/** Table, column and the edges that the rules know. One row of each table is there; its id is of no interest. */
const machines: [string, string, Readonly<Record<string, readonly string[]>>][] = [
  ["ProgramVersion", "state", programVersionEdges],
  ["Cohort", "state", cohortEdges],
  ["Enrollment", "state", enrollmentEdges],
  ["SignOff", "state", signOffEdges],
  ["MentorList", "state", mentorListEdges],
  ["MentorNomination", "decision", decisionEdges],
  ["MentorNomination", "willingness", willingnessEdges],
  ["MentorNomination", "training", trainingEdges],
  ["Pairing", "state", pairingEdges],
  ["Session", "state", sessionEdges],
  ["SuggestionRun", "state", runEdges],
  ["CallCover", "state", coverEdges],
  ["DailyLog", "state", logEdges],
  ["CertificationAttempt", "state", attemptEdges],
];

/** Puts the row of a table into one state past all triggers, then asks for another with them; nothing of it stays. */
async function outcomeOf(table: string, column: string, from: string, to: string): Promise<string> {
  const set = (value: string) => `UPDATE "${table}" SET "${column}" = '${value}'`;
  const [row] = await asOwner(`SELECT count(*) AS rows FROM "${table}"`);
  expect(row.rows).toBe("1");
  return asOwner(`DO $$ BEGIN
    ALTER TABLE "${table}" DISABLE TRIGGER USER;
    ${set(from)};
    ALTER TABLE "${table}" ENABLE TRIGGER USER;
    ${set(to)};
    RAISE EXCEPTION 'went through';
  END $$`).then(
    () => "nothing happened",
    (error: Error) => error.message,
  );
}

beforeAll(async () => {
  await resetDatabase();
  clock.set(mondayMorning);
  const mentee = await aPerson();
  const mentor = await aPerson();
  const cohort = await aCohort({ organizer: await aPerson(), state: "ACTIVE" });
  const enrollment = await anEnrollment(cohort, mentee, "ACTIVE");
  const nomination = await aNomination(cohort, await aFloor(), mentor);
  await aPairing(enrollment, nomination, "SUGGESTED");
  const session = await aSession(cohort, { enrollment });
  // Whether this call mentor may sit there is of no interest here.
  await asOwner(`DO $$ BEGIN
    ALTER TABLE "CallCover" DISABLE TRIGGER USER;
    INSERT INTO "CallCover" (id, "sessionId", "nominationId", "mentorId", "startsAt", "endsAt", "createdAt")
      SELECT uuidv7(), id, '${nomination.id}', '${mentor.id}', "startsAt", "endsAt", now() FROM "Session" WHERE id = '${session.id}';
    ALTER TABLE "CallCover" ENABLE TRIGGER USER;
  END $$`);
  await db.suggestionRun.create({
    data: {
      cohortId: cohort.id,
      startedById: mentor.id,
      objective: "TOTAL",
      balance: false,
      createdAt: mondayMorning,
      seenAt: mondayMorning,
    },
  });
  const version = await db.programVersion.findFirstOrThrow();
  await db.dailyLog.create({
    data: {
      enrollmentId: enrollment.id,
      authorId: mentor.id,
      day: fromDay(monday),
      createdAt: mondayMorning,
      updatedAt: mondayMorning,
    },
  });
  await db.certificationAttempt.create({
    data: {
      enrollmentId: enrollment.id,
      number: 1,
      day: fromDay(monday),
      rubricId: version.rubricVersionId,
      createdAt: mondayMorning,
    },
  });
  await db.signOff.create({
    data: { cohortId: cohort.id, personId: mentor.id, about: "Go", createdAt: mondayMorning },
  });
});

describe("the database lets a state become exactly what the rules let it become", () => {
  it.each(machines)("%s.%s", async (table, column, edges) => {
    const states = Object.keys(edges);
    for (const from of states) {
      for (const to of states.filter((state) => state !== from)) {
        const message = await outcomeOf(table, column, from, to);
        const refused = message.includes('constraint "state_edge"');
        expect(`${from} > ${to}: ${refused ? "refused" : "let through"}`).toBe(
          `${from} > ${to}: ${edges[from]?.includes(to) ? "let through" : "refused"}`,
        );
        if (!refused) expect(message).toMatch(/went through|refused by constraint "(?!state_edge)/);
      }
    }
  });

  it("knows every state of the database", async () => {
    for (const [table, column, edges] of machines) {
      const rows = await asOwner(
        `SELECT enumlabel AS label FROM pg_enum e JOIN pg_attribute a ON a.atttypid = e.enumtypid
         WHERE a.attrelid = '"${table}"'::regclass AND a.attname = $1`,
        [column],
      );
      expect(rows.map((row) => row.label).sort()).toEqual(Object.keys(edges).sort());
    }
  });

  it("guards every column that holds such a state", async () => {
    const guarded = await asOwner(
      `SELECT c.relname AS "table" FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
       WHERE t.tgname LIKE 'edges_%' ORDER BY 1`,
    );
    expect(guarded.map((row) => row.table).sort()).toEqual(machines.map(([table]) => table).sort());
  });
});
