import { deedsOnCohorts } from "./deeds-on-cohorts";
import { deedsOnDays } from "./deeds-on-days";
import { deedsOnIntakes } from "./deeds-on-intakes";
import { deedsOnPairings } from "./deeds-on-pairings";
import { deedsOnPeople } from "./deeds-on-people";
import { deedsOnSupply } from "./deeds-on-supply";
import type { ActionPermission, Deed } from "./world";

/** How each row of the permission table is tried. A new row without a try does not compile. */
export const tries: Record<ActionPermission, Deed | Deed[]> = {
  ...deedsOnPeople,
  ...deedsOnCohorts,
  ...deedsOnDays,
  ...deedsOnPairings,
  ...deedsOnSupply,
  ...deedsOnIntakes,
};

/** Each try with the row it is of. */
export const everyDeed = Object.entries(tries).flatMap(([row, deeds]) =>
  [deeds].flat().map((deed) => [row as ActionPermission, deed.about, deed] as const),
);
