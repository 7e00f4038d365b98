import { type Day, diffDays } from "@/lib/dates";
import type { Sentence } from "@/lib/errors";
import { type EnrollmentState, isUndecided } from "@/lib/mentees/rules";
import type { Phase } from "@/lib/programs/rules";
import { type Edges, edgeRefusal } from "@/lib/states";

export const cohortStates = [
  "DRAFT",
  "PLANNING",
  "READY",
  "ACTIVE",
  "COMPLETED",
  "ARCHIVED",
  "CANCELLED",
] as const;
export type CohortState = (typeof cohortStates)[number];

export const signOffStates = ["REQUESTED", "APPROVED", "CHANGES_REQUESTED"] as const;
export type SignOffState = (typeof signOffStates)[number];

export const cohortEdges: Edges<CohortState> = {
  DRAFT: ["PLANNING", "CANCELLED"],
  PLANNING: ["READY", "CANCELLED"],
  READY: ["ACTIVE", "PLANNING", "CANCELLED"],
  ACTIVE: ["COMPLETED", "CANCELLED"],
  COMPLETED: ["ARCHIVED"],
  ARCHIVED: [],
  CANCELLED: [],
};

export const signOffEdges: Edges<SignOffState> = {
  REQUESTED: ["APPROVED", "CHANGES_REQUESTED"],
  APPROVED: [],
  CHANGES_REQUESTED: ["REQUESTED"],
};

/** Why a cohort may not go from one state to the other, or null when it may. */
export function cohortRefusal(from: CohortState, to: CohortState): Sentence | null {
  return edgeRefusal(cohortEdges, "cohorts.refused.cohortState", from, to);
}

/** Why a sign-off may not go from one state to the other, or null when it may. */
export function signOffRefusal(from: SignOffState, to: SignOffState): Sentence | null {
  return edgeRefusal(signOffEdges, "cohorts.refused.signOffState", from, to);
}

/** Not launched and not cancelled: the plan, the mentees and the pairings may still be changed freely. */
export function isBeforeLaunch(state: CohortState): boolean {
  return state === "DRAFT" || state === "PLANNING" || state === "READY";
}

/** What `launchBlockers` has to know. Mentees are those enrolled, not those who have withdrawn. */
export type LaunchFacts = {
  state: CohortState;
  certificationDate: Day | null;
  today: Day;
  mentees: readonly {
    name: string;
    /** The mentee's current lead pairing: is it confirmed, and is its mentor (still) eligible? */
    leadPairing: { confirmed: boolean; mentorEligible: boolean } | null;
  }[];
  eligibleMentors: number;
  signOffs: readonly { name: string; state: SignOffState }[];
  sessions: number;
};

/** Everything that is missing before a cohort may be launched, most basic first. Empty: it may. */
export function launchBlockers(facts: LaunchFacts): Sentence[] {
  const { mentees, signOffs } = facts;
  const of = (state: SignOffState) => signOffs.filter((one) => one.state === state);
  const blockers: (Sentence | null | false)[] = [
    facts.state === "READY" ? null : cohortRefusal(facts.state, "ACTIVE"),
    facts.certificationDate === null && { key: "cohorts.blocker.noCertificationDate" },
    facts.certificationDate !== null &&
      facts.certificationDate < facts.today && { key: "cohorts.blocker.certificationPast" },
    facts.sessions === 0 && { key: "cohorts.blocker.noSessions" },
    mentees.length === 0 && { key: "cohorts.blocker.noMentees" },
    facts.eligibleMentors === 0 && { key: "cohorts.blocker.noMentors" },
    names(
      "cohorts.blocker.unpaired",
      mentees.filter((one) => one.leadPairing === null),
    ),
    names(
      "cohorts.blocker.unconfirmed",
      mentees.filter((one) => one.leadPairing?.confirmed === false),
    ),
    names(
      "cohorts.blocker.mentorNotEligible",
      mentees.filter((one) => one.leadPairing?.mentorEligible === false),
    ),
    names("cohorts.blocker.signOffsOpen", of("REQUESTED")),
    names("cohorts.blocker.signOffsChanges", of("CHANGES_REQUESTED")),
  ];
  return blockers.filter((blocker) => blocker !== null && blocker !== false);
}

/** Everything that is open before a cohort may be completed. Empty: it may, also before its last day. */
export function completionBlockers(facts: {
  state: CohortState;
  mentees: readonly { name: string; state: EnrollmentState }[];
  /** Mentees with a certification attempt that is scheduled or being assessed. */
  openAttempts: readonly { name: string }[];
}): Sentence[] {
  const blockers: (Sentence | null)[] = [
    facts.state === "ACTIVE" ? null : cohortRefusal(facts.state, "COMPLETED"),
    names(
      "cohorts.blocker.undecided",
      facts.mentees.filter((one) => isUndecided(one.state)),
    ),
    names("cohorts.blocker.attemptsOpen", facts.openAttempts),
  ];
  return blockers.filter((blocker) => blocker !== null);
}

type NumberedDay = { phase: Phase; number: number; day: Day };

/** Which day of the plan today is ("day 3 of 10"), or null on a day that the plan leaves out. */
export function programDayOn(
  days: readonly NumberedDay[],
  today: Day,
): { number: number; total: number; phase: Phase } | null {
  const found = days.find((one) => one.day === today);
  if (!found) return null;
  const total = days.filter((one) => one.phase === found.phase).length;
  return { number: found.number, total, phase: found.phase };
}

/** Where today lies in a plan, also on weekends and holidays, before it begins and after it has ended. */
export function placeInPlan<Planned extends NumberedDay>(days: readonly Planned[], today: Day) {
  const ordered = [...days].sort((a, b) => diffDays(b.day, a.day));
  return {
    on: ordered.find((one) => one.day === today) ?? null,
    previous: ordered.findLast((one) => one.day < today) ?? null,
    next: ordered.find((one) => one.day > today) ?? null,
  };
}

const namesShown = 3;

/** A sentence about people: the first few by name, the others as a number. null when there is nobody. */
function names(key: Sentence["key"], people: readonly { name: string }[]): Sentence | null {
  if (people.length === 0) return null;
  const shown = people.slice(0, namesShown).map((person) => person.name);
  return {
    key,
    values: { count: people.length, names: shown.join(", "), others: people.length - shown.length },
  };
}
