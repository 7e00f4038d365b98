import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { fromDatabase, NotFoundError } from "@/lib/errors";
import { stateSelling } from "@/lib/mentor-loads/commands";
import { loadsInCohort, loadsOnList, mentorLoad } from "@/lib/mentor-loads/queries";
import { loadWarnings, withProtected } from "@/lib/mentors/load";
import { decideNomination } from "@/lib/nominations/commands";
import { getPairingBoard } from "@/lib/pairings/queries";
import {
  aMentorStage,
  approval,
  type MentorStage,
  nominationRow,
  recorded,
  refused,
} from "@/tests/support/mentor-stage";
import { aCohort, actor, aNomination, anEnrollment, aPairing, aPerson, aSession } from "@/tests/support/rows";

let stage: MentorStage;
beforeEach(async () => {
  stage = await aMentorStage();
});
afterAll(() => clock.run());

const colleague = () => stage.people.colleague.id;
const state = (by: keyof MentorStage["actors"], sellingHours: number | null, seen: number) =>
  stateSelling(stage.actors[by], { personId: colleague(), sellingHours, seen });
const row = () => db.sellingLoad.findUnique({ where: { personId: colleague() } });

describe("the hours with own customers", () => {
  test("are stated by the mentor and corrected by a manager of their floor, and the trail says who", async () => {
    await state("colleague", 30, 0);
    await state("manager", 34, 1);
    expect(await row()).toMatchObject({ hoursPerWeek: 34, version: 2, statedById: stage.people.manager.id });
    const trail = await db.auditRecord.findMany({
      where: { action: "mentor-loads.stateSelling", subjectId: colleague() },
      orderBy: { seq: "asc" },
    });
    expect(trail.map(({ actorName, data }) => [actorName, data])).toEqual([
      ["Priya Nair", { person: "Priya Nair", own: "yes", how: "STATED", hours: 30 }],
      ["Luca Moretti", { person: "Priya Nair", own: "no", how: "STATED", hours: 34 }],
    ]);
  });

  test("are nobody else's to state", async () => {
    await stage.refusesEverybodyBut(["colleague", "manager", "second"], (who) =>
      stateSelling(who, { personId: colleague(), sellingHours: 20, seen: 0 }),
    );
    expect(await row()).toBeNull();
  });

  test("can be unknown again, and saying the same once more is no change", async () => {
    await state("colleague", 30, 0);
    await state("manager", 30, 0);
    await state("colleague", null, 1);
    expect(await row()).toMatchObject({ hoursPerWeek: null, version: 2 });
    expect(await recorded("mentor-loads.stateSelling")).toBe(2);
  });

  test("of two who state them at once one is told of the other, and can put theirs in its place", async () => {
    const both = await Promise.allSettled([state("manager", 30, 0), state("second", 20, 0)]);
    const lost = both.filter((one) => one.status === "rejected");
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toEqual(refused("errors.savedMeanwhile"));
    expect(lost[0]?.reason.sentence.values).toMatchObject({ seen: 1 });
    await state("second", 25, 1);
    expect(await row()).toMatchObject({ hoursPerWeek: 25, version: 2 });
  });

  test("are kept within a week, one change after the other, by the database too", async () => {
    const write = { statedById: colleague(), statedAt: clock.now() };
    const create = (hoursPerWeek: number, version: number) =>
      db.sellingLoad
        .create({ data: { personId: colleague(), hoursPerWeek, version, ...write } })
        .catch((error) => Promise.reject(fromDatabase(error)));
    await expect(create(81, 1)).rejects.toEqual(refused("mentor-loads.invalid.hours"));
    await expect(create(20, 2)).rejects.toEqual(refused("errors.somebodyFaster"));
    await create(20, 1);
  });
});

describe("who decides a nomination", () => {
  test("states the hours with the decision: both or nothing", async () => {
    const { id } = await stage.proposed();
    const selling = { sellingHours: 36, seen: 0 };
    await decideNomination(stage.actors.manager, { ...approval(id), selling });
    expect(await row()).toMatchObject({ hoursPerWeek: 36 });
    expect(await nominationRow(id)).toMatchObject({ decision: "APPROVED" });
    await expect(
      decideNomination(stage.actors.manager, {
        ...approval(id),
        was: "APPROVED",
        hoursPerWeek: 9,
        selling: { sellingHours: 10, seen: 0 },
      }),
    ).rejects.toEqual(refused("errors.savedMeanwhile"));
    expect(await nominationRow(id)).toMatchObject({ hoursPerWeek: 5 });
    expect(await row()).toMatchObject({ hoursPerWeek: 36 });
  });

  test("corrects the hours alone with the same terms once more", async () => {
    const { id } = await stage.proposed();
    await decideNomination(stage.actors.manager, { ...approval(id), selling: { sellingHours: 36, seen: 0 } });
    const again = { ...approval(id), was: "APPROVED" as const };
    await decideNomination(stage.actors.manager, { ...again, selling: { sellingHours: 20, seen: 1 } });
    expect(await row()).toMatchObject({ hoursPerWeek: 20 });
    expect(await recorded("nominations.decideNomination")).toBe(1);
  });

  test("is warned of too much, and may approve nevertheless", async () => {
    const { id, listId } = await stage.proposed();
    await state("colleague", 38, 0);
    const load = (await loadsOnList(stage.actors.manager, listId)).get(colleague());
    if (!load) throw new Error("no load");
    expect(loadWarnings(load)).toEqual([]);
    expect(loadWarnings(withProtected(load, 5))).toMatchObject([{ values: { over: 3, more: 1 } }]);
    await decideNomination(stage.actors.manager, approval(id));
    expect(await nominationRow(id)).toMatchObject({ decision: "APPROVED" });
  });
});

