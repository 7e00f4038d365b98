import { beforeEach, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { cancelSession, moveSession } from "@/lib/schedule/commands";
import { resetDatabase } from "@/tests/support/database";
import { aCohort, actor, anEnrollment, aSession, monday, mondayMorning } from "@/tests/support/rows";
import { aSessionStage, at, auditOf, messagesOf, tuesday } from "@/tests/support/session-stage";

beforeEach(async () => {
  await resetDatabase();
  clock.set(mondayMorning);
});

describe("moving a session", () => {
  const toTwo = (session: { id: string }, moves = 0) => ({
    sessionId: session.id,
    day: tuesday,
    time: "14:00",
    moves,
  });

  test("keeps its length and identity, counts, is recorded and told, and can be moved back", async () => {
    const { cohort, organizer, mentor, menteeOne, one } = await aSessionStage();
    const session = await aSession(cohort, { enrollment: one, facilitator: mentor, state: "CONFIRMED" });
    const { undo } = await moveSession(await actor(organizer), toTwo(session));
    const moved = await db.session.findUniqueOrThrow({ where: { id: session.id } });
    expect(moved).toMatchObject({ startsAt: at(tuesday, "14:00"), endsAt: at(tuesday, "14:45"), moves: 1 });
    expect(toDay(moved.day)).toBe(tuesday);
    expect(await messagesOf(mentor)).toEqual(["sessionMoved"]);
    expect(await messagesOf(menteeOne)).toEqual(["sessionMoved"]);
    expect(await auditOf(session.id)).toBe(1);
    await moveSession(await actor(organizer), undo);
    expect(await db.session.findUniqueOrThrow({ where: { id: session.id } })).toMatchObject({
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      moves: 2,
    });
  });

  test("in a plan that is not confirmed tells no mentee", async () => {
    const { cohort, organizer, mentor, menteeOne, one } = await aSessionStage("PLANNING");
    const session = await aSession(cohort, { enrollment: one, facilitator: mentor });
    await moveSession(await actor(organizer), toTwo(session));
    expect(await messagesOf(menteeOne)).toEqual([]);
    expect(await messagesOf(mentor)).toEqual(["sessionMoved"]);
  });

  test("is for organizers, and for the lead mentor of the mentee it is with", async () => {
    const { cohort, mentor, other, menteeOne, manager, sme, stranger, one } = await aSessionStage();
    const session = await aSession(cohort, { enrollment: one, facilitator: sme, state: "CONFIRMED" });
    const shared = await aSession(cohort, { attends: [one], state: "CONFIRMED", minute: 600 });
    for (const person of [other, menteeOne, manager, sme, stranger]) {
      await expect(moveSession(await actor(person), toTwo(session))).rejects.toThrow("errors.notFound");
    }
    await expect(moveSession(await actor(mentor), toTwo(shared))).rejects.toThrow("errors.notFound");
    await moveSession(await actor(mentor), toTwo(session));
    expect(await db.session.findUniqueOrThrow({ where: { id: session.id } })).toMatchObject({ moves: 1 });
  });

  test("ends for a mentor with the pairing", async () => {
    const { cohort, mentor, one, pairing } = await aSessionStage();
    const session = await aSession(cohort, { enrollment: one, state: "CONFIRMED" });
    await db.pairing.update({ where: { id: pairing.id }, data: { state: "REASSIGNED" } });
    await expect(moveSession(await actor(mentor), toTwo(session))).rejects.toThrow("errors.notFound");
  });

  test("onto something else that its facilitator leads is refused with that title", async () => {
    const { cohort, organizer, mentor, one, two } = await aSessionStage();
    const session = await aSession(cohort, { enrollment: one, facilitator: mentor, state: "CONFIRMED" });
    const busy = await aSession(cohort, {
      enrollment: two,
      facilitator: mentor,
      state: "CONFIRMED",
      day: tuesday,
      minute: 14 * 60 + 30,
    });
    await expect(moveSession(await actor(organizer), toTwo(session))).rejects.toMatchObject({
      sentence: {
        key: "sessions.refused.facilitatorClash",
        values: { second: busy.title, person: mentor.name },
      },
    });
    expect(await db.session.count({ where: { moves: { gt: 0 } } })).toBe(0);
  });

  test("onto something else that its mentee has is done, and said", async () => {
    const { cohort, organizer, mentor, one } = await aSessionStage();
    const session = await aSession(cohort, { enrollment: one, facilitator: mentor, state: "CONFIRMED" });
    const other = await aSession(cohort, {
      attends: [one],
      state: "CONFIRMED",
      day: tuesday,
      minute: 14 * 60,
    });
    expect(await moveSession(await actor(organizer), toTwo(session))).toMatchObject({ alsoAt: other.title });
  });

  test("refuses what is over, a day outside the cohort and a time that has passed", async () => {
    const { cohort, organizer, one } = await aSessionStage();
    const held = await aSession(cohort, { enrollment: one, state: "HELD" });
    const open = await aSession(cohort, { enrollment: one, state: "CONFIRMED", minute: 16 * 60 });
    const who = await actor(organizer);
    await expect(moveSession(who, toTwo(held))).rejects.toThrow("sessions.refused.notMovable");
    await expect(moveSession(who, { ...toTwo(open), day: "2026-03-07" })).rejects.toThrow(
      "sessions.refused.noCohortDay",
    );
    await expect(moveSession(who, { ...toTwo(open), day: monday, time: "08:30" })).rejects.toThrow(
      "sessions.refused.movedToPast",
    );
  });

  test("by two people at once moves it once", async () => {
    const { cohort, organizer, mentor, one } = await aSessionStage();
    const session = await aSession(cohort, { enrollment: one, facilitator: mentor, state: "CONFIRMED" });
    const both = [await actor(organizer), await actor(mentor)];
    const results = await Promise.allSettled(both.map((who) => moveSession(who, toTwo(session))));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { message: "errors.somebodyFaster" },
    });
    expect(await auditOf(session.id)).toBe(1);
  });

  test("into the hour that the clock jumps over lands after the jump", async () => {
    const { organizer, menteeOne } = await aSessionStage();
    const cohort = await aCohort({ organizer, state: "ACTIVE", startsOn: "2026-03-23" });
    const mentee = await anEnrollment(cohort, menteeOne, "ACTIVE");
    await db.cohortDay.create({
      data: { cohortId: cohort.id, day: new Date("2026-03-29"), phase: "TAIL", number: 1 },
    });
    const session = await aSession(cohort, { enrollment: mentee, day: "2026-03-24", state: "CONFIRMED" });
    await moveSession(await actor(organizer), {
      sessionId: session.id,
      day: "2026-03-29",
      time: "02:30",
      moves: 0,
    });
    const moved = await db.session.findUniqueOrThrow({ where: { id: session.id } });
    expect(moved.startsAt.toISOString()).toBe("2026-03-29T01:30:00.000Z");
    expect(+moved.endsAt - +moved.startsAt).toBe(45 * 60_000);
  });
});

