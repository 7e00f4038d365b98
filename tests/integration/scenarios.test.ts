import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { mentorToday } from "@/lib/mentoring/queries";
import { getSupply } from "@/lib/mentors/queries";
import { addScenario, changeScenario, retireScenario } from "@/lib/scenarios/commands";
import { answerScenario, giveFeedback } from "@/lib/training/commands";
import { getOwnTraining, getTraining } from "@/lib/training/queries";
import { asOwner } from "@/tests/support/database";
import { nominationRow, recorded, refused } from "@/tests/support/mentor-stage";
import { aCohort, mondayMorning } from "@/tests/support/rows";
import { aTrainingStage, type TrainingStage } from "@/tests/support/training-stage";

let stage: TrainingStage;
beforeEach(async () => {
  stage = await aTrainingStage();
});
afterAll(() => clock.run());

const words = { title: "The angry customer", prompt: "They shout. And now?" };
const others = { title: "The late mentee", prompt: "They come an hour late. And now?" };

/** A scenario of the cohort's own, as an organizer adds it. */
async function added() {
  await addScenario(stage.actors.organizer, { cohortId: stage.cohort.id, ...words });
  return db.trainingScenario.findFirstOrThrow({
    where: { cohortId: stage.cohort.id },
    orderBy: { position: "desc" },
  });
}
const change = (scenarioId: string, seen = 0, by = stage.actors.organizer) =>
  changeScenario(by, { scenarioId, seen, ...others });
const retire = (scenarioId: string, retired = true, by = stage.actors.organizer) =>
  retireScenario(by, { scenarioId, retired });
const answer = (scenarioId: string, wording = 0) =>
  answerScenario(stage.actors.mentor, {
    nominationId: stage.nomination.id,
    scenarioId,
    wording,
    seen: 0,
    text: "I listen.",
    file: null,
  });
const shown = async () =>
  (await getTraining(stage.actors.organizer, stage.cohort.id)).cohort.scenarios.map(({ title }) => title);
const progress = async () =>
  (await getOwnTraining(stage.actors.mentor, stage.nomination.id)).progress.scenarios;

