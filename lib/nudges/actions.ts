"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { nudgeManagersSchema, nudgeMentorSchema } from "./schema";

export const nudgeManagers = action("nudges.nudgeManagers", nudgeManagersSchema, commands.nudgeManagers);
export const nudgeMentor = action("nudges.nudgeMentor", nudgeMentorSchema, commands.nudgeMentor);
