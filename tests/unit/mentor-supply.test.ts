import { describe, expect, it } from "vitest";
import { reminderOf } from "@/lib/mentors/rules";
import { availableRooms, funnelOf, needByFloor, nextStep, recommendedNeed } from "@/lib/mentors/supply";
import { waitingFor } from "@/lib/nudges/waiting";

const able = {
  kind: "LEAD",
  decision: "APPROVED",
  willingness: "ACCEPTED",
  training: "COMPLETED",
  capacity: 2,
  load: 0,
} as const;

describe("the supply of mentors", () => {
  it("counts each person up to the step they have reached", () => {
    const funnel = funnelOf([
      able,
      { ...able, load: 2 },
      { ...able, training: "IN_PROGRESS" },
      { ...able, willingness: "INVITED", training: "NOT_STARTED" },
      { ...able, decision: "PROPOSED", willingness: "NOT_ASKED", training: "NOT_STARTED" },
    ]);
    expect(funnel).toMatchObject({ proposed: 5, approved: 4, willing: 3, trained: 2, eligible: 1 });
  });

  it("knows the places that are free now and those that may come, and nobody is in both", () => {
    const funnel = funnelOf([
      { ...able, load: 1 },
      { ...able, training: "NOT_STARTED", capacity: 3 },
      { ...able, willingness: "DECLINED", training: "NOT_STARTED", capacity: 4 },
      { ...able, decision: "DECLINED", capacity: 4 },
    ]);
    expect(funnel).toMatchObject({ free: 1, coming: 3 });
  });

  it("counts call mentors apart, and a mentor of more mentees than places has no place, not less than none", () => {
    expect(funnelOf([{ ...able, kind: "CALL" }])).toMatchObject({ free: 0, callMentors: 1, eligible: 0 });
    expect(funnelOf([{ ...able, kind: "BOTH", load: 5 }])).toMatchObject({ free: 0, callMentors: 1 });
  });

  it("does not count who withdrew", () => {
    expect(funnelOf([{ ...able, decision: "WITHDRAWN" }])).toMatchObject({
      proposed: 0,
      free: 0,
      trained: 0,
    });
  });

  it("counts a paused mentor as trained, and neither as eligible nor as somebody who may come", () => {
    const paused = { ...able, paused: true };
    const people = [
      paused,
      { ...paused, willingness: "INVITED" as const },
      { ...paused, kind: "CALL" as const },
    ];
    expect(funnelOf(people)).toMatchObject({ trained: 2, eligible: 0, free: 0, coming: 0, callMentors: 0 });
    expect(availableRooms(people, 4)).toEqual([]);
  });

  it("knows how many mentees of the cohort each has or can take, up to the cap where nobody decided yet", () => {
    const proposed = { ...able, decision: "PROPOSED" as const, capacity: 1 };
    const people = [
      able,
      { ...able, load: 2 },
      { ...able, load: 2, here: 1 },
      { ...able, load: 1, here: 1, paused: true },
      { ...proposed, load: 1 },
      { ...able, kind: "CALL" as const },
      { ...able, willingness: "DECLINED" as const },
    ];
    expect(availableRooms(people, 4)).toEqual([2, 1, 1, 3]);
  });

  it("names the one next step", () => {
    const steps = [
      [{ ...able, decision: "PROPOSED" }, "decide"],
      [{ ...able, decision: "DECLINED" }, "none"],
      [{ ...able, willingness: "NOT_ASKED" }, "invite"],
      [{ ...able, willingness: "INVITED" }, "answer"],
      [{ ...able, willingness: "EXPIRED" }, "inviteAgain"],
      [{ ...able, willingness: "NOT_THIS_TIME" }, "none"],
      [{ ...able, training: "NOT_STARTED" }, "begin"],
      [{ ...able, training: "IN_PROGRESS" }, "complete"],
      [able, "none"],
    ] as const;
    for (const [nomination, step] of steps) expect(nextStep(nomination)).toBe(step);
  });
});

