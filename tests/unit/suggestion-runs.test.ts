import { describe, expect, it } from "vitest";
import { compareProposals, hangs, type Proposal } from "@/lib/suggestions/rules";

const proposal = (mentee: string, mentor: string | null): Proposal => ({
  enrollmentId: mentee.toLowerCase(),
  mentee,
  mentorId: mentor?.toLowerCase() ?? null,
  mentor,
  score: mentor ? 0.5 : null,
});

describe("comparing a run with the one before", () => {
  it("names for whom somebody else is proposed, in the order of the new run", () => {
    const before = [
      proposal("Ana", "Chi"),
      proposal("Dan", "Eva"),
      proposal("Finn", null),
      proposal("Gil", "Ben"),
    ];
    const now = [
      proposal("Gil", null),
      proposal("Ana", "Ben"),
      proposal("Dan", "Eva"),
      proposal("Finn", "Chi"),
    ];
    expect(compareProposals(before, now).map(({ mentee, from, to }) => [mentee, from, to])).toEqual([
      ["Gil", "Ben", null],
      ["Ana", "Chi", "Ben"],
      ["Finn", null, "Chi"],
    ]);
  });

  it("says nothing of whoever is in one of the two alone, nor of a mentor who is called otherwise by now", () => {
    const renamed = { ...proposal("Ana", "Ben"), mentor: "Benedikt" };
    expect(
      compareProposals([proposal("Ana", "Ben"), proposal("Gone", "Chi")], [renamed, proposal("New", "Chi")]),
    ).toEqual([]);
  });
});

describe("a run that gives no sign of life", () => {
  const now = new Date("2026-03-02T09:00:00Z");
  const seen = (seconds: number) => new Date(now.getTime() - seconds * 1000);

  it("counts as failed after a minute, whether it waits or was taken", () => {
    for (const state of ["QUEUED", "SOLVING"] as const) {
      expect(hangs({ state, seenAt: seen(59) }, now)).toBe(false);
      expect(hangs({ state, seenAt: seen(61) }, now)).toBe(true);
    }
  });

  it("is none once it has ended", () => {
    expect(hangs({ state: "READY", seenAt: seen(999) }, now)).toBe(false);
    expect(hangs({ state: "FAILED", seenAt: seen(999) }, now)).toBe(false);
  });
});
