import { db } from "@/lib/db";
import { keepApart } from "@/lib/do-not-pair/commands";
import { saveMenteePart, saveTrainerPart } from "@/lib/intakes/commands";
import { communicationStyles, learningStyles } from "@/lib/matching/facts";
import { saveProfile } from "@/lib/profiles/commands";
import { type Character, emailOf, leads, mentors } from "./people";
import { as, dice, idOf, pick } from "./stage";

const skills = ["Discovery", "Pitch", "Objection handling", "Negotiation", "Prospecting", "CRM"] as const;
const interests = ["Trail running", "Chess", "Cooking", "Climbing", "Jazz", "Gardening", "Football"] as const;
const languages = ["English", "Deutsch", "Français", "Español", "Polski"] as const;
const introductions = [
  "I started on the phones here and still make calls every day. Ask me anything, also twice.",
  "I like to listen to a call together and then take it apart, slowly.",
  "Bring me the calls that went wrong. Those are where we both learn something.",
] as const;
const experiences = [
  "Renewals and upsells with small companies, before that two years of prospecting.",
  "Enterprise deals with banks and insurers, long negotiations with procurement.",
  "Discovery and demos for mid-size manufacturers, about thirty deals a year.",
] as const;
const techniques = [
  "Silence after a question",
  "The three whys",
  "Call plan on one page",
  "Role reversal",
] as const;
const goals = [
  "Lead a discovery call alone",
  "Handle objections on price",
  "Win my first renewal",
  "Build a pipeline by prospecting",
  "Negotiate with procurement",
] as const;

/** So many of some, without doubles, by throws of the dice. */
function some<T>(roll: () => number, from: readonly T[], count: number): T[] {
  return [...from]
    .map((one) => ({ one, throw: roll() }))
    .sort((a, b) => a.throw - b.throw)
    .slice(0, count)
    .map(({ one }) => one);
}

/** Every mentor but one has written a card; Callum Reid has not got round to it. */
export async function introduceMentors(): Promise<void> {
  for (const [index, { key, years }] of mentors.entries()) {
    if (key === "callum.reid") continue;
    const roll = dice(index * 977 + 5);
    const strong = some(roll, skills, 4);
    await saveProfile(await as(key), {
      introduction: pick(roll, introductions),
      experience: pick(roll, experiences),
      record: years >= 4 ? "Over target in each of the last three years." : "",
      awards: key === "mentor" ? ["Mentor of the year", "Best newcomer"] : [],
      techniques: some(roll, techniques, 2),
      interests: some(roll, interests, 3),
      languages: ["English", ...some(roll, languages.slice(1), 1)],
      teaches: some(roll, learningStyles, 2),
      communicationStyle: pick(roll, communicationStyles),
      strengths: strong.map((skill, place) => ({ skill, level: place < 2 ? 4 : 2 + (index % 2) })),
      workStart: 8 * 60 + 30 * (index % 3),
      workEnd: 16 * 60 + 30 * (index % 4),
    });
  }
}

/** The first mentees of a cohort and the trainer fill in their parts; of the others nothing is known yet. */
export async function fillIntakes(
  cohortId: string,
  people: readonly Character[],
  count: number,
): Promise<void> {
  const cohort = await db.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: {
      version: { select: { skills: { select: { id: true, name: true } } } },
      enrollments: { select: { id: true, personId: true } },
    },
  });
  for (const [index, { key }] of people.slice(0, count).entries()) {
    const personId = await idOf(key);
    const enrollmentId = cohort.enrollments.find((one) => one.personId === personId)?.id;
    if (!enrollmentId) throw new Error(`${key} is not in the cohort`);
    const roll = dice(index * 613 + key.length);
    await saveMenteePart(await as(key), {
      enrollmentId,
      seen: 0,
      learningStyle: pick(roll, learningStyles),
      communicationStyle: pick(roll, communicationStyles),
      goals: some(roll, goals, 2),
      interests: some(roll, interests, 3),
      languages: ["English"],
      workStart: 9 * 60,
      workEnd: 17 * 60,
      confidenceBefore: 1 + Math.floor(roll() * 4),
      variety: null,
      needs: index === 1 ? "A headset that works with hearing aids." : "",
      needsForMatching: index === 1,
    });
    await saveTrainerPart(await as(leads.trainer.key), {
      enrollmentId,
      seen: 0,
      learningStyle: pick(roll, learningStyles),
      gaps: cohort.version.skills.map(({ id }) => ({ skillId: id, level: Math.floor(roll() * 5) })),
    });
  }
  const [first] = people;
  if (count < people.length && first) {
    await keepApart(await as(first.key), {
      personId: await idOf(first.key),
      email: emailOf("jamal.washington"),
    });
  }
}
