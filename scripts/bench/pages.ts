/** The pages that can be measured by themselves with --only. */
export const pageParts = ["today", "log", "schedule", "board"] as const;
export type Part = (typeof pageParts)[number];

export type BenchPage = {
  name: string;
  part: Part | "bare";
  /** Whose page it is: the start of their address, see people.sql. They belong to the same active cohort. */
  who: "organizer" | "manager" | "mentor" | "mentee";
  /** `:cohort` stands for that cohort's id. */
  path: string;
};

/** Signed in, in the same frame, with next to nothing inside: what each page is compared with. */
export const barePage: BenchPage = { name: "bare", part: "bare", who: "mentor", path: "/settings/about" };

const pages: readonly BenchPage[] = [
  { name: "today.enablement", part: "today", who: "organizer", path: "/today/enablement" },
  { name: "today.floor", part: "today", who: "manager", path: "/today/floor" },
  { name: "today.mentor", part: "today", who: "mentor", path: "/today/mentor" },
  { name: "today.mentee", part: "today", who: "mentee", path: "/today/mentee" },
  { name: "log", part: "log", who: "mentor", path: "/logs" },
  { name: "schedule.mentee", part: "schedule", who: "mentee", path: "/schedule" },
  { name: "schedule.cohort", part: "schedule", who: "organizer", path: "/cohorts/:cohort/schedule" },
  { name: "board", part: "board", who: "organizer", path: "/cohorts/:cohort/board" },
];

/** The pages of one part, or all of them. */
export function pagesOf(part: Part | undefined) {
  return pages.filter((page) => !part || page.part === part);
}
