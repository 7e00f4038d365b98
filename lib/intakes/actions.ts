"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { saveMenteePartSchema, saveTrainerPartSchema } from "./schema";

export const saveMenteePart = action("intakes.saveMenteePart", saveMenteePartSchema, commands.saveMenteePart);
export const saveTrainerPart = action(
  "intakes.saveTrainerPart",
  saveTrainerPartSchema,
  commands.saveTrainerPart,
);
