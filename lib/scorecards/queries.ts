import { standingToList } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { authorize } from "@/lib/permissions";

/**
 * The scorecards of a mentor list, by nomination. For the managers of its floor and the cohort's organizers; the one
 * about oneself stays out, also of a manager who was proposed. Refuses everybody else with "not found".
 */
export async function getScorecards(actor: Actor, listId: string) {
  authorize("scorecards.seeScorecards", await standingToList(db, actor, listId));
  const scorecards = await db.scorecard.findMany({
    where: { nomination: { listId, personId: { not: actor.personId } } },
    select: {
      nominationId: true,
      version: true,
      filledAt: true,
      filledBy: { select: { name: true } },
      marks: { orderBy: { criterion: "asc" }, select: { criterion: true, level: true, note: true } },
    },
  });
  return new Map(scorecards.map((one) => [one.nominationId, one]));
}

export type ShownScorecard = NonNullable<ReturnType<Awaited<ReturnType<typeof getScorecards>>["get"]>>;
