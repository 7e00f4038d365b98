import { standingToPerson } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import type { Db } from "@/lib/db";
import type { Relation } from "@/lib/permissions";

/** What somebody is to a person who may be paired: the person, or an organizer of a cohort in which they take part. */
export async function standingToPart(on: Db, actor: Actor, personId: string): Promise<Set<Relation>> {
  const organized = { organizers: { some: { personId: actor.personId } } };
  const held = standingToPerson(actor, personId);
  const found = await on.person.findFirst({
    where: {
      id: personId,
      OR: [
        { enrollments: { some: { cohort: organized } } },
        { nominations: { some: { list: { cohort: organized } } } },
      ],
    },
    select: { id: true },
  });
  if (found) held.add("organizer");
  return held;
}
