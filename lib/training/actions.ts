"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import {
  answerScenarioSchema,
  giveFeedbackSchema,
  planDaySchema,
  recordAttendanceSchema,
  tickTopicSchema,
} from "./schema";

export const planDay = action("training.planDay", planDaySchema, commands.planDay);
export const recordAttendance = action(
  "training.recordAttendance",
  recordAttendanceSchema,
  commands.recordAttendance,
);
export const tickTopic = action("training.tickTopic", tickTopicSchema, commands.tickTopic);
export const answerScenario = action(
  "training.answerScenario",
  answerScenarioSchema,
  commands.answerScenario,
);
export const giveFeedback = action("training.giveFeedback", giveFeedbackSchema, commands.giveFeedback);
