import type { TaskList } from "graphile-worker";
import { remindManagers } from "@/lib/mentor-lists/commands";

export const tasks: TaskList = {
  remindManagers: async () => {
    await remindManagers();
  },
};

/** Every hour: a list is due at any time of day, and where its managers are it may be morning. */
export const crontab = "10 * * * * remindManagers";
