import type { TaskList } from "graphile-worker";
import { lapseInvitations } from "@/lib/mentors/commands";

export const tasks: TaskList = {
  lapseInvitations: async () => {
    await lapseInvitations();
  },
};

/** Every quarter of an hour, so that a place that nobody answered for is soon offered to somebody else. */
export const crontab = "*/15 * * * * lapseInvitations";
