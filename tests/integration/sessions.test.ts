import { beforeEach, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { addBusinessDays, dayAt, minuteAt, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { cancelSessions, confirmSessions, createSessions, facilitatorClashes } from "@/lib/sessions/commands";
import { givePairSessions, takePairSessions } from "@/lib/sessions/pair-sessions";
import { asOwner, resetDatabase } from "@/tests/support/database";
import {
  aCohort,
  aNomination,
  anEnrollment,
  aPairing,
  aPerson,
  aProgram,
  aSession,
  monday,
  mondayMorning,
} from "@/tests/support/rows";
import { aSessionStage, at, tuesday, zone } from "@/tests/support/session-stage";

beforeEach(async () => {
  await resetDatabase();
  clock.set(mondayMorning);
});

describe("the sessions of a cohort", () => {
  test("stand on the program's days at local times, for the cohort once and for each mentee", async () => {
    const { cohort, organizer, one, two } = await aSessionStage("PLANNING");
    const ids = [one.id, two.id];
    const made = await createSessions(db, {
      cohortId: cohort.id,
      enrollmentIds: ids,
      cohortWide: true,
      organizerId: organizer.id,
    });
    expect(made).toBe(10 + 2 * 10);
    const sessions = await db.session.findMany({ include: { attendances: true } });
    const standUps = sessions.filter(({ kind }) => kind === "STAND_UP");
    expect(standUps).toHaveLength(10);
    expect(standUps.every(({ attendances }) => attendances.length === 2)).toBe(true);
    for (const session of sessions) {
      expect(toDay(session.day)).toBe(dayAt(session.startsAt, zone));
      expect(minuteAt(session.startsAt, zone)).toBeGreaterThanOrEqual(9 * 60);
      expect(session.state).toBe("PLANNED");
    }
  });

  test("keep their local time across a change of clocks", async () => {
    const { organizer, menteeOne } = await aSessionStage();
    const cohort = await aCohort({ organizer, startsOn: "2026-03-23" });
    const mentee = await anEnrollment(cohort, menteeOne);
    await createSessions(db, { cohortId: cohort.id, enrollmentIds: [mentee.id], cohortWide: true });
    const standUps = await db.session.findMany({
      where: { cohortId: cohort.id, kind: "STAND_UP" },
      orderBy: { startsAt: "asc" },
    });
    expect(standUps.map(({ startsAt }) => minuteAt(startsAt, zone))).toEqual(Array(10).fill(540));
    expect(standUps.at(0)?.startsAt.toISOString()).toBe("2026-03-23T08:00:00.000Z");
    expect(standUps.at(-1)?.startsAt.toISOString()).toBe("2026-04-03T07:00:00.000Z");
  });

  test("of somebody who joins later begin on that day and are confirmed at once", async () => {
    const { cohort, one } = await aSessionStage();
    await createSessions(db, { cohortId: cohort.id, enrollmentIds: [one.id], cohortWide: true });
    clock.set(at(addBusinessDays(monday, 3, { holidays: new Set() }), "08:00"));
    const late = await anEnrollment(cohort, await aPerson(), "ACTIVE");
    await createSessions(db, { cohortId: cohort.id, enrollmentIds: [late.id], cohortWide: false });
    const own = await db.session.findMany({ where: { enrollmentId: late.id } });
    expect(own).toHaveLength(7);
    expect(own.every(({ state }) => state === "CONFIRMED")).toBe(true);
  });

  test("leave the organizer out where they lead another cohort at that time", async () => {
    const program = await aProgram({ days: 2 });
    const { organizer } = await aSessionStage("PLANNING");
    await asOwner(`ALTER TABLE "SessionTemplate" DISABLE TRIGGER keep_published`);
    await asOwner(`UPDATE "SessionTemplate" SET "facilitatorRole" = 'ORGANIZER' WHERE kind = 'STAND_UP'`);
    await asOwner(`ALTER TABLE "SessionTemplate" ENABLE TRIGGER keep_published`);
    const cohorts = [
      await aCohort({ organizer, versionId: program.id }),
      await aCohort({ organizer, versionId: program.id }),
    ];
    for (const { id } of cohorts) {
      await createSessions(db, {
        cohortId: id,
        enrollmentIds: [],
        cohortWide: true,
        organizerId: organizer.id,
      });
    }
    const led = (id: string) => db.sessionFacilitator.count({ where: { session: { cohortId: id } } });
    expect(await Promise.all(cohorts.map(({ id }) => led(id)))).toEqual([2, 0]);
  });
});

describe("the pair sessions of a mentor", () => {
  async function mentorOfFour() {
    const { cohort, floor, mentor } = await aSessionStage("PLANNING");
    const nomination = await aNomination(cohort, floor, await aPerson(), { capacity: 4 });
    const mentees = [];
    for (let count = 0; count < 4; count++) mentees.push(await anEnrollment(cohort, await aPerson()));
    await createSessions(db, {
      cohortId: cohort.id,
      enrollmentIds: mentees.map(({ id }) => id),
      cohortWide: true,
    });
    const pairings = [];
    for (const mentee of mentees) pairings.push(await aPairing(mentee, nomination, "CONFIRMED"));
    return { cohort, mentees, pairings, mentorId: nomination.personId, mentor };
  }

  test("never put the mentor in two places, and can then be confirmed", async () => {
    const { cohort, pairings, mentorId } = await mentorOfFour();
    await Promise.all(
      pairings.map(({ id }) => db.$transaction((tx) => givePairSessions(tx, { pairingIds: [id] }))),
    );
    const led = await db.session.findMany({
      where: { facilitators: { some: { personId: mentorId } } },
      orderBy: { startsAt: "asc" },
    });
    expect(led).toHaveLength(40);
    led.reduce((before, session) => {
      expect(session.startsAt >= before.endsAt).toBe(true);
      expect(minuteAt(session.startsAt, zone)).toBeGreaterThanOrEqual(13 * 60);
      expect(minuteAt(session.endsAt, zone)).toBeLessThanOrEqual(17 * 60);
      return session;
    });
    expect(await facilitatorClashes(db, { cohortId: cohort.id })).toEqual([]);
    await confirmSessions(db, { cohortId: cohort.id });
    expect(await db.session.count({ where: { cohortId: cohort.id, state: { not: "CONFIRMED" } } })).toBe(0);
  });

  test("are taken away from where they lie ahead, and stay where they were held", async () => {
    const { cohort, pairings, mentees, mentorId } = await mentorOfFour();
    const [pairing, mentee] = [pairings[0]?.id ?? "", mentees[0]?.id ?? ""];
    await givePairSessions(db, { pairingIds: [pairing] });
    await confirmSessions(db, { cohortId: cohort.id });
    await db.session.updateMany({
      where: { enrollmentId: mentee, startsAt: { lt: at(tuesday, "00:00") } },
      data: { state: "HELD" },
    });
    await takePairSessions(db, { enrollmentId: mentee, mentorId });
    const left = await db.session.findMany({ where: { facilitators: { some: { personId: mentorId } } } });
    expect(left.map(({ state }) => state)).toEqual(["HELD"]);
  });

  test("that clash are named, and not confirmed: by the code and by the database", async () => {
    const { cohort, mentor, one, two } = await aSessionStage("PLANNING");
    const first = await aSession(cohort, { enrollment: one, facilitator: mentor });
    const second = await aSession(cohort, { enrollment: two, facilitator: mentor, minute: 13 * 60 + 30 });
    const clashes = await facilitatorClashes(db, { cohortId: cohort.id });
    expect(clashes).toMatchObject([{ personId: mentor.id, day: monday }]);
    expect([clashes[0]?.first.id, clashes[0]?.second.id].sort()).toEqual([first.id, second.id].sort());
    await expect(confirmSessions(db, { cohortId: cohort.id })).rejects.toMatchObject({
      sentence: { key: "sessions.refused.facilitatorClash" },
    });
    await expect(
      db.session.updateMany({ where: { cohortId: cohort.id }, data: { state: "CONFIRMED" } }),
    ).rejects.toThrow(/facilitator_not_twice/);
  });

  test("back to back are no clash", async () => {
    const { cohort, mentor, one, two } = await aSessionStage("PLANNING");
    await aSession(cohort, { enrollment: one, facilitator: mentor });
    await aSession(cohort, { enrollment: two, facilitator: mentor, minute: 13 * 60 + 45 });
    await confirmSessions(db, { cohortId: cohort.id });
    expect(await db.session.count({ where: { state: "CONFIRMED" } })).toBe(2);
  });

  test("of a mentee who leaves are cancelled, and the mentee is expected nowhere", async () => {
    const { cohort, one, two } = await aSessionStage("PLANNING");
    await createSessions(db, { cohortId: cohort.id, enrollmentIds: [one.id, two.id], cohortWide: true });
    await cancelSessions(db, { enrollmentId: one.id }, tuesday);
    expect(await db.session.count({ where: { enrollmentId: one.id, state: "CANCELLED" } })).toBe(9);
    expect(await db.session.count({ where: { enrollmentId: two.id, state: "CANCELLED" } })).toBe(0);
    const expected = { enrollmentId: one.id, state: "EXPECTED" as const, session: { enrollmentId: null } };
    expect(await db.attendance.count({ where: expected })).toBe(1);
  });
});
