import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { backToPlanning, launchCohort, markReady } from "@/lib/cohorts/commands";
import { cohortOverview } from "@/lib/cohorts/queries";
import { toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { aCohortStage, type CohortStage, recorded, refusal, staff, told } from "@/tests/support/cohort-stage";
import { aNomination, aPerson } from "@/tests/support/rows";

let stage: CohortStage;
beforeEach(async () => {
  stage = await aCohortStage();
});

const launch = (by: Actor, cohortId: string) => launchCohort(by, { cohortId });
const stateOf = async (id: string) => (await db.cohort.findUniqueOrThrow({ where: { id } })).state;

describe("the launch", () => {
  it("refuses with the first thing that is missing, and changes nothing", async () => {
    const empty = await stage.create({ menteeIds: [] });
    expect(await refusal(launch(stage.organizer, empty))).toBe("cohorts.blocker.noMentees");
    const id = await stage.create({ name: "Staffed" });
    expect(await refusal(launch(stage.organizer, id))).toBe("cohorts.blocker.noMentors");
    expect(await refusal(markReady(stage.organizer, { cohortId: id }))).toBe("cohorts.blocker.noMentors");
    expect(await stateOf(id)).toBe("PLANNING");
    expect(await recorded("cohorts.launchCohort")).toEqual([]);
  });

  it("refuses while the lead mentor of a mentee pauses, and no longer when the pause is over", async () => {
    const cohortId = await stage.create();
    await staff(stage, cohortId);
    await aNomination({ id: cohortId }, stage.floor, await aPerson());
    const { mentorId } = await db.pairing.findFirstOrThrow({ where: { cohortId } });
    const { id } = await db.mentorPause.create({ data: { personId: mentorId, since: clock.now() } });
    expect(await refusal(launch(stage.organizer, cohortId))).toBe("cohorts.blocker.mentorNotEligible");
    await db.mentorPause.update({ where: { id }, data: { endedAt: clock.now() } });
    await launch(stage.organizer, cohortId);
    expect(await stateOf(cohortId)).toBe("ACTIVE");
  });

  it("makes everything active, schedules the attempts, closes preparation and tells everybody", async () => {
    const cohortId = await stage.create({ organizerIds: [stage.people.second.id] });
    await staff(stage, cohortId);
    await launch(stage.organizer, cohortId);
    const cohort = await db.cohort.findUniqueOrThrow({
      where: { id: cohortId },
      include: {
        enrollments: { include: { attempts: true } },
        pairings: true,
        sessions: true,
        milestones: true,
      },
    });
    expect([cohort.state, cohort.launchedAt]).toEqual(["ACTIVE", clock.now()]);
    expect(cohort.enrollments.map((one) => one.state)).toEqual(["ACTIVE", "ACTIVE"]);
    const attempts = cohort.enrollments.flatMap((one) => one.attempts);
    expect(attempts.map((one) => [toDay(one.day), one.state])).toEqual(
      Array(2).fill(["2026-04-03", "SCHEDULED"]),
    );
    expect(new Set(cohort.pairings.map((one) => one.state))).toEqual(new Set(["ACTIVE"]));
    expect(new Set(cohort.sessions.map((one) => one.state))).toEqual(new Set(["CONFIRMED"]));
    const preparation = cohort.milestones.filter((one) => one.day < cohort.startsOn);
    expect(preparation.every((one) => one.doneAt !== null)).toBe(true);
    expect(await told("cohortLaunched")).toEqual([
      "Luca Moretti",
      "Priya Nair",
      "Sven Lund",
      "Zoë Adler",
      "王小明",
    ]);
    expect(await refusal(launch(stage.second, cohortId))).toBe("cohorts.refused.cohortStateAlready");
  });

  it("happens once when two organizers launch at the same time", async () => {
    const cohortId = await stage.create({ organizerIds: [stage.people.second.id] });
    await staff(stage, cohortId);
    const tried = await Promise.allSettled([
      launch(stage.organizer, cohortId),
      launch(stage.second, cohortId),
      launch(stage.organizer, cohortId),
    ]);
    expect(tried.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await recorded("cohorts.launchCohort")).toHaveLength(1);
    expect(await db.certificationAttempt.count()).toBe(2);
  });
});

describe("the way to the launch", () => {
  it("counts the places of lead mentors alone: a call mentor has none for a mentee without one", async () => {
    const cohortId = await stage.create();
    await aNomination({ id: cohortId }, stage.floor, await aPerson(), { kind: "CALL", capacity: 3 });
    const mentors = async () => {
      const { steps, launch } = await cohortOverview(stage.organizer, cohortId);
      return [launch.eligibleMentors, steps.find(({ name }) => name === "mentors")?.count];
    };
    expect(await mentors()).toEqual([0, 0]);
    expect(await refusal(launchCohort(stage.organizer, { cohortId }))).toBe("cohorts.blocker.noMentors");
    await aNomination({ id: cohortId }, stage.floor, await aPerson(), { kind: "BOTH", capacity: 1 });
    expect(await mentors()).toEqual([1, 1]);
  });
});

describe("being ready", () => {
  it("is said and taken back, each with a record, and launched from", async () => {
    const cohortId = await stage.create();
    await staff(stage, cohortId);
    await markReady(stage.organizer, { cohortId });
    expect(await refusal(markReady(stage.organizer, { cohortId }))).toBe(
      "cohorts.refused.cohortStateAlready",
    );
    await backToPlanning(stage.organizer, { cohortId });
    expect(await refusal(backToPlanning(stage.organizer, { cohortId }))).toBe(
      "cohorts.refused.cohortStateAlready",
    );
    await markReady(stage.organizer, { cohortId });
    await launch(stage.organizer, cohortId);
    expect(await recorded("cohorts.markReady")).toHaveLength(2);
    expect(await recorded("cohorts.backToPlanning")).toHaveLength(1);
  });
});
