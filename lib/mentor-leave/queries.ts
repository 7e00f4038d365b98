import { standingToList } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { type Day, dayAt, fromDay, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { authorize } from "@/lib/permissions";

const leaveSelect = { id: true, firstDay: true, lastDay: true } as const;

export type ShownLeave = { id: string; firstDay: Day; lastDay: Day };
export type Away = { paused: boolean; leaves: ShownLeave[] };

function toLeave({ id, firstDay, lastDay }: { id: string; firstDay: Date; lastDay: Date }): ShownLeave {
  return { id, firstDay: toDay(firstDay), lastDay: toDay(lastDay) };
}

/** One's own leave that is not over, and whether one has paused mentoring. */
export async function ownAway(actor: Actor): Promise<Away> {
  const today = fromDay(dayAt(clock.now(), actor.timeZone));
  const { leaves, pauses } = await db.person.findUniqueOrThrow({
    where: { id: actor.personId },
    select: {
      leaves: {
        where: { removedAt: null, lastDay: { gte: today } },
        orderBy: { firstDay: "asc" },
        take: 50,
        select: leaveSelect,
      },
      pauses: { where: { endedAt: null }, select: { id: true } },
    },
  });
  return { paused: pauses.length > 0, leaves: leaves.map(toLeave) };
}

/**
 * Who on a mentor list has paused, and what leave they take while its cohort lasts, by person. For the managers of its
 * floor and the cohort's organizers. Refuses everybody else with "not found".
 */
export async function awayOnList(actor: Actor, listId: string): Promise<ReadonlyMap<string, Away>> {
  authorize("mentors.seeList", await standingToList(db, actor, listId));
  const { cohort } = await db.mentorList.findUniqueOrThrow({
    where: { id: listId },
    select: { cohort: { select: { startsOn: true, endsOn: true } } },
  });
  const during = { removedAt: null, firstDay: { lte: cohort.endsOn }, lastDay: { gte: cohort.startsOn } };
  const people = await db.person.findMany({
    where: { nominations: { some: { listId } } },
    select: {
      id: true,
      leaves: { where: during, orderBy: { firstDay: "asc" }, select: leaveSelect },
      pauses: { where: { endedAt: null }, select: { id: true } },
    },
  });
  return new Map(
    people.map(({ id, leaves, pauses }) => [id, { paused: pauses.length > 0, leaves: leaves.map(toLeave) }]),
  );
}
