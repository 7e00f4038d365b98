import { beforeEach, describe, expect, it } from "vitest";
import { submitAssessment } from "@/lib/assessments/commands";
import { assignAssessors, cancelAttempt, scheduleAttempt } from "@/lib/attempts/commands";
import { toDay } from "@/lib/dates";
import { db, transaction } from "@/lib/db";
import { decideOutcome, recordResult } from "@/lib/outcomes/commands";
import {
  aCertificationStage,
  anOutcome,
  type CertificationStage,
  friday,
  levels,
  notFound,
  recorded,
  refusal,
  retakeDay,
  told,
} from "../support/certification-stage";
import { asOwner } from "../support/database";
import { actor, anEnrollment, aPerson, mondayMorning } from "../support/rows";

let stage: CertificationStage;

beforeEach(async () => {
  stage = await aCertificationStage();
});

describe("first attempts", () => {
  it("are on the certification date, against the program's rubric, once for each active mentee", async () => {
    await anEnrollment(stage.cohort, await aPerson(), "WITHDRAWN");
    await stage.firstAttempt();
    await stage.firstAttempt();
    const [attempt, ...more] = await stage.attempts();
    expect(more).toEqual([]);
    expect(attempt).toMatchObject({ number: 1, state: "SCHEDULED", rubricId: stage.rubric.id });
    expect(attempt && toDay(attempt.day)).toBe(friday);
  });
});

describe("assessors", () => {
  it("are asked once, and left out again as long as they have not scored", async () => {
    const attemptId = await stage.firstAttempt();
    const { assessor, secondAssessor } = stage.people;
    await assignAssessors(stage.organizer, { attemptId, assessorIds: [assessor.id, assessor.id] });
    await assignAssessors(stage.organizer, { attemptId, assessorIds: [assessor.id, secondAssessor.id] });
    await assignAssessors(stage.organizer, { attemptId, assessorIds: [secondAssessor.id] });
    expect(await told("assessmentAsked")).toEqual(["Chidi Eze", "Yuki Tanaka"]);
    expect(await db.assessment.findMany({ select: { personId: true } })).toEqual([
      { personId: secondAssessor.id },
    ]);
    const scores = levels(stage.rubric, 3);
    await submitAssessment(await actor(secondAssessor), { attemptId, scores, comment: "" });
    await expect(assignAssessors(stage.organizer, { attemptId, assessorIds: [] })).rejects.toEqual(
      refusal("attempts.refused.hasScored"),
    );
    expect(await recorded("attempts.assignAssessors")).toBe(3);
  });

  it.each([
    ["the mentee", "mentee", "certification.refused.assessesOneself"],
    ["the mentor", "mentor", "certification.refused.assessorIsMentor"],
    ["the line manager", "lineManager", "certification.refused.assessorIsLineManager"],
  ] as const)("are never %s, in the code and in the database", async (_, who, key) => {
    const attemptId = await stage.firstAttempt();
    const assessorIds = [stage.people[who].id];
    await expect(assignAssessors(stage.organizer, { attemptId, assessorIds })).rejects.toEqual(
      refusal(key, "assessorIds"),
    );
    await expect(
      transaction(db, (tx) => tx.assessment.create({ data: { attemptId, personId: stage.people[who].id } })),
    ).rejects.toEqual(refusal("certification.refused.assessorNotIndependent"));
  });

  it("are never a former mentor either", async () => {
    await db.pairing.updateMany({ data: { state: "REASSIGNED" } });
    const attemptId = await stage.firstAttempt();
    await expect(
      assignAssessors(stage.organizer, { attemptId, assessorIds: [stage.people.mentor.id] }),
    ).rejects.toEqual(refusal("certification.refused.assessorIsMentor"));
  });

  it("are people who have not left", async () => {
    const attemptId = await stage.firstAttempt();
    const gone = await aPerson({ deactivatedAt: mondayMorning });
    await expect(assignAssessors(stage.organizer, { attemptId, assessorIds: [gone.id] })).rejects.toEqual(
      refusal("attempts.refused.assessorGone", "assessorIds"),
    );
  });
});

describe("attempts", () => {
  it("are called off before anybody scored, and scheduled again as the same try", async () => {
    const attemptId = await stage.firstAttempt();
    await assignAssessors(stage.organizer, { attemptId, assessorIds: [stage.people.assessor.id] });
    await cancelAttempt(stage.organizer, { attemptId });
    expect(await told("attemptCancelled")).toEqual(["Chidi Eze", "Luca Moretti", "Maya Rossi"]);
    await expect(cancelAttempt(stage.organizer, { attemptId })).rejects.toEqual(
      refusal("certification.refused.attemptStateAlready"),
    );
    const { id } = await scheduleAttempt(stage.organizer, {
      enrollmentId: stage.enrollment.id,
      day: retakeDay,
      assessorIds: [],
    });
    expect(await told("attemptScheduled")).toEqual(["Luca Moretti", "Maya Rossi"]);
    const again = { ...anOutcome(id, "RETAKE", { retakeOn: "2026-03-20" }), assessment: "" };
    await recordResult(stage.organizer, { ...again, scores: levels(stage.rubric, 0) });
    expect((await stage.attempts()).map((attempt) => attempt.state)).toEqual([
      "CANCELLED",
      "RETAKE",
      "SCHEDULED",
    ]);
  });

  it("come one at a time, also when two organizers schedule at once", async () => {
    const input = { enrollmentId: stage.enrollment.id, day: friday, assessorIds: [] } as const;
    const schedule = () => scheduleAttempt(stage.organizer, { ...input, assessorIds: [] });
    const results = await Promise.allSettled([schedule(), schedule()]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({
      reason: refusal("attempts.refused.oneAtATime"),
    });
  });

  it("are not called off once they are in assessment", async () => {
    const attemptId = await stage.scored(3);
    await expect(cancelAttempt(stage.organizer, { attemptId })).rejects.toEqual(
      refusal("certification.refused.attemptState"),
    );
  });

  it("are out of reach for everybody who does not run the cohort", async () => {
    const attemptId = await stage.scored(4);
    const admin = await aPerson({ grant: "ADMIN" });
    const otherManager = await aPerson({ grant: "ENABLEMENT_MANAGER" });
    const { mentee, mentor, floorManager, assessor, lineManager } = stage.people;
    for (const person of [admin, otherManager, mentee, mentor, floorManager, assessor, lineManager]) {
      const by = await actor(person);
      await expect(decideOutcome(by, anOutcome(attemptId, "PASSED"))).rejects.toEqual(notFound);
      await expect(assignAssessors(by, { attemptId, assessorIds: [] })).rejects.toEqual(notFound);
      await expect(cancelAttempt(by, { attemptId })).rejects.toEqual(notFound);
      await expect(
        recordResult(by, {
          ...anOutcome(attemptId, "PASSED"),
          scores: levels(stage.rubric, 4),
          assessment: "",
        }),
      ).rejects.toEqual(notFound);
    }
    expect(await asOwner(`SELECT state FROM "CertificationAttempt"`)).toEqual([{ state: "IN_ASSESSMENT" }]);
  });

  it("are refused while the cohort does not run", async () => {
    const attemptId = await stage.scored(4);
    await asOwner(`UPDATE "Cohort" SET state = 'COMPLETED'`);
    await expect(decideOutcome(stage.organizer, anOutcome(attemptId, "PASSED"))).rejects.toEqual(
      refusal("attempts.refused.cohortNotActive"),
    );
  });
});
