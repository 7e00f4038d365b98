"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { removePortraitSchema, saveProfileSchema, setPortraitSchema } from "./schema";

export const saveProfile = action("profiles.saveProfile", saveProfileSchema, commands.saveProfile);
export const setPortrait = action("profiles.setPortrait", setPortraitSchema, commands.setPortrait);
export const removePortrait = action(
  "profiles.removePortrait",
  removePortraitSchema,
  commands.removePortrait,
);
