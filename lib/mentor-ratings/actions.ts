"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { rateMentorSchema } from "./schema";

export const rateMentor = action("mentor-ratings.rateMentor", rateMentorSchema, commands.rateMentor);
