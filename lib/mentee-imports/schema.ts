import { z } from "zod";
import { importColumns, previewImportSchema } from "@/lib/imports/schema";

/** A file of mentees has the columns of a file of people but the grants: an organizer gives nobody any. */
export const menteeColumns = importColumns.filter((column) => column !== "grants");

/** As many as a cohort takes in one go. */
export const mostMentees = 200;

export const previewMenteesSchema = previewImportSchema.extend({ cohortId: z.uuid("errors.notFound") });
export type PreviewMentees = z.output<typeof previewMenteesSchema>;

export {
  mapImportSchema as mapMenteesSchema,
  oneImportSchema as oneMenteeImportSchema,
} from "@/lib/imports/schema";
