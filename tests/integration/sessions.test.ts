import { beforeEach, describe, expect, test } from "vitest";
import { recordAttendance } from "@/lib/attendance/commands";
import { clock } from "@/lib/clock";
import { addBusinessDays, addDays, type Day, dayAt, instantAt, minuteAt, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { answerFacilitation, assignFacilitator, cancelSession, moveSession } from "@/lib/schedule/commands";
import {
  cancelSessions,
  confirmSessions,
  createSessions,
  facilitatorClashes,
  givePairSessions,
  takePairSessions,
} from "@/lib/sessions/commands";
import { asOwner, resetDatabase } from "@/tests/support/database";
import {
  aCohort,
  actor,
  aFloor,
  aNomination,
  anEnrollment,
  aPairing,
  aPerson,
  aProgram,
  aSession,
  monday,
  mondayMorning,
} from "@/tests/support/rows";

const zone = "Europe/Berlin";
const at = (day: Day, time: string) =>
  instantAt(day, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)), zone);
const tuesday = addDays(monday, 1);

/** An active cohort with an organizer, two mentees and their mentors, and a floor with its manager. */
async function story(state: "PLANNING" | "ACTIVE" = "ACTIVE") {
  const [organizer, mentor, other, menteeOne, menteeTwo, manager, sme, stranger] = await Promise.all([
    aPerson({ grant: "ENABLEMENT_MANAGER" }),
    aPerson(),
    aPerson(),
    aPerson(),
    aPerson(),
    aPerson(),
    aPerson(),
    aPerson({ grant: "ENABLEMENT_MANAGER" }),
  ]);
  const floor = await aFloor([manager]);
  const cohort = await aCohort({ organizer, state, floors: [floor] });
  const running = state === "ACTIVE" ? "ACTIVE" : "ENROLLED";
  const one = await anEnrollment(cohort, menteeOne, running);
  const two = await anEnrollment(cohort, menteeTwo, running);
  const nomination = await aNomination(cohort, floor, mentor);
  const pairing = await aPairing(one, nomination, state === "ACTIVE" ? "ACTIVE" : "CONFIRMED");
  return {
    organizer,
    mentor,
    other,
    menteeOne,
    menteeTwo,
    manager,
    sme,
    stranger,
    floor,
    cohort,
    one,
    two,
    nomination,
    pairing,
  };
}

const messagesOf = async (person: { id: string }) =>
  (await db.message.findMany({ where: { personId: person.id }, select: { kind: true } })).map(
    (one) => one.kind,
  );
const auditOf = (subjectId: string) => db.auditRecord.count({ where: { subjectId } });

beforeEach(async () => {
  await resetDatabase();
  clock.set(mondayMorning);
});

describe("the sessions of a cohort", () => {
  test("stand on the program's days at local times, for the cohort once and for each mentee", async () => {
    const { cohort, organizer, one, two } = await story("PLANNING");
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
    const { organizer, menteeOne } = await story();
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
    const { cohort, one } = await story();
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
    const { organizer } = await story("PLANNING");
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
    const { cohort, floor, mentor } = await story("PLANNING");
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
      pairings.map(({ id }) => db.$transaction((tx) => givePairSessions(tx, { pairingId: id }))),
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
    await givePairSessions(db, { pairingId: pairing });
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
    const { cohort, mentor, one, two } = await story("PLANNING");
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
    const { cohort, mentor, one, two } = await story("PLANNING");
    await aSession(cohort, { enrollment: one, facilitator: mentor });
    await aSession(cohort, { enrollment: two, facilitator: mentor, minute: 13 * 60 + 45 });
    await confirmSessions(db, { cohortId: cohort.id });
    expect(await db.session.count({ where: { state: "CONFIRMED" } })).toBe(2);
  });

  test("of a mentee who leaves are cancelled, and the mentee is expected nowhere", async () => {
    const { cohort, one, two } = await story("PLANNING");
    await createSessions(db, { cohortId: cohort.id, enrollmentIds: [one.id, two.id], cohortWide: true });
    await cancelSessions(db, { enrollmentId: one.id }, tuesday);
    expect(await db.session.count({ where: { enrollmentId: one.id, state: "CANCELLED" } })).toBe(9);
    expect(await db.session.count({ where: { enrollmentId: two.id, state: "CANCELLED" } })).toBe(0);
    const expected = { enrollmentId: one.id, state: "EXPECTED" as const, session: { enrollmentId: null } };
    expect(await db.attendance.count({ where: expected })).toBe(1);
  });
});

