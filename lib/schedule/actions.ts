"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import {
  answerFacilitationSchema,
  assignFacilitatorSchema,
  cancelSessionSchema,
  moveSessionSchema,
} from "./schema";

export const moveSession = action("schedule.moveSession", moveSessionSchema, commands.moveSession);
export const cancelSession = action("schedule.cancelSession", cancelSessionSchema, commands.cancelSession);
export const assignFacilitator = action(
  "schedule.assignFacilitator",
  assignFacilitatorSchema,
  commands.assignFacilitator,
);
export const answerFacilitation = action(
  "schedule.answerFacilitation",
  answerFacilitationSchema,
  commands.answerFacilitation,
);
