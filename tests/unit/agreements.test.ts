import { expect, test } from "vitest";
import { countdown } from "@/lib/agreements/rules";

const days = ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06", "2026-03-09"].map(
  (day) => ({ day: day as "2026-03-02" }),
);
const pairing = { state: "ACTIVE", startsOn: "2026-03-03", endsOn: "2026-03-06" } as const;

test.each([
  ["2026-03-02", { kind: "before" }],
  ["2026-03-03", { kind: "left", count: 4 }],
  ["2026-03-06", { kind: "left", count: 1 }],
  ["2026-03-07", { kind: "over" }],
] as const)("on %s a pairing from Tuesday to Friday has %o", (today, left) => {
  expect(countdown(pairing, days, today)).toEqual(left);
});

test("a pairing that was ended has nothing left, and one that is paused goes on counting", () => {
  expect(countdown({ ...pairing, state: "REASSIGNED" }, days, "2026-03-04")).toEqual({ kind: "over" });
  expect(countdown({ ...pairing, state: "PAUSED" }, days, "2026-03-04")).toEqual({ kind: "left", count: 3 });
});
