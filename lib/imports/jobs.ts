import type { TaskList } from "graphile-worker";
import { discardImports } from "@/lib/imports/commands";

export const tasks: TaskList = {
  discardImports: async () => {
    await discardImports();
  },
};

/** Every night: what files say of people is not kept for longer than somebody may still want to import them. */
export const crontab = "20 2 * * * discardImports ?fill=1d";