/** A second cohort in the same weeks, in which the colleague mentors two who meet together on Tuesday. */
async function another() {
  const { organizer, mentee } = stage.people;
  const cohort = await aCohort({ organizer, startsOn: "2026-03-16", floors: [stage.floor] });
  const nomination = await aNomination(cohort, stage.floor, stage.people.colleague, { hoursPerWeek: 4 });
  const one = await anEnrollment(cohort, mentee);
  const two = await anEnrollment(cohort, await aPerson());
  for (const enrollment of [one, two]) await aPairing(enrollment, nomination);
  const led = { day: "2026-03-17", minutes: 90, facilitator: stage.people.colleague } as const;
  const sessions = [
    await aSession(cohort, { ...led, enrollment: one }),
    await aSession(cohort, { ...led, enrollment: two }),
  ];
  const meetingId = "00000000-0000-8000-8000-000000000001";
  await db.session.updateMany({ where: { id: { in: sessions.map(({ id }) => id) } }, data: { meetingId } });
  await aSession(cohort, { ...led, minute: 600, enrollment: one });
  await aSession(cohort, { ...led, minute: 700, enrollment: one, kind: "CERTIFICATION" });
  const untold = await aSession(cohort, { ...led, day: "2026-03-24", enrollment: one });
  await db.sessionFacilitator.updateMany({ where: { sessionId: untold.id }, data: { state: "RESERVED" } });
  return { cohort, nomination };
}

describe("a mentor's load", () => {
  test("counts what other cohorts protect and plan in each week of the cohort, a group's meeting once", async () => {
    const { nomination } = await another();
    const { listId } = await stage.proposed();
    const loads = await loadsOnList(stage.actors.manager, listId);
    expect(loads.get(colleague())).toMatchObject({
      selling: null,
      working: null,
      stated: null,
      weeks: [
        { week: "2026-03-16", protectedHours: 4, plannedHours: 3 },
        { week: "2026-03-23", protectedHours: 4, plannedHours: 0 },
      ],
    });
    await db.mentorNomination.update({ where: { id: nomination.id }, data: { decision: "WITHDRAWN" } });
    const without = await loadsOnList(stage.actors.manager, listId);
    expect(without.get(colleague())?.weeks[0]).toMatchObject({ protectedHours: 0 });
  });

  test("shows the cohort's organizer also sessions that the mentor has not been told of, and nobody else", async () => {
    const { cohort } = await another();
    const seen = await loadsInCohort(stage.actors.organizer, cohort.id);
    expect(seen.get(colleague())?.weeks.map((one) => one.plannedHours)).toEqual([3, 1.5]);
    await stage.refusesEverybodyBut(["organizer"], (who) => loadsInCohort(who, cohort.id));
  });

  test("stands beside each mentor whom the organizer can choose, as far as it is protected and stated", async () => {
    const { cohort } = await another();
    await state("colleague", 38, 0);
    const { mentors } = await getPairingBoard(stage.actors.organizer, cohort.id);
    expect(mentors.map(({ personId, load }) => [personId, load.selling])).toEqual([[colleague(), 38]]);
    expect(mentors.map(({ load }) => load.weeks.map((one) => one.protectedHours))).toEqual([[4, 4]]);
    expect(mentors.flatMap(({ load }) => loadWarnings(load))).toMatchObject([
      { kind: "working", values: { over: 2, week: "2026-03-16" } },
    ]);
  });

  test("is seen by the mentor, organizers and the floor's managers, not by mentees and nobody else", async () => {
    const { nomination } = await another();
    await db.mentorProfile.create({
      data: { personId: colleague(), workStartMinute: 540, workEndMinute: 1080, updatedAt: clock.now() },
    });
    await state("colleague", 30, 0);
    const seen = async (by: keyof MentorStage["actors"]) => mentorLoad(stage.actors[by], colleague());
    for (const who of ["colleague", "manager", "second"] as const) {
      expect(await seen(who), who).toMatchObject({ selling: 30, working: 45, states: true });
    }
    expect(await seen("organizer")).toMatchObject({ selling: 30, states: false });
    expect(await seen("mentee")).toBeNull();
    for (const who of ["stranger", "outsider"] as const) {
      await expect(seen(who), who).rejects.toBeInstanceOf(NotFoundError);
    }
    const weeks = (await seen("colleague"))?.weeks;
    expect(weeks?.map((one) => one.week)).toHaveLength(6);
    expect(weeks?.[2]).toEqual({ week: "2026-03-16", protectedHours: 4, plannedHours: 3 });
    expect(nomination.hoursPerWeek).toBe(4);
    await expect(mentorLoad(await actor(await aPerson()), colleague())).rejects.toBeInstanceOf(NotFoundError);
  });
});
