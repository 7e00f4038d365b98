import { describe, expect, it } from "vitest";
import { launchSteps, type StepFacts } from "@/lib/launch/rules";

const empty: StepFacts = {
  mentees: 0,
  intakes: 0,
  confirmed: 0,
  floors: 2,
  listsAsked: 0,
  listsSubmitted: 0,
  capacity: 0,
  signOffsAsked: 0,
  signOffsApproved: 0,
};
const open = (over: Partial<StepFacts>) =>
  launchSteps({ ...empty, ...over })
    .filter((step) => !step.done)
    .map((step) => step.name);

describe("the steps to the launch", () => {
  it("are all open for an empty cohort, but nobody has to be asked for a sign-off", () => {
    expect(open({})).toEqual(["mentees", "listsAsked", "listsSubmitted", "mentors", "intakes", "paired"]);
  });

  it("tick themselves from what is there, in any order", () => {
    expect(open({ mentees: 3, listsAsked: 2 })).toEqual(["listsSubmitted", "mentors", "intakes", "paired"]);
    expect(open({ mentees: 3, listsAsked: 2, listsSubmitted: 1, capacity: 2 })).toContain("mentors");
    const done = { mentees: 3, intakes: 3, listsAsked: 2, listsSubmitted: 2, capacity: 5, confirmed: 3 };
    expect(open(done)).toEqual([]);
    expect(open({ ...done, signOffsAsked: 2, signOffsApproved: 1 })).toEqual(["signedOff"]);
  });

  it("never count more room than there are mentees", () => {
    const mentors = launchSteps({ ...empty, mentees: 3, capacity: 8 }).find(({ name }) => name === "mentors");
    expect(mentors).toMatchObject({ count: 3, of: 3, done: true });
  });
});
