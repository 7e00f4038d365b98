import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { recordTraining } from "@/lib/mentors/commands";
import { answerScenario, giveFeedback, planDay, recordAttendance, tickTopic } from "@/lib/training/commands";
import type { AnswerScenario } from "@/lib/training/schema";
import { resetDatabase } from "./database";
import { aCohort, actor, aFloor, aNomination, aPerson, aProgram, monday, mondayMorning } from "./rows";

/** A cohort whose program trains mentors in two topics and one scenario, and two mentors who said yes. */
export async function aTrainingStage() {
  await resetDatabase();
  clock.set(mondayMorning);
  const [organizer, mentor, other, manager, stranger] = await Promise.all([
    aPerson({ name: "Amara Okafor", grant: "ENABLEMENT_MANAGER" }),
    aPerson({ name: "Priya Nair" }),
    aPerson({ name: "Jonas Weber" }),
    aPerson({ name: "Luca Moretti" }),
    aPerson({ name: "Zoë Adler", grant: "ENABLEMENT_MANAGER" }),
  ]);
  const version = await aProgram({ topics: ["Goals", "Timeline"], scenario: "The silent mentee" });
  const floor = await aFloor([manager]);
  const given = { organizer, versionId: version.id, floors: [floor] };
  const cohort = await aCohort({ ...given, startsOn: "2026-03-16" });
  const accepted = { training: "NOT_STARTED" } as const;
  const nomination = await aNomination(cohort, floor, mentor, accepted);
  const second = await aNomination(cohort, floor, other, accepted);
  const scenario = await db.trainingScenario.findFirstOrThrow({ where: { versionId: version.id } });
  const people = { organizer, mentor, other, manager, stranger };
  const actors = {
    organizer: await actor(organizer),
    mentor: await actor(mentor),
    other: await actor(other),
    manager: await actor(manager),
    stranger: await actor(stranger),
  };
  const ways = waysOf(cohort.id, scenario.id, nomination.id, actors);
  return { given, cohort, floor, nomination, second, scenario, people, actors, ...ways };
}

export type TrainingStage = Awaited<ReturnType<typeof aTrainingStage>>;

/** The parts of the training of the first mentor, each as the one deed it is. */
function waysOf(
  cohortId: string,
  scenarioId: string,
  nominationId: string,
  { organizer, mentor }: { organizer: Actor; mentor: Actor },
) {
  const nominationIds = [nominationId];
  const plan = (day: typeof monday = monday) =>
    planDay(organizer, { cohortId, number: 1, day, startTime: "09:00", endTime: "12:00", place: "Room 2" });
  const day = () => db.trainingDay.findFirstOrThrow({ where: { cohortId } });
  const attend = async (attended = true, by = organizer) =>
    recordAttendance(by, { dayId: (await day()).id, nominationIds, attended });
  const tick = (topic: number, ticked = true, by = organizer) =>
    tickTopic(by, { nominationIds, topic, ticked });
  const answer = (text: string, seen = 0, by = mentor) =>
    answerScenario(by, { nominationId, scenarioId, wording: 0, seen, text, file: "KEPT" });
  const upload = (file: AnswerScenario["file"], text: string | null = null, seen = 0, by = mentor) =>
    answerScenario(by, { nominationId, scenarioId, wording: 0, seen, text, file });
  const review = (seen = 1, by = organizer) =>
    giveFeedback(by, { nominationId, scenarioId, seen, feedback: "Good, and say it earlier." });
  const complete = () => recordTraining(organizer, { cohortId, nominationIds, training: "COMPLETED" });
  const answerRow = () => db.scenarioAnswer.findFirst({ where: { nominationId } });
  /** Everything that the training of the first mentor asks for, but the completing. */
  const trainAll = async () => {
    await plan();
    await attend();
    for (const topic of [0, 1]) await tick(topic);
    await answer("I ask.");
    await review();
  };
  return { plan, day, attend, tick, answer, upload, review, trainAll, complete, answerRow };
}
