import { confirmCovers, suggestCovers } from "@/lib/call-covers/commands";
import type { Day } from "@/lib/dates";
import { db } from "@/lib/db";
import { addLeave } from "@/lib/mentor-leave/commands";
import { leads } from "./people";
import { as, at, workday } from "./stage";

/**
 * In the evening the live calls of the second week get their call mentors: all but those of the last day are confirmed.
 * Then one of the mentors is away on a day of them, and a gap opens.
 */
export async function coverCalls(cohortId: string, startsOn: Day, away: string): Promise<void> {
  at(await workday(startsOn, 1), "18:45");
  const organizer = await as(leads.enablement.key);
  await suggestCovers(organizer, { cohortId });
  const covers = await db.callCover.findMany({
    where: { session: { cohortId }, state: "SUGGESTED" },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: { id: true, day: true },
  });
  const last = covers.at(-1)?.day?.getTime();
  const coverIds = covers.filter(({ day }) => day?.getTime() !== last).map(({ id }) => id);
  await confirmCovers(organizer, { cohortId, coverIds });
  at(await workday(startsOn, 1), "19:10");
  const day = await workday(startsOn, 5);
  await addLeave(await as(away), { firstDay: day, lastDay: day });
}
