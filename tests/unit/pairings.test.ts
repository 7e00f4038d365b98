import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day } from "@/lib/dates";
import {
  currentPairingStates,
  isCurrent,
  loadDuring,
  type PairingFacts,
  pairingRefusal,
  pairingRefusals,
  pairingSpan,
  pairingStates,
  spansOverlap,
} from "@/lib/pairings/rules";
import { words } from "@/tests/support/words";

const good: PairingFacts = {
  kind: "LEAD",
  mentee: { personId: "mentee", lineManagerId: "manager" },
  mentor: {
    personId: "mentor",
    kind: "BOTH",
    decision: "APPROVED",
    willingness: "ACCEPTED",
    training: "WAIVED",
    capacity: 2,
    load: 1,
  },
  currentMentorIds: [],
};
const keys = (over: Partial<PairingFacts>, mentor: Partial<PairingFacts["mentor"]> = {}) =>
  pairingRefusals({ ...good, ...over, mentor: { ...good.mentor, ...mentor } }).map((reason) =>
    reason.key.split(".").at(-1),
  );

describe("a mentor can take a mentee", () => {
  it("when nothing speaks against it", () => {
    expect(pairingRefusal(good)).toBeNull();
    expect(keys({ mentee: { personId: "mentee", lineManagerId: null } })).toEqual([]);
  });

  it("unless it is themselves, or they are the mentee's line manager", () => {
    expect(keys({ mentee: { personId: "mentor", lineManagerId: null } })).toEqual(["oneself"]);
    expect(keys({ mentee: { personId: "mentee", lineManagerId: "mentor" } })).toEqual(["lineManager"]);
  });

  it("unless they are not eligible, or offered for something else", () => {
    expect(keys({}, { decision: "DECLINED" })).toEqual(["notApproved"]);
    expect(keys({}, { willingness: "INVITED" })).toEqual(["notWilling"]);
    expect(keys({}, { training: "IN_PROGRESS" })).toEqual(["notTrained"]);
    expect(keys({}, { kind: "CALL" })).toEqual(["otherKind"]);
    expect(keys({ kind: "CALL" }, { kind: "CALL" })).toEqual([]);
  });

  it("unless their capacity is full", () => {
    expect(keys({}, { load: 2 })).toEqual(["capacityFull"]);
    expect(keys({}, { load: 3 })).toEqual(["capacityFull"]);
  });

  it("unless the mentee has a lead mentor already; call mentors may be several", () => {
    expect(keys({ currentMentorIds: ["another"] })).toEqual(["alreadyPaired"]);
    expect(keys({ kind: "CALL", currentMentorIds: ["another"] })).toEqual([]);
    expect(keys({ kind: "CALL", currentMentorIds: ["mentor"] })).toEqual(["samePair"]);
    expect(keys({ currentMentorIds: ["mentor"] }, { load: 2 })).toEqual(["samePair"]);
  });

  it("and otherwise gives every reason in words, what never changes first", () => {
    const reasons = pairingRefusals({
      ...good,
      mentee: { personId: "mentor", lineManagerId: "mentor" },
      mentor: { ...good.mentor, kind: "CALL", decision: "PROPOSED", load: 5 },
      currentMentorIds: ["another"],
    });
    expect(reasons.map((reason) => words(reason))).toEqual([
      "Nobody mentors themselves.",
      "This is the mentee's line manager, who cannot be the mentor as well.",
      "The floor manager has not decided yet.",
      "Offered as a call mentor only.",
      "This mentee already has a lead mentor.",
      "This mentor has no room for another mentee in this time.",
    ]);
  });
});

describe("the load of a mentor", () => {
  const span = { startsOn: "2027-01-11" as Day, endsOn: "2027-01-22" as Day };
  const pairing = { kind: "LEAD", state: "ACTIVE", ...span } as const;

  it("counts current pairings of the kind that share a day, over all cohorts", () => {
    const others = [
      pairing,
      { ...pairing, state: "SUGGESTED" as const },
      { ...pairing, state: "COMPLETED" as const },
      { ...pairing, kind: "CALL" as const },
      { ...pairing, startsOn: "2027-01-22" as Day, endsOn: "2027-02-05" as Day },
      { ...pairing, startsOn: "2027-01-23" as Day, endsOn: "2027-02-05" as Day },
    ];
    expect(loadDuring(others, "LEAD", span)).toBe(3);
    expect(loadDuring(others, "CALL", span)).toBe(1);
  });

  it("knows the current states: from the suggestion to the pause", () => {
    expect(pairingStates.filter(isCurrent)).toEqual([...currentPairingStates]);
  });

  it("sees two spans overlap exactly when they share a day", () => {
    const someSpan = fc
      .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 10 }))
      .map(([from, length]) => ({ from, to: from + length }));
    const days = ({ from, to }: { from: number; to: number }) => ({
      startsOn: addDays("2027-01-01", from),
      endsOn: addDays("2027-01-01", to),
    });
    fc.assert(
      fc.property(someSpan, someSpan, (a, b) => {
        const shared = Array.from({ length: 40 }, (_, day) => day).some(
          (day) => day >= a.from && day <= a.to && day >= b.from && day <= b.to,
        );
        expect(spansOverlap(days(a), days(b))).toBe(shared);
      }),
    );
  });
});

describe("a pairing runs", () => {
  const cohort = { startsOn: "2027-01-11" as Day, endsOn: "2027-01-22" as Day };

  it("with its cohort, from today when that has begun", () => {
    expect(pairingSpan(cohort, "2027-01-04")).toEqual(cohort);
    expect(pairingSpan(cohort, "2027-01-14")).toEqual({ startsOn: "2027-01-14", endsOn: "2027-01-22" });
    expect(pairingSpan(cohort, "2027-03-01")).toEqual({ startsOn: "2027-01-22", endsOn: "2027-01-22" });
  });

  it("to the end of an extension, which never makes it shorter", () => {
    expect(pairingSpan(cohort, "2027-01-04", "2027-02-12").endsOn).toBe("2027-02-12");
    expect(pairingSpan(cohort, "2027-01-04", "2027-01-15").endsOn).toBe("2027-01-22");
  });
});
