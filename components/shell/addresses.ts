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
