import { z } from "zod";
import { type Day, isDay } from "@/lib/dates";
import { newPasswordSchema } from "@/lib/sign-ins/schema";
import { emailAddress, line, timeZoneName } from "@/lib/text";

const day = z
  .string("errors.text.day")
  .refine(isDay, "errors.text.day")
  .transform((text) => text as Day);

export const changeOrganizationSchema = z.object({
  name: line(120, "organization.invalid.name"),
  timeZone: timeZoneName,
});
export type ChangeOrganization = z.output<typeof changeOrganizationSchema>;

export const addHolidaySchema = z.object({ day, name: line(80, "organization.invalid.holiday") });
export type AddHoliday = z.output<typeof addHolidaySchema>;

export const removeHolidaySchema = z.object({ day });
export type RemoveHoliday = z.output<typeof removeHolidaySchema>;

export const setUpSchema = newPasswordSchema.extend({
  organization: line(120, "organization.invalid.name"),
  timeZone: timeZoneName,
  name: line(120, "people.invalid.name"),
  email: emailAddress,
});
export type SetUp = z.output<typeof setUpSchema>;
