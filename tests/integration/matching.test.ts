import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { resetSettings, saveSettings } from "@/lib/matching/commands";
import { brokenRules, toMatchingProblem } from "@/lib/matching/hard-rules";
import { getSettings, loadMatching, type MatchingMentee, type MatchingMentor } from "@/lib/matching/queries";
import { scorePair } from "@/lib/matching/rules";
import { solve } from "@/lib/pairings/solver";
import { weights } from "@/tests/support/matching-facts";
import { recorded, refused } from "@/tests/support/mentor-stage";
import { aGroup, aPairingStage, type PairingStage } from "@/tests/support/pairing-stage";
import {
  aCohort,
  aNomination,
  anEnrollment,
  aPairing,
  aPerson,
  monday,
  mondayMorning,
} from "@/tests/support/rows";

let stage: PairingStage;
beforeEach(async () => {
  stage = await aPairingStage();
});

const load = () => loadMatching(db, stage.cohort.id);
const menteeOf = (mentees: MatchingMentee[], enrollment: { id: string }) => {
  const found = mentees.find(({ enrollmentId }) => enrollmentId === enrollment.id);
  if (!found) throw new Error("the mentee is not matched");
  return found;
};
const mentorOf = (mentors: MatchingMentor[], nomination: { id: string }) => {
  const found = mentors.find(({ nominationId }) => nominationId === nomination.id);
  if (!found) throw new Error("the mentor is not matched");
  return found;
};
const keepApart = (one: { id: string }, other: { id: string }) =>
  db.doNotPair.create({
    data: {
      personId: one.id,
      otherPersonId: other.id,
      createdById: one.id,
      createdAt: mondayMorning,
    },
  });

describe("what matching knows", () => {
  test("works without any intake and any profile, and says what it did not know", async () => {
    const { mentees, mentors, settings } = await load();
    expect(mentees).toHaveLength(2);
    expect(mentors).toMatchObject([{ capacity: 2, load: 0, profiled: false, unqualified: null }]);
    const [mentee, mentor] = [menteeOf(mentees, stage.first), mentorOf(mentors, stage.nomination)];
    const { score, factors } = scorePair(mentee.facts, mentor.facts, settings.weights);
    expect(score).toBe(0.5);
    expect(factors.every(({ known }) => !known)).toBe(true);
  });

  test("scores what mentee and mentor told of themselves, and gives the needs only with the mentee's yes", async () => {
    const discovery = stage.program.skills.find(({ name }) => name === "Discovery");
    await db.intake.create({
      data: {
        enrollmentId: stage.first.id,
        learningStyle: "DOING",
        interests: ["Chess"],
        needs: "Large print",
        gaps: { create: { skillId: discovery?.id ?? "", level: 4 } },
      },
    });
    await db.mentorProfile.create({
      data: {
        personId: stage.people.mentor.id,
        teaches: ["DOING", "WATCHING"],
        interests: ["chess"],
        updatedAt: mondayMorning,
        strengths: { create: { skill: "discovery", level: 3 } },
      },
    });
    const { mentees, mentors, settings } = await load();
    const [mentee, mentor] = [menteeOf(mentees, stage.first), mentorOf(mentors, stage.nomination)];
    const { factors } = scorePair(mentee.facts, mentor.facts, settings.weights);
    const known = factors.filter((factor) => factor.known).map(({ key, value }) => [key, value]);
    expect(known).toEqual([
      ["gaps", 0.75],
      ["learning", 1],
      ["interests", 1],
      ["variety", 0],
    ]);
    expect(mentee.needs).toBeNull();
    await db.intake.update({ where: { enrollmentId: stage.first.id }, data: { needsForMatching: true } });
    expect(menteeOf((await load()).mentees, stage.first).needs).toBe("Large print");
  });

  test("counts places over every cohort that overlaps, and leaves out who is done or gone", async () => {
    const { mentor, organizer } = stage.people;
    const other = await aCohort({ organizer, floors: [stage.floor] });
    const [busy] = await aGroup(other, 1);
    await aPairing(busy ?? { id: "", cohortId: "" }, await aNomination(other, stage.floor, mentor));
    const gone = await aPerson({ deactivatedAt: mondayMorning });
    await aNomination(stage.cohort, stage.floor, gone);
    await aNomination(stage.cohort, stage.floor, await aPerson(), { decision: "DECLINED" });
    await db.enrollment.update({ where: { id: stage.second.id }, data: { state: "WITHDRAWN" } });
    const { mentees, mentors } = await load();
    expect(mentees.map(({ enrollmentId }) => enrollmentId)).toEqual([stage.first.id]);
    expect(mentors).toMatchObject([{ nominationId: stage.nomination.id, capacity: 2, load: 1 }]);
  });

  test("follows the cohort's own settings, and the program's without them", async () => {
    expect((await load()).settings).toMatchObject({ weights: { gaps: 30 }, floorRule: "ANY" });
    const weights = { ...(await load()).settings.weights, gaps: 0, hours: 80 };
    const matching = { weights, floorRule: "SAME", variety: "SIMILAR" };
    await db.cohort.update({ where: { id: stage.cohort.id }, data: { matching } });
    const { settings, mentees } = await load();
    expect(settings).toEqual(matching);
    expect(menteeOf(mentees, stage.first).facts.variety).toBe("SIMILAR");
  });

  test("gives the solver a problem whose plan the database takes", async () => {
    const more = await aNomination(stage.cohort, stage.floor, await aPerson(), { capacity: 1 });
    await keepApart(stage.first.person, stage.people.mentor);
    const pairing = await aPairing(stage.second, stage.nomination, "SUGGESTED");
    const matching = await load();
    const { problem, mentees, mentors } = toMatchingProblem(matching);
    const plan = solve(problem, { objective: "total", balance: false });
    expect(plan.paired).toBe(2);
    await db.pairing.update({ where: { id: pairing.id }, data: { state: "DISCARDED" } });
    for (const [row, mentee] of mentees.entries()) {
      const nominationId = mentors[plan.mentorOf[row] ?? -1]?.nominationId ?? "";
      await stage.pair({ id: mentee.enrollmentId }, { id: nominationId });
    }
    const first = await db.pairing.findFirst({
      where: { enrollmentId: stage.first.id, state: "SUGGESTED" },
    });
    expect(first?.nominationId).toBe(more.id);
  });
});

