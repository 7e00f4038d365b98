import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { mentorToday } from "@/lib/mentoring/queries";
import { answerInvitation, recordTraining } from "@/lib/mentors/commands";
import { getOwnTraining, getTraining } from "@/lib/training/queries";
import { nominationRow, recorded } from "@/tests/support/mentor-stage";
import { aCohort, aNomination, aProgram, mondayMorning } from "@/tests/support/rows";
import { trainWholly } from "@/tests/support/training";
import { aTrainingStage, type TrainingStage } from "@/tests/support/training-stage";

let stage: TrainingStage;
beforeEach(async () => {
  stage = await aTrainingStage();
});
afterAll(() => clock.run());

/** The mentor is invited for another cohort and says yes. Gives the nomination as it then is. */
async function acceptsFor(cohort: { id: string }) {
  const invited = { willingness: "INVITED", training: "NOT_STARTED", respondBy: null } as const;
  const { id } = await aNomination(cohort, stage.floor, stage.people.mentor, invited);
  await answerInvitation(stage.actors.mentor, { nominationId: id, answer: "ACCEPTED" });
  return nominationRow(id);
}

describe("a training for an earlier cohort", () => {
  test("counts with the yes for a later one that starts while it is valid, and says whose it was", async () => {
    await stage.trainAll();
    await stage.complete();
    const later = await aCohort({ ...stage.given, startsOn: "2027-03-01" });
    const carried = await acceptsFor(later);
    expect(carried).toMatchObject({
      training: "COMPLETED",
      trainedFromId: stage.nomination.id,
      trainedAt: mondayMorning,
    });
    expect(await recorded("mentors.trainingCarried")).toBe(1);
    const { mentors } = await getTraining(stage.actors.organizer, later.id);
    expect(mentors[0]?.earlier).toEqual({ cohort: stage.cohort.name, until: "2027-03-02" });
    const own = await getOwnTraining(stage.actors.mentor, carried.id);
    expect(own.earlier?.cohort).toBe(stage.cohort.name);
  });

  test("does not count when it is over by then, for another program, waived, or carried over itself", async () => {
    await stage.trainAll();
    await stage.complete();
    const late = await aCohort({ ...stage.given, startsOn: "2027-03-03" });
    expect((await acceptsFor(late)).training).toBe("NOT_STARTED");
    const other = await aCohort({ ...stage.given, versionId: (await aProgram()).id });
    expect((await acceptsFor(other)).training).toBe("NOT_STARTED");
    const carried = await acceptsFor(await aCohort({ ...stage.given, startsOn: "2026-06-01" }));
    const next = await aCohort({ ...stage.given, startsOn: "2026-09-07" });
    const again = await acceptsFor(next);
    expect(again.trainedFromId).toBe(stage.nomination.id);
    expect(again.trainedFromId).not.toBe(carried.id);
  });

  test("the database refuses one that does not count", async () => {
    const borrowed = (trainedFromId: string) =>
      db.mentorNomination.update({
        where: { id: stage.nomination.id },
        data: { training: "COMPLETED", trainedFromId },
      });
    await stage.tick(0);
    const earlier = await aCohort({ ...stage.given, startsOn: "2025-03-03" });
    const others = await aNomination(earlier, stage.floor, stage.people.other);
    await expect(borrowed(others.id)).rejects.toThrow("training_carried");
    const unfinished = await aNomination(earlier, stage.floor, stage.people.mentor, {
      training: "IN_PROGRESS",
    });
    await expect(borrowed(unfinished.id)).rejects.toThrow("training_carried");
    await trainWholly([unfinished.id], new Date("2025-03-14T12:00:00Z"));
    await expect(borrowed(unfinished.id)).rejects.toThrow("training_carried");
  });
});

/** The mentor said yes for another cohort too, and waits for training there. */
const waitsFor = (cohort: { id: string }, training: "NOT_STARTED" | "IN_PROGRESS" = "NOT_STARTED") =>
  aNomination(cohort, stage.floor, stage.people.mentor, { training });

describe("a training that is completed", () => {
  test("counts where the mentor waits for it already, begun or not, and says so there", async () => {
    const fresh = await waitsFor(await aCohort({ ...stage.given, startsOn: "2026-06-01" }));
    const begun = await waitsFor(await aCohort({ ...stage.given, startsOn: "2026-09-07" }), "IN_PROGRESS");
    await stage.trainAll();
    await stage.complete();
    for (const { id } of [fresh, begun]) {
      expect(await nominationRow(id)).toMatchObject({
        training: "COMPLETED",
        trainedFromId: stage.nomination.id,
        trainedAt: mondayMorning,
      });
    }
    expect(await recorded("mentors.trainingCarried")).toBe(2);
    const own = await getOwnTraining(stage.actors.mentor, begun.id);
    expect(own.earlier?.cohort).toBe(stage.cohort.name);
  });

  test("changes nothing of others, of other programs, where it is over by then, or where they said no", async () => {
    const { given, floor, people } = stage;
    const soon = await aCohort({ ...given, startsOn: "2026-06-01" });
    const others = await aNomination(soon, floor, people.other, { training: "NOT_STARTED" });
    const other = await waitsFor(await aCohort({ ...given, versionId: (await aProgram()).id }));
    const late = await waitsFor(await aCohort({ ...given, startsOn: "2027-03-03" }));
    const refusing = await aNomination(soon, floor, people.mentor, {
      willingness: "DECLINED",
      training: "NOT_STARTED",
    });
    await stage.trainAll();
    await stage.complete();
    for (const { id } of [others, other, late, refusing]) {
      expect((await nominationRow(id)).training).toBe("NOT_STARTED");
    }
  });

  test("here and elsewhere at once: both end completed", async () => {
    const elsewhere = await aCohort({ ...stage.given, startsOn: "2026-06-01" });
    const { id } = await waitsFor(elsewhere);
    await stage.trainAll();
    const input = { cohortId: elsewhere.id, nominationIds: [id], training: "IN_PROGRESS" as const };
    await Promise.allSettled([stage.complete(), recordTraining(stage.actors.organizer, input)]);
    expect((await nominationRow(stage.nomination.id)).training).toBe("COMPLETED");
    expect((await nominationRow(id)).training).toBe("COMPLETED");
  });
});

describe("a mentor's Today", () => {
  const open = async () =>
    (await mentorToday(stage.actors.mentor)).trainings.map(({ id, cohort }) => [id, cohort]);

  test("shows the training as long as it is the mentor's to do", async () => {
    const mine = [stage.nomination.id, stage.cohort.name];
    expect(await open()).toEqual([mine]);
    await stage.plan();
    await stage.attend();
    for (const topic of [0, 1]) await stage.tick(topic);
    expect(await open()).toEqual([mine]);
    await stage.answer("I ask.");
    expect(await open()).toEqual([]);
    await stage.review();
    await stage.complete();
    expect(await open()).toEqual([]);
  });

  test("shows none of a cohort that is over, that was waived, or of somebody else", async () => {
    const { id } = stage.nomination;
    expect((await mentorToday(stage.actors.manager)).trainings).toEqual([]);
    const { cohort, actors } = stage;
    const waived = { cohortId: cohort.id, nominationIds: [id], training: "WAIVED" as const };
    await recordTraining(actors.organizer, { ...waived, reason: "Trains others" });
    expect(await open()).toEqual([]);
    await db.cohort.update({ where: { id: cohort.id }, data: { state: "CANCELLED" } });
    expect((await mentorToday(actors.other)).trainings).toEqual([]);
  });
});
