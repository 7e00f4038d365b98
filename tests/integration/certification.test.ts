import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor";
import { submitAssessment } from "@/lib/assessments/commands";
import { assignAssessors, cancelAttempt, scheduleAttempt } from "@/lib/attempts/commands";
import { isCertificateNumber } from "@/lib/certification/certificate-number";
import { decideOutcome, recordResult, scheduleFirstAttempts } from "@/lib/certification/commands";
import { clock } from "@/lib/clock";
import { toDay } from "@/lib/dates";
import { db, transaction } from "@/lib/db";
import { anOutcome, aStage, levels } from "../support/certification-stage";
import { asOwner, resetDatabase } from "../support/database";
import { actor, anEnrollment, aPerson, mondayMorning } from "../support/rows";

type Stage = Awaited<ReturnType<typeof aStage>>;
let stage: Stage;
const friday = "2026-03-13";
const retakeDay = "2026-03-18";

beforeEach(async () => {
  await resetDatabase();
  clock.set(mondayMorning);
  stage = await aStage();
});

const refusal = (key: string, field?: string) =>
  expect.objectContaining({ sentence: expect.objectContaining({ key }), ...(field ? { field } : {}) });
const notFound = refusal("errors.notFound");

async function firstAttempt(): Promise<string> {
  await transaction(db, (tx) => scheduleFirstAttempts(tx, { cohortId: stage.cohort.id }));
  const { id } = await db.certificationAttempt.findFirstOrThrow({
    where: { enrollmentId: stage.enrollment.id },
  });
  return id;
}

/** The first attempt with the scores of one assessor, handed in. */
async function scored(...given: number[]): Promise<string> {
  const attemptId = await firstAttempt();
  await assignAssessors(stage.organizer, { attemptId, assessorIds: [stage.people.assessor.id] });
  const scores = levels(stage.rubric, ...given);
  await submitAssessment(await actor(stage.people.assessor), { attemptId, scores, comment: "" });
  return attemptId;
}

const attempts = () => db.certificationAttempt.findMany({ orderBy: { number: "asc" } });
const enrollment = () => db.enrollment.findUniqueOrThrow({ where: { id: stage.enrollment.id } });
const recorded = async (action: string) => db.auditRecord.count({ where: { action } });
async function told(kind: string) {
  const messages = await db.message.findMany({ where: { kind }, include: { person: true } });
  return messages.map((message) => message.person.name).sort();
}

describe("first attempts", () => {
  it("are on the certification date, against the program's rubric, once for each active mentee", async () => {
    await anEnrollment(stage.cohort, await aPerson(), "WITHDRAWN");
    await firstAttempt();
    await firstAttempt();
    const [attempt, ...more] = await attempts();
    expect(more).toEqual([]);
    expect(attempt).toMatchObject({ number: 1, state: "SCHEDULED", rubricId: stage.rubric.id });
    expect(attempt && toDay(attempt.day)).toBe(friday);
  });
});

describe("assessors", () => {
  it("are asked once, and left out again as long as they have not scored", async () => {
    const attemptId = await firstAttempt();
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
    const attemptId = await firstAttempt();
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
    const attemptId = await firstAttempt();
    await expect(
      assignAssessors(stage.organizer, { attemptId, assessorIds: [stage.people.mentor.id] }),
    ).rejects.toEqual(refusal("certification.refused.assessorIsMentor"));
  });

  it("are people who have not left", async () => {
    const attemptId = await firstAttempt();
    const gone = await aPerson({ deactivatedAt: mondayMorning });
    await expect(assignAssessors(stage.organizer, { attemptId, assessorIds: [gone.id] })).rejects.toEqual(
      refusal("attempts.refused.assessorGone", "assessorIds"),
    );
  });
});