describe("two who are kept apart", () => {
  test.each([
    ["the mentee's", true],
    ["the mentor's", false],
  ])("are not paired on %s word, in the rules and in the database", async (_, mentees) => {
    const { mentor } = stage.people;
    const { person } = stage.first;
    await (mentees ? keepApart(person, mentor) : keepApart(mentor, person));
    const matching = await load();
    const pair = [
      menteeOf(matching.mentees, stage.first),
      mentorOf(matching.mentors, stage.nomination),
    ] as const;
    expect(brokenRules(...pair, "ANY")).toEqual(["doNotPair"]);
    await expect(stage.pair(stage.first)).rejects.toEqual(refused("pairings.refused.doNotPair"));
    await expect(aPairing(stage.first, stage.nomination, "SUGGESTED")).rejects.toThrow(/pairing_do_not_pair/);
    await expect(stage.pair(stage.second)).resolves.toBeDefined();
  });

  test("are two people, once each way", async () => {
    const { mentor } = stage.people;
    await expect(keepApart(mentor, mentor)).rejects.toThrow(/do_not_pair_not_oneself/);
    await keepApart(stage.first.person, mentor);
    await expect(keepApart(stage.first.person, mentor)).rejects.toThrow(
      /DoNotPair_personId_otherPersonId_key/,
    );
  });
});

