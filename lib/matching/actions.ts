"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { resetSettingsSchema, saveSettingsSchema } from "./schema";

export const saveSettings = action("matching.saveSettings", saveSettingsSchema, commands.saveSettings);
export const resetSettings = action("matching.resetSettings", resetSettingsSchema, commands.resetSettings);
