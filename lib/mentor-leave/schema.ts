import { z } from "zod";
import { type Day, isDay } from "@/lib/dates";

const day = z.custom<Day>(isDay, "mentors.invalid.day");

export const addLeaveSchema = z.object({ firstDay: day, lastDay: day });
export type AddLeave = z.output<typeof addLeaveSchema>;

export const removeLeaveSchema = z.object({ leaveId: z.uuid() });
export type RemoveLeave = z.output<typeof removeLeaveSchema>;

export const pauseMentoringSchema = z.object({});
export type PauseMentoring = z.output<typeof pauseMentoringSchema>;