describe("the database keeps what matching stands on", () => {
  test("refuses levels, hours and confidence that nobody could mean", async () => {
    const intake = (data: object) => db.intake.create({ data: { enrollmentId: stage.first.id, ...data } });
    await expect(intake({ confidenceBefore: 6 })).rejects.toThrow(/intake_confidence/);
    await expect(intake({ workStartMinute: 540 })).rejects.toThrow(/intake_hours/);
    await expect(intake({ workStartMinute: 540, workEndMinute: 540 })).rejects.toThrow(/intake_hours/);
    const { id } = await intake({ workStartMinute: 1320, workEndMinute: 360 });
    const skillId = stage.program.skills[0]?.id ?? "";
    const gap = (data: object) => db.intakeGap.create({ data: { intakeId: id, skillId, level: 2, ...data } });
    await expect(gap({ level: 5 })).rejects.toThrow(/gap_level/);
    const elsewhere = await aCohort({ organizer: stage.people.organizer });
    const foreign = await db.skill.findFirstOrThrow({ where: { versionId: elsewhere.versionId } });
    await expect(gap({ skillId: foreign.id })).rejects.toThrow(/gap_of_program/);
    await expect(gap({})).resolves.toBeDefined();
  });

  test("refuses weights that are missing, out of range or all nothing", async () => {
    const { weights } = (await load()).settings;
    const settings = (data: object) =>
      db.cohort.update({
        where: { id: stage.cohort.id },
        data: { matching: { weights, floorRule: "ANY", variety: "MIXED", ...data } },
      });
    const nothing = Object.fromEntries(Object.keys(weights).map((key) => [key, 0]));
    for (const wrong of [
      { weights: { ...weights, gaps: 101 } },
      { weights: { ...weights, gaps: -1 } },
      { weights: { gaps: 5 } },
      { weights: nothing },
      { floorRule: "NONE" },
    ]) {
      await expect(settings(wrong), JSON.stringify(wrong)).rejects.toThrow(/cohort_matching/);
    }
    await expect(settings({})).resolves.toBeDefined();
  });
});

describe("a cohort's own way of matching", () => {
  const settings = () =>
    ({ weights: weights({ gaps: 50 }), floorRule: "OTHER", variety: "DIFFERENT" }) as const;
  const cohortId = () => stage.cohort.id;

  test("is its organizers' to give and to take back, and each change is recorded", async () => {
    const { organizer } = stage.actors;
    await stage.refusesOthers((who) => saveSettings(who, { cohortId: cohortId(), seen: 0, ...settings() }));
    await saveSettings(organizer, { cohortId: cohortId(), seen: 0, ...settings() });
    expect(await getSettings(organizer, cohortId())).toEqual({
      ...settings(),
      seen: 1,
      own: true,
      open: true,
    });
    expect((await load()).settings).toEqual(settings());
    await resetSettings(organizer, { cohortId: cohortId(), seen: 1 });
    expect(await getSettings(organizer, cohortId())).toMatchObject({ own: false, floorRule: "ANY" });
    expect(await recorded("matching.saveSettings")).toBe(1);
    expect(await recorded("matching.resetSettings")).toBe(1);
  });

  test("saved by two at once is the first one's; the other is told who and when, and can save again", async () => {
    const { organizer } = stage.actors;
    const save = (seen: number) => saveSettings(organizer, { cohortId: cohortId(), seen, ...settings() });
    const values = expect.objectContaining({ person: "Amara Okafor", seen: 1, day: monday });
    const results = await Promise.allSettled([save(0), save(0)]);
    const late = results.flatMap((one) => (one.status === "rejected" ? [one.reason.sentence] : []));
    expect(late).toEqual([{ key: "errors.savedMeanwhile", values }]);
    await expect(resetSettings(organizer, { cohortId: cohortId(), seen: 0 })).rejects.toThrow();
    await save(1);
    expect((await getSettings(organizer, cohortId())).seen).toBe(2);
  });

  test("stays as it was when the cohort is over", async () => {
    await db.cohort.update({ where: { id: cohortId() }, data: { state: "CANCELLED" } });
    await expect(
      saveSettings(stage.actors.organizer, { cohortId: cohortId(), seen: 0, ...settings() }),
    ).rejects.toEqual(refused("pairings.refused.cohortOver"));
  });
});

test("the mentees of one cohort are matched once, whatever else they are enrolled in", async () => {
  const other = await aCohort({ organizer: stage.people.organizer });
  await anEnrollment(other, stage.first.person);
  expect((await load()).mentees).toHaveLength(2);
});
