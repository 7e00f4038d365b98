import { describe, expect, test } from "vitest";
import { type BoardRow, median, needsOf } from "@/lib/board/rules";
import { addDays, type Day, fromDay, instantAt } from "@/lib/dates";
import { awayDays, dayStatuses, mostUrgent, stronger, writeRefusal } from "@/lib/logs/day-statuses";
import { prefill } from "@/lib/logs/prefill";
import { placeSessions, type Standing } from "@/lib/sessions/placement";

const monday: Day = "2026-03-02";
const zone = "Europe/Berlin";
const at = (day: Day, hour: number) => instantAt(day, hour * 60, zone);

/** Five program days, the third of them after a holiday on Wednesday, and two days of tail. */
const cohort = {
  state: "ACTIVE",
  timeZone: zone,
  version: { logDueMinute: 18 * 60 },
  days: [0, 1, 3, 4, 7, 8, 9].map((offset, index) => ({
    day: fromDay(addDays(monday, offset)),
    phase: index < 5 ? ("PROGRAM" as const) : ("TAIL" as const),
    number: index < 5 ? index + 1 : index - 4,
  })),
};
const mentee = { state: "ACTIVE", createdAt: at(addDays(monday, -7), 9), endedAt: null };

describe("how the days of a mentee stand", () => {
  const statuses = (now: Date, logs: [Day, "DRAFT" | "SUBMITTED"][] = [], away: Day[] = []) =>
    dayStatuses(cohort, mentee, new Map(logs), new Set(away), now).map(({ status }) => status);

  test("a holiday between two program days gives a log more time", () => {
    const tuesday = addDays(monday, 1);
    expect(statuses(at(addDays(monday, 2), 20))[1]).toBe("late");
    expect(statuses(at(addDays(monday, 3), 17))[1]).toBe("late");
    expect(statuses(at(addDays(monday, 3), 18))[1]).toBe("missed");
    expect(statuses(at(addDays(monday, 3), 18), [[tuesday, "SUBMITTED"]])[1]).toBe("submitted");
  });

  test("nothing is asked for before a cohort is launched, before somebody joined and after they left", () => {
    const now = at(addDays(monday, 8), 12);
    expect(dayStatuses({ ...cohort, state: "READY" }, mentee, new Map(), new Set(), now)[0]?.status).toBe(
      "none",
    );
    const joined = { ...mentee, createdAt: at(addDays(monday, 1), 9), endedAt: at(addDays(monday, 3), 9) };
    expect(dayStatuses(cohort, joined, new Map(), new Set(), now).map(({ status }) => status)).toEqual([
      "none",
      "missed",
      "missed",
      "none",
      "none",
    ]);
  });

  test("nothing is asked for while the pairing rests, and from the day on which it goes on again it is", () => {
    const tuesday = addDays(monday, 1);
    const friday = addDays(monday, 4);
    const resting = { ...mentee, restFrom: [fromDay(tuesday)] };
    const now = at(addDays(monday, 8), 12);
    const on = (who: typeof mentee, logs: [Day, "SUBMITTED"][] = []) =>
      dayStatuses(cohort, who, new Map(logs), new Set(), now).map(({ status }) => status);
    expect(on(resting)).toEqual(["missed", "paused", "paused", "paused", "paused"]);
    expect(on(resting, [[tuesday, "SUBMITTED"]])[1]).toBe("submitted");
    const resumed = { ...resting, restUntil: [fromDay(friday)] };
    expect(on(resumed)).toEqual(["missed", "paused", "paused", "missed", "late"]);
  });

  test("several mentees together stand as the one that needs most", () => {
    expect(mostUrgent(["submitted", "late", "due"])).toBe("late");
    expect(mostUrgent(["submitted", "excused"])).toBe("submitted");
    expect(mostUrgent([])).toBe("none");
    expect(stronger("SUBMITTED", "DRAFT")).toBe("SUBMITTED");
    expect(stronger(undefined, "DRAFT")).toBe("DRAFT");
  });

  test("somebody is away on the days on which they were at nothing that expected them", () => {
    const session = (day: Day) => ({ day: fromDay(day) });
    const tuesday = addDays(monday, 1);
    expect([
      ...awayDays([
        { state: "ABSENT", session: session(monday) },
        { state: "EXCUSED", session: session(monday) },
        { state: "ABSENT", session: session(tuesday) },
        { state: "PRESENT", session: session(tuesday) },
      ]),
    ]).toEqual([monday]);
  });
});

