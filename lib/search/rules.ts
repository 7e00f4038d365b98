/** What can be done from anywhere. */
export const deeds = ["planCohort", "writeLogs", "addPerson", "importPeople"] as const;
export type Deed = (typeof deeds)[number];

/** The most letters of a name that are looked for. */
const longest = 80;

/** What is looked for of what was typed: without the spaces around it, and not longer than a name is. */
export function lookedFor(typed: string | null): string {
  return (typed ?? "").trim().slice(0, longest);
}
