import { z } from "zod";
import { emailAddress } from "@/lib/text";

/** Whom somebody is not to be paired with. There is no field for why. */
export const keepApartSchema = z.object({ personId: z.uuid(), email: emailAddress });
export type KeepApart = z.output<typeof keepApartSchema>;

export const letPairSchema = z.object({ doNotPairId: z.uuid() });
export type LetPair = z.output<typeof letPairSchema>;
