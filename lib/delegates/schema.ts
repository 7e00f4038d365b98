import { z } from "zod";
import { type Day, isDay } from "@/lib/dates";

const day = z.custom<Day>(isDay, "mentors.invalid.day");

export const nameDelegateSchema = z.object({
  floorId: z.uuid(),
  /** The manager who is away. */
  managerId: z.uuid("delegates.invalid.manager"),
  delegateId: z.uuid("delegates.invalid.delegate"),
  firstDay: day,
  lastDay: day,
});
export type NameDelegate = z.output<typeof nameDelegateSchema>;

export const releaseDelegateSchema = z.object({ delegationId: z.uuid() });
export type ReleaseDelegate = z.output<typeof releaseDelegateSchema>;
