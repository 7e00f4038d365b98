import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { clock } from "@/lib/clock";
import { announceFirstAdministrator, prepareInstallation } from "@/scripts/first-start";
import { resetDatabase } from "../support/database";
import { aPerson, mondayMorning } from "../support/rows";

const printed = vi.spyOn(console, "log").mockImplementation(() => undefined);

beforeEach(async () => {
  await resetDatabase();
  clock.set(mondayMorning);
  printed.mockClear();
});

afterEach(() => clock.run());

// All tests run with LOG_LEVEL=silent: what is printed here is printed whatever is logged.
test("where nobody is yet, the first administrator's link is printed at any log level", async () => {
  expect(process.env.LOG_LEVEL).toBe("silent");
  await prepareInstallation();
  await announceFirstAdministrator();
  expect(printed.mock.calls).toEqual([
    [expect.stringMatching(/^Nobody is here yet\. .+ by http:\/\/localhost:3000\/setup\/\S{22,}$/)],
  ]);
});

test("where somebody is, no link is made", async () => {
  await aPerson();
  await prepareInstallation();
  await announceFirstAdministrator();
  expect(printed).not.toHaveBeenCalled();
});
