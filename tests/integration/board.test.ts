import { beforeEach, describe, expect, test } from "vitest";
import { cohortBoard } from "@/lib/board/queries";
import { clock } from "@/lib/clock";
import { addDays } from "@/lib/dates";
import { db } from "@/lib/db";
import { awayAllDay } from "@/lib/logs/away-days";
import { saveLog, submitLog } from "@/lib/logs/commands";
import { tracesSince } from "@/lib/logs/traces";
import { resetDatabase } from "@/tests/support/database";
import { aLog, at, tuesday } from "@/tests/support/log-stage";
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

const wednesday = addDays(monday, 2);

/** A running cohort over two floors: Ada and Bo with one mentor each. */
async function story() {
  const organizer = await aPerson({ grant: "ENABLEMENT_MANAGER" });
  const stranger = await aPerson({ grant: "ENABLEMENT_MANAGER" });
  const [manager, mentor, second] = [await aPerson(), await aPerson(), await aPerson()];
  const floors = [await aFloor([manager]), await aFloor()] as const;
  const cohort = await aCohort({ organizer, state: "ACTIVE", floors: [...floors] });
  const ada = await anEnrollment(cohort, await aPerson({ name: "Ada", floorId: floors[0].id }), "ACTIVE");
  const bo = await anEnrollment(cohort, await aPerson({ name: "Bo", floorId: floors[1].id }), "ACTIVE");
  await aPairing(ada, await aNomination(cohort, floors[0], mentor));
  await aPairing(bo, await aNomination(cohort, floors[0], second));
  return { organizer, stranger, manager, mentor, second, cohort, ada, bo };
}

beforeEach(async () => {
  await resetDatabase();
  clock.set(at(monday, 15));
});

