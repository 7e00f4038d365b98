"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { writeLogSchema } from "./schema";

export const saveLog = action("logs.saveLog", writeLogSchema, commands.saveLog, { refreshes: false });
export const submitLog = action("logs.submitLog", writeLogSchema, commands.submitLog);
