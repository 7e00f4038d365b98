"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { changeGoalSchema, goalSchema, proposeGoalSchema, signExpectationsSchema } from "./schema";

export const signExpectations = action(
  "agreements.signExpectations",
  signExpectationsSchema,
  commands.signExpectations,
);
export const proposeGoal = action("agreements.proposeGoal", proposeGoalSchema, commands.proposeGoal);
export const changeGoal = action("agreements.changeGoal", changeGoalSchema, commands.changeGoal);
export const agreeGoal = action("agreements.agreeGoal", goalSchema, commands.agreeGoal);
export const dropGoal = action("agreements.dropGoal", goalSchema, commands.dropGoal);