describe("cancelling a session", () => {
  test("is for organizers; everybody who was to be there is told once", async () => {
    const { cohort, organizer, mentor, menteeOne, one } = await aSessionStage();
    const session = await aSession(cohort, { enrollment: one, facilitator: mentor, state: "CONFIRMED" });
    await expect(cancelSession(await actor(mentor), { sessionId: session.id })).rejects.toThrow(
      "errors.notFound",
    );
    await cancelSession(await actor(organizer), { sessionId: session.id });
    expect(await messagesOf(menteeOne)).toEqual(["sessionCancelled"]);
    await expect(cancelSession(await actor(organizer), { sessionId: session.id })).rejects.toThrow(
      "sessions.refused.sessionStateAlready",
    );
    expect(await auditOf(session.id)).toBe(1);
  });

  test("makes its facilitator free again", async () => {
    const { cohort, organizer, mentor, one, two } = await aSessionStage();
    const session = await aSession(cohort, { enrollment: one, facilitator: mentor, state: "CONFIRMED" });
    await cancelSession(await actor(organizer), { sessionId: session.id });
    await aSession(cohort, { enrollment: two, facilitator: mentor, state: "CONFIRMED" });
    expect(await db.session.count({ where: { state: "CONFIRMED" } })).toBe(1);
  });
});

test("a session id that does not exist reads like one of somebody else", async () => {
  const { organizer } = await aSessionStage();
  const ghost = { sessionId: "019ab000-0000-7000-8000-000000000000", day: tuesday, time: "09:00", moves: 0 };
  await expect(moveSession(await actor(organizer), ghost)).rejects.toThrow("errors.notFound");
});
