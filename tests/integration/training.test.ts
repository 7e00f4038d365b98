import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { recordTraining } from "@/lib/mentors/commands";
import { getSupply } from "@/lib/mentors/queries";
import { waitingFor } from "@/lib/nudges/waiting";
import { recordAttendance, tickTopic } from "@/lib/training/commands";
import { getOwnTraining, getTraining } from "@/lib/training/queries";
import { asOwner } from "@/tests/support/database";
import { ids, nominationRow, recorded, refused, told } from "@/tests/support/mentor-stage";
import { settled } from "@/tests/support/refusals";
import { aCohort, aNomination, mondayMorning } from "@/tests/support/rows";
import { trainWholly } from "@/tests/support/training";
import { aTrainingStage, type TrainingStage } from "@/tests/support/training-stage";

let stage: TrainingStage;
beforeEach(async () => {
  stage = await aTrainingStage();
});
afterAll(() => clock.run());

const state = async () => (await nominationRow(stage.nomination.id)).training;

const atOnce = async (...deeds: Promise<unknown>[]) => settled(await Promise.allSettled(deeds));

/** Runs a deed as everybody but those, and expects that they cannot know of it and that nothing is written. */
async function refusesEverybodyBut(allowed: string[], deed: (who: Actor) => Promise<unknown>) {
  const before = await db.auditRecord.count();
  for (const [who, one] of Object.entries(stage.actors)) {
    if (!allowed.includes(who)) await expect(deed(one), who).rejects.toBeInstanceOf(NotFoundError);
  }
  expect(await db.auditRecord.count()).toBe(before);
}

