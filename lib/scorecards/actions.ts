"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { saveScorecardSchema } from "./schema";

export const saveScorecard = action("scorecards.saveScorecard", saveScorecardSchema, commands.saveScorecard);
