"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { decideOutcomeSchema, recordResultSchema } from "./schema";

export const recordResult = action("outcomes.recordResult", recordResultSchema, commands.recordResult);
export const decideOutcome = action("outcomes.decideOutcome", decideOutcomeSchema, commands.decideOutcome);
