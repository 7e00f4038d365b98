import { describe, expect, it } from "vitest";
import { planCohort } from "@/lib/cohorts/planner";
import {
  completionBlockers,
  isBeforeLaunch,
  type LaunchFacts,
  launchBlockers,
  placeInPlan,
  programDayOn,
} from "@/lib/cohorts/rules";
import type { Day } from "@/lib/dates";
import { enrollmentStates, isUndecided } from "@/lib/mentees/rules";
import { words } from "@/tests/support/words";

const paired = { confirmed: true, mentorEligible: true };
const ready: LaunchFacts = {
  state: "READY",
  certificationDate: "2027-01-22",
  today: "2027-01-08",
  mentees: [{ name: "Ama", leadPairing: paired }],
  eligibleMentors: 1,
  signOffs: [{ name: "Ines", state: "APPROVED" }],
  sessions: 30,
};
const missing = (over: Partial<LaunchFacts>) =>
  launchBlockers({ ...ready, ...over }).map((blocker) => words(blocker));
const people = (...names: string[]) => names.map((name) => ({ name, leadPairing: null }));

describe("a launch", () => {
  it("is open when nothing is missing, also without sign-offs that nobody asked for", () => {
    expect(missing({})).toEqual([]);
    expect(missing({ signOffs: [] })).toEqual([]);
    expect(missing({ today: "2027-01-22" })).toEqual([]);
  });

  it("waits for each thing that is missing, and says which", () => {
    expect(missing({ certificationDate: null })).toEqual(["There is no certification date yet."]);
    expect(missing({ today: "2027-01-23" })).toEqual([
      "The certification date has passed. Choose a new one.",
    ]);
    expect(missing({ sessions: 0 })).toEqual(["There are no sessions yet."]);
    expect(missing({ mentees: [] })).toEqual(["No mentee is enrolled yet."]);
    expect(missing({ eligibleMentors: 0 })).toHaveLength(1);
    expect(missing({ signOffs: [{ name: "Ines", state: "REQUESTED" }] })).toEqual([
      "One sign-off is outstanding: Ines.",
    ]);
    expect(missing({ signOffs: [{ name: "Ines", state: "CHANGES_REQUESTED" }] })).toEqual([
      "One stakeholder asks for changes: Ines.",
    ]);
  });

  it("waits for a confirmed pairing with an eligible mentor for every mentee", () => {
    expect(missing({ mentees: people("Ama", "Bo") })).toEqual([
      "2 mentees have no lead mentor yet: Ama, Bo.",
    ]);
    expect(missing({ mentees: [{ name: "Ama", leadPairing: { ...paired, confirmed: false } }] })).toEqual([
      "One pairing is not confirmed yet: Ama.",
    ]);
    expect(
      missing({ mentees: [{ name: "Ama", leadPairing: { ...paired, mentorEligible: false } }] }),
    ).toEqual(["One mentee has a mentor who is no longer eligible: Ama."]);
  });

  it("names a few people and counts the others", () => {
    expect(missing({ mentees: people("Ama", "Bo", "Chi", "Dee", "Eli") })).toEqual([
      "5 mentees have no lead mentor yet: Ama, Bo, Chi and 2 more.",
    ]);
  });

  it("says everything that is missing at once", () => {
    expect(missing({ mentees: people("Ama"), eligibleMentors: 0, sessions: 0 })).toHaveLength(3);
  });

  it("is refused from every state but ready", () => {
    expect(missing({ state: "PLANNING" })[0]).toContain("in planning");
    expect(missing({ state: "ACTIVE" })[0]).toContain("already under way");
    expect(missing({ state: "CANCELLED" })).toHaveLength(1);
  });
});

describe("a completion", () => {
  it("waits until every mentee has an outcome and no attempt is open", () => {
    const mentees = enrollmentStates.map((state) => ({ name: state, state }));
    const open = completionBlockers({ state: "ACTIVE", mentees, openAttempts: [{ name: "Ama" }] }).map(
      (one) => words(one),
    );
    expect(open).toEqual([
      "3 mentees have no outcome yet: ENROLLED, ACTIVE, EXTENDED.",
      "One certification attempt is still open: Ama.",
    ]);
    const decided = mentees.filter((mentee) => !isUndecided(mentee.state));
    expect(completionBlockers({ state: "ACTIVE", mentees: decided, openAttempts: [] })).toEqual([]);
  });

  it("is refused for a cohort that is not under way", () => {
    expect(words(completionBlockers({ state: "READY", mentees: [], openAttempts: [] })[0])).toContain(
      "ready to launch",
    );
  });
});

it("everything may be changed freely until the launch, and nothing after", () => {
  const free = (["DRAFT", "PLANNING", "READY"] as const).every(isBeforeLaunch);
  const fixed = (["ACTIVE", "COMPLETED", "ARCHIVED", "CANCELLED"] as const).some(isBeforeLaunch);
  expect([free, fixed]).toEqual([true, false]);
});

describe("a day of the plan", () => {
  const result = planCohort({
    certificationDate: "2027-01-22",
    shape: { programDays: 10, preparationDays: 5, tailDays: 5 },
    milestones: [],
    holidays: new Map(),
    zone: "UTC",
    today: "2026-11-22",
  });
  const days = result.plan?.days ?? [];

  it("is told by phase, number and total", () => {
    expect(programDayOn(days, "2027-01-13")).toEqual({ phase: "PROGRAM", number: 3, total: 10 });
    expect(programDayOn(days, "2027-01-08")).toEqual({ phase: "PREPARATION", number: -1, total: 5 });
    expect(programDayOn(days, "2027-01-25")).toEqual({ phase: "TAIL", number: 1, total: 5 });
  });

  it("is none on a weekend, before and after", () => {
    for (const day of ["2027-01-16", "2027-01-01", "2027-03-01"] as Day[])
      expect(programDayOn(days, day)).toBeNull();
  });

  it("has a previous and a next one, also on a weekend in the middle", () => {
    const weekend = placeInPlan([...days].reverse(), "2027-01-17");
    expect([weekend.previous?.number, weekend.on, weekend.next?.number]).toEqual([5, null, 6]);
    const planned = placeInPlan(days, "2027-01-13");
    expect([planned.previous?.number, planned.on?.number, planned.next?.number]).toEqual([2, 3, 4]);
    expect(placeInPlan(days, "2026-12-01")).toMatchObject({ previous: null, on: null, next: { number: -5 } });
    expect(placeInPlan(days, "2027-06-01")).toMatchObject({ on: null, next: null });
    expect(placeInPlan([], "2027-06-01")).toEqual({ on: null, previous: null, next: null });
  });
});
