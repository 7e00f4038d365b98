import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day } from "@/lib/dates";
import {
  answerRefusal,
  capacityRefusal,
  deciderRefusal,
  type EligibilityFacts,
  hasLapsed,
  ineligibility,
  isEligible,
  mentorKinds,
  nominationDecisions,
  responseDeadline,
  servesAs,
  submissionBlockers,
  trainingStates,
  willingnessStates,
} from "@/lib/mentors/rules";
import { words } from "@/tests/support/words";

const able: EligibilityFacts = {
  decision: "APPROVED",
  willingness: "ACCEPTED",
  training: "COMPLETED",
  capacity: 2,
  currentLoad: 1,
};
const why = (over: Partial<EligibilityFacts>) => words(ineligibility({ ...able, ...over }));

describe("a mentor", () => {
  it("is eligible when approved, willing, trained or waived, and with room: and only then", () => {
    const facts = fc.record({
      decision: fc.constantFrom(...nominationDecisions),
      willingness: fc.constantFrom(...willingnessStates),
      training: fc.constantFrom(...trainingStates),
      capacity: fc.integer({ min: 1, max: 5 }),
      currentLoad: fc.integer({ min: 0, max: 6 }),
    });
    fc.assert(
      fc.property(facts, (one) => {
        const trained = one.training === "COMPLETED" || one.training === "WAIVED";
        const expected =
          one.decision === "APPROVED" &&
          one.willingness === "ACCEPTED" &&
          trained &&
          one.currentLoad < one.capacity;
        expect(isEligible(one)).toBe(expected);
        if (!expected) expect(words(ineligibility(one))).toMatch(/\.$/);
      }),
      { numRuns: 500 },
    );
  });

  it("is told the first thing that is missing, in the order in which it is settled", () => {
    expect(why({ decision: "PROPOSED", willingness: "NOT_ASKED" })).toBe(
      "The floor manager has not decided yet.",
    );
    expect(why({ decision: "DECLINED" })).toBe("The floor manager has declined.");
    expect(why({ willingness: "INVITED", training: "NOT_STARTED" })).toBe(
      "Has not answered the invitation yet.",
    );
    expect(why({ willingness: "EXPIRED" })).toBe("The invitation lapsed without an answer.");
    expect(why({ training: "IN_PROGRESS", currentLoad: 9 })).toBe("Has not finished the mentor training.");
    expect(why({ currentLoad: 2 })).toBe("Already has 2 mentees, and room for 2.");
  });

  it("serves as what they were offered for", () => {
    expect(mentorKinds.filter((kind) => servesAs(kind, "LEAD"))).toEqual(["LEAD", "BOTH"]);
    expect(mentorKinds.filter((kind) => servesAs(kind, "CALL"))).toEqual(["CALL", "BOTH"]);
  });
});

describe("a decision on a nomination", () => {
  const nomination = { personId: "nominee", decision: "PROPOSED", listState: "REQUESTED" } as const;

  it("is the floor manager's, on an open list", () => {
    expect(deciderRefusal(nomination, "manager", "APPROVED")).toBeNull();
    expect(deciderRefusal({ ...nomination, listState: "REOPENED" }, "manager", "DECLINED")).toBeNull();
  });

  it("is never one's own, whatever its state", () => {
    for (const decision of nominationDecisions) {
      for (const listState of ["REQUESTED", "SUBMITTED", "REOPENED"] as const) {
        const refusal = deciderRefusal({ personId: "me", decision, listState }, "me", "APPROVED");
        expect(refusal?.key).toBe("mentors.refused.ownNomination");
      }
    }
    expect(words(deciderRefusal(nomination, "nominee", "DECLINED"))).toContain("Nobody decides on their own");
  });

  it("waits for the list to be opened again once it was submitted", () => {
    expect(words(deciderRefusal({ ...nomination, listState: "SUBMITTED" }, "manager", "APPROVED"))).toContain(
      "has been submitted",
    );
  });

  it("is not taken twice, and not on somebody who withdrew", () => {
    expect(words(deciderRefusal({ ...nomination, decision: "APPROVED" }, "manager", "APPROVED"))).toContain(
      "already",
    );
    expect(deciderRefusal({ ...nomination, decision: "WITHDRAWN" }, "manager", "APPROVED")).not.toBeNull();
  });
});