describe("moving a session", () => {
  const toTwo = (session: { id: string }, moves = 0) => ({
    sessionId: session.id,
    day: tuesday,
    time: "14:00",
    moves,
  });

  test("keeps its length and identity, counts, is recorded and told, and can be moved back", async () => {
    const { cohort, organizer, mentor, menteeOne, one } = await story();
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
    const { cohort, organizer, mentor, menteeOne, one } = await story("PLANNING");
    const session = await aSession(cohort, { enrollment: one, facilitator: mentor });
    await moveSession(await actor(organizer), toTwo(session));
    expect(await messagesOf(menteeOne)).toEqual([]);
    expect(await messagesOf(mentor)).toEqual(["sessionMoved"]);
  });

  test("is for organizers, and for the lead mentor of the mentee it is with", async () => {
    const { cohort, mentor, other, menteeOne, manager, sme, stranger, one } = await story();
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
    const { cohort, mentor, one, pairing } = await story();
    const session = await aSession(cohort, { enrollment: one, state: "CONFIRMED" });
    await db.pairing.update({ where: { id: pairing.id }, data: { state: "REASSIGNED" } });
    await expect(moveSession(await actor(mentor), toTwo(session))).rejects.toThrow("errors.notFound");
  });

  test("onto something else that its facilitator leads is refused with that title", async () => {
    const { cohort, organizer, mentor, one, two } = await story();
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
    const { cohort, organizer, mentor, one } = await story();
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
    const { cohort, organizer, one } = await story();
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
    const { cohort, organizer, mentor, one } = await story();
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
    const { organizer, menteeOne } = await story();
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
    const { cohort, organizer, mentor, menteeOne, one } = await story();
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
    const { cohort, organizer, mentor, one, two } = await story();
    const session = await aSession(cohort, { enrollment: one, facilitator: mentor, state: "CONFIRMED" });
    await cancelSession(await actor(organizer), { sessionId: session.id });
    await aSession(cohort, { enrollment: two, facilitator: mentor, state: "CONFIRMED" });
    expect(await db.session.count({ where: { state: "CONFIRMED" } })).toBe(1);
  });
});

describe("leading a session", () => {
  test("is asked by an organizer and answered by whoever was asked; both sides are told", async () => {
    const { cohort, organizer, sme, one } = await story();
    const session = await aSession(cohort, { attends: [one], state: "CONFIRMED", kind: "SME_TRAINING" });
    await assignFacilitator(await actor(organizer), { sessionId: session.id, personId: sme.id });
    expect(await messagesOf(sme)).toEqual(["facilitatorAsked"]);
    const answer = { sessionId: session.id, accept: true };
    await expect(answerFacilitation(await actor(organizer), answer)).rejects.toThrow("errors.notFound");
    await answerFacilitation(await actor(sme), answer);
    await expect(answerFacilitation(await actor(sme), answer)).rejects.toThrow(
      "sessions.refused.answeredAlready",
    );
    expect(await messagesOf(organizer)).toEqual(["facilitatorAnswered"]);
    expect(await db.sessionFacilitator.findMany()).toMatchObject([{ personId: sme.id, state: "ACCEPTED" }]);
  });

  test("is over for whoever declined: the session is out of their reach", async () => {
    const { cohort, organizer, sme, one } = await story();
    const session = await aSession(cohort, { attends: [one], state: "CONFIRMED" });
    await assignFacilitator(await actor(organizer), { sessionId: session.id, personId: sme.id });
    await answerFacilitation(await actor(sme), { sessionId: session.id, accept: false });
    await expect(
      answerFacilitation(await actor(sme), { sessionId: session.id, accept: true }),
    ).rejects.toThrow("errors.notFound");
  });

  test("passes from one to the next, who both hear of it", async () => {
    const { cohort, organizer, sme, mentor, one } = await story();
    const session = await aSession(cohort, { enrollment: one, facilitator: mentor, state: "CONFIRMED" });
    await assignFacilitator(await actor(organizer), { sessionId: session.id, personId: sme.id });
    expect(await messagesOf(mentor)).toEqual(["facilitatorReleased"]);
    expect(await db.sessionFacilitator.findMany({ select: { personId: true } })).toEqual([
      { personId: sme.id },
    ]);
  });

  test("is refused to its mentee, to who leads it already and to who leads something else then", async () => {
    const { cohort, organizer, sme, menteeOne, mentor, one, two } = await story();
    const session = await aSession(cohort, { enrollment: one, facilitator: mentor, state: "CONFIRMED" });
    const busy = await aSession(cohort, { enrollment: two, facilitator: sme, state: "CONFIRMED" });
    const ask = async (person: { id: string }) =>
      assignFacilitator(await actor(organizer), { sessionId: session.id, personId: person.id });
    await expect(ask(menteeOne)).rejects.toThrow("sessions.refused.facilitatorIsMentee");
    await expect(ask(mentor)).rejects.toThrow("sessions.refused.leadsAlready");
    await expect(ask(sme)).rejects.toMatchObject({
      sentence: { key: "sessions.refused.facilitatorClash", values: { second: busy.title } },
    });
    await expect(
      db.sessionFacilitator.create({ data: { sessionId: session.id, personId: sme.id } }),
    ).rejects.toThrow(/facilitator_not_twice/);
    await db.person.update({ where: { id: sme.id }, data: { deactivatedAt: mondayMorning } });
    await expect(ask(sme)).rejects.toThrow("errors.notFound");
  });
});

