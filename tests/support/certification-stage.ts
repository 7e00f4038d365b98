import { expect } from "vitest";
import { submitAssessment } from "@/lib/assessments/commands";
import type { Scores } from "@/lib/assessments/schema";
import { assignAssessors } from "@/lib/attempts/commands";
import { scheduleFirstAttempts } from "@/lib/certification/commands";
import { clock } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import type { DecideOutcome } from "@/lib/outcomes/schema";
import { resetDatabase } from "./database";
import { aCohort, actor, aFloor, aNomination, anEnrollment, aPairing, aPerson, mondayMorning } from "./rows";

/** The certification date of the stage, and a business day after it. */
export const friday = "2026-03-13";
export const retakeDay = "2026-03-18";

/** A UserError with this sentence, beside this field. */
export const refusal = (key: string, field?: string) =>
  expect.objectContaining({ sentence: expect.objectContaining({ key }), ...(field ? { field } : {}) });
export const notFound = refusal("errors.notFound");

/** How often a deed stands in the audit trail. */
export const recorded = (action: string) => db.auditRecord.count({ where: { action } });

/** The names of those who got a message of this kind. */
export async function told(kind: string): Promise<string[]> {
  const messages = await db.message.findMany({ where: { kind }, include: { person: true } });
  return messages.map((message) => message.person.name).sort();
}

/** An empty database with a running cohort with one mentee, the people around the mentee, and two assessors who know neither. */
export async function aCertificationStage() {
  await resetDatabase();
  clock.set(mondayMorning);
  const organizer = await aPerson({ name: "Ines Ferreira", grant: "ENABLEMENT_MANAGER" });
  const floorManager = await aPerson({ name: "Jonas Weber" });
  const floor = await aFloor([floorManager]);
  const lineManager = await aPerson();
  const mentee = await aPerson({ name: "Maya Rossi", floorId: floor.id, managerId: lineManager.id });
  const mentor = await aPerson({ name: "Luca Moretti", floorId: floor.id });
  const cohort = await aCohort({ organizer, state: "ACTIVE", floors: [floor] });
  const enrollment = await anEnrollment(cohort, mentee, "ACTIVE");
  await aPairing(enrollment, await aNomination(cohort, floor, mentor));
  const assessor = await aPerson({ name: "Chidi Eze" });
  const secondAssessor = await aPerson({ name: "Yuki Tanaka" });
  const rubric = await db.rubricVersion.findFirstOrThrow({
    where: { versions: { some: { id: cohort.versionId } } },
    include: { criteria: { orderBy: { position: "asc" } } },
  });
  const people = { organizer, floorManager, lineManager, mentee, mentor, assessor, secondAssessor };
  const running = await actor(organizer);
  const of = { where: { enrollmentId: enrollment.id } };

  async function firstAttempt(): Promise<string> {
    await transaction(db, (tx) => scheduleFirstAttempts(tx, { cohortId: cohort.id }));
    return (await db.certificationAttempt.findFirstOrThrow(of)).id;
  }

  /** The first attempt with the scores of one assessor, handed in. */
  async function scored(...given: number[]): Promise<string> {
    const attemptId = await firstAttempt();
    await assignAssessors(running, { attemptId, assessorIds: [assessor.id] });
    await submitAssessment(await actor(assessor), {
      attemptId,
      scores: levels(rubric, ...given),
      comment: "",
    });
    return attemptId;
  }

  const attempts = () => db.certificationAttempt.findMany({ ...of, orderBy: { number: "asc" } });
  const enrollmentNow = () => db.enrollment.findUniqueOrThrow({ where: { id: enrollment.id } });
  return {
    cohort,
    enrollment,
    rubric,
    people,
    organizer: running,
    firstAttempt,
    scored,
    attempts,
    enrollmentNow,
  };
}

export type CertificationStage = Awaited<ReturnType<typeof aCertificationStage>>;

/** The same level for every criterion, or one level each. */
export function levels(rubric: { criteria: { id: string }[] }, ...given: number[]): Scores {
  return rubric.criteria.map(({ id }, index) => ({
    criterionId: id,
    level: given[index] ?? given[0] ?? 0,
    comment: "",
  }));
}

/** An outcome as its form hands it in. */
export function anOutcome(
  attemptId: string,
  outcome: DecideOutcome["outcome"],
  given: Partial<DecideOutcome> = {},
): DecideOutcome {
  return {
    attemptId,
    outcome,
    comment: "",
    retakeOn: null,
    extendedTo: null,
    plan: "",
    support: "",
    ...given,
  };
}
