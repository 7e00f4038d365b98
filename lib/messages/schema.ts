import { z } from "zod";

export const markReadSchema = z.object({ messageId: z.uuid() });
export type MarkRead = z.output<typeof markReadSchema>;

export const markAllReadSchema = z.object({});
