import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor";
import { submitAssessment } from "@/lib/assessments/commands";
import { attemptsToScore, getAttempt } from "@/lib/assessments/queries";
import { assignAssessors } from "@/lib/attempts/commands";
import { db, transaction } from "@/lib/db";
import { decideOutcome } from "@/lib/outcomes/commands";
import {
  aCertificationStage,
  anOutcome,
  type CertificationStage,
  levels,
  notFound,
  recorded,
  refusal,
  told,
} from "../support/certification-stage";
import { actor, aPerson, mondayMorning } from "../support/rows";
import { allThatItTells } from "../support/tell";

let stage: CertificationStage;

beforeEach(async () => {
  stage = await aCertificationStage();
});

describe("handing in scores", () => {
  it("keeps them for good, starts the assessment, uses the rubric and tells the organizer", async () => {
    const attemptId = await stage.scored(3, 2);
    expect(await stage.attempts()).toMatchObject([{ state: "IN_ASSESSMENT", total: null }]);
    expect((await db.rubricVersion.findUniqueOrThrow({ where: { id: stage.rubric.id } })).usedAt).toEqual(
      mondayMorning,
    );
    expect(await told("assessmentSubmitted")).toEqual(["Ines Ferreira"]);
    expect(await recorded("assessments.submitAssessment")).toBe(1);
    const again = { attemptId, scores: levels(stage.rubric, 4), comment: "" };
    const me = await actor(stage.people.assessor);
    await expect(submitAssessment(me, again)).rejects.toEqual(
      refusal("certification.refused.scoreSubmitted"),
    );
    await expect(transaction(db, (tx) => tx.score.updateMany({ data: { level: 4 } }))).rejects.toEqual(
      refusal("certification.refused.scoreSubmitted"),
    );
    await expect(transaction(db, (tx) => tx.criterion.updateMany({ data: { weight: 9 } }))).rejects.toEqual(
      refusal("programs.refused.rubricUsed"),
    );
  });

  it("keeps them where they are: neither a score nor a criterion moves to one that is open", async () => {
    await stage.scored(3, 2);
    const rubric = { id: randomUUID(), usedAt: null, number: 99 };
    const assessment = { id: randomUUID(), submittedAt: null, personId: stage.people.secondAssessor.id };
    await db.$executeRaw`INSERT INTO "RubricVersion" SELECT (jsonb_populate_record(r, ${rubric}::jsonb)).*
      FROM "RubricVersion" r WHERE id = ${stage.rubric.id}::uuid`;
    await db.$executeRaw`INSERT INTO "Assessment" SELECT (jsonb_populate_record(a, ${assessment}::jsonb)).*
      FROM "Assessment" a`;
    await expect(db.criterion.updateMany({ data: { rubricId: rubric.id } })).rejects.toThrow(/rubric_used/);
    await expect(db.score.updateMany({ data: { assessmentId: assessment.id } })).rejects.toThrow(
      /score_submitted/,
    );
  });

  it("refuses scores that are not whole, off the rubric, or of somebody who was not asked", async () => {
    const attemptId = await stage.firstAttempt();
    await assignAssessors(stage.organizer, { attemptId, assessorIds: [stage.people.assessor.id] });
    const me = await actor(stage.people.assessor);
    const whole = levels(stage.rubric, 3);
    const hand = (by: Actor, scores: typeof whole) =>
      submitAssessment(by, { attemptId, scores, comment: "" });
    await expect(hand(me, whole.slice(1))).rejects.toEqual(refusal("certification.refused.notScored"));
    await expect(hand(me, levels(stage.rubric, 5))).rejects.toEqual(refusal("assessments.refused.offRubric"));
    await expect(hand(me, [...whole, ...whole.slice(1)])).rejects.toEqual(
      refusal("assessments.refused.offRubric"),
    );
    const foreign = [...whole, { criterionId: stage.cohort.id, level: 1, comment: "" }];
    await expect(hand(me, foreign)).rejects.toEqual(refusal("assessments.refused.offRubric"));
    await expect(hand(await actor(stage.people.secondAssessor), whole)).rejects.toEqual(notFound);
    await expect(hand(stage.organizer, whole)).rejects.toEqual(notFound);
    expect(await db.score.count()).toBe(0);
  });

  it("happens once when the form is sent twice at once", async () => {
    const attemptId = await stage.firstAttempt();
    await assignAssessors(stage.organizer, { attemptId, assessorIds: [stage.people.assessor.id] });
    const me = await actor(stage.people.assessor);
    const hand = () => submitAssessment(me, { attemptId, scores: levels(stage.rubric, 3), comment: "" });
    const results = await Promise.allSettled([hand(), hand()]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await recorded("assessments.submitAssessment")).toBe(1);
  });
});

