"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { recordAttendanceSchema } from "./schema";

export const recordAttendance = action(
  "attendance.recordAttendance",
  recordAttendanceSchema,
  commands.recordAttendance,
);
