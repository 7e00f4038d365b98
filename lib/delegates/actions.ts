"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { nameDelegateSchema, releaseDelegateSchema } from "./schema";

export const nameDelegate = action("delegates.nameDelegate", nameDelegateSchema, commands.nameDelegate);
export const releaseDelegate = action(
  "delegates.releaseDelegate",
  releaseDelegateSchema,
  commands.releaseDelegate,
);
