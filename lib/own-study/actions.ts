"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { addStudySchema, changeStudySchema, removeStudySchema } from "./schema";

export const addStudy = action("own-study.addStudy", addStudySchema, commands.addStudy);
export const changeStudy = action("own-study.changeStudy", changeStudySchema, commands.changeStudy);
export const removeStudy = action("own-study.removeStudy", removeStudySchema, commands.removeStudy);
