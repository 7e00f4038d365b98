import type { KeyBelow } from "@/i18n/messages";
import type { Sentence } from "@/lib/errors";
import {
  communicationStyles,
  type MenteeFacts,
  type MentorFacts,
  type Variety,
  type WorkSpan,
} from "@/lib/matching/facts";

/** What a pair is scored by, in the order in which it is shown. */
export const factorKeys = [
  "gaps",
  "learning",
  "communication",
  "goals",
  "interests",
  "hours",
  "tenure",
  "variety",
] as const;
export type FactorKey = (typeof factorKeys)[number];

/** How well two fit by one factor: from 0 to 1, or null where too little is known of one of them. */
type Value = (mentee: MenteeFacts, mentor: MentorFacts) => number | null;
/** Why, for a value that is known: the end of the key of a sentence and what it speaks of. */
type Reason = (mentee: MenteeFacts, mentor: MentorFacts, value: number) => Sentence;

const sentence = (key: KeyBelow<"matching.reason">, values?: Sentence["values"]): Sentence =>
  values ? { key: `matching.reason.${key}`, values } : { key: `matching.reason.${key}` };
const list = (texts: readonly string[]) => texts.join(", ");

/** How much of what the mentee lacks the mentor is strong at; a big gap counts more than a small one. */
const gapsValue: Value = ({ gaps }, { strengths }) => {
  if (gaps.length === 0 || strengths.size === 0) return null;
  let [lacks, covered] = [0, 0];
  for (const { skill, level } of gaps) {
    lacks += level;
    covered += level * ((strengths.get(skill) ?? 0) / 4);
  }
  return lacks === 0 ? 1 : covered / lacks;
};

const gapsReason: Reason = ({ gaps }, { strengths }) => {
  const open = gaps.filter(({ level }) => level > 0).sort((a, b) => b.level - a.level);
  if (open.length === 0) return sentence("gaps.none");
  const strong = open.filter(({ skill }) => (strengths.get(skill) ?? 0) >= 3);
  if (strong.length > 0) return sentence("gaps.strong", { skills: list(strong.map(({ name }) => name)) });
  return sentence("gaps.weak", { skills: list(open.slice(0, 3).map(({ name }) => name)) });
};

const learningValue: Value = ({ learningStyle }, { teaches }) =>
  learningStyle === null || teaches.size === 0 ? null : Number(teaches.has(learningStyle));
const learningReason: Reason = ({ learningStyle }, _, value) =>
  sentence(value === 1 ? "learning.fits" : "learning.other", { style: learningStyle ?? "" });

/** The same style fits best; opposites on the circle fit least. */
const communicationValue: Value = ({ communicationStyle: mentee }, { communicationStyle: mentor }) => {
  if (mentee === null || mentor === null) return null;
  const apart = Math.abs(communicationStyles.indexOf(mentee) - communicationStyles.indexOf(mentor));
  return apart === 0 ? 1 : apart === 2 ? 0.2 : 0.6;
};
const communicationReason: Reason = (mentee, mentor) =>
  sentence(
    mentee.communicationStyle === mentor.communicationStyle ? "communication.same" : "communication.other",
    { mentee: mentee.communicationStyle ?? "", mentor: mentor.communicationStyle ?? "" },
  );

const isMet = ({ words }: MenteeFacts["goals"][number], mentor: MentorFacts) =>
  words.some((word) => mentor.words.has(word));

/** The share of the mentee's goals that the mentor tells something about. */
const goalsValue: Value = ({ goals }, mentor) => {
  if (goals.length === 0 || mentor.words.size === 0) return null;
  let met = 0;
  for (const goal of goals) met += isMet(goal, mentor) ? 1 : 0;
  return met / goals.length;
};
const goalsReason: Reason = ({ goals }, mentor) => {
  const met = goals.filter((goal) => isMet(goal, mentor)).map(({ text }) => text);
  return met.length > 0 ? sentence("goals.met", { goals: list(met) }) : sentence("goals.none");
};

function sharedInterests(mentee: MenteeFacts, mentor: MentorFacts): number {
  let shared = 0;
  for (const interest of mentee.interests.keys()) shared += mentor.interests.has(interest) ? 1 : 0;
  return shared;
}

