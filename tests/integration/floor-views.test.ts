import { beforeEach, describe, expect, test } from "vitest";
import { floorMentees } from "@/lib/floors/queries";
import { listsOfFloors } from "@/lib/mentor-lists/queries";
import { resetDatabase } from "@/tests/support/database";
import { aCohort, actor, aFloor, aNomination, anEnrollment, aPerson } from "@/tests/support/rows";

beforeEach(resetDatabase);

describe("what is shown of floors", () => {
  test("is all of it to whoever manages them all, and else what one may know of besides", async () => {
    const organizer = await aPerson({ grant: "ENABLEMENT_MANAGER" });
    const stranger = await aPerson({ grant: "ENABLEMENT_MANAGER" });
    const [manager, both] = [await aPerson(), await aPerson()];
    const [here, there] = [await aFloor([manager, both]), await aFloor([both])] as const;
    const floorIds = [here.id, there.id];
    for (const [floor, name] of [
      [here, "Ada"],
      [there, "Bo"],
    ] as const) {
      const cohort = await aCohort({ organizer, state: "ACTIVE", floors: [floor] });
      await anEnrollment(cohort, await aPerson({ name, floorId: floor.id }), "ACTIVE");
      await aNomination(cohort, floor, await aPerson({ floorId: floor.id }));
    }
    const shown = async (person: { id: string }) => {
      const who = await actor(person);
      const cohorts = await floorMentees(who, floorIds);
      const lists = await listsOfFloors(who, floorIds);
      return [
        cohorts.flatMap(({ mentees }) => mentees.map(({ name }) => name)).sort(),
        lists.map(({ floor }) => floorIds.indexOf(floor.id)).sort(),
      ];
    };
    const all = [
      ["Ada", "Bo"],
      [0, 1],
    ];
    expect(await shown(both)).toEqual(all);
    expect(await shown(organizer)).toEqual(all);
    expect(await shown(manager)).toEqual([["Ada"], [0]]);
    expect(await shown(stranger)).toEqual([[], []]);
  });
});
