import type { Day } from "@/lib/dates";
import type { Sentence } from "@/lib/errors";

/** Why these days cannot be marked as leave, or null: they go forwards, and have not all passed. */
export function leaveRefusal(leave: { firstDay: Day; lastDay: Day }, today: Day): Sentence | null {
  if (leave.lastDay < leave.firstDay) return { key: "mentor-leave.refused.backwards" };
  return leave.lastDay < today ? { key: "mentor-leave.refused.over" } : null;
}
