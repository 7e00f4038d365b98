"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { keepApartSchema, letPairSchema } from "./schema";

export const keepApart = action("do-not-pair.keepApart", keepApartSchema, commands.keepApart);
export const letPair = action("do-not-pair.letPair", letPairSchema, commands.letPair);
