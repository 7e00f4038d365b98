"use server";

import { action, publicAction } from "@/lib/action";
import * as commands from "./commands";
import { addHolidaySchema, changeOrganizationSchema, removeHolidaySchema, setUpSchema } from "./schema";

export const setUp = publicAction("organization.setUp", setUpSchema, commands.setUp);
export const changeOrganization = action(
  "organization.changeOrganization",
  changeOrganizationSchema,
  commands.changeOrganization,
);
export const addHoliday = action("organization.addHoliday", addHolidaySchema, commands.addHoliday);
export const removeHoliday = action(
  "organization.removeHoliday",
  removeHolidaySchema,
  commands.removeHoliday,
);
