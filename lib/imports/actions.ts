"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { commitImportSchema, previewImportSchema } from "./schema";

export const previewImport = action("imports.previewImport", previewImportSchema, commands.previewImport);
export const commitImport = action("imports.commitImport", commitImportSchema, commands.commitImport);