describe("the board of a cohort", () => {
  test("shows every mentee to organizers, a floor's own to its manager, and nothing to anybody else", async () => {
    const { cohort, organizer, manager, mentor, stranger } = await story();
    const names = async (person: { id: string }) =>
      (await cohortBoard(await actor(person), cohort.id)).rows.map(({ name }) => name);
    expect(await names(organizer)).toEqual(["Ada", "Bo"]);
    expect(await names(manager)).toEqual(["Ada"]);
    for (const person of [mentor, stranger, await aPerson()]) {
      await expect(names(person)).rejects.toThrow("errors.notFound");
    }
  });

  test("says whose pairing is paused", async () => {
    const { cohort, organizer, bo } = await story();
    await db.pairing.updateMany({ where: { enrollmentId: bo.id }, data: { state: "PAUSED" } });
    const { rows } = await cohortBoard(await actor(organizer), cohort.id);
    expect(rows.map(({ name, paused }) => [name, paused])).toEqual([
      ["Ada", false],
      ["Bo", true],
    ]);
  });

  test("a day is excused by being at nothing that expected somebody, and by nothing less", async () => {
    const { cohort, organizer, ada, bo } = await story();
    const attend = async (
      enrollment: { id: string },
      state: "ABSENT" | "EXCUSED" | "PRESENT" | "NOT_EXPECTED",
      minute: number,
      cancelled = false,
    ) => {
      const { id } = await aSession(cohort, { enrollment, day: tuesday, minute, state: "CONFIRMED" });
      await db.attendance.updateMany({ where: { sessionId: id }, data: { state } });
      if (cancelled) await db.session.update({ where: { id }, data: { state: "CANCELLED" } });
    };
    const away = async () => {
      const { rows } = await cohortBoard(await actor(organizer), cohort.id);
      const onBoard = rows.filter(({ days }) => days.some(({ status }) => status === "excused"));
      const ids = onBoard.map(({ id }) => id);
      const onDesk = await awayAllDay([ada.id, bo.id]);
      const onToday = (await tracesSince([cohort.id], monday)).filter((one) => one.away);
      for (const said of [onDesk, onToday])
        expect(said.map((one) => one.enrollmentId).sort()).toEqual(ids.sort());
      return ids;
    };
    await attend(bo, "PRESENT", 9 * 60);
    await attend(bo, "ABSENT", 10 * 60);
    expect(await away()).toEqual([]);
    await attend(ada, "ABSENT", 9 * 60);
    await attend(ada, "EXCUSED", 10 * 60);
    await attend(ada, "NOT_EXPECTED", 11 * 60);
    await attend(ada, "PRESENT", 12 * 60, true);
    expect(await away()).toEqual([ada.id]);
    expect((await tracesSince([cohort.id], wednesday)).map((one) => one.away)).toEqual([null, null]);
  });

  test("derives every day from the clock, the logs and who was away", async () => {
    const { cohort, organizer, mentor, second, ada, bo } = await story();
    await submitLog(await actor(mentor), aLog(ada, { calls: 5, progress: "STRUGGLING" }));
    clock.set(at(tuesday, 15));
    await saveLog(await actor(second), aLog(bo, { day: tuesday, calls: 9 }));
    const session = await aSession(cohort, { enrollment: ada, day: tuesday, state: "CONFIRMED" });
    await db.attendance.updateMany({ where: { sessionId: session.id }, data: { state: "ABSENT" } });
    const board = async () => (await cohortBoard(await actor(organizer), cohort.id)).rows;
    const statuses = async () =>
      (await board()).map(({ days }) => days.slice(0, 3).map(({ status }) => status));
    expect(await statuses()).toEqual([
      ["submitted", "excused", "notDue"],
      ["late", "draft", "notDue"],
    ]);
    clock.set(at(wednesday, 12));
    expect(await statuses()).toEqual([
      ["submitted", "excused", "due"],
      ["missed", "late", "due"],
    ]);
    expect((await board()).map(({ numbers, progress }) => [numbers.calls, progress])).toEqual([
      [5, "STRUGGLING"],
      [0, null],
    ]);
  });

  test("adds up the numbers of what was submitted; what was not counted adds nothing", async () => {
    const { cohort, organizer, mentor, ada } = await story();
    const author = await actor(mentor);
    await submitLog(
      author,
      aLog(ada, { calls: 3, emails: null, meetings: 0, proposals: 1, progress: "STRUGGLING" }),
    );
    clock.set(at(wednesday, 15));
    await submitLog(
      author,
      aLog(ada, { day: tuesday, calls: 4, emails: 2, meetings: null, proposals: null, progress: "ON_TRACK" }),
    );
    await saveLog(author, aLog(ada, { day: wednesday, calls: 50, progress: "STRUGGLING" }));
    const { rows } = await cohortBoard(await actor(organizer), cohort.id);
    expect(rows.map(({ numbers, progress }) => [numbers, progress])).toEqual([
      [{ calls: 7, emails: 2, meetings: 0, proposals: 1 }, "ON_TRACK"],
      [{ calls: 0, emails: 0, meetings: 0, proposals: 0 }, null],
    ]);
  });

  test("names who needs help first, and why", async () => {
    const { cohort, organizer, mentor, ada, bo } = await story();
    await submitLog(await actor(mentor), aLog(ada, { progress: "STRUGGLING" }));
    clock.set(at(monday, 20));
    const { needs } = await cohortBoard(await actor(organizer), cohort.id);
    expect(needs.map(({ id, reasons }) => [id, reasons.map(({ key }) => key)])).toEqual([
      [ada.id, ["board.need.struggling"]],
      [bo.id, ["board.need.late"]],
    ]);
  });

  test("leaves out who has withdrawn, and asks nothing for days before somebody joined", async () => {
    const { cohort, organizer, bo } = await story();
    await db.enrollment.update({
      where: { id: bo.id },
      data: { state: "WITHDRAWN", endedAt: at(monday, 12) },
    });
    clock.set(at(wednesday, 9));
    await db.enrollment.create({
      data: {
        cohortId: cohort.id,
        personId: (await aPerson({ name: "Cy" })).id,
        state: "ACTIVE",
        createdAt: at(tuesday, 9),
      },
    });
    const { rows } = await cohortBoard(await actor(organizer), cohort.id);
    expect(rows.map(({ name, days }) => [name, days[0]?.status])).toEqual([
      ["Ada", "missed"],
      ["Cy", "none"],
    ]);
  });
});
