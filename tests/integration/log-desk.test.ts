import { beforeEach, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { addDays, type Day } from "@/lib/dates";
import { db } from "@/lib/db";
import { submitLog } from "@/lib/logs/commands";
import { logDesk } from "@/lib/logs/queries";
import { resetDatabase } from "@/tests/support/database";
import { aLog, aLogStage, at, tuesday } from "@/tests/support/log-stage";
import { actor, aSession, monday } from "@/tests/support/rows";

beforeEach(async () => {
  await resetDatabase();
  clock.set(at(monday, 15));
});

describe("the desk of a mentor", () => {
  test("begins a log with what stood on the schedule, and the numbers of the day before", async () => {
    const { mentor, enrollment, cohort } = await aLogStage();
    await submitLog(await actor(mentor), aLog(enrollment, { calls: 9 }));
    clock.set(at(tuesday, 15));
    const session = await aSession(cohort, {
      enrollment,
      day: tuesday,
      kind: "CALL_SHADOWING",
      state: "CONFIRMED",
    });
    await aSession(cohort, {
      attends: [enrollment],
      day: tuesday,
      minute: 540,
      kind: "STAND_UP",
      state: "CONFIRMED",
    });
    const desk = await logDesk(await actor(mentor), null);
    expect(desk.day).toBe(tuesday);
    expect(desk.entries).toMatchObject([
      {
        enrollmentId: enrollment.id,
        status: "due",
        refusal: null,
        stored: null,
        before: { calls: 9, emails: null },
        start: { activities: [{ sessionId: session.id, title: session.title, independence: "OBSERVED" }] },
      },
    ]);
  });

  test("shows late and missed from the clock, and excused when the mentee was away all day", async () => {
    const { mentor, enrollment, cohort } = await aLogStage();
    const who = await actor(mentor);
    const status = async (day: Day, hour: number) => {
      clock.set(at(day, hour));
      return (await logDesk(who, monday)).entries[0]?.status;
    };
    expect(await status(addDays(monday, -1), 12)).toBe("notDue");
    expect(await status(monday, 12)).toBe("due");
    expect(await status(monday, 18)).toBe("late");
    expect(await status(tuesday, 17)).toBe("late");
    expect(await status(tuesday, 18)).toBe("missed");
    const session = await aSession(cohort, { enrollment, state: "CONFIRMED" });
    await db.attendance.updateMany({ where: { sessionId: session.id }, data: { state: "EXCUSED" } });
    expect(await status(tuesday, 18)).toBe("excused");
  });

  test("asks call mentors for nothing, and lets them write", async () => {
    const { caller } = await aLogStage();
    const desk = await logDesk(await actor(caller), null);
    expect(desk.entries).toMatchObject([{ status: "none", refusal: null }]);
  });

  test("is empty for everybody else", async () => {
    const { organizer, mentee, manager } = await aLogStage();
    for (const person of [organizer, mentee, manager]) {
      expect((await logDesk(await actor(person), monday)).entries).toEqual([]);
    }
  });
});
