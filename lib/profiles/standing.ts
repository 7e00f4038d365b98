import { announced, standingToPerson } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { currentPairingStates } from "@/lib/pairings/rules";
import type { Relation } from "@/lib/permissions";

/**
 * What somebody is to a mentor as a mentor: themselves, an organizer of a cohort that they are nominated for, a manager
 * of their floor, a mentee of theirs. Refuses with "not found" where there is no such person.
 */
export async function standingToMentor(on: Db, actor: Actor, personId: string): Promise<Set<Relation>> {
  const states = [...currentPairingStates, "COMPLETED" as const];
  const person = await on.person.findUnique({
    where: { id: personId },
    select: {
      floorId: true,
      nominations: {
        where: { list: { cohort: { organizers: { some: { personId: actor.personId } } } } },
        take: 1,
        select: { id: true },
      },
      pairings: {
        where: { state: { in: states }, enrollment: { personId: actor.personId }, ...announced },
        take: 1,
        select: { id: true },
      },
    },
  });
  if (!person) throw new NotFoundError();
  const held = standingToPerson(actor, personId);
  if (person.floorId && actor.managedFloorIds.includes(person.floorId)) held.add("floorManager");
  if (person.nominations.length) held.add("organizer");
  if (person.pairings.length) held.add("mentee");
  return held;
}
