import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import {
  addOrganizer,
  cancelCohort,
  completeCohort,
  createCohort,
  launchCohort,
  markReady,
  removeOrganizer,
  renameCohort,
  tickMilestone,
} from "@/lib/cohorts/commands";
import { cohortOverview, cohortSummary, getCohort, listCohorts } from "@/lib/cohorts/queries";
import { instantAt, minuteAt, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { aCohortStage, type CohortStage, recorded, refusal, staff, told } from "@/tests/support/cohort-stage";
import { actor, aPerson } from "@/tests/support/rows";

let stage: CohortStage;
beforeEach(async () => {
  stage = await aCohortStage();
});

const launch = (by: Actor, cohortId: string) => launchCohort(by, { cohortId });
const stateOf = async (id: string) => (await db.cohort.findUniqueOrThrow({ where: { id } })).state;

describe("creating a cohort", () => {
  it("saves the plan, goes into planning, records it and tells the mentees and the other organizers", async () => {
    const id = await stage.create({ organizerIds: [stage.people.second.id] });
    const cohort = await db.cohort.findUniqueOrThrow({
      where: { id },
      include: { days: { orderBy: { day: "asc" } }, milestones: true, enrollments: true, organizers: true },
    });
    expect(cohort.state).toBe("PLANNING");
    expect([cohort.startsOn, cohort.endsOn].map(toDay)).toEqual(["2026-03-23", "2026-04-03"]);
    expect(cohort.days.map((one) => one.number)).toEqual([
      ...[-5, -4, -3, -2, -1],
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      ...[1, 2, 3, 4, 5],
    ]);
    const launchDay = cohort.milestones.find((milestone) => milestone.key === "launch")?.day;
    expect(launchDay && toDay(launchDay)).toBe("2026-03-20");
    expect(cohort.enrollments.map((one) => one.state)).toEqual(["ENROLLED", "ENROLLED"]);
    expect(cohort.organizers).toHaveLength(2);
    expect(await recorded("cohorts.createCohort")).toMatchObject([
      { cohortId: id, actorName: "Amara Okafor", data: { cohort: "SMB, spring", count: 2 } },
    ]);
    expect(await told("enrolled")).toEqual(["Sven Lund", "王小明"]);
    expect(await told("organizerAdded")).toEqual(["Zoë Adler"]);
  });

  it("puts every session at its local time, before and after the clocks change", async () => {
    const id = await stage.create();
    const sessions = await db.session.findMany({ where: { cohortId: id }, include: { template: true } });
    const standUps = sessions.filter((session) => session.kind === "STAND_UP");
    expect(standUps).toHaveLength(10);
    expect(standUps.map(({ startsAt }) => minuteAt(startsAt, "Europe/Berlin"))).toEqual(Array(10).fill(540));
    const hours = standUps.map(({ startsAt }) => startsAt.getUTCHours());
    expect(new Set(hours)).toEqual(new Set([8, 7]));
    const own = sessions.filter((session) => session.enrollmentId !== null);
    expect(own.length).toBeGreaterThan(0);
    for (const { startsAt, endsAt, template } of own) {
      expect(minuteAt(startsAt, "Europe/Berlin")).toBeGreaterThanOrEqual(template?.startMinute ?? 0);
      expect(minuteAt(endsAt, "Europe/Berlin")).toBeLessThanOrEqual(template?.endMinute ?? 0);
    }
  });

  it("steps over holidays", async () => {
    await db.organization.create({ data: { id: 1, name: "Northwind", timeZone: "Europe/Berlin" } });
    await db.holiday.create({ data: { day: new Date("2026-03-25"), name: "Founders' Day" } });
    const { startsOn } = await db.cohort.findUniqueOrThrow({ where: { id: await stage.create() } });
    expect(toDay(startsOn)).toBe("2026-03-20");
  });

  const wishes: [string, (stage: CohortStage) => Partial<CohortStage["wish"]>, string, string][] = [
    ["a weekend", () => ({ certificationDate: "2026-04-04" }), "certificationOnWeekend", "certificationDate"],
    ["a past date", () => ({ certificationDate: "2026-02-27" }), "certificationPast", "certificationDate"],
    [
      "a first day that has passed",
      () => ({ certificationDate: "2026-03-05" }),
      "startPast",
      "certificationDate",
    ],
    ["a program that is gone", () => ({ versionId: crypto.randomUUID() }), "programGone", "versionId"],
    ["a floor that is gone", () => ({ floorIds: [crypto.randomUUID()] }), "floorGone", "floorIds"],
    ["a mentee who is gone", () => ({ menteeIds: [crypto.randomUUID()] }), "personGone", "menteeIds"],
    [
      "an organizer who may not",
      ({ people }) => ({ organizerIds: [people.outsider.id] }),
      "notEnablementManager",
      "organizerIds",
    ],
    [
      "a mentee who organizes it",
      ({ people }) => ({ menteeIds: [people.organizer.id] }),
      "menteeOrganizes",
      "menteeIds",
    ],
  ];
  it.each(wishes)("refuses %s beside its field, and writes nothing", async (_what, over, key, field) => {
    const error = await stage.create(over(stage)).catch((thrown) => thrown);
    expect(error.sentence.key).toMatch(new RegExp(`^cohorts\\.(refused|warning)\\.${key}$`));
    expect(error.field).toBe(field);
    expect(await db.cohort.count()).toBe(0);
    expect(await db.message.count()).toBe(0);
  });

  it("refuses a name that is taken, and somebody who is a mentee of another cohort", async () => {
    await stage.create();
    expect(await refusal(stage.create({ menteeIds: [] }))).toBe("cohorts.refused.nameTaken");
    expect(await refusal(stage.create({ name: "Autumn" }))).toBe("cohorts.refused.menteeElsewhere");
    expect(await db.cohort.count()).toBe(1);
  });

  it("takes a mentee into one of two cohorts that are made at once", async () => {
    const made = await Promise.allSettled([stage.create({ name: "One" }), stage.create({ name: "Two" })]);
    expect(made.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.enrollment.count()).toBe(2);
  });

  it("is not found by anybody who is no enablement manager", async () => {
    const admin = await actor(await aPerson({ grant: "ADMIN" }));
    for (const other of [stage.outsider, admin]) {
      expect(await refusal(createCohort(other, stage.wish))).toBe("errors.notFound");
    }
  });
});

describe("organizers", () => {
  it("are added and told, never twice, and never the last one taken out", async () => {
    const cohortId = await stage.create();
    const second = { cohortId, personId: stage.people.second.id };
    await addOrganizer(stage.organizer, second);
    expect(await told("organizerAdded")).toEqual(["Zoë Adler"]);
    expect(await refusal(addOrganizer(stage.organizer, second))).toBe("cohorts.refused.organizesAlready");
    expect(await refusal(addOrganizer(stage.organizer, { cohortId, personId: stage.people.mentee.id }))).toBe(
      "cohorts.refused.notEnablementManager",
    );
    await removeOrganizer(stage.second, { cohortId, personId: stage.people.organizer.id });
    expect(await refusal(removeOrganizer(stage.second, second))).toBe("cohorts.refused.lastOrganizer");
    expect(await recorded("cohorts.removeOrganizer")).toHaveLength(1);
  });

  it("who take each other out at once leave one of them", async () => {
    const cohortId = await stage.create({ organizerIds: [stage.people.second.id] });
    await Promise.allSettled([
      removeOrganizer(stage.organizer, { cohortId, personId: stage.people.second.id }),
      removeOrganizer(stage.second, { cohortId, personId: stage.people.organizer.id }),
    ]);
    expect(await db.cohortOrganizer.count({ where: { cohortId } })).toBe(1);
  });
});

describe("renaming and milestones", () => {
  it("renames with a record, and refuses a name that is taken", async () => {
    const cohortId = await stage.create();
    await renameCohort(stage.organizer, { cohortId, name: "SMB, March" });
    expect(await recorded("cohorts.renameCohort")).toMatchObject([{ data: { name: "SMB, March" } }]);
    await stage.create({ menteeIds: [] });
    expect(await refusal(renameCohort(stage.organizer, { cohortId, name: "SMB, spring" }))).toBe(
      "cohorts.refused.nameTaken",
    );
  });

  it("ticks a milestone, and takes the tick back", async () => {
    const cohortId = await stage.create();
    const milestone = await db.milestone.findFirstOrThrow({ where: { cohortId } });
    for (const done of [true, true, false]) {
      await tickMilestone(stage.organizer, { milestoneId: milestone.id, done });
      const { doneAt } = await db.milestone.findUniqueOrThrow({ where: { id: milestone.id } });
      expect(doneAt !== null).toBe(done);
    }
    expect(await recorded("cohorts.tickMilestone")).toHaveLength(2);
  });
});

describe("the end of a cohort", () => {
  it("is refused while a mentee has no outcome, and then closes the pairings", async () => {
    const cohortId = await stage.create();
    await staff(stage, cohortId);
    await launch(stage.organizer, cohortId);
    expect(await refusal(completeCohort(stage.organizer, { cohortId }))).toBe("cohorts.blocker.undecided");
    await db.certificationAttempt.updateMany({ data: { state: "CANCELLED" } });
    await db.enrollment.updateMany({ where: { cohortId }, data: { state: "NOT_CERTIFIED" } });
    await completeCohort(stage.organizer, { cohortId });
    expect(await stateOf(cohortId)).toBe("COMPLETED");
    expect(new Set((await db.pairing.findMany()).map((one) => one.state))).toEqual(new Set(["COMPLETED"]));
    expect(await told("cohortCompleted")).toEqual(["Luca Moretti", "Priya Nair", "Sven Lund", "王小明"]);
    const pairings = await db.pairing.findMany({ select: { id: true } });
    const led = await db.message.findMany({ where: { kind: "cohortCompleted" }, select: { href: true } });
    const toRate = pairings.map(({ id }) => `/pairings/${id}#rating`);
    const other = `/cohorts/${cohortId}`;
    expect(led.map(({ href }) => href).sort()).toEqual([...toRate, other, other].sort());
    expect(await refusal(cancelCohort(stage.organizer, { cohortId, reason: "No budget" }))).toBe(
      "cohorts.refused.cohortState",
    );
  });

  it("by cancelling withdraws mentees, ends pairings, cancels what lies ahead and says why", async () => {
    const cohortId = await stage.create();
    await staff(stage, cohortId);
    await launch(stage.organizer, cohortId);
    clock.set(instantAt("2026-03-25", 8 * 60, "Europe/Berlin"));
    await cancelCohort(stage.organizer, { cohortId, reason: "No budget" });
    const sessions = await db.session.findMany({ where: { cohortId }, orderBy: { startsAt: "asc" } });
    expect(sessions.every(({ day, state }) => toDay(day) < "2026-03-25" === (state === "CONFIRMED"))).toBe(
      true,
    );
    expect(await db.enrollment.count({ where: { state: "WITHDRAWN", endReason: "No budget" } })).toBe(2);
    expect(await db.pairing.count({ where: { state: "ENDED_EARLY" } })).toBe(2);
    expect(await db.certificationAttempt.count({ where: { state: "CANCELLED" } })).toBe(2);
    expect(await told("cohortCancelled")).toEqual(["Luca Moretti", "Priya Nair", "Sven Lund", "王小明"]);
    await stage.create({ name: "Again", certificationDate: "2026-04-24" });
  });
});

describe("whoever does not run the cohort", () => {
  it("cannot change it: not found, for another enablement manager and for its own people too", async () => {
    const cohortId = await stage.create();
    const milestone = await db.milestone.findFirstOrThrow({ where: { cohortId } });
    const personId = stage.people.second.id;
    const others = [
      stage.second,
      stage.outsider,
      await actor(stage.people.mentee),
      await actor(stage.people.manager),
    ];
    const before = await db.auditRecord.count();
    for (const other of others) {
      const deeds = [
        () => renameCohort(other, { cohortId, name: "Mine" }),
        () => addOrganizer(other, { cohortId, personId }),
        () => removeOrganizer(other, { cohortId, personId: stage.people.organizer.id }),
        () => tickMilestone(other, { milestoneId: milestone.id, done: true }),
        () => markReady(other, { cohortId }),
        () => launch(other, cohortId),
        () => completeCohort(other, { cohortId }),
        () => cancelCohort(other, { cohortId, reason: "No budget" }),
        () => cohortOverview(other, cohortId),
      ];
      for (const deed of deeds) expect(await refusal(deed())).toBe("errors.notFound");
    }
    expect(await db.auditRecord.count()).toBe(before);
  });

  it("sees a summary when they are part of it, and nothing at all when they are not", async () => {
    const cohortId = await stage.create();
    const mentee = await actor(stage.people.mentee);
    const summary = await cohortSummary(mentee, cohortId);
    expect(summary.own?.state).toBe("ENROLLED");
    expect(summary.floorMentees).toEqual([]);
    const manager = await cohortSummary(await actor(stage.people.manager), cohortId);
    expect(manager.floorMentees.map((one) => one.person.name)).toEqual(["Sven Lund", "王小明"]);
    expect((await cohortSummary(stage.second, cohortId))._count.enrollments).toBe(2);
    expect(await refusal(cohortSummary(stage.outsider, cohortId))).toBe("errors.notFound");
    expect(await refusal(getCohort(stage.organizer, crypto.randomUUID()))).toBe("errors.notFound");
    expect((await listCohorts(mentee, {})).planned.map((one) => one.id)).toEqual([cohortId]);
    expect((await listCohorts(stage.outsider, {})).planned).toEqual([]);
    expect((await listCohorts(stage.second, { mine: true })).planned).toEqual([]);
  });
});

describe("the list of cohorts", () => {
  it("gives what is over page by page, last first, without a gap or a double", async () => {
    for (let number = 1; number <= 23; number++) {
      const id = await stage.create({ name: `Cohort ${number}`, menteeIds: [] });
      await cancelCohort(stage.organizer, { cohortId: id, reason: "No budget" });
    }
    const first = await listCohorts(stage.organizer, {});
    const second = await listCohorts(stage.organizer, { before: first.next ?? "" });
    expect([first.over.length, second.over.length, second.next]).toEqual([20, 3, null]);
    expect(new Set([...first.over, ...second.over].map((one) => one.id)).size).toBe(23);
    expect((await listCohorts(stage.organizer, { q: "cohort 7" })).over.map((one) => one.name)).toEqual([
      "Cohort 7",
    ]);
  }, 60_000);
});
