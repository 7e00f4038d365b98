"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { mapImportSchema, oneImportSchema, previewImportSchema } from "./schema";

export const previewImport = action("imports.previewImport", previewImportSchema, commands.previewImport);
export const mapImport = action("imports.mapImport", mapImportSchema, commands.mapImport);
export const commitImport = action("imports.commitImport", oneImportSchema, commands.commitImport);
export const undoImport = action("imports.undoImport", oneImportSchema, commands.undoImport);
