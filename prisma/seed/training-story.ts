import { actorOf } from "@/lib/actor";
import { addDays, type Day } from "@/lib/dates";
import { db } from "@/lib/db";
import { recordTraining } from "@/lib/mentors/commands";
import { addStudy } from "@/lib/own-study/commands";
import { answerScenario, giveFeedback, planDay, recordAttendance, tickTopic } from "@/lib/training/commands";
import type { AnswerUpload, PlanDay } from "@/lib/training/schema";
import { paper } from "./paper";
import { leads } from "./people";
import { as, idOf } from "./stage";

const answers = [
  "I stop opening the call for them. Before the next one I ask what they want to say first, and then I say nothing until they have said it.",
  "I tell them what I saw: the calls run because I sit there. Tomorrow they lead the first ten minutes, and I only write down what I hear.",
  "First I ask how they felt about it. Then one thing to change, not three. The rest waits for the evening.",
  "I take the pressure off: it can be put right with one e-mail, and we write it together before the next call.",
];
const remarks = [
  "Good: you let them find it themselves. Say beforehand for how long you will stay silent.",
  "Clear and kind. Agree with them how they can call you in when it goes wrong.",
];

export const lisbon = "Room Lisbon, 3rd floor";

const one = (from: readonly string[], index: number) => from[index % from.length] ?? "";
const organizer = () => as(leads.enablement.key);

/** Those of some nominations who are not trained yet: a training for an earlier cohort may count. */
export async function untrained(nominationIds: readonly string[]): Promise<string[]> {
  const found = await db.mentorNomination.findMany({
    where: { id: { in: [...nominationIds] }, training: { in: ["NOT_STARTED", "IN_PROGRESS"] } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return found.map(({ id }) => id);
}

/** A training day of a cohort is planned, if it is not yet. */
export async function planTraining(day: PlanDay): Promise<void> {
  const { cohortId, number } = day;
  if ((await db.trainingDay.count({ where: { cohortId, number } })) > 0) return;
  await planDay(await organizer(), day);
}

const thoughts = () => ({
  type: "PDF" as const,
  name: "My first five minutes.pdf",
  bytes: paper("My first five minutes", [
    "1. I say that I will be silent for the first ten minutes, and that it is not a test.",
    "2. They tell me what they want to reach in this call.",
    "3. I write down what I hear: their words, the customer's words, and nothing else.",
    "4. Afterwards they speak first. I keep to one thing.",
  ]),
});

/**
 * The day is planned, and a mentor who was never trained before has begun with a topic and a scenario, with a paper
 * beside it.
 */
export async function beginTraining(cohortId: string, key: string, day: Day): Promise<void> {
  await planTraining({ cohortId, number: 1, day, startTime: "09:00", endTime: "16:00", place: lisbon });
  const where = { list: { cohortId }, personId: await idOf(key) };
  const { id } = await db.mentorNomination.findFirstOrThrow({ where });
  await tickTopic(await as(key), { nominationIds: [id], topic: 0, ticked: true });
  await answerAll([id], 1, thoughts());
}

/** Everybody was there on the first day of their training, and went through the first topics, or all of them. */
export async function holdDay(
  cohortId: string,
  nominationIds: string[],
  topics = Number.POSITIVE_INFINITY,
): Promise<void> {
  const { version, training } = await db.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: {
      version: { select: { trainingTopics: true } },
      training: { where: { number: 1 }, select: { id: true } },
    },
  });
  const actor = await organizer();
  await recordAttendance(actor, { dayId: training[0]?.id ?? "", nominationIds, attended: true });
  for (const topic of version.trainingTopics.slice(0, topics).keys()) {
    await tickTopic(actor, { nominationIds, topic, ticked: true });
  }
}

/** Each mentor answers the first scenarios, or all of them, where they have not yet; with a file, if there is one. */
export async function answerAll(
  nominationIds: readonly string[],
  scenarios = Number.POSITIVE_INFINITY,
  file: AnswerUpload | null = null,
): Promise<void> {
  for (const [index, nominationId] of nominationIds.entries()) {
    const { personId, list, scenarioAnswers } = await db.mentorNomination.findUniqueOrThrow({
      where: { id: nominationId },
      select: {
        personId: true,
        scenarioAnswers: { select: { scenarioId: true } },
        list: { select: { cohort: { select: { version: { select: { scenarios: true } } } } } },
      },
    });
    const mentor = await actorOf(db, personId);
    if (!mentor) continue;
    const asked = list.cohort.version.scenarios.sort((a, b) => a.position - b.position);
    for (const [place, { id: scenarioId }] of asked.slice(0, scenarios).entries()) {
      if (scenarioAnswers.some((answer) => answer.scenarioId === scenarioId)) continue;
      const text = one(answers, 2 * place + (index % 2));
      await answerScenario(mentor, { nominationId, scenarioId, wording: 0, seen: 0, text, file });
    }
  }
}

/** An organizer gives feedback on every answer of these mentors, and completes their training. */
export async function completeTraining(cohortId: string, nominationIds: string[]): Promise<void> {
  const actor = await organizer();
  const waiting = await db.scenarioAnswer.findMany({
    where: { nominationId: { in: nominationIds }, feedbackAt: null },
    orderBy: [{ nominationId: "asc" }, { scenarioId: "asc" }],
  });
  for (const [index, { nominationId, scenarioId, version }] of waiting.entries()) {
    const feedback = one(remarks, index);
    await giveFeedback(actor, { nominationId, scenarioId, seen: version, feedback });
  }
  await recordTraining(actor, { cohortId, nominationIds, training: "COMPLETED" });
}

/** What mentors learned by themselves in the last weeks, besides the mentor training. */
export async function studyByThemselves(today: Day): Promise<void> {
  const learned = [
    { key: "mentor", what: "Course: asking better questions", day: addDays(today, -44), hours: 6 },
    { key: "mentor", what: "Talk on feedback that people can use", day: addDays(today, -9), hours: 1.5 },
    {
      key: "pia.lorenz",
      what: "Book on selling to several people at once",
      day: addDays(today, -3),
      hours: 5,
    },
  ] as const;
  for (const { key, ...study } of learned) await addStudy(await as(key), study);
}