describe("attendance", () => {
  const all = (
    session: { id: string },
    state: "PRESENT" | "LATE" | "ABSENT" | "EXCUSED",
    ...mentees: { id: string }[]
  ) => ({
    sessionId: session.id,
    attendances: mentees.map(({ id }) => ({ enrollmentId: id, state })),
  });
  const stateOf = async (session: { id: string }) =>
    (await db.session.findUniqueOrThrow({ where: { id: session.id } })).state;

  test("by organizer, facilitator or lead mentor marks a session as held", async () => {
    const { cohort, organizer, mentor, sme, one, menteeOne, manager } = await story();
    for (const person of [organizer, mentor, sme]) {
      const session = await aSession(cohort, {
        enrollment: one,
        facilitator: sme,
        state: "CONFIRMED",
        kind: "ROLE_PLAY",
      });
      clock.set(at(monday, "13:10"));
      for (const refused of [menteeOne, manager]) {
        await expect(recordAttendance(await actor(refused), all(session, "PRESENT", one))).rejects.toThrow(
          "errors.notFound",
        );
      }
      await recordAttendance(await actor(person), all(session, "LATE", one));
      expect(await stateOf(session)).toBe("HELD");
      expect(await auditOf(session.id)).toBe(1);
      await asOwner(`DELETE FROM "Session"`);
    }
  });

  test("of nobody makes it missed; an excuse ahead of time leaves it open", async () => {
    const { cohort, organizer, one, two } = await story();
    const session = await aSession(cohort, { attends: [one, two], state: "CONFIRMED" });
    const who = await actor(organizer);
    await expect(recordAttendance(who, all(session, "PRESENT", one))).rejects.toThrow(
      "sessions.refused.notStarted",
    );
    await recordAttendance(who, all(session, "EXCUSED", one));
    expect(await stateOf(session)).toBe("CONFIRMED");
    clock.set(at(monday, "14:00"));
    await recordAttendance(who, all(session, "ABSENT", two));
    expect(await stateOf(session)).toBe("MISSED");
  });

  test("can be corrected, but not of somebody who is not on the list", async () => {
    const { cohort, organizer, one, two } = await story();
    const session = await aSession(cohort, { enrollment: one, state: "CONFIRMED" });
    clock.set(at(monday, "14:00"));
    const who = await actor(organizer);
    await recordAttendance(who, all(session, "PRESENT", one));
    await recordAttendance(who, all(session, "LATE", one));
    expect(await db.attendance.findMany()).toMatchObject([{ state: "LATE" }]);
    await expect(recordAttendance(who, all(session, "PRESENT", two))).rejects.toThrow("errors.notFound");
  });

  test("of a cancelled session is refused", async () => {
    const { cohort, organizer, one } = await story();
    const session = await aSession(cohort, { enrollment: one, state: "CONFIRMED" });
    await cancelSession(await actor(organizer), { sessionId: session.id });
    clock.set(at(monday, "14:00"));
    await expect(recordAttendance(await actor(organizer), all(session, "PRESENT", one))).rejects.toThrow(
      "sessions.refused.cancelled",
    );
  });
});

test("a session id that does not exist reads like one of somebody else", async () => {
  const { organizer } = await story();
  const ghost = { sessionId: "019ab000-0000-7000-8000-000000000000", day: tuesday, time: "09:00", moves: 0 };
  await expect(moveSession(await actor(organizer), ghost)).rejects.toThrow("errors.notFound");
});
