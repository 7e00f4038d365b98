"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { saveProfileSchema } from "./schema";

export const saveProfile = action("profiles.saveProfile", saveProfileSchema, commands.saveProfile);
