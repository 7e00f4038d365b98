"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { addLeaveSchema, pauseMentoringSchema, removeLeaveSchema } from "./schema";

export const addLeave = action("mentor-leave.addLeave", addLeaveSchema, commands.addLeave);
export const removeLeave = action("mentor-leave.removeLeave", removeLeaveSchema, commands.removeLeave);
export const pauseMentoring = action(
  "mentor-leave.pauseMentoring",
  pauseMentoringSchema,
  commands.pauseMentoring,
);
export const resumeMentoring = action(
  "mentor-leave.resumeMentoring",
  pauseMentoringSchema,
  commands.resumeMentoring,
);
