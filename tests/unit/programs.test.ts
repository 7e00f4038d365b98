import { describe, expect, it } from "vitest";
import { minuteOf } from "@/lib/dates";
import { defaultProgram } from "@/lib/programs/default-program";
import { isForMentees, programVersionRefusal, type SessionTemplate } from "@/lib/programs/rules";
import { inPairs, together } from "@/lib/programs/session-plan";

const { sessions, rubric, milestones, modules, programDays, preparationDays, tailDays, cap } = defaultProgram;
const label = (session: SessionTemplate) => `day ${session.day}: ${session.title}`;
const onDay = (day: number) => sessions.filter((session) => session.day === day);

describe("the default program", () => {
  it("is two weeks long, prepared in one, with a tail of one", () => {
    expect([programDays, preparationDays, tailDays, cap]).toEqual([10, 5, 5, 4]);
    expect(defaultProgram.logDueMinute).toBe(minuteOf("18:00"));
  });

  it("has something in the morning and in the afternoon of every program day, after a stand-up", () => {
    for (let day = 1; day <= programDays; day++) {
      const [standUp, ...rest] = onDay(day);
      expect(standUp).toMatchObject({ kind: "STAND_UP", minutes: 10, startMinute: minuteOf("09:00") });
      expect(rest.some((one) => one.startMinute < minuteOf("12:00"))).toBe(true);
      expect(rest.some((one) => one.audience === "PAIR" && one.startMinute >= minuteOf("13:00"))).toBe(true);
    }
    expect(sessions.every((session) => session.day >= 1 && session.day <= programDays)).toBe(true);
  });

  it("has a window wide enough for as many mentees as one mentor may have, one after the other", () => {
    for (const session of sessions.filter((one) => one.audience === "PAIR")) {
      const room = session.endMinute - session.startMinute;
      expect(room, label(session)).toBeGreaterThanOrEqual(cap * session.minutes);
      expect(session.minutes, label(session)).toBeLessThanOrEqual(60);
    }
  });

  it("never asks anybody to be in two sessions of a day at once", () => {
    for (let day = 1; day <= programDays; day++) {
      let free = 0;
      for (const session of onDay(day)) {
        expect(session.startMinute, label(session)).toBeGreaterThanOrEqual(free);
        free = session.endMinute;
      }
      expect(free).toBeLessThanOrEqual(defaultProgram.logDueMinute);
    }
  });

  it("follows the ten-day plan: who trains when, the gate, the roundtables, the certification", () => {
    const days = (kind: string) =>
      sessions.filter((session) => session.kind === kind).map((session) => session.day);
    expect(days("KICKOFF")).toEqual([1]);
    expect(days("SME_TRAINING")).toEqual([2, 3, 4, 5, 6, 7]);
    expect(days("CALL_SHADOWING")).toEqual([2, 3]);
    expect(days("TEACH_BACK")).toEqual([5]);
    expect(days("LIVE_CALLS")).toEqual([6, 8, 9]);
    expect(days("REVERSE_SHADOWING")).toEqual([7]);
    expect(days("ROUNDTABLE")).toEqual([5, 10]);
    expect(days("CERTIFICATION")).toEqual([10]);
    expect(days("DEBRIEF")).toEqual([10]);
  });

  it("is certified by an assessor and by nobody who mentors", () => {
    for (const session of sessions.filter((one) => one.kind === "CERTIFICATION")) {
      expect(session.facilitatorRole).toBe("ASSESSOR");
    }
  });

  it("gives a title and an agenda to every session and a brief to everybody who leads one", () => {
    for (const session of sessions) {
      expect(session.title.trim(), label(session)).not.toBe("");
      expect(session.agenda.length, label(session)).toBeGreaterThan(0);
      if (session.facilitatorRole !== "NONE")
        expect(session.brief.length, label(session)).toBeGreaterThan(40);
    }
  });

  it("has milestones of their own names on days that exist", () => {
    expect(new Set(milestones.map((one) => one.key)).size).toBe(milestones.length);
    for (const { phase, day, key } of milestones) {
      if (phase === "PREPARATION") expect(day < 0 && day >= -preparationDays, key).toBe(true);
      if (phase === "PROGRAM") expect(day >= 1 && day <= programDays, key).toBe(true);
    }
    const marks = milestones.filter((one) => one.phase === "TAIL").map((one) => one.day);
    expect(marks).toEqual([3, 5, 30, 60, 90]);
  });

  it("covers all of its days with modules", () => {
    expect(modules.map((module) => [module.firstDay, module.lastDay])).toEqual([
      [1, 5],
      [6, programDays],
    ]);
  });

  it("says every purpose, objective and expectation in words", () => {
    expect(defaultProgram.purpose.length).toBeGreaterThan(100);
    expect(defaultProgram.objectives.map((objective) => objective.kind).sort()).toEqual([
      "behaviour",
      "bonding",
      "leadership",
      "performance",
      "skill",
    ]);
    for (const list of [defaultProgram.mentorWill, defaultProgram.mentorWont, defaultProgram.menteeWill]) {
      expect(list.length).toBeGreaterThanOrEqual(3);
    }
    expect(new Set(defaultProgram.skills).size).toBe(defaultProgram.skills.length);
    expect(defaultProgram.trainingTopics).toHaveLength(6);
  });
});

describe("the default rubric", () => {
  it("weighs to a hundred and has an anchor in words for each level of each criterion", () => {
    expect(rubric.criteria.reduce((sum, criterion) => sum + criterion.weight, 0)).toBe(100);
    for (const criterion of rubric.criteria) {
      expect(criterion.anchors, criterion.name).toHaveLength(rubric.maxLevel + 1);
      expect(new Set(criterion.anchors).size).toBe(rubric.maxLevel + 1);
      expect(criterion.mustReach).toBeLessThanOrEqual(rubric.maxLevel);
    }
  });

  it("has criteria without which nobody passes", () => {
    const must = rubric.criteria
      .filter((criterion) => criterion.mustReach > 0)
      .map((criterion) => criterion.name);
    expect(must).toEqual(["Discovery", "Product knowledge", "Objection handling"]);
  });
});

describe("a line of a session plan", () => {
  it("takes its length from its times, or from itself where it lies in a window", () => {
    const words = { title: "Practice", agenda: [], brief: "", material: "" };
    expect(together(1, "KICKOFF", "ORGANIZER", "09:30–11:00", words)).toMatchObject({
      startMinute: 570,
      minutes: 90,
      endMinute: 660,
    });
    expect(inPairs(1, "ROLE_PLAY", "LEAD_MENTOR", "13:00–16:00", 45, words)).toMatchObject({
      startMinute: 780,
      minutes: 45,
      endMinute: 960,
    });
    expect(() => together(1, "KICKOFF", "ORGANIZER", "09:30-11:00", words)).toThrow(RangeError);
  });
});

it("a roundtable is for mentors and everything else for mentees", () => {
  expect(isForMentees("ROUNDTABLE")).toBe(false);
  expect(isForMentees("KICKOFF")).toBe(true);
});

it("a published program version is only ever retired, never a draft again", () => {
  expect(programVersionRefusal("DRAFT", "PUBLISHED")).toBeNull();
  expect(programVersionRefusal("PUBLISHED", "RETIRED")).toBeNull();
  expect(programVersionRefusal("PUBLISHED", "DRAFT")).toEqual({
    key: "programs.refused.versionState",
    values: { from: "PUBLISHED", to: "DRAFT" },
  });
  expect(programVersionRefusal("RETIRED", "RETIRED")?.key).toBe("programs.refused.versionStateAlready");
});
