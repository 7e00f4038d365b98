import type { Sentence } from "@/lib/errors";
import {
  brokenRules,
  type HardRule,
  hardRules,
  overruled,
  toMatchingProblem,
} from "@/lib/matching/hard-rules";
import type { Matching, MatchingMentor } from "@/lib/matching/queries";
import { saidNo, type Willingness } from "@/lib/mentors/rules";
import { solve, type UnpairedReason } from "@/lib/pairings/solver";
import { type Explanation, explainUnpaired } from "@/lib/pairings/unpaired";

/** The locked suggestions that a plan has to keep. One that a rule of the database forbids by now binds nobody. */
export function locksOf({ mentees, mentors, settings }: Matching) {
  const byId = new Map(mentors.map((mentor) => [mentor.nominationId, mentor]));
  return mentees.flatMap((mentee) => {
    const { current, enrollmentId } = mentee;
    const mentor = current?.locked && current.suggested ? byId.get(current.nominationId) : undefined;
    if (!mentor) return [];
    const broken = brokenRules(mentee, mentor, settings.floorRule);
    const stands = broken.every((rule) => overruled.includes(rule));
    return stands ? [{ enrollmentId, nominationId: mentor.nominationId }] : [];
  });
}

/** Somebody whom no plan pairs, with what is in the way. */
export type StuckMentee = { enrollmentId: string; mentee: string; reason: UnpairedReason; rules: HardRule[] };

/** Who stays unpaired in the best plan around the locks, and what would help; each of the ways by itself. */
export type Stuck = {
  mentees: StuckMentee[];
  /** The fewest places more, with whom, that pair as many as more places can. */
  places: { mentor: string; places: number }[];
  /** Who stays unpaired even then: how many lead mentors more they need, on their own floor where that is the rule. */
  mentors: { floor: string; mentees: number; mentors: number }[];
  /** Mentors who could still become eligible, and the places that they have. */
  coming: { mentors: number; places: number };
  /** Kept suggestions that would have to be let go of. */
  unlock: { mentee: string; mentor: string }[];
  /** How many would have a mentor at once if an organizer went over a rule that they may go over. */
  exceptions: { rule: HardRule; mentees: number }[];
};

const nothing: Stuck = {
  mentees: [],
  places: [],
  mentors: [],
  coming: { mentors: 0, places: 0 },
  unlock: [],
  exceptions: [],
};

/** What is in the way of whoever has no mentor, and what would help, while somebody has none. */
export function stuckOf(matching: Matching): Stuck {
  if (matching.mentees.every(({ current }) => current !== null)) return nothing;
  const { problem, mentees, mentors } = toMatchingProblem(matching, locksOf(matching));
  const plan = solve(problem, { objective: "total", balance: false });
  if (plan.unpaired.length === 0) return nothing;
  const spare = mentors.map(({ capacity }) => Math.max(0, matching.cohort.cap - capacity));
  const explained = explainUnpaired(problem, plan, spare);
  const named = { mentees, mentors };
  return {
    mentees: explained.mentees.flatMap(({ mentee: row, reason, rules }) => {
      const mentee = mentees[row];
      if (!mentee) return [];
      const names = rules.flatMap(({ rule }) => hardRules[rule - 1] ?? []);
      return [{ enrollmentId: mentee.enrollmentId, mentee: mentee.name, reason, rules: names }];
    }),
    places: explained.change.places.flatMap(({ mentor, places }) => {
      const name = mentors[mentor]?.name;
      return name ? [{ mentor: name, places }] : [];
    }),
    mentors: mentorsFor(
      matching,
      explained.change.left.map((row) => mentees[row]?.floor ?? ""),
    ),
    coming: comingOf(mentors),
    unlock: unlockOf(explained, named),
    exceptions: overruled.flatMap((rule) => {
      const helped = explained.mentees.filter(({ rules }) =>
        rules.some((one) => hardRules[one.rule - 1] === rule && one.exceptions.length > 0),
      );
      return helped.length > 0 ? [{ rule, mentees: helped.length }] : [];
    }),
  };
}

/** How many lead mentors it takes for mentees of these floors, each with as many as the program allows. */
function mentorsFor({ settings, cohort }: Matching, floors: string[]): Stuck["mentors"] {
  const counted = new Map<string, number>();
  for (const one of floors) {
    const floor = settings.floorRule === "SAME" ? one : "";
    counted.set(floor, (counted.get(floor) ?? 0) + 1);
  }
  return [...counted].map(([floor, mentees]) => ({
    floor,
    mentees,
    mentors: Math.ceil(mentees / cohort.cap),
  }));
}

/** Who is approved as a lead mentor and only has to be invited, to answer, or to be trained. */
function comingOf(mentors: readonly MatchingMentor[]): Stuck["coming"] {
  const coming = mentors.filter(({ unqualified, kind }) => kind !== "CALL" && mayStillCome(unqualified));
  const free = coming.map(({ capacity, load }) => Math.max(0, capacity - load));
  return { mentors: coming.length, places: free.reduce((sum, one) => sum + one, 0) };
}

function mayStillCome(unqualified: Sentence | null): boolean {
  if (unqualified?.key === "mentors.refused.notTrained") return true;
  const { willingness } = unqualified?.values ?? {};
  return willingness !== undefined && !saidNo(willingness as Willingness);
}

function unlockOf(
  { mentees: stuck }: Explanation,
  { mentees, mentors }: { mentees: readonly { name: string }[]; mentors: readonly { name: string }[] },
): Stuck["unlock"] {
  const locks = new Map(
    stuck.flatMap(({ unlock }) => unlock.map((one) => [one.mentee, one.mentor] as const)),
  );
  return [...locks].flatMap(([row, column]) => {
    const [mentee, mentor] = [mentees[row]?.name, mentors[column]?.name];
    return mentee && mentor ? [{ mentee, mentor }] : [];
  });
}
