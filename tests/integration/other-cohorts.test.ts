import { beforeEach, describe, expect, test } from "vitest";
import { addDays } from "@/lib/dates";
import { db } from "@/lib/db";
import { otherCohorts } from "@/lib/pairings/other-cohorts";
import { resetDatabase } from "@/tests/support/database";
import {
  aCohort,
  actor,
  aFloor,
  aNomination,
  anEnrollment,
  aPairing,
  aPerson,
  monday,
} from "@/tests/support/rows";

beforeEach(resetDatabase);

describe("what else asks the floors of a cohort for mentors", () => {
  test("is every cohort that overlaps on one of its floors and has mentees without a lead mentor", async () => {
    const organizer = await aPerson({ grant: "ENABLEMENT_MANAGER" });
    const [floor, elsewhere] = [await aFloor(), await aFloor()] as const;
    const another = (given: Partial<Parameters<typeof aCohort>[0]> = {}) =>
      aCohort({ organizer, floors: [floor], startsOn: addDays(monday, 7), ...given });
    const here = await aCohort({ organizer, floors: [floor] });
    const [open, paired, later, apart, over] = [
      await another(),
      await another(),
      await another({ startsOn: addDays(monday, 28) }),
      await another({ floors: [elsewhere] }),
      await another({ state: "CANCELLED" }),
    ];
    for (const cohort of [here, open, open, later, apart, over]) await anEnrollment(cohort, await aPerson());
    const mentor = await aPerson({ floorId: floor.id });
    for (const cohort of [open, paired]) {
      const mentee = await anEnrollment(cohort, await aPerson());
      await aPairing(mentee, await aNomination(cohort, floor, mentor), "SUGGESTED");
    }
    const gone = await anEnrollment(open, await aPerson());
    await db.enrollment.update({ where: { id: gone.id }, data: { state: "WITHDRAWN", endedAt: new Date() } });
    expect(await otherCohorts(await actor(organizer), here.id)).toEqual([
      { id: open.id, name: open.name, open: 2 },
    ]);
  });

  test("is told to whoever organizes the cohort, and to nobody else", async () => {
    const organizer = await aPerson({ grant: "ENABLEMENT_MANAGER" });
    const manager = await aPerson();
    const cohort = await aCohort({ organizer, floors: [await aFloor([manager])] });
    for (const person of [manager, await aPerson(), await aPerson({ grant: "ENABLEMENT_MANAGER" })]) {
      await expect(otherCohorts(await actor(person), cohort.id)).rejects.toThrow("errors.notFound");
    }
  });
});