describe("topics", () => {
  test("are ticked by an organizer or by the mentor; the first tick begins the training", async () => {
    await refusesEverybodyBut(["organizer", "mentor"], (who) => stage.tick(0, true, who));
    await stage.tick(0, true, stage.actors.mentor);
    expect(await state()).toBe("IN_PROGRESS");
    await stage.tick(1);
    const ticks = await db.trainingTick.findMany({ orderBy: { topic: "asc" } });
    const { organizer, mentor } = stage.people;
    expect(ticks.map((one) => [one.topic, one.tickedById])).toEqual([
      [0, mentor.id],
      [1, organizer.id],
    ]);
    expect(ticks[0]?.tickedAt).toEqual(mondayMorning);
    expect([await recorded("mentors.recordTraining"), await recorded("training.tickTopic")]).toEqual([1, 2]);
  });

  test("can be ticked for everybody at once, by an organizer alone: all or nobody", async () => {
    const both = { nominationIds: [stage.nomination.id, stage.second.id], topic: 0, ticked: true };
    await refusesEverybodyBut(["organizer"], (who) => tickTopic(who, both));
    await db.mentorNomination.update({
      where: { id: stage.second.id },
      data: { training: "WAIVED", waiverReason: "Trains others" },
    });
    await expect(tickTopic(stage.actors.organizer, both)).rejects.toEqual(refused("training.refused.over"));
    expect(await db.trainingTick.count()).toBe(0);
  });

  test("can be taken back, are ticked once by two at once, and are those of the program", async () => {
    const both = await atOnce(stage.tick(0), stage.tick(0, true, stage.actors.mentor));
    expect(both).toEqual(["fulfilled", "fulfilled"]);
    expect(await db.trainingTick.count()).toBe(1);
    await stage.tick(0, false);
    expect(await db.trainingTick.count()).toBe(0);
    await expect(stage.tick(2)).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe("training days", () => {
  test("are planned by an organizer, and those in training are told where and when", async () => {
    await stage.plan("2026-03-12");
    expect(await told("trainingDay")).toEqual(ids(stage.people.mentor, stage.people.other));
    const message = await db.message.findFirstOrThrow({ where: { personId: stage.people.mentor.id } });
    expect(message.data).toMatchObject({ how: "PLANNED", day: "2026-03-12", place: "Room 2" });
    await expect(stage.attend()).rejects.toEqual(refused("training.refused.dayNotBegun"));
    await stage.plan();
    expect(await db.trainingDay.count()).toBe(1);
  });

  test("are attended once they have begun; then they stay where they are", async () => {
    await stage.plan();
    await refusesEverybodyBut(["organizer"], (who) => stage.attend(true, who));
    await stage.attend();
    expect(await state()).toBe("IN_PROGRESS");
    await expect(stage.plan("2026-03-12")).rejects.toEqual(refused("training.refused.dayHeld"));
    await stage.attend(false);
    await stage.plan("2026-03-12");
  });

  test("are not attended by mentors of another cohort", async () => {
    await stage.plan();
    const { id: dayId } = await stage.day();
    const elsewhere = await aCohort({ organizer: stage.people.organizer });
    const foreign = await aNomination(elsewhere, stage.floor, stage.people.other, {
      training: "NOT_STARTED",
    });
    const input = { dayId, nominationIds: [foreign.id], attended: true };
    await expect(recordAttendance(stage.actors.organizer, input)).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe("scenarios", () => {
  test("are answered by the mentor, which the organizers see in the app, and changed until there is feedback", async () => {
    await refusesEverybodyBut(["mentor"], (who) => stage.answer("I wait.", 0, who));
    await stage.answer("I wait.");
    await stage.answer("I ask.", 1);
    expect(await stage.answerRow()).toMatchObject({ text: "I ask.", version: 2, feedback: null });
    const [message] = await db.message.findMany({ where: { kind: "trainingAnswered" } });
    expect(message).toMatchObject({ personId: stage.people.organizer.id, mail: "NONE" });
    await expect(stage.answer("I wait.", 1)).rejects.toEqual(refused("training.refused.answeredMeanwhile"));
  });

  test("get feedback from an organizer, which the mentor is told, and then both are fixed", async () => {
    await expect(stage.review()).rejects.toEqual(refused("training.refused.noAnswer"));
    await stage.answer("I ask.");
    await refusesEverybodyBut(["organizer"], (who) => stage.review(1, who));
    await stage.review();
    expect(await told("trainingFeedback")).toEqual(ids(stage.people.mentor));
    await expect(stage.answer("I wait.", 1)).rejects.toEqual(refused("training.refused.answerFixed"));
    await expect(stage.review()).rejects.toEqual(refused("training.refused.answerFixed"));
  });

  test("changed while feedback is given: either the feedback is about the answer as it was read, or it is refused", async () => {
    for (let round = 0; round < 4; round++) {
      stage = await aTrainingStage();
      await stage.answer("I ask.");
      const outcomes = await atOnce(stage.answer("I wait.", 1), stage.review(1));
      const row = await stage.answerRow();
      expect(outcomes).toEqual(["fulfilled", "rejected"]);
      expect(row?.text).toBe(row?.feedback ? "I ask." : "I wait.");
    }
  });

  test("get no feedback from the mentor, organizer or not", async () => {
    await stage.answer("I ask.");
    await db.cohortOrganizer.create({
      data: { cohortId: stage.cohort.id, personId: stage.people.mentor.id },
    });
    await expect(stage.review(1, stage.actors.mentor)).rejects.toEqual(
      refused("training.refused.ownFeedback"),
    );
  });
});

describe("completing", () => {
  test("takes every topic, a day, and feedback on every scenario", async () => {
    const incomplete = (values: object) =>
      expect.objectContaining({ sentence: { key: "training.refused.incomplete", values } });
    await stage.tick(0);
    await expect(stage.complete()).rejects.toEqual(
      incomplete({ topics: 1, days: 1, answers: 1, feedback: 0 }),
    );
    await stage.answer("I ask.");
    await stage.plan();
    await stage.attend();
    await expect(stage.complete()).rejects.toEqual(
      incomplete({ topics: 1, days: 0, answers: 0, feedback: 1 }),
    );
    await stage.review();
    await stage.tick(1);
    await stage.complete();
    expect(await state()).toBe("COMPLETED");
    await expect(stage.tick(0, false)).rejects.toEqual(refused("training.refused.over"));
  });

  test("the database refuses what is not whole, and to take a part away afterwards", async () => {
    const { id } = stage.nomination;
    const straight = db.mentorNomination.update({ where: { id }, data: { training: "COMPLETED" } });
    await expect(straight).rejects.toThrow("state_edge");
    await stage.tick(0);
    const half = db.mentorNomination.update({ where: { id }, data: { training: "COMPLETED" } });
    await expect(half).rejects.toThrow("training_whole");
    const born = aNomination(stage.cohort, stage.floor, stage.people.manager, { training: "COMPLETED" });
    await expect(born).rejects.toThrow("training_whole");
    await trainWholly([id], mondayMorning);
    await expect(db.trainingTick.deleteMany({})).rejects.toThrow("training_over");
    await expect(db.trainingAttendance.deleteMany({})).rejects.toThrow("training_over");
    await expect(asOwner(`UPDATE "ScenarioAnswer" SET text = 'Other'`)).rejects.toThrow(
      /training_over|answer_fixed/,
    );
  });

  test("while a tick is taken back: never a completed training with a topic missing", async () => {
    for (let round = 0; round < 4; round++) {
      stage = await aTrainingStage();
      await stage.trainAll();
      const outcomes = await atOnce(stage.complete(), stage.tick(0, false));
      expect(outcomes).toEqual(["fulfilled", "rejected"]);
      const ticks = await db.trainingTick.count({ where: { nominationId: stage.nomination.id } });
      expect(ticks).toBe((await state()) === "COMPLETED" ? 2 : 1);
    }
  });

  test("or waiving ends it", async () => {
    const { id } = stage.nomination;
    const input = { cohortId: stage.cohort.id, nominationIds: [id], training: "WAIVED" as const };
    await recordTraining(stage.actors.organizer, { ...input, reason: "Trains others" });
    await expect(stage.answer("I ask.")).rejects.toEqual(refused("training.refused.over"));
  });
});

describe("who sees it", () => {
  test("organizers see everybody's, a mentor their own, nobody else any", async () => {
    await stage.tick(0);
    await refusesEverybodyBut(["organizer"], (who) => getTraining(who, stage.cohort.id));
    await refusesEverybodyBut(["mentor"], (who) => getOwnTraining(who, stage.nomination.id));
    const { mentors } = await getTraining(stage.actors.organizer, stage.cohort.id);
    expect(mentors.map(({ person, progress }) => [person.name, progress.ticked])).toEqual([
      ["Jonas Weber", 0],
      ["Priya Nair", 1],
    ]);
  });

  test("the roster says what is missing, and for whom it waits", async () => {
    await stage.trainAll();
    const { floors } = await getSupply(stage.actors.organizer, stage.cohort.id);
    const waiting = waitingFor(floors).map(({ who, person, missing }) => [who, person, missing?.values]);
    expect(waiting).toEqual([
      ["mentor", "Jonas Weber", { topics: 2, days: 1, answers: 1, feedback: 0 }],
      ["organizers", "Priya Nair", undefined],
    ]);
  });
});
