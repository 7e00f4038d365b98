import type { Deed } from "@/lib/search/rules";

/** The places of the navigation and where they are. */
export const addresses = {
  today: "/today",
  schedule: "/schedule",
  cohorts: "/cohorts",
  intakes: "/intakes",
  floors: "/floors",
  programs: "/programs",
  people: "/people",
  settings: "/settings",
  inbox: "/inbox",
} as const;

export type Place = keyof typeof addresses;

/** Where one does what can be done from anywhere. */
export const deedAddresses: Record<Deed, string> = {
  planCohort: "/cohorts/new",
  writeLogs: "/logs",
  addPerson: "/people/new",
  importPeople: "/people/import",
};
