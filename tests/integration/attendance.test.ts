import { beforeEach, describe, expect, test } from "vitest";
import { recordAttendance } from "@/lib/attendance/commands";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { cancelSession } from "@/lib/schedule/commands";
import { asOwner, resetDatabase } from "@/tests/support/database";
import { actor, aSession, monday, mondayMorning } from "@/tests/support/rows";
import { aSessionStage, at, auditOf } from "@/tests/support/session-stage";

beforeEach(async () => {
  await resetDatabase();
  clock.set(mondayMorning);
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
    const { cohort, organizer, mentor, sme, one, menteeOne, manager } = await aSessionStage();
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
    const { cohort, organizer, one, two } = await aSessionStage();
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
    const { cohort, organizer, one, two } = await aSessionStage();
    const session = await aSession(cohort, { enrollment: one, state: "CONFIRMED" });
    clock.set(at(monday, "14:00"));
    const who = await actor(organizer);
    await recordAttendance(who, all(session, "PRESENT", one));
    await recordAttendance(who, all(session, "LATE", one));
    expect(await db.attendance.findMany()).toMatchObject([{ state: "LATE" }]);
    await expect(recordAttendance(who, all(session, "PRESENT", two))).rejects.toThrow("errors.notFound");
  });

  test("of a cancelled session is refused", async () => {
    const { cohort, organizer, one } = await aSessionStage();
    const session = await aSession(cohort, { enrollment: one, state: "CONFIRMED" });
    await cancelSession(await actor(organizer), { sessionId: session.id });
    clock.set(at(monday, "14:00"));
    await expect(recordAttendance(await actor(organizer), all(session, "PRESENT", one))).rejects.toThrow(
      "sessions.refused.cancelled",
    );
  });
});
