import { z } from "zod";
import { type Day, isDay } from "@/lib/dates";
import { grantKinds, themes } from "@/lib/people/rules";
import { emailAddress, line, optionalLine, timeZoneName, tooLong } from "@/lib/text";

const personId = z.uuid("errors.notFound");
const uuid = z.uuid();

export const personName = line(120, "people.invalid.name");
export const jobTitle = optionalLine(120);

const floor = z
  .string("errors.notFound")
  .refine((text) => text === "" || uuid.safeParse(text).success, "people.invalid.floor")
  .transform((text) => text || null);

export const optionalEmail = z
  .string("errors.text.email")
  .trim()
  .toLowerCase()
  .max(254, tooLong(254))
  .refine((text) => text === "" || emailAddress.safeParse(text).success, "errors.text.email")
  .transform((text) => text || null);

export const optionalDay = z
  .string("errors.text.day")
  .trim()
  .refine((text) => text === "" || isDay(text), "errors.text.day")
  .transform((text): Day | null => (isDay(text) ? text : null));

/** The profile of a person, as a form holds it. */
export const profileSchema = z.object({
  name: personName,
  email: emailAddress,
  title: jobTitle,
  floorId: floor,
  managerEmail: optionalEmail,
  hireDate: optionalDay,
  timeZone: timeZoneName,
});

const grants = z.array(z.enum(grantKinds, "people.invalid.grants"), "people.invalid.grants").max(3);

export const addPersonSchema = profileSchema.extend({ grants, invite: z.boolean() });
export type AddPerson = z.output<typeof addPersonSchema>;

// Written like the fields themselves, so that what only trimming changed is not taken for somebody else's edit.
const seenText = z.string().max(400).trim().normalize("NFC");

export const changePersonSchema = profileSchema.extend({
  personId,
  /** The form as it was when it was opened: tells what this person changed from what somebody else did meanwhile. */
  seen: z.object({
    name: seenText,
    email: seenText.toLowerCase(),
    title: seenText,
    floorId: seenText,
    managerEmail: seenText.toLowerCase(),
    hireDate: seenText,
    timeZone: seenText,
  }),
});
export type ChangePerson = z.output<typeof changePersonSchema>;

export const setGrantsSchema = z.object({ personId, grants, seen: grants });
export type SetGrants = z.output<typeof setGrantsSchema>;

export const onePersonSchema = z.object({ personId });
export type OnePerson = z.output<typeof onePersonSchema>;

export const changeOwnSettingsSchema = z
  .object({ timeZone: timeZoneName, theme: z.enum(themes, "people.invalid.theme"), title: jobTitle })
  .partial();
export type ChangeOwnSettings = z.output<typeof changeOwnSettingsSchema>;