describe("handing in scores", () => {
  it("keeps them for good, starts the assessment, uses the rubric and tells the organizer", async () => {
    const attemptId = await scored(3, 2);
    expect(await attempts()).toMatchObject([{ state: "IN_ASSESSMENT", total: null }]);
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

  it("refuses scores that are not whole, off the rubric, or of somebody who was not asked", async () => {
    const attemptId = await firstAttempt();
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
    const attemptId = await firstAttempt();
    await assignAssessors(stage.organizer, { attemptId, assessorIds: [stage.people.assessor.id] });
    const me = await actor(stage.people.assessor);
    const hand = () => submitAssessment(me, { attemptId, scores: levels(stage.rubric, 3), comment: "" });
    const results = await Promise.allSettled([hand(), hand()]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await recorded("assessments.submitAssessment")).toBe(1);
  });
});

describe("deciding", () => {
  it("certifies with a certificate that anybody can check, and tells those concerned without saying what came of it", async () => {
    const attemptId = await scored(4, 3);
    await decideOutcome(stage.organizer, anOutcome(attemptId, "PASSED", { comment: "Well done." }));
    expect(await attempts()).toMatchObject([
      { state: "PASSED", total: 88, comment: "Well done.", decidedById: stage.organizer.personId },
    ]);
    expect(await enrollment()).toMatchObject({ state: "CERTIFIED", endedAt: mondayMorning });
    const certificate = await db.certificate.findFirstOrThrow();
    expect(isCertificateNumber(certificate.number)).toBe(true);
    expect(toDay(certificate.issuedOn)).toBe("2026-03-02");
    expect(await told("outcomeDecided")).toEqual(["Jonas Weber", "Luca Moretti", "Maya Rossi"]);
    const [message] = await db.message.findMany({ where: { kind: "outcomeDecided" } });
    expect(JSON.stringify(message?.data)).not.toMatch(/PASSED|88|Well done/);
    const record = await db.auditRecord.findFirstOrThrow({
      where: { action: "certification.decideOutcome" },
    });
    expect(record).toMatchObject({
      cohortId: stage.cohort.id,
      data: { mentee: "Maya Rossi", outcome: "PASSED" },
    });
    expect(JSON.stringify(record.data)).not.toMatch(/88|Well done/);
  });

  it("gives a retake with its day, then an extension with its plan, then a pass", async () => {
    const first = await scored(1, 4);
    await decideOutcome(stage.organizer, anOutcome(first, "RETAKE", { retakeOn: retakeDay }));
    const second = (await attempts())[1];
    expect(second).toMatchObject({ number: 2, state: "SCHEDULED" });
    expect(second && toDay(second.day)).toBe(retakeDay);
    expect((await enrollment()).state).toBe("ACTIVE");
    const scores = levels(stage.rubric, 2);
    const result = {
      scores,
      assessment: "",
      ...anOutcome(second?.id ?? "", "RETAKE", { retakeOn: "2026-03-20" }),
    };
    await expect(recordResult(stage.organizer, result)).rejects.toEqual(
      refusal("certification.refused.noRetakeLeft"),
    );
    await recordResult(stage.organizer, {
      ...result,
      ...anOutcome(second?.id ?? "", "EXTENDED", {
        extendedTo: "2026-03-31",
        plan: "More calls",
        support: "Luca",
      }),
    });
    expect((await enrollment()).state).toBe("EXTENDED");
    expect(await db.extension.findFirstOrThrow()).toMatchObject({ plan: "More calls", support: "Luca" });
    await scheduleAttempt(stage.organizer, {
      enrollmentId: stage.enrollment.id,
      day: "2026-03-30",
      assessorIds: [stage.people.assessor.id],
    });
    const third = (await attempts())[2];
    const me = await actor(stage.people.assessor);
    await submitAssessment(me, { attemptId: third?.id ?? "", scores: levels(stage.rubric, 4), comment: "" });
    await decideOutcome(stage.organizer, anOutcome(third?.id ?? "", "PASSED"));
    expect((await attempts()).map((attempt) => attempt.state)).toEqual(["RETAKE", "EXTENDED", "PASSED"]);
    expect((await enrollment()).state).toBe("CERTIFIED");
  });

  it("ends without a certificate when nothing else is left", async () => {
    const attemptId = await scored(0, 0);
    await decideOutcome(stage.organizer, anOutcome(attemptId, "FAILED"));
    expect(await enrollment()).toMatchObject({ state: "NOT_CERTIFIED", endedAt: mondayMorning });
    expect(await db.certificate.count()).toBe(0);
    await expect(
      scheduleAttempt(stage.organizer, { enrollmentId: stage.enrollment.id, day: friday, assessorIds: [] }),
    ).rejects.toEqual(refusal("attempts.refused.menteeNotActive"));
  });

  it("averages two assessors, and waits for both", async () => {
    const attemptId = await firstAttempt();
    const { assessor, secondAssessor } = stage.people;
    await assignAssessors(stage.organizer, { attemptId, assessorIds: [assessor.id, secondAssessor.id] });
    const hand = async (by: { id: string }, ...given: number[]) =>
      submitAssessment(await actor(by), { attemptId, scores: levels(stage.rubric, ...given), comment: "" });
    await hand(assessor, 4, 4);
    await expect(decideOutcome(stage.organizer, anOutcome(attemptId, "PASSED"))).rejects.toEqual(
      refusal("certification.refused.scoresToCome"),
    );
    await hand(secondAssessor, 3, 2);
    await decideOutcome(stage.organizer, anOutcome(attemptId, "PASSED"));
    expect(await attempts()).toMatchObject([{ state: "PASSED", total: 81 }]);
  });

  it("refuses what the scores do not allow, and what lacks its plan; nothing is written", async () => {
    const attemptId = await scored(1, 4);
    const decide = (...given: Parameters<typeof anOutcome> extends [string, ...infer Rest] ? Rest : never) =>
      decideOutcome(stage.organizer, anOutcome(attemptId, ...given));
    await expect(decide("PASSED")).rejects.toEqual(refusal("certification.refused.hasNotPassed"));
    await expect(decide("RETAKE")).rejects.toEqual(refusal("certification.invalid.retakeOn", "retakeOn"));
    await expect(decide("RETAKE", { retakeOn: "2026-02-27" })).rejects.toEqual(
      refusal("attempts.refused.dayPassed", "retakeOn"),
    );
    await expect(decide("RETAKE", { retakeOn: "2026-03-14" })).rejects.toEqual(
      refusal("attempts.refused.dayOff", "retakeOn"),
    );
    const plan = { plan: "More calls", support: "Luca" };
    await expect(decide("EXTENDED", { ...plan, extendedTo: "2026-03-02" })).rejects.toEqual(
      refusal("certification.refused.extensionPassed", "extendedTo"),
    );
    expect(await attempts()).toMatchObject([{ state: "IN_ASSESSMENT", total: null }]);
    expect(await recorded("certification.decideOutcome")).toBe(0);
    expect(await told("outcomeDecided")).toEqual([]);
  });

  it("is not for the line manager, in the code and in the database", async () => {
    const attemptId = await scored(4, 4);
    const { lineManager } = stage.people;
    await db.cohortOrganizer.create({ data: { cohortId: stage.cohort.id, personId: lineManager.id } });
    await expect(decideOutcome(await actor(lineManager), anOutcome(attemptId, "PASSED"))).rejects.toEqual(
      refusal("certification.refused.deciderNotIndependent"),
    );
    await expect(
      transaction(db, (tx) => tx.certificationAttempt.updateMany({ data: { decidedById: lineManager.id } })),
    ).rejects.toEqual(refusal("certification.refused.deciderNotIndependent"));
  });

  it("has one winner when two organizers decide at once", async () => {
    const attemptId = await scored(4, 4);
    const colleague = await aPerson({ grant: "ENABLEMENT_MANAGER" });
    await db.cohortOrganizer.create({ data: { cohortId: stage.cohort.id, personId: colleague.id } });
    const both = [stage.organizer, await actor(colleague)];
    const results = await Promise.allSettled(
      both.map((by) => decideOutcome(by, anOutcome(attemptId, "PASSED"))),
    );
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({
      reason: refusal("certification.refused.attemptStateAlready"),
    });
    expect(await db.certificate.count()).toBe(1);
    expect(await recorded("certification.decideOutcome")).toBe(1);
  });

  it("gives no certificate without a pass, whoever writes it", async () => {
    const attemptId = await scored(0, 0);
    const data = {
      number: "RA-2026-0000-0000-0000",
      enrollmentId: stage.enrollment.id,
      attemptId,
      issuedOn: mondayMorning,
    };
    await expect(transaction(db, (tx) => tx.certificate.create({ data }))).rejects.toEqual(
      refusal("certification.refused.needsPass"),
    );
  });
});

describe("recording a result", () => {
  const result = (attemptId: string, ...given: number[]) => ({
    ...anOutcome(attemptId, "PASSED"),
    scores: levels(stage.rubric, ...given),
    assessment: "A clear call.",
  });

  it("scores and decides in one deed", async () => {
    const attemptId = await firstAttempt();
    await recordResult(stage.organizer, result(attemptId, 4, 4));
    expect(await attempts()).toMatchObject([{ state: "PASSED", total: 100 }]);
    expect(await db.assessment.findFirstOrThrow()).toMatchObject({
      personId: stage.organizer.personId,
      comment: "A clear call.",
      submittedAt: mondayMorning,
    });
    expect(await db.certificate.count()).toBe(1);
    expect(await recorded("certification.recordResult")).toBe(1);
  });

  it("writes nothing when the scores do not allow the outcome", async () => {
    const attemptId = await firstAttempt();
    await expect(recordResult(stage.organizer, result(attemptId, 1, 1))).rejects.toEqual(
      refusal("certification.refused.hasNotPassed"),
    );
    expect(await attempts()).toMatchObject([{ state: "SCHEDULED" }]);
    expect(await db.assessment.count()).toBe(0);
    expect((await db.rubricVersion.findUniqueOrThrow({ where: { id: stage.rubric.id } })).usedAt).toBeNull();
  });

  it("is not for an organizer who mentors the mentee, nor beside an assessor", async () => {
    const attemptId = await firstAttempt();
    await db.cohortOrganizer.create({
      data: { cohortId: stage.cohort.id, personId: stage.people.mentor.id },
    });
    await expect(recordResult(await actor(stage.people.mentor), result(attemptId, 4))).rejects.toEqual(
      refusal("certification.refused.assessorIsMentor"),
    );
    await assignAssessors(stage.organizer, { attemptId, assessorIds: [stage.people.assessor.id] });
    await expect(recordResult(stage.organizer, result(attemptId, 4))).rejects.toEqual(
      refusal("certification.refused.othersScore"),
    );
  });
});

describe("attempts", () => {
  it("are called off before anybody scored, and scheduled again as the same try", async () => {
    const attemptId = await firstAttempt();
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
    expect((await attempts()).map((attempt) => attempt.state)).toEqual(["CANCELLED", "RETAKE", "SCHEDULED"]);
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
    const attemptId = await scored(3);
    await expect(cancelAttempt(stage.organizer, { attemptId })).rejects.toEqual(
      refusal("certification.refused.attemptState"),
    );
  });

  it("are out of reach for everybody who does not run the cohort", async () => {
    const attemptId = await scored(4);
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
    const attemptId = await scored(4);
    await asOwner(`UPDATE "Cohort" SET state = 'COMPLETED'`);
    await expect(decideOutcome(stage.organizer, anOutcome(attemptId, "PASSED"))).rejects.toEqual(
      refusal("attempts.refused.cohortNotActive"),
    );
  });
});
