import { readdirSync } from "node:fs";

/** Anybody who opens pages in the demo: one of its people who sign in with what they are, or nobody signed in. */
export type Visitor =
  | "nobody"
  | "admin"
  | "enablement"
  | "floor"
  | "mentor"
  | "mentee"
  | "sme"
  | "assessor"
  | "hanne.dirksen";

/**
 * One page as one person sees it. `page` is its folder below `app` without the groups. `way` leads there: it begins
 * with an address, and each further step is a link on the page before, found by its words or by its address, or
 * something to put after the address of the page before.
 */
export type Stop = {
  who: Visitor;
  page: string;
  way: (string | RegExp | { part: string })[];
  status?: number;
};

const active = "Autumn wave";
const planned = "Winter wave";
const completed = "Spring wave";

const stop = (who: Visitor, page: string, ...way: Stop["way"]): Stop => ({
  who,
  page,
  way: way.length > 0 ? way : [`/${page}`],
});

const ofCohort = (who: Visitor, cohort: string, ...parts: string[]) =>
  parts.map((part) => stop(who, `cohorts/[cohortId]${part}`, "/cohorts", cohort, { part: part }));

const everyPart = [
  "",
  "/schedule",
  "/mentors",
  "/mentors/training",
  "/pairings",
  "/calls",
  "/board",
  "/certification",
  "/history",
];

/** What nobody needs to be signed in for. Pages that a mail leads to, one opens with the mail. */
const open: Stop[] = [
  stop("nobody", "sign-in"),
  stop("nobody", "reset"),
  stop("nobody", "reset/[token]", "/reset/used-already"),
  stop("nobody", "invitation/[token]", "/invitation/used-already"),
  stop("nobody", "setup/[token]", "/setup/used-already"),
  stop("nobody", "certificates"),
  stop("nobody", "certificates/[number]", "/certificates/RA-2026-0000-0000-0000"),
];

const administrator: Stop[] = [
  stop("admin", "today"),
  stop("admin", "people"),
  stop("admin", "people", "/people?q=nobody-has-this-name"),
  stop("admin", "people/new"),
  stop("admin", "people/import"),
  stop("admin", "people/[personId]", "/people?q=Dmitri", "Dmitri Volkov"),
  stop("admin", "floors"),
  stop("admin", "floors/new"),
  stop("admin", "floors/[floorId]", "/floors", "Enterprise"),
  stop("admin", "settings"),
  stop("admin", "settings/organization"),
  stop("admin", "settings/audit"),
  stop("admin", "settings/mail"),
  stop("admin", "settings/design"),
  stop("admin", "settings/about"),
  stop("admin", "cohorts"),
];

