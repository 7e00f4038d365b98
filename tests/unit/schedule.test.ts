import { expect, test } from "vitest";
import type { Day } from "@/lib/dates";
import { shownFrom } from "@/lib/schedule/rules";

const days = ["2026-03-02", "2026-03-03", "2026-03-06"].map((day) => ({ day: day as Day }));

test("a schedule begins with today while its days run, and holds everything before and after", () => {
  const from = (day: string) => shownFrom(days, day as Day);
  expect(from("2026-03-01")).toBeNull();
  expect(from("2026-03-02")).toBeNull();
  expect(from("2026-03-03")).toBe("2026-03-03");
  // A day off between two of them.
  expect(from("2026-03-05")).toBe("2026-03-05");
  expect(from("2026-03-06")).toBe("2026-03-06");
  expect(from("2026-03-07")).toBeNull();
  expect(shownFrom([], "2026-03-03" as Day)).toBeNull();
});
