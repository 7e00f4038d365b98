import type { Independence, Progress } from "@/lib/logs/rules";
import { dice, pick } from "./stage";

/** What mentors write at the end of a day, early and late in the two weeks. */
const learned: [string, ...string[]][] = [
  [
    "Found their way around the CRM and asked good questions about who our customers are.",
    "Knows what we sell and to whom; the product names still get mixed up.",
    "Listened closely at the kickoff and wrote down three goals of their own.",
  ],
  [
    "Heard two discovery calls and noticed how long the customer talked.",
    "Could explain the ads manager back to me in their own words.",
    "Took clean notes on both calls; next: what made the customer say yes to a next step.",
  ],
  [
    "Sees where a lead stands in the funnel and what has to happen next.",
    "Logged every call in the CRM without being asked.",
    "Understood why we qualify before we pitch.",
  ],
  [
    "Opened a role-play call with a clear reason for calling.",
    "Asked open questions and let silence work.",
    "Talks a little fast when nervous; slowed down in the second round.",
  ],
  [
    "Passed the objection gate: price and timing handled calmly.",
    "Taught back the funnel to the group, with an example from Tuesday’s call.",
    "Handled “send me an e-mail” well; “we already have a supplier” needs practice.",
  ],
  [
    "First live call with me on the line: good opening, I helped with the close.",
    "Booked a meeting on the third call.",
    "Prepared each call with two lines about the customer; it showed.",
  ],
  [
    "Led two calls; I only listened.",
    "Recovered well after a hard no.",
    "Summarised the customer’s need in one sentence before proposing anything.",
  ],
  [
    "Proposal practice went well: clear price, clear next step.",
    "Scored solid on the mock call; asking for the decision is the last gap.",
    "Ran the live block alone and kept count of the numbers.",
  ],
  [
    "Full mock: ready. We agreed to warm up with two easy calls tomorrow.",
    "Handled three objections in one call without losing the thread.",
    "Explained to a newer colleague how to open a call.",
  ],
  [
    "Calm and clear at certification.",
    "Told me what they want to work on next, before I asked.",
    "Did what we practised and a bit more.",
  ],
];

const notes: [string, ...string[]] = [
  "Tomorrow: let them speak first, and write down the customer’s own words.",
  "Good day. One thing to try: pause after the price.",
  "Ask Amara for the recording of the renewal call, it fits here.",
  "We moved the meeting by half an hour; no harm done.",
];

const ladder: readonly [number, Independence][] = [
  [3, "OBSERVED"],
  [5, "ASSISTED"],
  [7, "LED"],
  [10, "SOLO"],
];

/** Who led on this program day: from watching to alone, some a little sooner. */
export function independenceOn(day: number, ahead: boolean): Independence {
  const shifted = ahead ? day + 1 : day;
  return ladder.find(([until]) => shifted <= until)?.[1] ?? "SOLO";
}

/** The words and numbers of one mentee's day, the same at each telling. */
export function pageFor(mentee: number, day: number, strength: number) {
  const roll = dice(mentee * 101 + day * 7 + 13);
  const texts = learned[Math.min(day, learned.length) - 1] ?? learned[0];
  const effort = (most: number) =>
    Math.round(most * (0.35 + 0.065 * day) * (0.7 + 0.5 * strength) * (0.8 + 0.4 * roll()));
  const progress: Progress =
    strength < 0.35 && roll() < 0.6 ? "STRUGGLING" : strength > 0.75 && roll() < 0.6 ? "AHEAD" : "ON_TRACK";
  return {
    learned: texts ? pick(roll, texts) : "",
    progress,
    note: roll() < 0.4 ? pick(roll, notes) : "",
    noteAudience: roll() < 0.75 ? ("SHARED" as const) : ("ORGANIZERS" as const),
    calls: effort(24),
    emails: effort(18),
    meetings: day < 4 ? 0 : effort(3),
    proposals: day < 7 ? 0 : effort(2),
    skills: [Math.floor(roll() * 4), 4 + Math.floor(roll() * 3)],
  };
}
