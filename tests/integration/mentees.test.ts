import { beforeEach, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { addDays } from "@/lib/dates";
import { db } from "@/lib/db";
import { saveLog, submitLog } from "@/lib/logs/commands";
import type { NoteAudience } from "@/lib/logs/rules";
import { menteeRecord } from "@/lib/mentees/queries";
import { resetDatabase } from "@/tests/support/database";
import { aLog, aLogStage, at } from "@/tests/support/log-stage";
import {
  actor,
  aFloor,
  aNomination,
  anEnrollment,
  aPairing,
  aPerson,
  aSession,
  monday,
  mondayMorning,
} from "@/tests/support/rows";

/** The stage of the logs, with more people around its mentee: former and other mentors, managers, mentees, an assessor. */
async function story() {
  const stage = await aLogStage();
  const { cohort, floor, enrollment } = stage;
  const people = {
    trainer: await aPerson({ grant: "TRAINER" }),
    otherManager: await aPerson(),
    former: await aPerson(),
    assessor: await aPerson(),
    other: await aPerson(),
  };
  await aFloor([people.otherManager]);
  await anEnrollment(cohort, people.other, "ACTIVE");
  await aPairing(enrollment, await aNomination(cohort, floor, people.former), "REASSIGNED");
  await aSession(cohort, { enrollment, facilitator: stage.sme });
  await db.certificationAttempt.create({
    data: {
      enrollmentId: enrollment.id,
      number: 1,
      day: cohort.endsOn,
      rubricId: stage.program.rubricVersionId,
      createdAt: mondayMorning,
      assessments: { create: { personId: people.assessor.id } },
    },
  });
  const { organizer, stranger, administrator, manager, mentor, caller, sme, mentee } = stage;
  return { ...people, organizer, stranger, administrator, manager, mentor, caller, sme, mentee, enrollment };
}

beforeEach(async () => {
  await resetDatabase();
  clock.set(at(monday, 15));
});

describe("the record of a mentee", () => {
  test("is for those who follow the mentee, and out of reach for everybody else", async () => {
    const { enrollment, mentee, ...people } = await story();
    await submitLog(await actor(people.mentor), aLog(enrollment));
    for (const person of [
      people.organizer,
      people.manager,
      people.mentor,
      people.caller,
      people.assessor,
      mentee,
    ]) {
      expect((await menteeRecord(await actor(person), enrollment.id)).logs).toHaveLength(1);
    }
    const { stranger, administrator, trainer, otherManager, former, sme, other } = people;
    for (const person of [stranger, administrator, trainer, otherManager, former, sme, other]) {
      await expect(menteeRecord(await actor(person), enrollment.id)).rejects.toThrow("errors.notFound");
    }
  });

  test("carries each note to its audience and to nobody else", async () => {
    const { enrollment, mentee, ...people } = await story();
    const notes: Record<NoteAudience, string> = {
      PRIVATE: "only me",
      ORGANIZERS: "for organizers",
      SHARED: "for all",
    };
    let day = monday;
    for (const [noteAudience, note] of Object.entries(notes) as [NoteAudience, string][]) {
      clock.set(at(day, 15));
      await submitLog(await actor(people.mentor), aLog(enrollment, { day, note, noteAudience }));
      day = addDays(day, 1);
    }
    const reads = async (person: { id: string }) => {
      const text = JSON.stringify(await menteeRecord(await actor(person), enrollment.id));
      return Object.values(notes).filter((note) => text.includes(note));
    };
    expect(await reads(people.mentor)).toEqual(["only me", "for organizers", "for all"]);
    expect(await reads(people.organizer)).toEqual(["for organizers", "for all"]);
    for (const person of [people.manager, people.caller, people.assessor, mentee]) {
      expect(await reads(person)).toEqual(["for all"]);
    }
  });

  test("shows a draft to nobody, and counts its day as begun", async () => {
    const { enrollment, mentee, ...people } = await story();
    await saveLog(await actor(people.mentor), aLog(enrollment, { learned: "Half a sentence", calls: 7 }));
    for (const person of [people.organizer, people.manager, people.mentor, people.caller, mentee]) {
      const record = await menteeRecord(await actor(person), enrollment.id);
      expect(JSON.stringify(record)).not.toContain("Half a sentence");
      expect(record.numbers).toEqual([]);
      expect(record.days[0]).toMatchObject({ day: monday, status: "draft" });
    }
  });

  test("adds up the numbers of a day that two mentors wrote about", async () => {
    const { enrollment, mentor, caller, organizer } = await story();
    await submitLog(await actor(mentor), aLog(enrollment, { calls: 3, emails: 1 }));
    await submitLog(await actor(caller), aLog(enrollment, { calls: 4 }));
    const { numbers, logs } = await menteeRecord(await actor(organizer), enrollment.id);
    expect(numbers).toEqual([{ day: monday, calls: 7, emails: 1, meetings: 0, proposals: 0 }]);
    expect(logs).toHaveLength(2);
  });

  test("is paged by key: each log once, newest first, also while new ones come", async () => {
    const { enrollment, mentor, organizer } = await story();
    for (const offset of [0, 1, 2, 3, 4, 7, 8, 9, 10]) {
      const day = addDays(monday, offset);
      clock.set(at(day, 15));
      await submitLog(await actor(mentor), aLog(enrollment, { day }));
    }
    const who = await actor(organizer);
    const first = await menteeRecord(who, enrollment.id);
    clock.set(at(addDays(monday, 11), 15));
    await submitLog(await actor(mentor), aLog(enrollment, { day: addDays(monday, 11) }));
    const second = await menteeRecord(who, enrollment.id, first.next ?? "");
    const days = [...first.logs, ...second.logs].map(({ day }) => day);
    expect(days).toEqual([10, 9, 8, 7, 4, 3, 2, 1, 0].map((offset) => addDays(monday, offset)));
    expect(second.next).toBeNull();
    expect((await menteeRecord(who, enrollment.id, "nonsense")).logs[0]?.day).toBe(addDays(monday, 11));
  });
});
