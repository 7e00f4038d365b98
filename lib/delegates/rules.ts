import type { Day } from "@/lib/dates";
import type { Sentence } from "@/lib/errors";

/**
 * Why somebody cannot stand in for a manager on these days, or null when they can: they are somebody else who does not
 * manage the floor anyway, and the days go forwards and have not all passed.
 */
export function delegateRefusal(
  delegation: { managerId: string; delegateId: string; firstDay: Day; lastDay: Day },
  managerIds: readonly string[],
  today: Day,
): Sentence | null {
  const { managerId, delegateId, firstDay, lastDay } = delegation;
  if (delegateId === managerId) return { key: "delegates.refused.oneself" };
  if (managerIds.includes(delegateId)) return { key: "delegates.refused.managesAnyway" };
  if (lastDay < firstDay) return { key: "delegates.refused.backwards" };
  return lastDay < today ? { key: "delegates.refused.over" } : null;
}
