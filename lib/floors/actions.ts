"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { addFloorSchema, renameFloorSchema, setFloorManagersSchema } from "./schema";

export const addFloor = action("floors.addFloor", addFloorSchema, commands.addFloor);
export const renameFloor = action("floors.renameFloor", renameFloorSchema, commands.renameFloor);
export const setFloorManagers = action(
  "floors.setFloorManagers",
  setFloorManagersSchema,
  commands.setFloorManagers,
);
