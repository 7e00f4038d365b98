import { standing } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { may } from "@/lib/permissions";
import type { Place } from "./addresses";

/** The places of the rail that somebody may open, in its order. What they see there is asked again by each page. */
export function placesFor(actor: Actor): Place[] {
  const stands = standing(actor);
  const closed: Place[] = [];
  const takesPart = actor.hats.some((hat) => hat === "mentee" || hat === "mentor" || hat === "sme");
  if (!takesPart) closed.push("schedule");
  if (!may(stands, "floors.seeFloor") && actor.managedFloorIds.length === 0) closed.push("floors");
  if (!may(stands, "intakes.seeAllLists")) closed.push("intakes");
  if (!may(stands, "programs.seePrograms")) closed.push("programs");
  if (!may(stands, "people.seeDirectory")) closed.push("people");
  const rail: Place[] = [
    "today",
    "schedule",
    "cohorts",
    "intakes",
    "floors",
    "programs",
    "people",
    "settings",
  ];
  return rail.filter((place) => !closed.includes(place));
}