/** Three interests in common are as good as any more. */
const interestsValue: Value = (mentee, mentor) => {
  const most = Math.min(3, mentee.interests.size, mentor.interests.size);
  return most === 0 ? null : Math.min(1, sharedInterests(mentee, mentor) / most);
};
const interestsReason: Reason = (mentee, mentor) => {
  const shared = [...mentee.interests].filter(([key]) => mentor.interests.has(key)).map(([, text]) => text);
  return shared.length > 0
    ? sentence("interests.shared", { interests: list(shared) })
    : sentence("interests.none");
};

/** How many minutes two working days have in common, on whichever side of midnight they lie. */
function minutesTogether(a: WorkSpan, b: WorkSpan): number {
  let together = 0;
  for (const turn of [-1440, 0, 1440]) {
    together += Math.max(0, Math.min(a.to, b.to + turn) - Math.max(a.from, b.from + turn));
  }
  return together;
}

/**
 * The share of the mentee's working day that both work, times the share of the program days on which the mentor is
 * there: 6 of 8 hours together and leave on 2 of 10 days make 0.75 × 0.8 = 0.6. Where hours are not known but leave is,
 * the first share counts one half.
 */
const hoursValue: Value = ({ hours: mentee }, { hours: mentor, away }) => {
  const there = away.of === 0 ? 1 : 1 - away.days / away.of;
  if (mentee === null || mentor === null) return away.days === 0 ? null : 0.5 * there;
  return Math.min(1, minutesTogether(mentee, mentor) / (mentee.to - mentee.from)) * there;
};
const hoursReason: Reason = ({ hours: mentee }, { hours: mentor, away }) => {
  if (mentee === null || mentor === null) return sentence(away.days > 0 ? "away" : "notKnown.hours", away);
  return sentence("hours.together", { hours: Math.round(minutesTogether(mentee, mentor) / 6) / 10 });
};

/** Best is who is one to five years ahead: far enough to know more, near enough to remember the beginning. */
const tenureValue: Value = ({ tenure: mentee }, { tenure: mentor }) => {
  if (mentee === null || mentor === null) return null;
  const ahead = mentor - mentee;
  if (ahead <= 0) return 0;
  return ahead < 1 ? ahead : Math.max(0.3, 1 - Math.max(0, ahead - 5) * 0.07);
};
const tenureReason: Reason = ({ tenure: mentee }, { tenure: mentor }) => {
  const ahead = (mentor ?? 0) - (mentee ?? 0);
  return ahead > 0
    ? sentence("tenure.ahead", { years: Math.round(ahead * 10) / 10 })
    : sentence("tenure.notAhead");
};

/** How much two are alike, by floor, way of talking and interests, as far as they are known. */
function likeness(mentee: MenteeFacts, mentor: MentorFacts): number | null {
  let [known, alike] = [0, 0];
  if (mentee.floorId !== null && mentor.floorId !== null) {
    known += 1;
    alike += mentee.floorId === mentor.floorId ? 1 : 0;
  }
  for (const value of [communicationValue(mentee, mentor), interestsValue(mentee, mentor)]) {
    known += value === null ? 0 : 1;
    alike += value ?? 0;
  }
  return known === 0 ? null : alike / known;
}

const asWished: Record<Variety, (alike: number) => number> = {
  SIMILAR: (alike) => alike,
  MIXED: (alike) => 1 - Math.abs(2 * alike - 1),
  DIFFERENT: (alike) => 1 - alike,
};
const varietyValue: Value = (mentee, mentor) => {
  const alike = likeness(mentee, mentor);
  return alike === null ? null : asWished[mentee.variety](alike);
};
const varietyReason: Reason = (mentee, mentor) => {
  const alike = likeness(mentee, mentor) ?? 0;
  const much = alike >= 2 / 3 ? "much" : alike <= 1 / 3 ? "little" : "some";
  return sentence(`variety.${much}`, { wish: mentee.variety });
};

export const factors: Record<FactorKey, { value: Value; reason: Reason }> = {
  gaps: { value: gapsValue, reason: gapsReason },
  learning: { value: learningValue, reason: learningReason },
  communication: { value: communicationValue, reason: communicationReason },
  goals: { value: goalsValue, reason: goalsReason },
  interests: { value: interestsValue, reason: interestsReason },
  hours: { value: hoursValue, reason: hoursReason },
  tenure: { value: tenureValue, reason: tenureReason },
  variety: { value: varietyValue, reason: varietyReason },
};
