"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { reopenListSchema, requestListsSchema, submitListSchema } from "./schema";

export const requestLists = action("mentor-lists.requestLists", requestListsSchema, commands.requestLists);
export const submitList = action("mentor-lists.submitList", submitListSchema, commands.submitList);
export const reopenList = action("mentor-lists.reopenList", reopenListSchema, commands.reopenList);