describe("a cohort's own scenario", () => {
  test("is added by an organizer alone, after those of the program, and is asked of its mentors alone", async () => {
    const { organizer, ...rest } = stage.actors;
    const scenario = await added();
    const deeds = [
      (by: typeof organizer) => addScenario(by, { cohortId: stage.cohort.id, ...words }),
      (by: typeof organizer) => change(scenario.id, 0, by),
      (by: typeof organizer) => retire(scenario.id, true, by),
    ];
    for (const by of Object.values(rest)) {
      for (const deed of deeds) await expect(deed(by), by.name).rejects.toBeInstanceOf(NotFoundError);
    }
    expect(await shown()).toEqual(["The silent mentee", words.title]);
    expect(await progress()).toBe(2);
    const elsewhere = await aCohort(stage.given);
    expect((await getTraining(organizer, elsewhere.id)).cohort.scenarios).toHaveLength(1);
    expect(await recorded("scenarios.addScenario")).toBe(1);
  });

  test("keeps a training open until it is answered and has feedback", async () => {
    await stage.trainAll();
    const scenario = await added();
    const missing = (values: object) =>
      expect.objectContaining({ sentence: { key: "training.refused.incomplete", values } });
    await expect(stage.complete()).rejects.toEqual(missing({ topics: 0, days: 0, answers: 1, feedback: 0 }));
    const { id } = stage.nomination;
    const straight = db.mentorNomination.update({ where: { id }, data: { training: "COMPLETED" } });
    await expect(straight).rejects.toThrow("training_whole");
    expect((await mentorToday(stage.actors.mentor)).trainings).toHaveLength(1);
    await answer(scenario.id);
    await giveFeedback(stage.actors.organizer, {
      nominationId: id,
      scenarioId: scenario.id,
      seen: 1,
      feedback: "Good.",
    });
    await stage.complete();
    expect((await nominationRow(id)).training).toBe("COMPLETED");
  });

  test("is put in other words until somebody answered: then its words stay", async () => {
    const { id } = await added();
    await change(id);
    await expect(change(id)).rejects.toEqual(refused("errors.somebodyFaster"));
    await expect(answer(id)).rejects.toEqual(refused("training.refused.scenarioChanged"));
    await answer(id, 1);
    await expect(change(id, 1)).rejects.toEqual(refused("training.refused.scenarioAnswered"));
    expect(await shown()).toEqual(["The silent mentee", others.title]);
  });

  test("changed and answered at once: the answer is to the words that stand there", async () => {
    for (let round = 0; round < 4; round++) {
      stage = await aTrainingStage();
      const { id } = await added();
      const both = await Promise.allSettled([change(id), answer(id)]);
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }
  });

  test("retired is asked of nobody: what was answered stays and is not needed; asked again it is needed again", async () => {
    const { id } = await added();
    await answer(id);
    const second = await added();
    await retire(id);
    await retire(id);
    await retire(second.id);
    expect(await progress()).toBe(1);
    await expect(answer(second.id)).rejects.toEqual(refused("training.refused.scenarioRetired"));
    await expect(change(second.id)).rejects.toEqual(refused("training.refused.scenarioRetired"));
    const own = await getOwnTraining(stage.actors.mentor, stage.nomination.id);
    expect(own.scenarioAnswers.map(({ scenarioId }) => scenarioId)).toEqual([id]);
    expect(own.progress).toMatchObject({ scenarios: 1, answered: 0 });
    const { floors } = await getSupply(stage.actors.organizer, stage.cohort.id);
    expect(floors[0]?.list?.nominations[0]?.progress.scenarios).toBe(1);
    await stage.trainAll();
    await retire(id, false);
    await expect(stage.complete()).rejects.toThrow("training.refused.incomplete");
    await retire(id);
    await stage.complete();
    expect(await recorded("scenarios.retireScenario")).toBe(4);
  });

  test("is told once a change to those whose training is open, and to nobody who is done or answered", async () => {
    const { mentor, other } = stage.people;
    const hows = async (person: { id: string }) => {
      const where = { personId: person.id, kind: "scenarioAsked" };
      const those = await db.message.findMany({ where, orderBy: { id: "asc" } });
      return those.map(({ data, href, mail }) => [(data as { how: string }).how, href, mail]);
    };
    const toMentor = (how: string) => [how, `/nominations/${stage.nomination.id}/training`, "QUEUED"];
    const { id } = await added();
    await change(id);
    expect(await hows(mentor)).toEqual([toMentor("ADDED"), toMentor("CHANGED")]);
    expect(await hows(other)).toHaveLength(2);
    await expect(change(id)).rejects.toEqual(refused("errors.somebodyFaster"));
    await answer(id, 1);
    await retire(id);
    expect(await hows(other)).toHaveLength(2);
    await retire(id, false);
    expect([await hows(mentor), await hows(other)].map((all) => all.length)).toEqual([2, 3]);
    await retire(id);
    await stage.trainAll();
    await stage.complete();
    await added();
    expect([await hows(mentor), await hows(other)].map((all) => all.length)).toEqual([2, 4]);
    for (const one of [stage.people.organizer, stage.people.manager]) expect(await hows(one)).toEqual([]);
  });

  test("is one of twelve at most, and of no cohort that is over", async () => {
    for (let count = 0; count < 12; count++) await added();
    await expect(added()).rejects.toEqual(refused("training.refused.enoughScenarios"));
    const { id } = await db.trainingScenario.findFirstOrThrow({ where: { cohortId: stage.cohort.id } });
    await db.cohort.update({ where: { id: stage.cohort.id }, data: { state: "CANCELLED" } });
    for (const late of [added, () => change(id), () => retire(id)]) {
      await expect(late()).rejects.toEqual(refused("mentors.refused.cohortOver"));
    }
  });

  test("is never one of the program: that version does not change", async () => {
    const { id } = stage.scenario;
    await expect(change(id)).rejects.toBeInstanceOf(NotFoundError);
    await expect(retire(id)).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe("the database keeps", () => {
  test("a scenario of a version or of a cohort, and only a cohort's own retired", async () => {
    const { versionId } = stage.scenario;
    const store = (data: object) => db.trainingScenario.create({ data: { ...words, position: 7, ...data } });
    await expect(store({})).rejects.toThrow(/scenario_of_one/);
    await expect(store({ versionId, cohortId: stage.cohort.id })).rejects.toThrow(/version_published/);
    await expect(
      asOwner(`UPDATE "TrainingScenario" SET "retiredAt" = now() WHERE id = '${stage.scenario.id}'`),
    ).rejects.toThrow(/version_published|scenario_retired_of_cohort/);
  });

  test("the words of what was answered, its cohort, and the scenario itself", async () => {
    const { id } = await added();
    await answer(id);
    const where = { id };
    const straight = (data: object) => db.trainingScenario.update({ where, data });
    await expect(straight({ prompt: "Other" })).rejects.toThrow(/scenario_answered/);
    const elsewhere = await aCohort(stage.given);
    await expect(straight({ cohortId: elsewhere.id })).rejects.toThrow(/scenario_answered/);
    await expect(db.trainingScenario.delete({ where })).rejects.toThrow(/scenario_answered/);
  });

  test("no answer to another cohort's scenario, or to one that is retired", async () => {
    const { id: scenarioId } = await added();
    const nominationId = stage.nomination.id;
    const store = (of: string) =>
      db.scenarioAnswer.create({
        data: { nominationId, scenarioId: of, text: "I ask.", version: 1, answeredAt: mondayMorning },
      });
    const elsewhere = await aCohort(stage.given);
    const foreign = await db.trainingScenario.create({
      data: { ...words, position: 0, cohortId: elsewhere.id },
    });
    await expect(store(foreign.id)).rejects.toThrow(/answer_to_scenario/);
    await retire(scenarioId);
    await expect(store(scenarioId)).rejects.toThrow(/answer_to_retired/);
  });
});
