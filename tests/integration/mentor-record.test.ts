import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { type Day, fromDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { mentorRecord, skillsGained } from "@/lib/profiles/queries";
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

/** Half an hour for which a mentor met several together. */
async function aMeeting(cohort: { id: string }, facilitator: { id: string }, mentees: { id: string }[]) {
  const meeting = { where: { meetingId: "00000000-0000-8000-8000-000000000001" } };
  for (const enrollment of mentees) {
    const { id } = await aSession(cohort, { facilitator, enrollment, minute: 840, minutes: 30 });
    await db.session.update({ where: { id }, data: meeting.where });
  }
  for (const state of ["CONFIRMED", "HELD"] as const) {
    await db.session.updateMany({ ...meeting, data: { state } });
  }
}

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
  await aSession(cohort, { ...held, minute: 1000, state: "HELD", kind: "CERTIFICATION" });
  await aMeeting(cohort, mentor, [certified, handedOver]);
  await db.attendance.updateMany({ data: { state: "PRESENT" } });
  await aSession(cohort, { ...held, minute: 1100, state: "HELD" });
  const written = { authorId: mentor.id, createdAt: mondayMorning, updatedAt: mondayMorning };
  const log = { ...written, enrollmentId: certified.id, day: fromDay(monday) };
  await db.dailyLog.create({ data: { ...log, state: "SUBMITTED", submittedAt: mondayMorning } });
  await db.dailyLog.create({ data: { ...log, enrollmentId: handedOver.id } });
  return cohort;
}

describe("a mentor's record", () => {
  test("counts by cohort whom they accompanied and certified, days logged, and hours held with somebody there, a group's once", async () => {
    const earlier = await anEarlierCohort();
    await aPairing(stage.first, stage.nomination, "ACTIVE");
    const suggested = await aPairing(stage.second, stage.nomination, "SUGGESTED");
    expect(suggested.announcedAt).toBeNull();
    const record = await mentorRecord(stage.actors.mentor, stage.people.mentor.id);
    expect(record).toMatchObject([
      { cohortId: stage.cohort.id, lead: true, call: false, mentees: 1, certified: 0, minutes: 0, logs: 0 },
      { cohortId: earlier.id, lead: true, call: true, mentees: 3, certified: 1, minutes: 120, logs: 1 },
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

/** A submitted log of the stage's mentor, or of somebody else, in which these skills were worked on. */
async function aLog(
  enrollmentId: string,
  day: Day,
  progress: "STRUGGLING" | "ON_TRACK" | "AHEAD",
  skills: string[],
  given: { authorId?: string; draft?: boolean } = {},
) {
  const found = await db.skill.findMany({
    where: { versionId: stage.cohort.versionId, name: { in: skills } },
    select: { id: true },
  });
  const done = given.draft ? {} : ({ state: "SUBMITTED", submittedAt: mondayMorning } as const);
  await db.dailyLog.create({
    data: {
      enrollmentId,
      authorId: given.authorId ?? stage.people.mentor.id,
      day: fromDay(day),
      progress,
      createdAt: mondayMorning,
      updatedAt: mondayMorning,
      ...done,
      skills: { create: found.map(({ id }) => ({ skillId: id })) },
    },
  });
}

describe("the skills that mentees gained", () => {
  test("are those that their logs name, gained when the last log that names one says on track or ahead", async () => {
    const { first, second } = stage;
    await aLog(first.id, "2026-03-02", "STRUGGLING", ["Discovery", "Objections"]);
    await aLog(first.id, "2026-03-03", "AHEAD", ["Discovery"]);
    await aLog(second.id, "2026-03-02", "ON_TRACK", ["Objections"]);
    await aLog(second.id, "2026-03-03", "STRUGGLING", ["Objections"]);
    await aLog(second.id, "2026-03-04", "AHEAD", ["Objections"], { draft: true });
    await aLog(second.id, "2026-03-04", "AHEAD", ["Objections"], { authorId: stage.people.organizer.id });
    expect(await skillsGained(stage.actors.mentor, stage.people.mentor.id)).toEqual([
      { skill: "Discovery", mentees: 1, gained: 1, days: 2 },
      { skill: "Objections", mentees: 2, gained: 0, days: 3 },
    ]);
  });

  test("are seen by those who see the record", async () => {
    const { mentor, organizer, manager, mentee, stranger } = stage.actors;
    for (const who of [mentor, organizer, manager]) {
      expect(await skillsGained(who, mentor.personId), who.name).toEqual([]);
    }
    await aPairing(stage.first, stage.nomination, "ACTIVE");
    expect(await skillsGained(mentee, mentor.personId)).toBeNull();
    await expect(skillsGained(stranger, mentor.personId)).rejects.toBeInstanceOf(NotFoundError);
  });
});
