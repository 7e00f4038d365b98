import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { pauseMentoring } from "@/lib/mentor-leave/commands";
import { answerInvitation } from "@/lib/mentors/commands";
import { getGaps, getGapsOfList } from "@/lib/nominations/queries";
import { aMentorStage, type MentorStage, reason } from "@/tests/support/mentor-stage";
import { actor, aNomination, aPerson } from "@/tests/support/rows";

let stage: MentorStage;
let listId: string;
const waiting = { willingness: "NOT_ASKED", training: "NOT_STARTED" } as const;

beforeEach(async () => {
  stage = await aMentorStage();
  const { id, listId: list } = await stage.submitted();
  listId = list;
  await stage.invite(id);
  clock.set(new Date(clock.now().getTime() + 60_000));
  await answerInvitation(stage.actors.colleague, { nominationId: id, answer: "DECLINED", reason });
});
afterAll(() => clock.run());

const onFloor = (name: string) => aPerson({ name, floorId: stage.floor.id });
const bestOf = async () =>
  (await getGaps(stage.actors.organizer, stage.cohort.id))[0]?.nextBest.map((one) => one.name);

describe("after a no", () => {
  test("organizer and managers see who is missing and who is next; nobody else can know", async () => {
    await aNomination(stage.cohort, stage.floor, await onFloor("Ada"), { listId, ...waiting });
    const [floor] = await getGaps(stage.actors.organizer, stage.cohort.id);
    expect(floor).toMatchObject({ floor: { id: stage.floor.id }, gaps: [{ name: "Priya Nair" }] });
    expect(floor?.nextBest).toMatchObject([{ name: "Ada", free: 2, certified: 0, score: null }]);
    for (const who of ["manager", "second"] as const) {
      expect(await getGapsOfList(stage.actors[who], listId)).toHaveLength(1);
    }
    for (const who of ["colleague", "mentee", "stranger", "outsider"] as const) {
      await expect(getGapsOfList(stage.actors[who], listId), who).rejects.toBeInstanceOf(NotFoundError);
      await expect(getGaps(stage.actors[who], stage.cohort.id), who).rejects.toBeInstanceOf(NotFoundError);
    }
    await expect(getGaps(stage.actors.manager, stage.cohort.id)).rejects.toBeInstanceOf(NotFoundError);
  });

  test("the better judged is first, and nobody reads their own scorecard out of the order", async () => {
    const ada = await onFloor("Ada");
    const first = await aNomination(stage.cohort, stage.floor, ada, { listId, ...waiting });
    const bo = await aNomination(stage.cohort, stage.floor, await onFloor("Bo"), { listId, ...waiting });
    for (const [{ id: nominationId }, level] of [[first, 2] as const, [bo, 4] as const]) {
      const filled = { version: 1, filledById: stage.people.second.id, filledAt: clock.now() };
      await db.mentorList.update({ where: { id: listId }, data: { state: "REOPENED" } });
      await db.scorecard.create({
        data: { nominationId, ...filled, marks: { create: { criterion: "EXPERIENCE", level } } },
      });
    }
    expect(await bestOf()).toEqual(["Bo", "Ada"]);
    await db.cohortOrganizer.create({ data: { cohortId: stage.cohort.id, personId: ada.id } });
    const [seen] = await getGaps(await actor(ada), stage.cohort.id);
    expect(seen?.nextBest.map(({ name, score }) => [name, score])).toEqual([
      ["Bo", 4],
      ["Ada", null],
    ]);
  });

  test("whoever paused is not next, and the gap closes as soon as somebody is invited instead", async () => {
    const ada = await onFloor("Ada");
    await aNomination(stage.cohort, stage.floor, ada, { listId, ...waiting });
    const bo = await aNomination(stage.cohort, stage.floor, await onFloor("Bo"), { listId, ...waiting });
    await pauseMentoring(await actor(ada), {});
    expect(await bestOf()).toEqual(["Bo"]);
    clock.set(new Date(clock.now().getTime() + 60_000));
    await stage.invite(bo.id);
    expect(await getGaps(stage.actors.organizer, stage.cohort.id)).toEqual([]);
  });
});