describe("a capacity", () => {
  it("lies between one and the cap, and above it only with a reason", () => {
    expect(capacityRefusal(1, 4, null)).toBeNull();
    expect(capacityRefusal(4, 4, null)).toBeNull();
    expect(words(capacityRefusal(5, 4, null))).toContain("between 1 and 4 mentees");
    expect(capacityRefusal(5, 4, "   ")).not.toBeNull();
    expect(capacityRefusal(5, 4, "Covers for a colleague on leave")).toBeNull();
    for (const wrong of [0, -1, 1.5, Number.NaN])
      expect(capacityRefusal(wrong, 4, "a reason")).not.toBeNull();
  });
});

describe("a mentor list", () => {
  const list = (...decisions: ("PROPOSED" | "APPROVED" | "DECLINED" | "WITHDRAWN")[]) =>
    decisions.map((decision) => ({ decision, hoursPerWeek: 3 }));

  it("is submitted when everybody on it is decided", () => {
    const nominations = list("APPROVED", "DECLINED", "WITHDRAWN");
    expect(submissionBlockers({ state: "REQUESTED", nominations })).toEqual([]);
    expect(submissionBlockers({ state: "REOPENED", nominations })).toEqual([]);
    expect(submissionBlockers({ state: "REQUESTED", nominations: list("DECLINED") })).toEqual([]);
  });

  it("waits for the undecided, for hours, and for somebody to be on it", () => {
    const say = (nominations: { decision: "PROPOSED" | "APPROVED" | "WITHDRAWN"; hoursPerWeek: number }[]) =>
      submissionBlockers({ state: "REQUESTED", nominations }).map((blocker) => words(blocker));
    expect(say([])).toEqual(["There is nobody on the list yet."]);
    expect(say([{ decision: "WITHDRAWN", hoursPerWeek: 0 }])).toEqual(["There is nobody on the list yet."]);
    expect(
      say([
        { decision: "PROPOSED", hoursPerWeek: 0 },
        { decision: "PROPOSED", hoursPerWeek: 0 },
        { decision: "APPROVED", hoursPerWeek: 0 },
        { decision: "APPROVED", hoursPerWeek: 1 },
      ]),
    ).toEqual(["2 people are still to be decided.", "One approved mentor has no hours a week yet."]);
  });

  it("is not submitted twice", () => {
    const [blocker] = submissionBlockers({ state: "SUBMITTED", nominations: list("APPROVED") });
    expect(words(blocker)).toBe("This mentor list is already submitted.");
  });
});

describe("an invitation", () => {
  const hours = { zone: "Europe/Berlin", opens: 540, closes: 1020, holidays: new Set<Day>() };
  const respondBy = responseDeadline(new Date("2026-11-20T15:00:00Z"), 16, hours);
  const invited = { decision: "APPROVED", willingness: "INVITED", respondBy } as const;
  const before = new Date(respondBy.getTime() - 1);
  const after = new Date(respondBy.getTime() + 1);

  it("is open for business hours: asked on Friday afternoon, not before Tuesday afternoon", () => {
    expect(respondBy.toISOString()).toBe("2026-11-24T15:00:00.000Z");
  });

  it("is answered once, up to the deadline", () => {
    expect(answerRefusal(invited, "ACCEPTED", before)).toBeNull();
    expect(answerRefusal(invited, "DECLINED", respondBy)).toBeNull();
    expect(words(answerRefusal(invited, "ACCEPTED", after))).toContain("has run out");
    expect(answerRefusal({ ...invited, willingness: "ACCEPTED" }, "DECLINED", before)).not.toBeNull();
    expect(answerRefusal({ ...invited, willingness: "NOT_ASKED" }, "ACCEPTED", before)).not.toBeNull();
  });

  it("is void when the approval is gone", () => {
    expect(answerRefusal({ ...invited, decision: "WITHDRAWN" }, "ACCEPTED", before)).not.toBeNull();
  });

  it("lapses only when nobody answered", () => {
    expect(hasLapsed(invited, after)).toBe(true);
    expect(hasLapsed(invited, before)).toBe(false);
    expect(hasLapsed({ ...invited, willingness: "ACCEPTED" }, after)).toBe(false);
    expect(hasLapsed({ ...invited, respondBy: null }, after)).toBe(false);
  });
});
