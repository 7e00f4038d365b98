import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { saveMenteePart, saveTrainerPart } from "@/lib/intakes/commands";
import { getIntake, intakesToFill, listIntakes } from "@/lib/intakes/queries";
import { saveMenteePartSchema, saveTrainerPartSchema } from "@/lib/intakes/schema";
import { launchFacts } from "@/lib/launch/queries";
import { loadMatching } from "@/lib/matching/queries";
import { ownSchedule } from "@/lib/schedule/queries";
import { toldByMentee } from "@/tests/support/deeds-on-intakes";
import { recorded, refused } from "@/tests/support/mentor-stage";
import { aPairingStage, type PairingStage } from "@/tests/support/pairing-stage";
import { aCohort, actor, aNomination, aPairing, aPerson, mondayMorning } from "@/tests/support/rows";

let stage: PairingStage;
let trainer: Actor;
beforeEach(async () => {
  stage = await aPairingStage();
  trainer = await actor(await aPerson({ grant: "TRAINER" }));
});

afterAll(() => clock.run());

const skill = (name: string) => {
  const found = stage.program.skills.find((one) => one.name === name);
  if (!found) throw new Error(`no skill ${name}`);
  return found.id;
};
const mine = () => ({ enrollmentId: stage.first.id, seen: 0, ...toldByMentee });
const fillMentee = (by: Actor, over: Partial<typeof toldByMentee> = {}, seen = 0) =>
  saveMenteePart(by, { ...mine(), ...over, seen });
const fillTrainer = (by: Actor, level: number | null = 3, seen = 0) =>
  saveTrainerPart(by, {
    enrollmentId: stage.first.id,
    seen,
    learningStyle: "READING",
    gaps: [{ skillId: skill("Discovery"), level }],
  });
const row = () =>
  db.intake.findUniqueOrThrow({ where: { enrollmentId: stage.first.id }, include: { gaps: true } });

describe("filling in an intake", () => {
  test("mentee and trainer each fill in their part, and neither takes the other's away", async () => {
    await fillTrainer(trainer);
    await fillMentee(stage.actors.mentee);
    expect(await row()).toMatchObject({
      goals: ["Win a renewal"],
      workStartMinute: 540,
      needs: "Large print",
      needsForMatching: true,
      gaps: [{ skillId: skill("Discovery"), level: 3 }],
    });
    await fillTrainer(trainer, 1, 1);
    expect(await row()).toMatchObject({
      trainerStyle: "READING",
      goals: ["Win a renewal"],
      gaps: [{ level: 1 }],
    });
    expect(await recorded("intakes.saveMenteePart")).toBe(1);
    expect(await recorded("intakes.saveTrainerPart")).toBe(2);
  });

  test("how the mentee learns best stands in both parts: each holds its own, and the trainer's counts in matching", async () => {
    const { mentee } = stage.actors;
    const counts = async () => {
      const { mentees } = await loadMatching(db, stage.cohort.id);
      return mentees.find(({ enrollmentId }) => enrollmentId === stage.first.id)?.facts.learningStyle;
    };
    await fillMentee(mentee, { learningStyle: "DOING" });
    expect(await counts()).toBe("DOING");
    await fillTrainer(trainer);
    expect(await counts()).toBe("READING");
    await fillMentee(mentee, { learningStyle: "DOING" }, 1);
    const { told } = await getIntake(mentee, stage.first.id);
    expect(told).toMatchObject({ learningStyle: "DOING", trainerStyle: "READING" });
    expect(await counts()).toBe("READING");
  });

  test("two who fill in their parts for the first time at once make one intake of both", async () => {
    const both = await Promise.allSettled([fillTrainer(trainer), fillMentee(stage.actors.mentee)]);
    for (const one of both) if (one.status === "rejected") throw one.reason;
    expect(await row()).toMatchObject({ goals: ["Win a renewal"], gaps: [{ level: 3 }] });
  });

  test("a part that two save at once is the first one's; the other is told who and when, and can save again", async () => {
    const { mentee, organizer } = stage.actors;
    const late = (results: PromiseSettledResult<unknown>[]) =>
      results.flatMap((one) => (one.status === "rejected" ? [one.reason.sentence] : []));
    const values = { person: expect.any(String), day: "2026-03-02", time: expect.any(String), seen: 1 };
    const refusal = [{ key: "errors.savedMeanwhile", values }];
    expect(late(await Promise.allSettled([fillMentee(mentee), fillMentee(organizer)]))).toEqual(refusal);
    expect(late(await Promise.allSettled([fillTrainer(trainer, 4), fillTrainer(organizer, 1)]))).toEqual(
      refusal,
    );
    expect(await fillMentee(organizer, { goals: ["Ramp"] }, 1)).toEqual({ seen: 2 });
    expect(await row()).toMatchObject({ goals: ["Ramp"], menteeVersion: 2, trainerVersion: 1 });
  });

  test("a gap that is not known is another thing than no gap, in the intake and in matching", async () => {
    await fillTrainer(trainer, 0);
    expect((await row()).gaps).toMatchObject([{ level: 0 }]);
    await fillTrainer(trainer, null, 1);
    expect((await row()).gaps).toEqual([]);
    const { skills } = await getIntake(trainer, stage.first.id);
    expect(skills.map(({ level }) => level)).toEqual([null, null]);
    const { mentees } = await loadMatching(db, stage.cohort.id);
    expect(mentees.find(({ enrollmentId }) => enrollmentId === stage.first.id)?.facts.gaps).toEqual([]);
    const gaps = [{ skillId: skill("Discovery"), level: "" }];
    const typed = { enrollmentId: stage.first.id, seen: 0, learningStyle: "", gaps };
    expect(saveTrainerPartSchema.parse(typed).gaps).toEqual([{ skillId: skill("Discovery"), level: null }]);
  });

  test("the record says who and whose, never what was told", async () => {
    await fillMentee(stage.actors.mentee);
    await fillTrainer(trainer);
    const records = await db.auditRecord.findMany({ where: { action: { startsWith: "intakes." } } });
    expect(JSON.stringify(records.map(({ data }) => data))).not.toMatch(/renewal|Large|READING/);
  });

  test("only the mentee says whether the needs are looked at in matching", async () => {
    await fillMentee(stage.actors.mentee, { needsForMatching: false });
    await fillMentee(stage.actors.organizer, { needsForMatching: true, goals: ["Ramp"] }, 1);
    expect(await row()).toMatchObject({ needsForMatching: false, goals: ["Ramp"] });
  });

  test("refuses a skill of another program, and a mentee who is done", async () => {
    const elsewhere = await aCohort({ organizer: stage.people.organizer });
    const foreign = await db.skill.findFirstOrThrow({ where: { versionId: elsewhere.versionId } });
    const gaps = [{ skillId: foreign.id, level: 2 }];
    await expect(
      saveTrainerPart(trainer, { enrollmentId: stage.first.id, seen: 0, learningStyle: null, gaps }),
    ).rejects.toEqual(refused("intakes.refused.otherProgram"));
    await db.enrollment.update({ where: { id: stage.first.id }, data: { state: "WITHDRAWN" } });
    await expect(fillTrainer(trainer)).rejects.toEqual(refused("intakes.refused.over"));
    await expect(fillMentee(stage.actors.organizer)).rejects.toEqual(refused("intakes.refused.over"));
  });

  test("what is typed becomes lists, minutes and levels; half a working day is refused", () => {
    const typed = {
      ...mine(),
      goals: " Win a renewal \n\nwin a renewal\nLead a demo",
      interests: "",
      languages: "English",
      workStart: "22:00",
      workEnd: "00:00",
      confidenceBefore: "",
      learningStyle: "",
    };
    expect(saveMenteePartSchema.parse(typed)).toMatchObject({
      goals: ["Win a renewal", "Lead a demo"],
      interests: [],
      workStart: 1320,
      workEnd: 1440,
      confidenceBefore: null,
      learningStyle: null,
    });
    expect(saveMenteePartSchema.safeParse({ ...typed, workEnd: "" }).success).toBe(false);
    expect(saveMenteePartSchema.safeParse({ ...typed, confidenceBefore: "6" }).success).toBe(false);
    const gaps = [{ skillId: stage.first.id, level: "5" }];
    expect(
      saveTrainerPartSchema.safeParse({ enrollmentId: stage.first.id, seen: 0, learningStyle: "", gaps })
        .success,
    ).toBe(false);
  });
});

