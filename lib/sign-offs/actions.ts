"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { decideSignOffSchema, requestSignOffSchema } from "./schema";

export const requestSignOff = action(
  "sign-offs.requestSignOff",
  requestSignOffSchema,
  commands.requestSignOff,
);
export const decideSignOff = action("sign-offs.decideSignOff", decideSignOffSchema, commands.decideSignOff);
