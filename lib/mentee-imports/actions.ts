"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import { mapMenteesSchema, oneMenteeImportSchema, previewMenteesSchema } from "./schema";

export const previewImport = action(
  "mentee-imports.previewImport",
  previewMenteesSchema,
  commands.previewImport,
);
export const mapImport = action("mentee-imports.mapImport", mapMenteesSchema, commands.mapImport);
export const commitImport = action(
  "mentee-imports.commitImport",
  oneMenteeImportSchema,
  commands.commitImport,
);
export const undoImport = action("mentee-imports.undoImport", oneMenteeImportSchema, commands.undoImport);
