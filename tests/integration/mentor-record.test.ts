import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { fromDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { mentorRecord } from "@/lib/profiles/queries";
import { aPairingStage, type PairingStage } from "@/tests/support/pairing-stage";
import {
  aCohort,
  actor,
  aNomination,
  anEnrollment,
  aPairing,
  aPerson,
  aSession,
  monday,
  mondayMorning,
} from "@/tests/support/rows";

let stage: PairingStage;
beforeEach(async () => {
  stage = await aPairingStage();
  const { id: mentorId } = stage.people.mentor;
  await db.person.update({ where: { id: mentorId }, data: { floorId: stage.floor.id } });
});
afterAll(() => clock.run());

/** An earlier cohort in which the mentor led one to the certificate, handed one over, and sat with one on calls. */
async function anEarlierCohort() {
  const { organizer, mentor } = stage.people;
  const cohort = await aCohort({ organizer, startsOn: "2026-01-12", state: "COMPLETED" });
  const nomination = await aNomination(cohort, stage.floor, mentor, { kind: "BOTH", capacity: 4 });
  const mentee = async (state: "CERTIFIED" | "NOT_CERTIFIED") => anEnrollment(cohort, await aPerson(), state);
  const certified = await mentee("CERTIFIED");
  const handedOver = await mentee("CERTIFIED");
  await aPairing(certified, nomination, "COMPLETED");
  await aPairing(handedOver, nomination, "REASSIGNED");
  await aPairing(await mentee("NOT_CERTIFIED"), nomination, "COMPLETED", "CALL");
  const held = { enrollment: certified, facilitator: mentor, minutes: 45 } as const;
  await aSession(cohort, { ...held, state: "HELD" });
  await aSession(cohort, { ...held, enrollment: handedOver, minute: 700, state: "HELD" });
  await aSession(cohort, { ...held, minute: 900, state: "CONFIRMED" });
  const written = { authorId: mentor.id, createdAt: mondayMorning, updatedAt: mondayMorning };
  const log = { ...written, enrollmentId: certified.id, day: fromDay(monday) };
  await db.dailyLog.create({ data: { ...log, state: "SUBMITTED", submittedAt: mondayMorning } });
  await db.dailyLog.create({ data: { ...log, enrollmentId: handedOver.id } });
  return cohort;
}

describe("a mentor's record", () => {
  test("counts, cohort by cohort, whom they accompanied and certified, hours held and days logged", async () => {
    const earlier = await anEarlierCohort();
    await aPairing(stage.first, stage.nomination, "ACTIVE");
    const suggested = await aPairing(stage.second, stage.nomination, "SUGGESTED");
    expect(suggested.announcedAt).toBeNull();
    const record = await mentorRecord(stage.actors.mentor, stage.people.mentor.id);
    expect(record).toMatchObject([
      { cohortId: stage.cohort.id, lead: true, call: false, mentees: 1, certified: 0, minutes: 0, logs: 0 },
      { cohortId: earlier.id, lead: true, call: true, mentees: 3, certified: 1, minutes: 90, logs: 1 },
    ]);
  });

  test("is seen by the mentor, organizers and the floor's managers, not by their mentees and nobody else", async () => {
    const { mentor, organizer, manager, mentee, stranger } = stage.actors;
    const seen = (by: typeof mentor) => mentorRecord(by, mentor.personId);
    for (const who of [mentor, organizer, manager]) expect(await seen(who), who.name).toEqual([]);
    await aPairing(stage.first, stage.nomination, "ACTIVE");
    expect(await seen(mentee)).toBeNull();
    for (const who of [stranger, await actor(stage.second.person)]) {
      await expect(seen(who), who.name).rejects.toBeInstanceOf(NotFoundError);
    }
  });
});
