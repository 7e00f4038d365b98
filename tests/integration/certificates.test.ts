import { beforeEach, describe, expect, it } from "vitest";
import {
  assessorCandidates,
  checkCertificate,
  cohortCertification,
  outcomesOf,
} from "@/lib/certification/queries";
import { db } from "@/lib/db";
import { decideOutcome } from "@/lib/outcomes/commands";
import {
  aCertificationStage,
  anOutcome,
  type CertificationStage,
  notFound,
} from "../support/certification-stage";
import { actor, aPerson } from "../support/rows";

let stage: CertificationStage;

beforeEach(async () => {
  stage = await aCertificationStage();
});

describe("a certificate", () => {
  it("can be checked by anybody who has its number, however they type it, and says no more than it has to", async () => {
    const attemptId = await stage.scored(4, 4);
    await decideOutcome(stage.organizer, anOutcome(attemptId, "PASSED", { comment: "Well done." }));
    const { number } = await db.certificate.findFirstOrThrow();
    const typed = ` ${number.toLowerCase().replaceAll("-", " ")} `;
    const found = await checkCertificate(typed);
    expect(found).toMatchObject({
      number,
      name: "Maya Rossi",
      cohort: stage.cohort.name,
      issuedOn: "2026-03-02",
    });
    expect(Object.keys(found ?? {}).sort()).toEqual(
      ["certifiedOn", "cohort", "days", "issuedOn", "name", "number", "program"].sort(),
    );
    for (const text of ["RA-2026-0000-0000-0001", "", "x".repeat(500), "RA-2026-\u0000"]) {
      expect(await checkCertificate(text)).toBeNull();
    }
  });
});

describe("the certification of a cohort", () => {
  it("shows its organizers every mentee with attempts, assessors and who may not assess", async () => {
    const attemptId = await stage.scored(3);
    const { mentees } = await cohortCertification(stage.organizer, stage.cohort.id);
    const { mentee, mentor, lineManager } = stage.people;
    expect(mentees).toMatchObject([
      { name: "Maya Rossi", canSchedule: false, attempts: [{ id: attemptId, total: null }] },
    ]);
    expect(mentees[0]?.close.sort()).toEqual([mentee.id, mentor.id, lineManager.id].sort());
    const candidates = await assessorCandidates(stage.organizer, stage.cohort.id);
    expect(candidates.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Chidi Eze", "Ines Ferreira", "Jonas Weber"]),
    );
  });

  it("is not found by anybody else", async () => {
    const others = [await aPerson({ grant: "ADMIN" }), await aPerson({ grant: "ENABLEMENT_MANAGER" })];
    const { mentee, mentor, floorManager } = stage.people;
    for (const person of [...others, mentee, mentor, floorManager]) {
      const by = await actor(person);
      await expect(cohortCertification(by, stage.cohort.id)).rejects.toEqual(notFound);
      await expect(assessorCandidates(by, stage.cohort.id)).rejects.toEqual(notFound);
    }
  });

  it("shows those who follow a mentee what came of the attempts, without scores", async () => {
    const attemptId = await stage.scored(4, 4);
    await decideOutcome(stage.organizer, anOutcome(attemptId, "PASSED"));
    const { mentee, mentor, floorManager, lineManager } = stage.people;
    for (const person of [mentee, mentor, floorManager]) {
      const outcomes = await outcomesOf(await actor(person), stage.enrollment.id);
      expect(outcomes).toMatchObject([{ state: "PASSED", opens: person === mentee }]);
      expect(JSON.stringify(outcomes)).not.toContain("100");
    }
    await expect(outcomesOf(await actor(lineManager), stage.enrollment.id)).rejects.toEqual(notFound);
  });
});
