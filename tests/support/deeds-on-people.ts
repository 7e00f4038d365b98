import * as floors from "@/lib/floors/commands";
import * as imports from "@/lib/imports/commands";
import * as messages from "@/lib/messages/commands";
import * as organization from "@/lib/organization/commands";
import * as people from "@/lib/people/commands";
import * as signIns from "@/lib/sign-ins/commands";
import type { Deeds, World } from "./world";

const from = { address: "127.0.0.1", userAgent: null };
const token = "x".repeat(43);
const password = "three quiet green lanes";
const zone = "Europe/Berlin";

const profile = (name: string, email: string) => ({
  name,
  email,
  title: null,
  floorId: null,
  managerEmail: null,
  hireDate: "2026-01-05" as const,
  timeZone: zone,
});

/** What the form of the one who is called self showed when it was opened. */
const seen = ({ people: { self } }: World) => ({
  name: self.name,
  email: self.email,
  timeZone: self.timeZone,
  title: "",
  floorId: "",
  managerEmail: "",
  hireDate: "",
});

/** The deeds about people, floors, the organization and oneself, each as it is tried by every kind of person. */
export const deedsOnPeople: Deeds<
  "people" | "imports" | "floors" | "organization" | "sign-ins" | "messages"
> = {
  "people.addPerson": {
    about: "organization",
    run: (_, by, on) =>
      people.addPerson(by, { ...profile("Noor", "noor@test.example"), grants: [], invite: false }, on),
  },
  "people.changePerson": {
    about: "self",
    run: (world, by, on) => {
      const { self } = world.people;
      const input = { ...profile("New Name", self.email), personId: self.id, seen: seen(world) };
      return people.changePerson(by, input, on);
    },
  },
  "people.setGrants": {
    about: "self",
    run: ({ people: { self } }, by, on) =>
      people.setGrants(by, { personId: self.id, grants: ["TRAINER"], seen: [] }, on),
  },
  "people.invitePerson": {
    about: "self",
    run: ({ people: { self } }, by, on) => people.invitePerson(by, { personId: self.id }, on),
  },
  "people.deactivatePerson": {
    about: "self",
    run: ({ people: { self } }, by, on) => people.deactivatePerson(by, { personId: self.id }, on),
  },
  "people.reactivatePerson": {
    about: "organization",
    run: ({ gone }, by, on) => people.reactivatePerson(by, { personId: gone.id }, on),
  },
  "people.changeOwnSettings": {
    about: "oneself",
    run: (_, by, on) => people.changeOwnSettings(by, { theme: "DARK" }, on),
  },
  "imports.previewImport": {
    about: "organization",
    run: (_, by, on) =>
      imports.previewImport(by, { fileName: "people.csv", text: "name,email\nNoor,noor@test.example" }, on),
  },
  "imports.commitImport": {
    about: "organization",
    run: ({ imports: { people: kept } }, by, on) => imports.commitImport(by, { importId: kept.id }, on),
  },
  "imports.mapImport": {
    about: "organization",
    run: ({ imports: { people: kept } }, by, on) =>
      imports.mapImport(by, { importId: kept.id, columns: ["email", null] }, on),
  },
  "imports.undoImport": {
    about: "organization",
    run: ({ imports: { peopleDone: kept } }, by, on) => imports.undoImport(by, { importId: kept.id }, on),
  },
  "floors.addFloor": { about: "organization", run: (_, by, on) => floors.addFloor(by, { name: "New" }, on) },
  "floors.renameFloor": {
    about: "organization",
    run: ({ floor }, by, on) => floors.renameFloor(by, { floorId: floor.id, name: "Other" }, on),
  },
  "floors.setFloorManagers": {
    about: "organization",
    run: ({ floor, people: { "floor manager": manager } }, by, on) =>
      floors.setFloorManagers(by, { floorId: floor.id, personIds: [], seen: [manager.id] }, on),
  },
  "organization.setUp": {
    about: "anybody",
    run: (_, __, on) => {
      const first = { organization: "Other", timeZone: zone, name: "First", email: "first@test.example" };
      return organization.setUp(from, { ...first, token, password }, on);
    },
  },
  "organization.changeOrganization": {
    about: "organization",
    run: (_, by, on) => organization.changeOrganization(by, { name: "Other", timeZone: zone }, on),
  },
  "organization.addHoliday": {
    about: "organization",
    run: (_, by, on) => organization.addHoliday(by, { day: "2026-05-01", name: "Labour Day" }, on),
  },
  "organization.removeHoliday": {
    about: "organization",
    run: (_, by, on) => organization.removeHoliday(by, { day: "2026-12-25" }, on),
  },
  "sign-ins.requestReset": {
    about: "anybody",
    run: (_, by, on) => signIns.requestReset(from, { email: by.email }, on),
  },
  "sign-ins.resetPassword": {
    about: "anybody",
    run: (_, __, on) => signIns.resetPassword(from, { token, password }, on),
  },
  "sign-ins.acceptInvitation": {
    about: "anybody",
    run: (_, __, on) => signIns.acceptInvitation(from, { token, password }, on),
  },
  "sign-ins.changePassword": {
    about: "oneself",
    run: (_, by, on) => signIns.changePassword(by, { current: "no", password }, on),
  },
  "sign-ins.endSignIn": {
    about: "self",
    run: ({ signIn }, by, on) => signIns.endSignIn(by, { signInId: signIn.id }, on),
  },
  "sign-ins.endAllSignIns": { about: "oneself", run: (_, by, on) => signIns.endAllSignIns(by, {}, on) },
  "messages.markRead": {
    about: "self",
    run: ({ message }, by, on) => messages.markRead(by, { messageId: message.id }, on),
  },
  "messages.markAllRead": { about: "oneself", run: (_, by, on) => messages.markAllRead(by, {}, on) },
};
