import { beforeEach, describe, expect, it } from "vitest";
import { submitAssessment } from "@/lib/assessments/commands";
import { assignAssessors, scheduleAttempt } from "@/lib/attempts/commands";
import { isCertificateNumber } from "@/lib/certification/certificate-number";
import { toDay } from "@/lib/dates";
import { db, transaction } from "@/lib/db";
import { nameDelegate } from "@/lib/delegates/commands";
import { decideOutcome, recordResult } from "@/lib/outcomes/commands";
import {
  aCertificationStage,
  anOutcome,
  type CertificationStage,
  friday,
  levels,
  recorded,
  refusal,
  retakeDay,
  told,
} from "../support/certification-stage";
import { actor, aPerson, mondayMorning } from "../support/rows";
import { allThatItTells } from "../support/tell";

let stage: CertificationStage;

beforeEach(async () => {
  stage = await aCertificationStage();
});

describe("deciding", () => {
  it("certifies with a certificate that anybody can check, and tells those concerned without saying what came of it", async () => {
    const attemptId = await stage.scored(4, 3);
    await decideOutcome(stage.organizer, anOutcome(attemptId, "PASSED", { comment: "Well done." }));
    expect(await stage.attempts()).toMatchObject([
      { state: "PASSED", total: 88, comment: "Well done.", decidedById: stage.organizer.personId },
    ]);
    expect(await stage.enrollmentNow()).toMatchObject({ state: "CERTIFIED", endedAt: mondayMorning });
    const certificate = await db.certificate.findFirstOrThrow();
    expect(isCertificateNumber(certificate.number)).toBe(true);
    expect(toDay(certificate.issuedOn)).toBe("2026-03-02");
    expect(await told("outcomeDecided")).toEqual(["Jonas Weber", "Luca Moretti", "Maya Rossi"]);
    const [message] = await db.message.findMany({ where: { kind: "outcomeDecided" } });
    expect(allThatItTells(message?.data)).not.toMatch(/PASSED|88|Well done/);
    const record = await db.auditRecord.findFirstOrThrow({
      where: { action: "outcomes.decideOutcome" },
    });
    expect(record).toMatchObject({
      cohortId: stage.cohort.id,
      data: { mentee: "Maya Rossi", outcome: "PASSED" },
    });
    expect(allThatItTells(record.data)).not.toMatch(/88|Well done/);
  });

  it("gives a retake with its day, then an extension with its plan, then a pass", async () => {
    const first = await stage.scored(1, 4);
    await decideOutcome(stage.organizer, anOutcome(first, "RETAKE", { retakeOn: retakeDay }));
    const second = (await stage.attempts())[1];
    expect(second).toMatchObject({ number: 2, state: "SCHEDULED" });
    expect(second && toDay(second.day)).toBe(retakeDay);
    expect((await stage.enrollmentNow()).state).toBe("ACTIVE");
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
    expect((await stage.enrollmentNow()).state).toBe("EXTENDED");
    expect(await db.extension.findFirstOrThrow()).toMatchObject({ plan: "More calls", support: "Luca" });
    await scheduleAttempt(stage.organizer, {
      enrollmentId: stage.enrollment.id,
      day: "2026-03-30",
      assessorIds: [stage.people.assessor.id],
    });
    const third = (await stage.attempts())[2];
    const me = await actor(stage.people.assessor);
    await submitAssessment(me, { attemptId: third?.id ?? "", scores: levels(stage.rubric, 4), comment: "" });
    await decideOutcome(stage.organizer, anOutcome(third?.id ?? "", "PASSED"));
    expect((await stage.attempts()).map((attempt) => attempt.state)).toEqual([
      "RETAKE",
      "EXTENDED",
      "PASSED",
    ]);
    expect((await stage.enrollmentNow()).state).toBe("CERTIFIED");
  });

  it("ends without a certificate when nothing else is left", async () => {
    const attemptId = await stage.scored(0, 0);
    await decideOutcome(stage.organizer, anOutcome(attemptId, "FAILED"));
    expect(await stage.enrollmentNow()).toMatchObject({ state: "NOT_CERTIFIED", endedAt: mondayMorning });
    expect(await db.certificate.count()).toBe(0);
    await expect(
      scheduleAttempt(stage.organizer, { enrollmentId: stage.enrollment.id, day: friday, assessorIds: [] }),
    ).rejects.toEqual(refusal("attempts.refused.menteeNotActive"));
  });

  it("averages two assessors, and waits for both", async () => {
    const attemptId = await stage.firstAttempt();
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
    expect(await stage.attempts()).toMatchObject([{ state: "PASSED", total: 81 }]);
  });

  it("tells whoever stands in for the manager of the mentee's floor, on these days", async () => {
    const attemptId = await stage.scored(4, 3);
    const { floorManager, mentee } = stage.people;
    const delegate = await aPerson({ name: "Noor Haddad" });
    const days = { firstDay: "2026-03-02", lastDay: "2026-03-03" } as const;
    await nameDelegate(await actor(floorManager), {
      floorId: mentee.floorId ?? "",
      managerId: floorManager.id,
      delegateId: delegate.id,
      ...days,
    });
    await decideOutcome(stage.organizer, anOutcome(attemptId, "PASSED"));
    expect(await told("outcomeDecided")).toEqual([
      "Jonas Weber",
      "Luca Moretti",
      "Maya Rossi",
      "Noor Haddad",
    ]);
  });

  it("refuses what the scores do not allow, and what lacks its plan; nothing is written", async () => {
    const attemptId = await stage.scored(1, 4);
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
    expect(await stage.attempts()).toMatchObject([{ state: "IN_ASSESSMENT", total: null }]);
    expect(await recorded("outcomes.decideOutcome")).toBe(0);
    expect(await told("outcomeDecided")).toEqual([]);
  });

  it("is not for the line manager, in the code and in the database", async () => {
    const attemptId = await stage.scored(4, 4);
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
    const attemptId = await stage.scored(4, 4);
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
    expect(await recorded("outcomes.decideOutcome")).toBe(1);
  });

  it("gives no certificate without a pass, whoever writes it", async () => {
    const attemptId = await stage.scored(0, 0);
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
    const attemptId = await stage.firstAttempt();
    await recordResult(stage.organizer, result(attemptId, 4, 4));
    expect(await stage.attempts()).toMatchObject([{ state: "PASSED", total: 100 }]);
    expect(await db.assessment.findFirstOrThrow()).toMatchObject({
      personId: stage.organizer.personId,
      comment: "A clear call.",
      submittedAt: mondayMorning,
    });
    expect(await db.certificate.count()).toBe(1);
    expect(await recorded("outcomes.recordResult")).toBe(1);
  });

  it("writes nothing when the scores do not allow the outcome", async () => {
    const attemptId = await stage.firstAttempt();
    await expect(recordResult(stage.organizer, result(attemptId, 1, 1))).rejects.toEqual(
      refusal("certification.refused.hasNotPassed"),
    );
    expect(await stage.attempts()).toMatchObject([{ state: "SCHEDULED" }]);
    expect(await db.assessment.count()).toBe(0);
    expect((await db.rubricVersion.findUniqueOrThrow({ where: { id: stage.rubric.id } })).usedAt).toBeNull();
  });

  it("is not for an organizer who mentors the mentee, nor beside an assessor", async () => {
    const attemptId = await stage.firstAttempt();
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
