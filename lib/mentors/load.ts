import { addDays, type Day, weekday } from "@/lib/dates";

/** The hours of a working week where nobody said from when to when somebody works. */
export const usualWeek = 40;
const daysAWeek = 5;

/** What one person has to do as a mentor in one local week, over all cohorts. */
export type LoadedWeek = {
  /** Its Monday. */
  week: Day;
  /** What their floor protects for mentoring in the cohorts that have days in this week. */
  protectedHours: number;
  /** How long the sessions take that they lead with mentees. */
  plannedHours: number;
};

/** How much one person has on their hands, week by week. */
export type MentorLoad = {
  /** Hours a week with customers of their own; null: nobody said. */
  selling: number | null;
  /** The hours of their working week; without any, the usual ones are meant. */
  working: number | null;
  weeks: readonly LoadedWeek[];
};

/** The Monday of the week that a day lies in. */
export function weekOf(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

/** The Mondays of all weeks that have a day from the first to the last one. */
export function weeksFrom(first: Day, last: Day): Day[] {
  const weeks: Day[] = [];
  for (let week = weekOf(first); week <= last; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}

/** How long somebody works in a week who is there between these minutes of a day; null when nobody said. */
export function workingWeek(starts: number | null, ends: number | null): number | null {
  if (starts === null || ends === null) return null;
  return inHours(((ends - starts + 1440) % 1440 || 1440) * daysAWeek);
}

/** Minutes in hours, to one decimal. */
export function inHours(minutes: number): number {
  return Math.round(minutes / 6) / 10;
}

/** What mentoring takes of a week: what is protected or what is planned, whichever is more. */
export function mentoringIn({ protectedHours, plannedHours }: LoadedWeek): number {
  return Math.max(protectedHours, plannedHours);
}

/** The same load with so many hours a week more that are protected. */
export function withProtected(load: MentorLoad, hours: number): MentorLoad {
  const weeks = load.weeks.map((one) => ({ ...one, protectedHours: one.protectedHours + hours }));
  return { ...load, weeks };
}

/** The fullest week, the first of several; null where there is none. */
export function fullestWeek({ weeks }: MentorLoad): LoadedWeek | null {
  const [first, ...rest] = weeks;
  if (!first) return null;
  return rest.reduce((full, one) => (mentoringIn(one) > mentoringIn(full) ? one : full), first);
}

/** Something that is too much, and the values of the sentence that says so. */
export type LoadWarning = {
  kind: "planned" | "working" | "mentoring";
  values: Record<string, string | number>;
};

/**
 * What is too much, each by how many hours and in which week: more mentoring planned than protected, and customers and
 * mentoring together more than a working week. Of several such weeks the worst is named and the others counted. A
 * selling load that nobody stated is said to be unknown. Nothing here forbids anything.
 */
export function loadWarnings(load: MentorLoad): LoadWarning[] {
  const working = load.working ?? usualWeek;
  const planned = worstOf(load, (one) => one.plannedHours - one.protectedHours);
  const all = worstOf(load, (one) => (load.selling ?? 0) + mentoringIn(one) - working);
  const warnings: LoadWarning[] = [];
  if (planned) {
    const { over, week, more, at } = planned;
    const values = { over, week, more, planned: at.plannedHours, protected: at.protectedHours };
    warnings.push({ kind: "planned", values });
  }
  if (all) {
    const { over, week, more, at } = all;
    const values = { over, week, more, working, mentoring: mentoringIn(at) };
    warnings.push(
      load.selling === null
        ? { kind: "mentoring", values }
        : { kind: "working", values: { ...values, selling: load.selling } },
    );
  }
  return warnings;
}

type Worst = { over: number; week: Day; more: number; at: LoadedWeek };

function worstOf({ weeks }: MentorLoad, overIn: (week: LoadedWeek) => number): Worst | null {
  const over = weeks
    .map((at) => ({ at, over: Math.round(overIn(at) * 10) / 10 }))
    .filter((one) => one.over > 0);
  const [first, ...rest] = over;
  if (!first) return null;
  const worst = rest.reduce((most, one) => (one.over > most.over ? one : most), first);
  return { ...worst, week: worst.at.week, more: rest.length };
}
