import { type Day, diffDays, fromDay, instantAt } from "@/lib/dates";

export const learningStyles = ["WATCHING", "LISTENING", "READING", "DOING"] as const;
export type LearningStyle = (typeof learningStyles)[number];

/** On a circle: neighbours get on easily, opposites have to try. */
export const communicationStyles = ["DIRECT", "LIVELY", "CALM", "EXACT"] as const;
export type CommunicationStyle = (typeof communicationStyles)[number];

/** Whether the two should rather have much in common, some, or little. */
export const varieties = ["SIMILAR", "MIXED", "DIFFERENT"] as const;
export type Variety = (typeof varieties)[number];

/** A working day in minutes of UTC: `to` comes after `from`, past midnight if need be. */
export type WorkSpan = { from: number; to: number };

/** What both sides say of themselves. null, or nothing in a collection, means that nobody said. */
type Facts = {
  communicationStyle: CommunicationStyle | null;
  /** As written, by {@link folded}. */
  interests: ReadonlyMap<string, string>;
  hours: WorkSpan | null;
  /** How many years they have been with the organization when the cohort starts. */
  tenure: number | null;
  floorId: string | null;
};

/** What scoring reads of a mentee, made ready once for all mentors. */
export type MenteeFacts = Facts & {
  /** Skills with how much the mentee lacks, 0–4; `skill` is {@link folded}. */
  gaps: readonly { skill: string; name: string; level: number }[];
  learningStyle: LearningStyle | null;
  /** Each with the words that it is found by. */
  goals: readonly { text: string; words: readonly string[] }[];
  /** The mentee's own wish, or the cohort's preset. */
  variety: Variety;
};

/** What scoring reads of a mentor, made ready once for all mentees. */
export type MentorFacts = Facts & {
  /** How strong, 0–4, by {@link folded} skill. */
  strengths: ReadonlyMap<string, number>;
  teaches: ReadonlySet<LearningStyle>;
  /** Every word that the mentor tells of their work in. */
  words: ReadonlySet<string>;
  away: Away;
};

/** On how many of the cohort's program days somebody is on leave. */
export type Away = { days: number; of: number };

/** On how many of these days one of these leaves lies. */
export function awayOn(days: readonly Day[], leaves: readonly { firstDay: Day; lastDay: Day }[]): Away {
  const gone = days.filter((day) =>
    leaves.some(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay),
  );
  return { days: gone.length, of: days.length };
}

/** Whether somebody is there on no program day at all: then they mentor nobody in this cohort. */
export function awayThroughout({ days, of }: Away): boolean {
  return of > 0 && days === of;
}

/** A text as it is compared: without case, accents and outer blanks. */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").trim().toLowerCase();
}

/** Texts by what they are compared with; of those that are the same, the first. */
export function byFolded(texts: readonly string[]): ReadonlyMap<string, string> {
  const kept = new Map<string, string>();
  for (const text of texts) {
    const key = folded(text);
    if (key && !kept.has(key)) kept.set(key, text.trim());
  }
  return kept;
}

/** Words that say nothing about what somebody does. */
const small = new Set(
  "about after before better from have into learn make more much need over than that their them this want what when where with work your".split(
    " ",
  ),
);

/** The words of some texts that one is found by: four letters or more, endings cut, so that "negotiate" finds "negotiations". */
export function wordsOf(...texts: readonly string[]): Set<string> {
  const words = folded(texts.join(" ")).split(/[^\p{L}\p{N}]+/u);
  return new Set(words.filter((word) => word.length >= 4 && !small.has(word)).map(stem));
}

function stem(word: string): string {
  const cut = word.replace(/(ings?|ed|ers?|es|s|e)$/, "");
  return (cut.length >= 3 ? cut : word).replace(/y$/, "i").slice(0, 7);
}

/** A working day of local minutes in UTC, as the clock stands on that day. One that ends before it starts runs over midnight. */
export function workSpan(
  day: Day,
  zone: string,
  starts: number | null,
  ends: number | null,
): WorkSpan | null {
  if (starts === null || ends === null) return null;
  const local = (instantAt(day, starts, zone).getTime() - fromDay(day).getTime()) / 60_000;
  const from = ((local % 1440) + 1440) % 1440;
  return { from, to: from + ((ends - starts + 1440) % 1440 || 1440) };
}

/** Years with the organization on a day; null when it is not known since when, nothing before the first day. */
export function tenureOn(day: Day, hireDate: Day | null): number | null {
  return hireDate === null ? null : Math.max(0, diffDays(hireDate, day) / 365.25);
}
