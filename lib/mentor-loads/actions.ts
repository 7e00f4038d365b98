"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { stateSellingSchema } from "./schema";

export const stateSelling = action("mentor-loads.stateSelling", stateSellingSchema, commands.stateSelling);
