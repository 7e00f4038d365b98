"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { announcePairingsSchema } from "./schema";

export const announcePairings = action(
  "announcements.announcePairings",
  announcePairingsSchema,
  commands.announcePairings,
);
