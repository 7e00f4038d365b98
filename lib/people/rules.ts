import type { Sentence } from "@/lib/errors";

export const grantKinds = ["ADMIN", "ENABLEMENT_MANAGER", "TRAINER"] as const;
export type GrantKind = (typeof grantKinds)[number];

export const themes = ["SYSTEM", "LIGHT", "DARK"] as const;

/** Where somebody stands between being added and being gone; derived, never stored. */
export const personStates = ["ACTIVE", "INVITED", "NOT_INVITED", "DEACTIVATED"] as const;
export type PersonState = (typeof personStates)[number];

/** Where somebody stands: whether they were deactivated, can sign in, or have an invitation that can still be used. */
export function personState(person: {
  deactivated: boolean;
  signsIn: boolean;
  invited: boolean;
}): PersonState {
  if (person.deactivated) return "DEACTIVATED";
  if (person.signsIn) return "ACTIVE";
  return person.invited ? "INVITED" : "NOT_INVITED";
}

/** Why somebody cannot be invited now; null when they can. */
export function invitationRefusal(state: PersonState): Sentence | null {
  if (state === "DEACTIVATED") return { key: "people.refused.inviteDeactivated" };
  return state === "ACTIVE" ? { key: "people.refused.inviteActive" } : null;
}

/** Why somebody cannot be deactivated; null when they can. */
export function deactivationRefusal(person: { self: boolean; lastAdministrator: boolean }): Sentence | null {
  if (person.self) return { key: "people.refused.deactivateSelf" };
  return person.lastAdministrator ? { key: "people.refused.lastAdministrator" } : null;
}

/** What can be changed of a person on their page, as it stands in the form. */
export const personFields = [
  "name",
  "email",
  "title",
  "floorId",
  "managerEmail",
  "hireDate",
  "timeZone",
] as const;
export type PersonField = (typeof personFields)[number];
export type PersonWords = Record<PersonField, string>;

/**
 * What of a form is to be written when somebody else may have written meanwhile: only what this person changed. Where
 * both changed the same field to different things, neither is lost: it is a conflict that names the field.
 */
export function mergeEdit(
  seen: PersonWords,
  theirs: PersonWords,
  mine: PersonWords,
): { changed: PersonField[]; conflict: PersonField | null; theirs: string } {
  const changed = personFields.filter(
    (field) => mine[field] !== seen[field] && mine[field] !== theirs[field],
  );
  const conflict = changed.find((field) => theirs[field] !== seen[field]) ?? null;
  return { changed, conflict, theirs: conflict ? theirs[conflict] : "" };
}

/** The time zones to choose from: those that the runtime lists, and the one that is set, however it is spelt. */
export function timeZoneChoices(current?: string): string[] {
  const known = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
  return current && !known.includes(current) ? [current, ...known] : known;
}