describe("who sees what of an intake", () => {
  beforeEach(async () => {
    await fillMentee(stage.actors.mentee);
    await fillTrainer(trainer);
    await aPairing(stage.first, stage.nomination);
  });
  const seen = async (by: Actor) => {
    const intake = await getIntake(by, stage.first.id);
    return { told: intake.told !== null, needs: intake.needs?.text ?? null };
  };

  test("the mentee and the organizer everything, the lead mentor and the trainer all but the needs", async () => {
    const { mentee, organizer, mentor } = stage.actors;
    expect(await seen(mentee)).toEqual({ told: true, needs: "Large print" });
    expect(await seen(organizer)).toEqual({ told: true, needs: "Large print" });
    expect(await seen(mentor)).toEqual({ told: true, needs: null });
    expect(await seen(trainer)).toEqual({ told: true, needs: null });
  });

  test("a call mentor skills and goals alone", async () => {
    const person = await aPerson();
    const call = await aNomination(stage.cohort, stage.floor, person, { kind: "CALL" });
    await aPairing(stage.first, call, "ACTIVE", "CALL");
    const intake = await getIntake(await actor(person), stage.first.id);
    expect(intake).toMatchObject({ told: null, needs: null, goals: ["Win a renewal"] });
    expect(intake.skills.find(({ name }) => name === "Discovery")?.level).toBe(3);
  });

  test("anybody else does not find it: floor managers, other mentees, administrators", async () => {
    const others = [
      stage.actors.manager,
      stage.actors.stranger,
      await actor(stage.second.person),
      await actor(await aPerson({ grant: "ADMIN" })),
    ];
    for (const one of others) {
      await expect(getIntake(one, stage.first.id), one.name).rejects.toBeInstanceOf(NotFoundError);
    }
  });
});

describe("what is missing", () => {
  test("shows to organizers by mentee, and to trainers over all cohorts", async () => {
    await fillTrainer(trainer);
    const list = await listIntakes(stage.actors.organizer, stage.cohort.id);
    const first = list.find(({ enrollmentId }) => enrollmentId === stage.first.id);
    expect(first).toMatchObject({ menteeFilledAt: null, trainerFilledAt: mondayMorning });
    const [cohort] = await intakesToFill(trainer);
    expect(cohort).toMatchObject({ id: stage.cohort.id, intakes: [{}, {}] });
    await expect(listIntakes(stage.actors.mentor, stage.cohort.id)).rejects.toBeInstanceOf(NotFoundError);
    await expect(intakesToFill(stage.actors.organizer)).rejects.toBeInstanceOf(NotFoundError);
  });

  test("is the mentee's next thing until it is there or somebody mentors them, and never stops the launch", async () => {
    const asks = async () => (await ownSchedule(stage.actors.mentee))?.asksIntake;
    expect(await asks()).toBe(true);
    const facts = await launchFacts(db, stage.cohort.id, "2026-03-02");
    expect(facts.mentees).toHaveLength(2);
    await fillMentee(stage.actors.mentee);
    expect(await asks()).toBe(false);
  });
});
