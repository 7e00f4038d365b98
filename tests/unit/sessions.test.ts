import { describe, expect, it } from "vitest";
import { attendanceRefusal, moveRefusal, outcomeRefusal, sessionStates } from "@/lib/sessions/rules";
import { words } from "@/tests/support/words";

const at = (time: string) => new Date(`2027-01-13T${time}:00Z`);
const session = { state: "CONFIRMED", startsAt: at("13:00"), endsAt: at("13:45") } as const;
const before = at("12:59");
const during = at("13:00");

describe("a session", () => {
  it("is held or missed only from its start on", () => {
    expect(words(outcomeRefusal(session, "HELD", before))).toBe("This session has not started yet.");
    expect(outcomeRefusal(session, "HELD", during)).toBeNull();
    expect(outcomeRefusal(session, "MISSED", during)).toBeNull();
    expect(outcomeRefusal({ ...session, state: "CANCELLED" }, "HELD", during)).not.toBeNull();
  });

  it("moves while it is ahead, to a time that is ahead and free", () => {
    const later = { startsAt: at("15:00"), endsAt: at("15:45") };
    expect(moveRefusal(session, later, [], before)).toBeNull();
    expect(moveRefusal(session, later, [{ startsAt: at("14:15"), endsAt: at("15:00") }], before)).toBeNull();
    const busy = [{ startsAt: at("15:44"), endsAt: at("16:00") }];
    expect(words(moveRefusal(session, later, busy, before))).toContain("in another one at that time");
    expect(words(moveRefusal(session, { startsAt: at("15:00"), endsAt: at("15:00") }, [], before))).toContain(
      "ends after",
    );
    expect(words(moveRefusal(session, later, [], at("15:00")))).toContain("still to come");
  });

  it("stays where it is once it is over", () => {
    const later = { startsAt: at("15:00"), endsAt: at("15:45") };
    const fixed = sessionStates.filter((state) => moveRefusal({ state }, later, [], before) !== null);
    expect(fixed).toEqual(["HELD", "MISSED", "CANCELLED"]);
    for (const state of fixed)
      expect(words(moveRefusal({ state }, later, [], before))).toMatch(/^This session was|^This session has/);
  });
});

describe("attendance", () => {
  it("is recorded from the start on; somebody may be excused ahead", () => {
    expect(words(attendanceRefusal(session, "EXPECTED", "PRESENT", before))).toContain("not started");
    expect(attendanceRefusal(session, "EXPECTED", "EXCUSED", before)).toBeNull();
    expect(attendanceRefusal(session, "EXPECTED", "NOT_EXPECTED", before)).toBeNull();
    for (const state of ["PRESENT", "LATE", "ABSENT"] as const) {
      expect(attendanceRefusal(session, "EXPECTED", state, during)).toBeNull();
    }
  });

  it("may be corrected, but never unsaid, and not for a session that was cancelled", () => {
    expect(attendanceRefusal(session, "ABSENT", "EXCUSED", during)).toBeNull();
    expect(attendanceRefusal(session, "ABSENT", "EXPECTED", during)).not.toBeNull();
    expect(words(attendanceRefusal({ ...session, state: "CANCELLED" }, "EXPECTED", "PRESENT", during))).toBe(
      "This session was cancelled.",
    );
  });
});
