"use server";

import { action } from "@/lib/action";
import * as commands from "./commands";
import {
  addPersonSchema,
  changeOwnSettingsSchema,
  changePersonSchema,
  onePersonSchema,
  setGrantsSchema,
} from "./schema";

export const addPerson = action("people.addPerson", addPersonSchema, commands.addPerson);
export const changePerson = action("people.changePerson", changePersonSchema, commands.changePerson);
export const setGrants = action("people.setGrants", setGrantsSchema, commands.setGrants);
export const invitePerson = action("people.invitePerson", onePersonSchema, commands.invitePerson);
export const deactivatePerson = action("people.deactivatePerson", onePersonSchema, commands.deactivatePerson);
export const reactivatePerson = action("people.reactivatePerson", onePersonSchema, commands.reactivatePerson);
export const changeOwnSettings = action(
  "people.changeOwnSettings",
  changeOwnSettingsSchema,
  commands.changeOwnSettings,
);