const enablement: Stop[] = [
  stop("enablement", "", "/"),
  stop("enablement", "today/enablement"),
  stop("enablement", "inbox"),
  stop("enablement", "cohorts"),
  stop("enablement", "cohorts/new"),
  ...ofCohort("enablement", active, ...everyPart),
  ...ofCohort(
    "enablement",
    planned,
    ...everyPart,
    "/enroll",
    "/enroll/import",
    "/sign-off",
    "/intakes",
    "/weights",
  ),
  stop(
    "enablement",
    "mentees/[enrollmentId]/intake",
    "/cohorts",
    planned,
    { part: "/intakes" },
    "Bilal Hussain",
  ),
  ...ofCohort("enablement", completed, "", "/certification", "/board"),
  stop("enablement", "sessions/[sessionId]", "/cohorts", active, { part: "/schedule" }, /^\/sessions\//),
  stop("enablement", "mentees/[enrollmentId]", "/cohorts", active, { part: "/board" }, /^\/mentees\//),
  stop(
    "enablement",
    "pairings/[pairingId]",
    "/cohorts",
    active,
    { part: "/board" },
    /^\/mentees\//,
    /^\/pairings\//,
  ),
  stop(
    "enablement",
    "pairings/[pairingId]/reassign",
    "/cohorts",
    active,
    { part: "/board" },
    /^\/mentees\//,
    /^\/pairings\//,
    { part: "/reassign" },
  ),
  stop("enablement", "attempts/[attemptId]", "/cohorts", active, { part: "/certification" }, /^\/attempts\//),
  stop("enablement", "certificates/[number]", "/cohorts", completed, { part: "/certification" }, /^\/certif/),
  stop("enablement", "programs"),
  stop("enablement", "programs/[programId]", "/programs", /^\/programs\/./),
  stop("enablement", "people"),
  stop("enablement", "people/[personId]", "/people?q=Amara", "Amara Nwosu"),
  stop("enablement", "settings/organization"),
];

const floorManager: Stop[] = [
  stop("floor", "today/floor"),
  stop("floor", "inbox"),
  stop("floor", "floors/[floorId]", "/floors", "SMB"),
  stop("floor", "floors/[floorId]/lists/[listId]", "/today/floor", /^\/floors\/[^/]+\/lists\//),
  ...ofCohort("floor", active, "", "/schedule", "/board"),
  stop("floor", "mentees/[enrollmentId]", "/today/floor", /^\/mentees\//),
  stop("floor", "settings"),
];

const pair: Stop[] = [
  stop("mentor", "today/mentor"),
  stop("mentor", "logs"),
  stop("mentor", "schedule"),
  stop("mentor", "inbox"),
  stop("mentor", "nominations"),
  stop("mentor", "nominations/[nominationId]", "/nominations", /^\/nominations\//),
  stop("mentor", "nominations/[nominationId]/training", "/nominations", active, { part: "/training" }),
  stop("mentor", "mentors/[personId]", "/nominations", /^\/mentors\//),
  stop("mentor", "mentors/[personId]/edit", "/nominations", /^\/mentors\//, { part: "/edit" }),
  stop("mentor", "mentees/[enrollmentId]/intake", "/today/mentor", /^\/mentees\//, { part: "/intake" }),
  stop("mentor", "mentees/[enrollmentId]", "/today/mentor", /^\/mentees\//),
  stop("mentor", "sessions/[sessionId]", "/schedule", /^\/sessions\//),
  stop("mentor", "pairings/[pairingId]", "/today/mentor", /^\/pairings\//),
  ...ofCohort("mentor", active, "", "/schedule"),
  stop("mentee", "today/mentee"),
  stop("mentee", "schedule"),
  stop("mentee", "sessions/[sessionId]", "/schedule", /^\/sessions\//),
  stop("mentee", "mentees/[enrollmentId]", "/today/mentee", /^\/mentees\//),
  stop("mentee", "mentees/[enrollmentId]/intake", "/today/mentee", /^\/mentees\//, { part: "/intake" }),
  stop("mentee", "mentors/[personId]", "/today/mentee", /^\/mentors\//),
  stop("mentee", "pairings/[pairingId]", "/today/mentee", /^\/pairings\//),
  stop("mentee", "logs"),
  ...ofCohort("mentee", active, "", "/schedule"),
];

const experts: Stop[] = [
  stop("hanne.dirksen", "intakes"),
  stop("hanne.dirksen", "mentees/[enrollmentId]/intake", "/intakes", "Bilal Hussain"),
  stop("sme", "today/sme"),
  stop("sme", "schedule"),
  stop("sme", "sessions/[sessionId]", "/schedule", /^\/sessions\//),
  ...ofCohort("sme", active, "", "/schedule"),
  stop("assessor", "today/assessor"),
  stop("assessor", "inbox"),
  stop("assessor", "attempts/[attemptId]", "/today/assessor", /^\/attempts\//),
];

/** What is opened by sending a form or a mail first: the test that does so names it. */
export const pagesByDeed = [
  "people/import/[importId]",
  "cohorts/[cohortId]/enroll/import/[importId]",
  "invitation/[token]",
  "reset/[token]",
];

/** Every page there is, by those who see something of their own on it. */
export const everyPage: readonly Stop[] = [
  ...open,
  ...administrator,
  ...enablement,
  ...floorManager,
  ...pair,
  ...experts,
];

/** The pages that the source has, named as in `Stop`. */
export function pagesInSource(): string[] {
  return readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => file.replace(/^\([^)]+\)\/|\/?page\.tsx$/g, ""));
}
