"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import {
  addScenarioSchema,
  changeScenarioSchema,
  leaveOutScenarioSchema,
  retireScenarioSchema,
} from "./schema";

export const addScenario = action("scenarios.addScenario", addScenarioSchema, commands.addScenario);
export const changeScenario = action(
  "scenarios.changeScenario",
  changeScenarioSchema,
  commands.changeScenario,
);
export const retireScenario = action(
  "scenarios.retireScenario",
  retireScenarioSchema,
  commands.retireScenario,
);
export const leaveOutScenario = action(
  "scenarios.leaveOutScenario",
  leaveOutScenarioSchema,
  commands.leaveOutScenario,
);
