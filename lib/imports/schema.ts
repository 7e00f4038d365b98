import { z } from "zod";

export const importLimits = { bytes: 1024 * 1024, rows: 5_000 };

const tooBig = "imports.refused.tooBig";

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

export const commitImportSchema = z.object({ importId: z.uuid("errors.notFound") });
export type CommitImport = z.output<typeof commitImportSchema>;
