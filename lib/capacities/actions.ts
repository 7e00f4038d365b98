"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { setCapacitySchema } from "./schema";

export const setCapacity = action("capacities.setCapacity", setCapacitySchema, commands.setCapacity);
