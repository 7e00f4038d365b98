import { z } from "zod";
import { type Day, isDay } from "@/lib/dates";

const sessionId = z.uuid();

export const moveSessionSchema = z.object({
  sessionId,
  day: z.custom<Day>(isDay, "schedule.invalid.day"),
  time: z.string("schedule.invalid.time").regex(/^([01]\d|2[0-3]):[0-5]\d$/, "schedule.invalid.time"),
  /** How often the session had been moved when it was looked at: a move in between is a conflict. */
  moves: z.number().int().min(0),
});
export type MoveSession = z.output<typeof moveSessionSchema>;

export const cancelSessionSchema = z.object({ sessionId });
export type CancelSession = z.output<typeof cancelSessionSchema>;

export const assignFacilitatorSchema = z.object({ sessionId, personId: z.uuid("schedule.invalid.person") });
export type AssignFacilitator = z.output<typeof assignFacilitatorSchema>;

export const answerFacilitationSchema = z.object({ sessionId, accept: z.boolean() });
export type AnswerFacilitation = z.output<typeof answerFacilitationSchema>;
