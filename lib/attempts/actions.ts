"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { assignAssessorsSchema, cancelAttemptSchema, scheduleAttemptSchema } from "./schema";

export const scheduleAttempt = action(
  "attempts.scheduleAttempt",
  scheduleAttemptSchema,
  commands.scheduleAttempt,
);
export const assignAssessors = action(
  "attempts.assignAssessors",
  assignAssessorsSchema,
  commands.assignAssessors,
);
export const cancelAttempt = action("attempts.cancelAttempt", cancelAttemptSchema, commands.cancelAttempt);
