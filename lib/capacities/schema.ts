import { z } from "zod";
import { optionalParagraphs } from "@/lib/text";

const range = "capacities.invalid.capacity";

export const setCapacitySchema = z.object({
  nominationId: z.uuid(),
  capacity: z.number(range).int(range).min(1, range).max(50, range),
  /** Why it is more than the program's cap; kept and shown. */
  reason: optionalParagraphs(500),
});
export type SetCapacity = z.output<typeof setCapacitySchema>;