describe("how many mentors a cohort needs", () => {
  const need = (mentees: number, available: number, shared = false) =>
    recommendedNeed({ mentees, rooms: Array.from({ length: available }, () => 4), cap: 4, shared });

  it.each([
    [8, 8, { ratio: 1, needed: 8, missing: 0 }],
    [8, 12, { ratio: 1, needed: 8, missing: 0 }],
    [8, 5, { ratio: 2, needed: 4, missing: 0 }],
    [8, 0, { ratio: 1, needed: 8, missing: 8 }],
    [20, 2, { ratio: 4, needed: 5, missing: 3 }],
    [60, 40, { ratio: 2, needed: 30, missing: 0 }],
    [60, 0, { ratio: 4, needed: 15, missing: 15 }],
    [60, 80, { ratio: 1, needed: 60, missing: 0 }],
    [0, 3, { ratio: 1, needed: 0, missing: 0 }],
  ])("%i mentees and %i possible mentors", (mentees, available, expected) => {
    expect(need(mentees, available)).toMatchObject(expected);
  });

  it("counts what each can take, and asks for as many more as the places that are missing", () => {
    const of = (mentees: number, rooms: number[]) =>
      recommendedNeed({ mentees, rooms, cap: 4, shared: false });
    expect(of(8, [1, 1, 1, 1, 4])).toMatchObject({ ratio: 4, needed: 5, missing: 0 });
    expect(
      of(
        60,
        Array.from({ length: 32 }, () => 1),
      ),
    ).toMatchObject({ ratio: 4, needed: 39, missing: 7 });
  });

  it("is never more than the cap, and a shared program starts from it", () => {
    expect(need(100, 3).ratio).toBe(4);
    expect(need(8, 8, true)).toMatchObject({ ratio: 4, needed: 2, missing: 0 });
  });
});

describe("what each floor is asked for", () => {
  const floors = [
    { id: "a", mentees: 5, people: 10 },
    { id: "b", mentees: 0, people: 10 },
    { id: "c", mentees: 2, people: 1 },
  ];
  const asked = (rule: "ANY" | "SAME" | "OTHER", needed: number, ratio = 2) =>
    floors.map(({ id }) => needByFloor({ ratio, needed }, floors, rule).get(id));

  it("is what its own mentees need where they are paired on their own floor", () => {
    expect(asked("SAME", 4)).toEqual([3, 0, 1]);
  });

  it("is its share by people otherwise, in whole mentors that add up to the need", () => {
    for (const rule of ["ANY", "OTHER"] as const) {
      expect(asked(rule, 21)).toEqual([10, 10, 1]);
      expect(asked(rule, 5)).toEqual([3, 2, 0]);
      expect(asked(rule, 0)).toEqual([0, 0, 0]);
    }
  });

  it("is shared out evenly while nobody is on any floor", () => {
    const empty = [
      { id: "a", mentees: 0, people: 0 },
      { id: "b", mentees: 0, people: 0 },
    ];
    expect([...needByFloor({ ratio: 1, needed: 3 }, empty, "ANY").values()]).toEqual([2, 1]);
    expect(needByFloor({ ratio: 1, needed: 3 }, [], "ANY").size).toBe(0);
  });
});

describe("reminding of a list", () => {
  const dueAt = new Date("2026-03-04T16:00:00Z");
  const at = (hours: number) => new Date(dueAt.getTime() + hours * 3_600_000);

  it.each([
    [-25, null, null],
    [-23, null, "soon"],
    [-1, -23, null],
    [1, -23, "late"],
    [20, 1, null],
    [25, 1, "late"],
    [121, 96, null],
  ])("%i hours from the deadline, reminded at %s: %s", (now, reminded, expected) => {
    const remindedAt = reminded === null ? null : at(reminded);
    expect(reminderOf({ dueAt, remindedAt }, at(now))).toBe(expected);
  });
});

