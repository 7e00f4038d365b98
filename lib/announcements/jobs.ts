import type { TaskList } from "graphile-worker";
import { announceAtKickoff } from "@/lib/announcements/commands";

export const tasks: TaskList = {
  announceAtKickoff: async () => {
    await announceAtKickoff();
  },
};

/** Every minute, so that both hear of each other while the kickoff begins, whenever it was moved to. */
export const crontab = "* * * * * announceAtKickoff";
