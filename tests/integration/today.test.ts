import { beforeEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/clock";
import { addOrganizer, launchCohort } from "@/lib/cohorts/commands";
import { fromDay, instantAt, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { enablementDay } from "@/lib/today/queries";
import { aCohortStage, type CohortStage, refusal, staff } from "@/tests/support/cohort-stage";
import { actor } from "@/tests/support/rows";

let stage: CohortStage;
beforeEach(async () => {
  stage = await aCohortStage();
});

const zone = "Europe/Berlin";
const kinds = async () => (await enablementDay(stage.organizer)).tasks.map((task) => task.kind);

describe("the day of an enablement manager", () => {
  it("leads from asking the floors to the launch, told from what is there", async () => {
    const cohortId = await stage.create();
    await db.sessionFacilitator.createMany({
      data: (await db.session.findMany({ where: { cohortId, kind: "SME_TRAINING" } })).map(({ id }) => ({
        sessionId: id,
        personId: stage.people.spare.id,
      })),
    });
    expect(await kinds()).toEqual(["askLists"]);
    const list = { cohortId, floorId: stage.floor.id, requestedAt: clock.now() };
    await db.mentorList.create({ data: { ...list, dueAt: instantAt("2026-03-04", 1020, zone) } });
    expect(await kinds()).toEqual([]);
    clock.set(instantAt("2026-03-05", 480, zone));
    expect(await kinds()).toEqual(["lateLists"]);
    await db.mentorList.updateMany({ data: { state: "SUBMITTED" } });
    await staff(stage, cohortId);
    const day = await enablementDay(stage.organizer);
    expect(day.tasks.map((task) => task.kind)).toEqual(["launch"]);
    expect(day.coming).toMatchObject([{ id: cohortId, launchable: true, launchBy: "2026-03-20" }]);
  });

  it("counts the trainings ahead that no expert leads, one who declined is none", async () => {
    const cohortId = await stage.create();
    const trainings = await db.session.findMany({
      where: { cohortId, template: { facilitatorRole: "SME" } },
      orderBy: { startsAt: "asc" },
    });
    const unled = async () => (await enablementDay(stage.organizer)).coming[0]?.leaderless;
    const lead = (index: number, state: "INVITED" | "DECLINED") =>
      db.sessionFacilitator.create({
        data: { sessionId: trainings[index]?.id ?? "", personId: stage.people.spare.id, state },
      });
    const all = trainings.length;
    expect(all).toBeGreaterThan(2);
    const first = (index: number) => trainings[index] && toDay(trainings[index].day);
    expect(await unled()).toEqual({ count: all, first: first(0) });
    await lead(0, "INVITED");
    await lead(1, "DECLINED");
    expect(await unled()).toEqual({ count: all - 1, first: first(1) });
    const next = trainings[1]?.startsAt ?? new Date();
    clock.set(next);
    expect((await unled())?.count).toBe(all - trainings.filter(({ startsAt }) => startsAt <= next).length);
  });

  it("counts the logs that are missing, not those of somebody who was away, and what is to be decided", async () => {
    const cohortId = await stage.create();
    await staff(stage, cohortId);
    await launchCohort(stage.organizer, { cohortId });
    clock.set(instantAt("2026-03-23", 20 * 60, zone));
    const first = await enablementDay(stage.organizer);
    expect(first.running).toMatchObject([
      { missingLogs: { count: 2, since: "2026-03-23" }, logsToday: { written: 0, asked: 2 }, mentees: 2 },
    ]);
    const [one, other] = await db.enrollment.findMany({ where: { cohortId } });
    await db.dailyLog.create({
      data: {
        enrollmentId: one?.id ?? "",
        authorId: stage.people.mentor.id,
        day: fromDay("2026-03-23"),
        state: "SUBMITTED",
        createdAt: clock.now(),
        updatedAt: clock.now(),
      },
    });
    expect((await enablementDay(stage.organizer)).running[0]?.missingLogs?.count).toBe(1);
    await db.attendance.updateMany({ where: { enrollmentId: other?.id ?? "" }, data: { state: "ABSENT" } });
    expect((await enablementDay(stage.organizer)).running[0]?.missingLogs).toBeNull();
    clock.set(instantAt("2026-04-03", 9 * 60, zone));
    expect((await enablementDay(stage.organizer)).running[0]?.toDecide).toBe(2);
    expect((await kinds())[0]).toBe("decide");
  });

  it("shows only the cohorts that one runs, and is not found without the grant", async () => {
    const cohortId = await stage.create();
    expect(await enablementDay(stage.second)).toEqual({ tasks: [], running: [], coming: [] });
    await addOrganizer(stage.organizer, { cohortId, personId: stage.people.second.id });
    expect((await enablementDay(stage.second)).coming).toHaveLength(1);
    for (const person of ["mentee", "manager", "outsider"] as const) {
      expect(await refusal(enablementDay(await actor(stage.people[person])))).toBe("errors.notFound");
    }
  });
});
