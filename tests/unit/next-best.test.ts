import { describe, expect, it } from "vitest";
import { type Candidate, gapsOf, rankNextBest } from "@/lib/nominations/next-best";

const day = (number: number) => new Date(Date.UTC(2026, 2, number, 9));

function asked(id: string, more: Partial<Parameters<typeof gapsOf>[0][number]>) {
  return {
    id,
    kind: "LEAD" as const,
    decision: "APPROVED" as const,
    willingness: "NOT_ASKED" as const,
    invitedAt: null,
    respondBy: null,
    respondedAt: null,
    ...more,
  };
}

describe("who is missing on a list", () => {
  const no = asked("no", { willingness: "DECLINED", invitedAt: day(1), respondedAt: day(3) });
  const notThisTime = asked("later", {
    willingness: "NOT_THIS_TIME",
    invitedAt: day(1),
    respondedAt: day(2),
  });
  const lapsed = asked("lapsed", { willingness: "EXPIRED", invitedAt: day(1), respondBy: day(4) });
  const gaps = (...more: Parameters<typeof gapsOf>[0][number][]) => gapsOf(more).map((one) => one.id);

  it("is whoever said no, could not this time or let the invitation lapse, longest out first", () => {
    const others = [
      asked("asked", { willingness: "INVITED", invitedAt: day(1) }),
      asked("willing", { willingness: "ACCEPTED", invitedAt: day(1), respondedAt: day(2) }),
      asked("not asked", {}),
      asked("withdrawn", { decision: "WITHDRAWN", willingness: "DECLINED", respondedAt: day(2) }),
    ];
    expect(gaps(no, notThisTime, lapsed, ...others)).toEqual(["later", "no", "lapsed"]);
  });

  it("is missing no longer once somebody was invited afterwards, each invitation taking one place", () => {
    const instead = asked("instead", { willingness: "INVITED", invitedAt: day(3) });
    const willing = asked("willing", { willingness: "ACCEPTED", invitedAt: day(5), respondedAt: day(6) });
    expect(gaps(no, notThisTime, instead)).toEqual(["no"]);
    expect(gaps(no, notThisTime, lapsed, instead, willing)).toEqual(["lapsed"]);
  });

  it("is missing still when the one invited instead said no as well", () => {
    const instead = asked("instead", { willingness: "DECLINED", invitedAt: day(4), respondedAt: day(5) });
    expect(gaps(no, instead)).toEqual(["no", "instead"]);
  });
});

describe("the next best", () => {
  const candidate = (id: string, more: Partial<Candidate> = {}): Candidate => ({
    id,
    kind: "LEAD",
    decision: "APPROVED",
    willingness: "NOT_ASKED",
    away: false,
    score: null,
    certified: 0,
    free: 1,
    createdAt: day(1),
    ...more,
  });
  const ranked = (gap: Candidate["kind"], ...people: Candidate[]) =>
    rankNextBest(people, [{ kind: gap }]).map((one) => one.id);

  it("is approved rather than proposed, whatever else speaks for the other", () => {
    const proposed = candidate("proposed", { decision: "PROPOSED", score: 5, certified: 9, free: 4 });
    expect(ranked("LEAD", proposed, candidate("approved", { score: 1 }))).toEqual(["approved", "proposed"]);
  });

  it("has the higher scorecard, then more mentees certified, then more room, then was proposed first", () => {
    const order = [
      candidate("judged", { score: 4.2 }),
      candidate("record", { score: 4.1, certified: 2 }),
      candidate("room", { score: 4.1, certified: 1, free: 3 }),
      candidate("early", { score: 4.1, certified: 1, free: 2, createdAt: day(1) }),
      candidate("late", { score: 4.1, certified: 1, free: 2, createdAt: day(2) }),
    ];
    expect(ranked("LEAD", ...[...order].reverse())).toEqual(order.map((one) => one.id));
  });

  it("counts nobody's missing scorecard against them: unjudged stands in the middle of the scale", () => {
    const people = [
      candidate("below", { score: 2.9 }),
      candidate("unjudged"),
      candidate("above", { score: 3.1 }),
    ];
    expect(ranked("LEAD", ...people)).toEqual(["above", "unjudged", "below"]);
  });

  it("is nobody who was asked, declined, is away, is full, or does something else", () => {
    const people = [
      candidate("asked", { willingness: "NOT_THIS_TIME" }),
      candidate("declined", { decision: "DECLINED" }),
      candidate("away", { away: true }),
      candidate("full", { free: 0 }),
      candidate("calls", { kind: "CALL" }),
    ];
    expect(ranked("LEAD", ...people)).toEqual([]);
    expect(ranked("BOTH", ...people)).toEqual(["calls"]);
  });
});
