"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { markAllReadSchema, markReadSchema } from "./schema";

export const markRead = action("messages.markRead", markReadSchema, commands.markRead);
export const markAllRead = action("messages.markAllRead", markAllReadSchema, commands.markAllRead);
