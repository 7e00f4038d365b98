import { describe, expect, it } from "vitest";
import { funnelOf, nextStep } from "@/lib/mentors/supply";

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

  it("names the one next step", () => {
    const steps = [
      [{ ...able, decision: "PROPOSED" }, "decide"],
      [{ ...able, decision: "DECLINED" }, "none"],
      [{ ...able, willingness: "NOT_ASKED" }, "invite"],
      [{ ...able, willingness: "INVITED" }, "answer"],
      [{ ...able, willingness: "EXPIRED" }, "inviteAgain"],
      [{ ...able, training: "NOT_STARTED" }, "begin"],
      [{ ...able, training: "IN_PROGRESS" }, "complete"],
      [able, "none"],
    ] as const;
    for (const [nomination, step] of steps) expect(nextStep(nomination)).toBe(step);
  });
});
