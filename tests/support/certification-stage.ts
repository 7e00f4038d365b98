import type { Scores } from "@/lib/assessments/schema";
import type { DecideOutcome } from "@/lib/certification/schema";
import { db } from "@/lib/db";
import { aCohort, actor, aFloor, aNomination, anEnrollment, aPairing, aPerson } from "./rows";

/** A running cohort with one mentee, the people around the mentee, and two assessors who know neither. */
export async function aStage() {
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
  return {
    cohort,
    enrollment,
    rubric,
    people: { organizer, floorManager, lineManager, mentee, mentor, assessor, secondAssessor },
    organizer: await actor(organizer),
  };
}

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
