import { z } from "zod";

export const importLimits = { bytes: 1024 * 1024, rows: 5_000, columns: 60 };

/** The columns that a file of people can have, in the order of the template. */
export const importColumns = [
  "name",
  "email",
  "title",
  "floor",
  "managerEmail",
  "hireDate",
  "timeZone",
  "grants",
] as const;
export type ImportColumn = (typeof importColumns)[number];

const tooBig = "imports.refused.tooBig";
const importId = z.uuid("errors.notFound");

export const previewImportSchema = z.object({
  fileName: z
    .string()
    .max(200)
    .transform((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, "")),
  text: z
    .string("imports.refused.empty")
    .refine((text) => text.trim() !== "", "imports.refused.empty")
    .max(importLimits.bytes, tooBig)
    .refine((text) => new TextEncoder().encode(text).length <= importLimits.bytes, tooBig),
});
export type PreviewImport = z.output<typeof previewImportSchema>;

/** What each column of the table is taken for; an empty text is a column that is left out. */
export const mapImportSchema = z.object({
  importId,
  columns: z
    .array(z.enum([...importColumns, ""]).transform((column) => column || null))
    .max(importLimits.columns),
});
export type MapImport = z.output<typeof mapImportSchema>;

export const oneImportSchema = z.object({ importId });
export type OneImport = z.output<typeof oneImportSchema>;
