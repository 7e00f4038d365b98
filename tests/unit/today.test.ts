import { describe, expect, it } from "vitest";
import { launchSteps } from "@/lib/launch/rules";
import { type Glance, tasksOf } from "@/lib/today/rules";
import { words } from "@/tests/support/words";

const planned = {
  mentees: 3,
  intakes: 3,
  confirmed: 3,
  floors: 2,
  listsAsked: 2,
  listsSubmitted: 2,
  capacity: 4,
  signOffsAsked: 0,
  signOffsApproved: 0,
};

const planning: Glance = {
  id: "p",
  name: "Winter wave",
  state: "PLANNING",
  today: "2026-12-08",
  startsOn: "2026-12-15",
  endsOn: "2026-12-29",
  certificationDate: "2026-12-29",
  steps: launchSteps(planned),
  launchable: false,
  launchBy: "2026-12-14",
  lateLists: null,
  signOffsToChange: 0,
  mentees: 3,
  undecided: 3,
  missingLogs: null,
  toDecide: 0,
  leaderless: null,
};
const running: Glance = {
  ...planning,
  id: "r",
  name: "Autumn wave",
  state: "ACTIVE",
  startsOn: "2026-11-25",
  endsOn: "2026-12-08",
  certificationDate: "2026-12-08",
};

const kinds = (...glances: Glance[]) => tasksOf(glances).map((task) => task.kind);
const steps = (over: Partial<typeof planned>) => launchSteps({ ...planned, ...over });

describe("what an organizer has to do next", () => {
  it("is nothing while everybody is where they should be", () => {
    expect(kinds(planning, running)).toEqual([]);
  });

  it("is to get the people together first, and to pair them once there are mentors", () => {
    expect(kinds({ ...planning, steps: steps({ mentees: 0, confirmed: 0, listsAsked: 1 }) })).toEqual([
      "enroll",
      "askLists",
    ]);
    expect(kinds({ ...planning, steps: steps({ confirmed: 1, capacity: 1 }) })).toEqual([]);
    const [pair] = tasksOf([{ ...planning, steps: steps({ confirmed: 1 }) }]);
    expect(pair).toMatchObject({ kind: "pair", place: "/cohorts/p/pairings", values: { count: 2 } });
  });

  it("is the launch as soon as nothing is in its way", () => {
    expect(tasksOf([{ ...planning, launchable: true }])).toMatchObject([
      { kind: "launch", due: "2026-12-14" },
    ]);
  });

  it("puts what is overdue before what is not, over all cohorts", () => {
    const late = {
      ...planning,
      lateLists: { floors: ["SMB"], since: "2026-12-07" as const },
      launchable: true,
    };
    const decide = { ...running, toDecide: 2, leaderless: { count: 1, first: "2026-12-10" as const } };
    expect(kinds(late, decide)).toEqual(["decide", "lateLists", "launch", "leaders"]);
  });

  it("asks to complete a cohort only when every mentee has an outcome", () => {
    expect(kinds({ ...running, undecided: 0 })).toEqual(["complete"]);
    expect(kinds({ ...running, undecided: 0, mentees: 0 })).toEqual([]);
  });

  it("asks nothing of a cohort that is over", () => {
    expect(kinds({ ...running, state: "COMPLETED", toDecide: 3, launchable: true })).toEqual([]);
  });

  it("has words for each of them", () => {
    const everything = tasksOf([
      { ...running, toDecide: 1, undecided: 0, missingLogs: { count: 2, since: "2026-12-04" } },
      {
        ...planning,
        launchable: true,
        lateLists: { floors: ["SMB", "Enterprise"], since: "2026-12-07" },
        signOffsToChange: 1,
        steps: steps({ mentees: 0, listsAsked: 0 }),
        leaderless: { count: 2, first: "2026-12-16" },
      },
      { ...planning, steps: steps({ confirmed: 0 }) },
    ]);
    expect(new Set(everything.map((task) => task.kind)).size).toBe(10);
    for (const { kind, values } of everything) {
      expect(words({ key: `today.enablement.task.${kind}.what`, values })).toMatch(/\w/);
    }
  });
});