describe("which days a mentor may write about", () => {
  const now = at(addDays(monday, 8), 12);
  const refusal = (day: Day, given = {}) =>
    writeRefusal(cohort, { ...mentee, mentoredFrom: null, ...given }, day, now)?.key;

  test("from the day on which they began to mentor", () => {
    expect(refusal(addDays(monday, 3))).toBeUndefined();
    expect(refusal(addDays(monday, 3), { mentoredFrom: fromDay(addDays(monday, 4)) })).toBe(
      "logs.refused.beforeStart",
    );
  });

  test("in the tail while the mentee is in an extension", () => {
    expect(refusal(addDays(monday, 8))).toBe("logs.refused.noProgramDay");
    expect(refusal(addDays(monday, 8), { state: "EXTENDED" })).toBeUndefined();
  });
});

test("a log begins with what took place, and leaves out what needs no line", () => {
  const session = (id: string, kind: "ROLE_PLAY" | "STAND_UP", state: "CONFIRMED" | "CANCELLED") => ({
    id,
    title: id,
    kind,
    state,
  });
  expect(
    prefill([
      session("a", "STAND_UP", "CONFIRMED"),
      session("b", "ROLE_PLAY", "CONFIRMED"),
      session("c", "ROLE_PLAY", "CANCELLED"),
    ]),
  ).toEqual([{ sessionId: "b", title: "b", independence: "ASSISTED" }]);
});

describe("the board", () => {
  const row = (name: string, given: Partial<BoardRow> = {}): BoardRow => ({
    id: name,
    name,
    state: "ACTIVE",
    mentor: "M",
    paused: false,
    days: [],
    progress: null,
    numbers: { calls: 0, emails: 0, meetings: 0, proposals: 0 },
    ...given,
  });

  test("puts first who needs help most, and leaves out who needs none or is decided", () => {
    const missed = { day: monday, number: 1, status: "missed" as const };
    const needs = needsOf(
      [
        row("fine"),
        row("late", { days: [{ ...missed, status: "late" }] }),
        row("stuck", { progress: "STRUGGLING" }),
        row("done", { state: "CERTIFIED", days: [missed] }),
      ],
      monday,
    );
    expect(needs.map(({ name }) => name)).toEqual(["stuck", "late"]);
  });

  test("finds the middle of what was counted", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([])).toBe(0);
  });
});

describe("placing pair sessions", () => {
  const template = { startMinute: 13 * 60, endMinute: 14 * 60, minutes: 30 } as NonNullable<
    Standing["template"]
  >;
  const standing = (id: string, hour: number): Standing => ({
    id,
    day: monday,
    template,
    startsAt: at(monday, hour),
    endsAt: new Date(+at(monday, hour) + 30 * 60_000),
  });
  const busy = (from: number, to: number) => ({ startsAt: at(monday, from), endsAt: at(monday, to) });

  test("leaves what stands well, and moves the rest within its window", () => {
    const [session] = [standing("a", 13)];
    expect(placeSessions([session], zone, [], new Map([["a", session]]))).toEqual({ moved: [], stuck: [] });
    const { moved } = placeSessions([session], zone, [busy(13, 13.5)], new Map());
    expect(moved).toMatchObject([{ id: "a", startsAt: at(monday, 13.5) }]);
  });

  test("looks at the rest of the day when the window is full, and says when the day is", () => {
    const session = standing("a", 13);
    expect(placeSessions([session], zone, [busy(13, 14)], new Map()).moved).toMatchObject([
      { startsAt: at(monday, 14) },
    ]);
    expect(placeSessions([session], zone, [busy(13, 19)], new Map()).moved).toMatchObject([
      { startsAt: at(monday, 8) },
    ]);
    expect(placeSessions([session], zone, [busy(0, 24)], new Map()).stuck).toEqual([session]);
  });

  test("minds what the mentee has, also what was placed a moment before", () => {
    const sessions = [standing("a", 13), standing("b", 13)];
    const { moved } = placeSessions(sessions, zone, [], new Map([["c", busy(13.5, 14)]]));
    expect(moved.map(({ id, startsAt }) => [id, startsAt])).toEqual([["b", at(monday, 14)]]);
  });
});
