import { beforeEach, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { addDays, type Day, instantAt } from "@/lib/dates";
import { db } from "@/lib/db";
import { submitLog } from "@/lib/logs/commands";
import { emptyLog } from "@/lib/logs/prefill";
import { ledSchedule, mentorToday } from "@/lib/mentoring/queries";
import { cohortSchedule } from "@/lib/schedule/cohort-schedule";
import { latestSharedLogs, ownSchedule } from "@/lib/schedule/queries";
import { createSessions } from "@/lib/sessions/commands";
import { facilitatorCandidates, sessionPage } from "@/lib/sessions/queries";
import { resetDatabase } from "@/tests/support/database";
import {
  aCohort,
  actor,
  aFloor,
  aNomination,
  anEnrollment,
  aPairing,
  aPerson,
  aSession,
  monday,
} from "@/tests/support/rows";

const at = (day: Day, hour: number) => instantAt(day, hour * 60, "Europe/Berlin");
const tuesday = addDays(monday, 1);

/** A running cohort with two mentees, each with a mentor; one shared session, one of each pair. */
async function story() {
  const people = {
    organizer: await aPerson({ grant: "ENABLEMENT_MANAGER" }),
    stranger: await aPerson({ grant: "ENABLEMENT_MANAGER" }),
    manager: await aPerson(),
    mentor: await aPerson(),
    second: await aPerson(),
    sme: await aPerson(),
    nobody: await aPerson(),
  };
  const floor = await aFloor([people.manager]);
  const cohort = await aCohort({ organizer: people.organizer, state: "ACTIVE", floors: [floor] });
  const mentee = await aPerson({ floorId: floor.id });
  const other = await aPerson();
  const one = await anEnrollment(cohort, mentee, "ACTIVE");
  const two = await anEnrollment(cohort, other, "ACTIVE");
  await aPairing(one, await aNomination(cohort, floor, people.mentor));
  await aPairing(two, await aNomination(cohort, floor, people.second));
  const shared = await aSession(cohort, {
    attends: [one, two],
    kind: "SME_TRAINING",
    minute: 600,
    facilitator: people.sme,
    state: "CONFIRMED",
  });
  const mine = await aSession(cohort, {
    enrollment: one,
    facilitator: people.mentor,
    day: tuesday,
    state: "CONFIRMED",
  });
  const theirs = await aSession(cohort, {
    enrollment: two,
    facilitator: people.second,
    day: tuesday,
    state: "CONFIRMED",
  });
  const round = await aSession(cohort, { kind: "ROUNDTABLE", minute: 17 * 60, state: "CONFIRMED" });
  return { ...people, cohort, mentee, other, one, two, shared, mine, theirs, round };
}

beforeEach(async () => {
  await resetDatabase();
  clock.set(at(monday, 9));
});

describe("a mentee's own schedule", () => {
  test("holds every session that expects them, with place, people and agenda, and nobody else's", async () => {
    const { mentee, shared, mine, mentor, theirs, round } = await story();
    const schedule = await ownSchedule(await actor(mentee));
    expect(schedule?.sessions.map(({ id }) => id)).toEqual([shared.id, mine.id]);
    expect(schedule?.sessions[1]).toMatchObject({
      day: tuesday,
      with: mentor.name,
      attendance: "EXPECTED",
    });
    const text = JSON.stringify(schedule);
    for (const hidden of [theirs, round]) expect(text).not.toContain(hidden.id);
  });

  test("begins with today once the days run, and holds what is past when asked", async () => {
    const { mentee, organizer, cohort, shared, mine, theirs, round } = await story();
    const own = async (past?: boolean) =>
      (await ownSchedule(await actor(mentee), past))?.sessions.map(({ id }) => id);
    const all = async (past?: boolean, opened: typeof monday | null = null) => {
      const { shared, lines } = await cohortSchedule(await actor(organizer), cohort.id, opened, past);
      return { ids: shared.map(({ id }) => id), pairs: lines.reduce((sum, line) => sum + line.pairs, 0) };
    };
    clock.set(at(tuesday, 9));
    expect(await own()).toEqual([mine.id]);
    expect(await own(true)).toEqual([shared.id, mine.id]);
    const past = { ids: [shared.id, round.id], pairs: 2 };
    expect(await all(true)).toEqual(past);
    expect(await all()).toEqual({ ids: [], pairs: 2 });
    // A day that is over is seldom opened, but then it is there.
    expect(await all(false, monday)).toEqual(past);
    expect(theirs.day).toEqual(mine.day);
  });

  test("is there for mentees alone, and empty of what was cancelled", async () => {
    const { mentee, nobody, mentor, mine } = await story();
    expect(await ownSchedule(await actor(nobody))).toBeNull();
    expect(await ownSchedule(await actor(mentor))).toBeNull();
    await db.session.update({ where: { id: mine.id }, data: { state: "CANCELLED" } });
    expect((await ownSchedule(await actor(mentee)))?.sessions).toHaveLength(1);
  });

  test("shows the words that are shared and no other", async () => {
    const { mentee, mentor, one } = await story();
    clock.set(at(monday, 15));
    const log = {
      ...emptyLog([]),
      learned: "To listen",
      progress: "ON_TRACK" as const,
      enrollmentId: one.id,
      version: 0,
    };
    await submitLog(await actor(mentor), {
      ...log,
      day: monday,
      note: "hidden words",
      noteAudience: "ORGANIZERS",
    });
    clock.set(at(tuesday, 15));
    await submitLog(await actor(mentor), {
      ...log,
      day: tuesday,
      note: "open words",
      noteAudience: "SHARED",
    });
    const logs = await latestSharedLogs(await actor(mentee), one.id, 5);
    expect(logs.map(({ day, note }) => [day, note])).toEqual([
      [tuesday, "open words"],
      [monday, ""],
    ]);
  });
});

describe("a cohort's schedule", () => {
  test("shows each person the sessions that concern them", async () => {
    const { cohort, organizer, manager, mentor, sme, mentee, stranger, nobody, shared, mine, theirs, round } =
      await story();
    const seen = async (person: { id: string }) => {
      const schedule = await cohortSchedule(await actor(person), cohort.id, tuesday);
      return {
        ids: [...schedule.shared, ...schedule.opened].map(({ id }) => id).sort(),
        pairs: schedule.lines.map((line) => line.pairs),
      };
    };
    expect(await seen(organizer)).toEqual({
      ids: [shared.id, mine.id, theirs.id, round.id].sort(),
      pairs: [1, 1],
    });
    for (const person of [manager, mentor, mentee]) {
      expect(await seen(person)).toEqual({ ids: [shared.id, mine.id].sort(), pairs: [1] });
    }
    expect(await seen(sme)).toEqual({ ids: [shared.id], pairs: [] });
    expect(await seen(stranger)).toEqual({ ids: [], pairs: [] });
    await expect(seen(nobody)).rejects.toThrow("errors.notFound");
  });

  test("adds up the pairs of a plan's line the same way for organizers and for those who see them all", async () => {
    const organizer = await aPerson({ grant: "ENABLEMENT_MANAGER" });
    const manager = await aPerson();
    const floor = await aFloor([manager]);
    const cohort = await aCohort({ organizer, floors: [floor] });
    const enrollments = [];
    for (let count = 0; count < 3; count++) {
      enrollments.push(await anEnrollment(cohort, await aPerson({ floorId: floor.id })));
    }
    const ids = enrollments.map(({ id }) => id);
    // A mentor's session lacks nobody before the mentee is paired.
    const [paired] = enrollments;
    if (paired) await aPairing(paired, await aNomination(cohort, floor, await aPerson()), "CONFIRMED");
    await createSessions(db, { cohortId: cohort.id, enrollmentIds: ids, cohortWide: true });
    const lines = async (person: { id: string }) => {
      const schedule = await cohortSchedule(await actor(person), cohort.id, null);
      return schedule.lines.map(({ key, ...line }) => ({ ...line, key: key.length }));
    };
    const all = await lines(organizer);
    expect(all).toHaveLength(10);
    expect(all[0]).toMatchObject({ day: monday, pairs: 3, unled: 1, startsAt: at(monday, 13) });
    expect(await lines(manager)).toEqual(all);
  });
});

describe("one session", () => {
  test("is for those it concerns, and its brief for those who lead or organize it", async () => {
    const { organizer, manager, mentor, second, mentee, other, sme, stranger, nobody, mine } = await story();
    for (const person of [organizer, mentor, manager, mentee]) {
      expect((await sessionPage(await actor(person), mine.id)).session.id).toBe(mine.id);
    }
    for (const person of [second, other, sme, stranger, nobody]) {
      await expect(sessionPage(await actor(person), mine.id)).rejects.toThrow("errors.notFound");
    }
  });

  test("names to a mentee nobody but themselves, and to whoever leads it everybody", async () => {
    const { mentee, sme, other, shared, mentor } = await story();
    const names = async (person: { id: string }) =>
      (await sessionPage(await actor(person), shared.id)).session.attendances.map(
        ({ enrollment }) => enrollment.person.name,
      );
    expect(await names(mentee)).toEqual([mentee.name]);
    expect(await names(mentor)).toEqual([mentee.name]);
    expect((await names(sme)).sort()).toEqual([mentee.name, other.name].sort());
  });

  test("can be offered by organizers to everybody but the cohort's mentees", async () => {
    const { cohort, organizer, mentor, nobody, mentee } = await story();
    const ids = (await facilitatorCandidates(await actor(organizer), cohort.id)).map(({ id }) => id);
    expect(ids).toContain(nobody.id);
    expect(ids).not.toContain(mentee.id);
    await expect(facilitatorCandidates(await actor(mentor), cohort.id)).rejects.toThrow("errors.notFound");
  });
});

test("a mentor's Today holds the logs that wait, what they lead next and what they were asked", async () => {
  const { cohort, mentor, mine, one } = await story();
  const list = await db.mentorList.findFirstOrThrow({ where: { cohortId: cohort.id } });
  await db.mentorNomination.updateMany({
    where: { listId: list.id, personId: mentor.id },
    data: { trainedAt: at(monday, 8) },
  });
  const today = await mentorToday(await actor(mentor));
  expect(today.waiting.map(({ day }) => day)).toEqual([monday]);
  expect(today.sessions.today).toEqual([]);
  expect(today.sessions.next.map(({ id }) => id)).toEqual([mine.id]);
  expect(today.desk.entries.map(({ enrollmentId }) => enrollmentId)).toEqual([one.id]);
  expect(today.invitations).toEqual([]);
});

describe("what somebody leads", () => {
  const ledBy = async (person: Parameters<typeof actor>[0]) =>
    (await ledSchedule(await actor(person))).days.map(({ day, sessions }) => [
      day,
      ...sessions.map(({ id }) => id),
    ]);

  test("stands day by day for a mentor and an expert, and for nobody else", async () => {
    const { mentor, sme, mentee, stranger, mine, shared } = await story();
    expect(await ledBy(mentor)).toEqual([[tuesday, mine.id]]);
    expect(await ledBy(sme)).toEqual([[monday, shared.id]]);
    expect(await ledBy(mentee)).toEqual([]);
    expect(await ledBy(stranger)).toEqual([]);
  });

  test("goes back a week, and leaves out what was cancelled or declined", async () => {
    const { mentor, sme, mine, shared } = await story();
    await db.session.update({ where: { id: mine.id }, data: { state: "CANCELLED" } });
    expect(await ledBy(mentor)).toEqual([]);
    clock.set(at(addDays(monday, 6), 9));
    expect(await ledBy(sme)).toEqual([[monday, shared.id]]);
    clock.set(at(addDays(monday, 9), 9));
    expect(await ledBy(sme)).toEqual([]);
    clock.set(at(monday, 9));
    await db.sessionFacilitator.updateMany({ where: { sessionId: shared.id }, data: { state: "DECLINED" } });
    expect(await ledBy(sme)).toEqual([]);
  });
});
