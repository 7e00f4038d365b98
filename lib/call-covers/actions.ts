"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { assignCoverSchema, confirmCoversSchema, removeCoverSchema, suggestCoversSchema } from "./schema";

export const suggestCovers = action("call-covers.suggestCovers", suggestCoversSchema, commands.suggestCovers);
export const assignCover = action("call-covers.assignCover", assignCoverSchema, commands.assignCover);
export const removeCover = action("call-covers.removeCover", removeCoverSchema, commands.removeCover);
export const confirmCovers = action("call-covers.confirmCovers", confirmCoversSchema, commands.confirmCovers);
