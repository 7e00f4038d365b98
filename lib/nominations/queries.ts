import { standingToList } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { authorize } from "@/lib/permissions";

/** One page of people to choose from. */
const mostFound = 40;

/** People of the list's floor who are not on it yet and are no mentee of its cohort, who is here longest first; at most a page. */
export async function findProposable(actor: Actor, listId: string, search: string) {
  authorize("nominations.proposeMentors", await standingToList(db, actor, listId));
  const list = await db.mentorList.findUniqueOrThrow({
    where: { id: listId },
    select: { cohortId: true, floorId: true },
  });
  const people = await db.person.findMany({
    where: {
      floorId: list.floorId,
      deactivatedAt: null,
      pauses: { none: { endedAt: null } },
      nominations: { none: { listId } },
      enrollments: { none: { cohortId: list.cohortId, state: { not: "WITHDRAWN" } } },
      ...(search ? { name: { contains: search, mode: "insensitive" as const } } : {}),
    },
    orderBy: [{ hireDate: { sort: "asc", nulls: "last" } }, { name: "asc" }, { id: "asc" }],
    take: mostFound + 1,
    select: { id: true, name: true, title: true },
  });
  return { people: people.slice(0, mostFound), more: people.length > mostFound };
}
