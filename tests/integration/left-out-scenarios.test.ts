import { afterAll, beforeEach, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { mentorToday } from "@/lib/mentoring/queries";
import { getSupply } from "@/lib/mentors/queries";
import { addScenario, leaveOutScenario } from "@/lib/scenarios/commands";
import { getOwnTraining, getTraining } from "@/lib/training/queries";
import { nominationRow, recorded, refused, told } from "@/tests/support/mentor-stage";
import { aCohort, mondayMorning } from "@/tests/support/rows";
import { aTrainingStage, type TrainingStage } from "@/tests/support/training-stage";

let stage: TrainingStage;
beforeEach(async () => {
  stage = await aTrainingStage();
});
afterAll(() => clock.run());

const leaveOut = (leftOut = true, by = stage.actors.organizer, scenarioId = stage.scenario.id) =>
  leaveOutScenario(by, { cohortId: stage.cohort.id, scenarioId, leftOut });
const asked = async (cohortId = stage.cohort.id) =>
  (await getTraining(stage.actors.organizer, cohortId)).cohort.scenarios.map(({ isAsked }) => isAsked);
const progress = async () => {
  const { progress: own } = await getOwnTraining(stage.actors.mentor, stage.nomination.id);
  const { floors } = await getSupply(stage.actors.organizer, stage.cohort.id);
  const [today] = (await mentorToday(stage.actors.mentor)).trainings;
  return [own, floors[0]?.list?.nominations[0]?.progress, today?.progress].map((one) => one?.scenarios);
};

test("an organizer leaves a scenario of the program out of one cohort, and takes it back in", async () => {
  const elsewhere = await aCohort(stage.given);
  await leaveOut();
  await leaveOut();
  expect([await asked(), await asked(elsewhere.id)]).toEqual([[false], [true]]);
  expect(await progress()).toEqual([0, 0, 0]);
  await expect(stage.answer("I ask.")).rejects.toEqual(refused("training.refused.scenarioRetired"));
  expect(await told("scenarioAsked")).toEqual([]);
  await leaveOut(false);
  await leaveOut(false);
  expect([await asked(), await progress()]).toEqual([[true], [1, 1, 1]]);
  expect(await told("scenarioAsked")).toHaveLength(2);
  expect(await recorded("scenarios.leaveOutScenario")).toBe(2);
  await stage.answer("I ask.");
});

test("a training is complete without what is left out, needs what is taken in, and stays completed", async () => {
  const { id } = stage.nomination;
  await stage.plan();
  await stage.attend();
  for (const topic of [0, 1]) await stage.tick(topic);
  const straight = db.mentorNomination.update({ where: { id }, data: { training: "COMPLETED" } });
  await expect(straight).rejects.toThrow("training_whole");
  await leaveOut();
  await leaveOut(false);
  await expect(stage.complete()).rejects.toThrow("training.refused.incomplete");
  await leaveOut();
  await stage.complete();
  await leaveOut(false);
  expect((await nominationRow(id)).training).toBe("COMPLETED");
});

test("what somebody of the cohort answered is asked there, and can be left out elsewhere", async () => {
  const elsewhere = await aCohort(stage.given);
  await stage.answer("I ask.");
  await expect(leaveOut()).rejects.toEqual(refused("training.refused.answeredHere"));
  const { id: scenarioId } = stage.scenario;
  await leaveOutScenario(stage.actors.organizer, { cohortId: elsewhere.id, scenarioId, leftOut: true });
  expect([await asked(), await asked(elsewhere.id)]).toEqual([[true], [false]]);
});

test("left out and answered at once: one of the two happens", async () => {
  for (let round = 0; round < 4; round++) {
    stage = await aTrainingStage();
    const both = await Promise.allSettled([leaveOut(), stage.answer("I ask.")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  }
});

test("nobody but an organizer leaves anything out, nothing of another program or of the cohort itself, and not when it is over", async () => {
  const { organizer, ...others } = stage.actors;
  for (const by of Object.values(others)) {
    await expect(leaveOut(true, by), by.name).rejects.toBeInstanceOf(NotFoundError);
  }
  const cohortId = stage.cohort.id;
  await addScenario(organizer, { cohortId, title: "The angry customer", prompt: "They shout. And now?" });
  const own = await db.trainingScenario.findFirstOrThrow({ where: { cohortId } });
  for (const id of [own.id, cohortId]) {
    await expect(leaveOut(true, organizer, id)).rejects.toBeInstanceOf(NotFoundError);
  }
  await leaveOut();
  await db.cohort.update({ where: { id: cohortId }, data: { state: "CANCELLED" } });
  await expect(leaveOut(false)).rejects.toEqual(refused("mentors.refused.cohortOver"));
});

test("the database refuses what is of another program, what was answered, and an answer to what is left out", async () => {
  const cohortId = stage.cohort.id;
  const { id: scenarioId } = stage.scenario;
  const out = (of: object) =>
    db.leftOutScenario.create({ data: { cohortId, scenarioId, createdAt: mondayMorning, ...of } });
  const stranger = await aCohort({ organizer: stage.people.organizer });
  await expect(out({ cohortId: stranger.id })).rejects.toThrow(/left_out_of_version/);
  await out({});
  const given = { nominationId: stage.nomination.id, scenarioId, text: "I ask.", version: 1 };
  const store = () => db.scenarioAnswer.create({ data: { ...given, answeredAt: mondayMorning } });
  await expect(store()).rejects.toThrow(/answer_to_retired/);
  await db.leftOutScenario.deleteMany();
  await store();
  await expect(out({})).rejects.toThrow(/left_out_unanswered/);
});