describe("looking at an attempt", () => {
  const look = async (person: { id: string }, attemptId: string) =>
    getAttempt(await actor(person), attemptId);

  it("shows scores to the organizers and one's own to an assessor, and nothing of it to anybody else, before it is decided", async () => {
    const attemptId = await stage.firstAttempt();
    const { assessor, secondAssessor, mentee, mentor, floorManager, lineManager } = stage.people;
    await assignAssessors(stage.organizer, { attemptId, assessorIds: [assessor.id, secondAssessor.id] });
    const scores = levels(stage.rubric, 3, 1);
    await submitAssessment(await actor(assessor), { attemptId, scores, comment: "Shaky start." });
    const organizer = await getAttempt(stage.organizer, attemptId);
    expect(organizer.assessments.map((one) => one.comment)).toEqual(["Shaky start.", ""]);
    expect(organizer.judgement).toMatchObject({ result: null, waitingFor: ["Yuki Tanaka"] });
    expect((await look(assessor, attemptId)).assessments).toHaveLength(1);
    const second = await look(secondAssessor, attemptId);
    expect(second).toMatchObject({ role: "assessor", toScore: true, judgement: null, released: null });
    expect(second.assessments.map((one) => one.name)).toEqual(["Yuki Tanaka"]);
    const admin = await aPerson({ grant: "ADMIN" });
    const otherManager = await aPerson({ grant: "ENABLEMENT_MANAGER" });
    for (const person of [mentee, mentor, floorManager, lineManager, admin, otherManager]) {
      await expect(look(person, attemptId)).rejects.toEqual(notFound);
    }
    await expect(look(stage.people.organizer, stage.cohort.id)).rejects.toEqual(notFound);
  });

  it("shows the mentee what it came to and the levels once it is decided, without total, names and comments of assessors", async () => {
    const attemptId = await stage.scored(4, 3);
    await decideOutcome(stage.organizer, anOutcome(attemptId, "PASSED", { comment: "Well done." }));
    const seen = await look(stage.people.mentee, attemptId);
    expect(seen).toMatchObject({ role: "mentee", assessments: [], judgement: null, toScore: false });
    expect(seen.released).toMatchObject({ outcome: "PASSED", comment: "Well done.", by: "Ines Ferreira" });
    expect([...(seen.released?.levels.values() ?? [])]).toEqual([4, 3]);
    expect(allThatItTells(seen)).not.toMatch(/88|Chidi/);
  });

  it("gives an organizer who is the mentee no more than any mentee", async () => {
    const attemptId = await stage.scored(4, 3);
    const { mentee } = stage.people;
    await db.cohortOrganizer.create({ data: { cohortId: stage.cohort.id, personId: mentee.id } });
    await expect(look(mentee, attemptId)).rejects.toEqual(notFound);
    await decideOutcome(stage.organizer, anOutcome(attemptId, "PASSED"));
    expect(await look(mentee, attemptId)).toMatchObject({ role: "mentee", assessments: [], judgement: null });
  });

  it("lists what one was asked to score until it is handed in", async () => {
    const attemptId = await stage.firstAttempt();
    const { assessor, secondAssessor } = stage.people;
    await assignAssessors(stage.organizer, { attemptId, assessorIds: [assessor.id] });
    const me = await actor(assessor);
    expect((await attemptsToScore(me)).toScore).toMatchObject([
      { id: attemptId, mentee: { name: "Maya Rossi" } },
    ]);
    expect((await attemptsToScore(await actor(secondAssessor))).toScore).toEqual([]);
    await submitAssessment(me, { attemptId, scores: levels(stage.rubric, 3), comment: "" });
    expect(await attemptsToScore(me)).toMatchObject({ toScore: [], scored: [{ id: attemptId }] });
  });
});
