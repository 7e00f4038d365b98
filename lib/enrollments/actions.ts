"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { enrollMenteesSchema, withdrawMenteeSchema } from "./schema";

export const enrollMentees = action("enrollments.enrollMentees", enrollMenteesSchema, commands.enrollMentees);
export const withdrawMentee = action(
  "enrollments.withdrawMentee",
  withdrawMenteeSchema,
  commands.withdrawMentee,
);