describe("what a supply waits for", () => {
  const day = (number: number) => new Date(`2026-03-0${number}T08:00:00Z`);
  const person = (name: string, given: object) => ({
    id: name,
    decision: "APPROVED" as const,
    willingness: "NOT_ASKED" as const,
    training: "NOT_STARTED" as const,
    decidedAt: day(3),
    invitedAt: null,
    respondBy: null,
    respondedAt: null,
    nudgedAt: null,
    createdAt: day(1),
    progress: { topics: 2, ticked: 0, attended: 0, scenarios: 1, answered: 0, reviewed: 0 },
    person: { name, deactivatedAt: null, pauses: [] as object[] },
    ...given,
  });
  const floor = (state: "REQUESTED" | "SUBMITTED", nominations: ReturnType<typeof person>[]) => ({
    name: "SMB",
    managers: ["Luca"],
    standIns: [] as { delegate: string; manager: string }[],
    list: { id: "list", state, requestedAt: day(2), submittedAt: null, nudgedAt: null, nominations },
  });
  const waits = (floors: Parameters<typeof waitingFor>[0]) =>
    waitingFor(floors).map(({ who, step, person, since }) => [who, step, person, since.getUTCDate()]);

  it("names the managers of an open list and nobody who is only to be invited", () => {
    expect(
      waits([floor("REQUESTED", [person("Amir", {}), person("Bea", { decision: "PROPOSED" })])]),
    ).toEqual([["managers", "list", null, 2]]);
  });

  it("names who has the next step once the list is in, the one that waits longest first", () => {
    const asked = { willingness: "INVITED", invitedAt: day(5) };
    const willing = { willingness: "ACCEPTED", respondedAt: day(4) };
    const done = { ...willing, training: "COMPLETED" };
    expect(
      waits([
        floor("SUBMITTED", [
          person("Amir", {}),
          person("Bea", asked),
          person("Cem", willing),
          person("Dana", done),
          person("Eli", { willingness: "EXPIRED", respondBy: day(6) }),
        ]),
      ]),
    ).toEqual([
      ["organizers", "invite", "Amir", 3],
      ["mentor", "begin", "Cem", 4],
      ["mentor", "answer", "Bea", 5],
      ["organizers", "inviteAgain", "Eli", 6],
    ]);
  });

  it("names whoever stands in for a manager beside them", () => {
    const standIns = [{ delegate: "Noor", manager: "Luca" }];
    const [list] = waitingFor([{ ...floor("REQUESTED", []), standIns }]);
    expect(list).toMatchObject({ who: "managers", managers: ["Luca"], standIns });
  });

  it("waits for nobody who has no account any more, and says of whom it waits that they have paused", () => {
    const asked = { willingness: "INVITED", invitedAt: day(5) };
    const found = waitingFor([
      floor("SUBMITTED", [
        person("Amir", { ...asked, person: { name: "Amir", deactivatedAt: day(6), pauses: [] } }),
        person("Bea", { ...asked, person: { name: "Bea", deactivatedAt: null, pauses: [{}] } }),
        person("Cem", asked),
      ]),
    ]);
    expect(found.map((one) => [one.person, one.paused])).toEqual([
      ["Bea", true],
      ["Cem", false],
    ]);
  });

  it("says what the training lacks, and leaves it with the organizers once nothing but feedback is missing", () => {
    const willing = { willingness: "ACCEPTED", respondedAt: day(4), training: "IN_PROGRESS" };
    const most = { topics: 2, ticked: 2, attended: 1, scenarios: 1, answered: 1, reviewed: 0 };
    const found = waitingFor([
      floor("SUBMITTED", [
        person("Amir", { ...willing, progress: { ...most, ticked: 1 } }),
        person("Bea", { ...willing, progress: most }),
        person("Cem", { ...willing, progress: { ...most, reviewed: 1 } }),
      ]),
    ]);
    const nothing = { topics: 0, days: 0, answers: 0, feedback: 0 };
    const missing = (more: object) => ({
      key: "training.refused.incomplete",
      values: { ...nothing, ...more },
    });
    expect(found.map((one) => [one.who, one.person, one.missing])).toEqual([
      ["mentor", "Amir", missing({ topics: 1, feedback: 1 })],
      ["organizers", "Bea", missing({ feedback: 1 })],
      ["organizers", "Cem", null],
    ]);
  });
});
