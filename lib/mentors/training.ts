import { addMonths, type Day } from "@/lib/dates";
import type { Sentence } from "@/lib/errors";

/** How far somebody's mentor training is, counted against what the program asks for. */
export type TrainingProgress = {
  topics: number;
  ticked: number;
  /** Training days on which they were there; one is enough. */
  attended: number;
  scenarios: number;
  answered: number;
  /** Answers with feedback. */
  reviewed: number;
};

/** What a cohort asks: the topics and scenarios of its program version, but for what it leaves out, and its own. */
type Asked = {
  version: { trainingTopics: readonly string[]; _count: { scenarios: number } };
  _count: { scenarios: number; leftOut: number };
};
type Done = {
  _count: { trainingTicks: number; trainingAttendances: number };
  scenarioAnswers: readonly { feedbackAt: Date | null }[];
};

/** How far a nomination is, from rows as they are read: what its cohort asks for, and what is done. */
export function progressOf(asked: Asked, { _count, scenarioAnswers }: Done): TrainingProgress {
  return {
    topics: asked.version.trainingTopics.length,
    ticked: _count.trainingTicks,
    attended: _count.trainingAttendances,
    scenarios: asked.version._count.scenarios - asked._count.leftOut + asked._count.scenarios,
    answered: scenarioAnswers.length,
    reviewed: scenarioAnswers.filter(({ feedbackAt }) => feedbackAt !== null).length,
  };
}

/** What is missing: topics not covered, a day when none was attended, scenarios without an answer, answers without feedback. */
function missingIn(progress: TrainingProgress) {
  const { topics, ticked, attended, scenarios, answered, reviewed } = progress;
  return {
    topics: topics - ticked,
    days: attended > 0 ? 0 : 1,
    answers: scenarios - answered,
    feedback: answered - reviewed,
  };
}

/** Why a mentor training is not complete yet: everything that is missing in one sentence. null when nothing is. */
export function incompleteness(progress: TrainingProgress): Sentence | null {
  const missing = missingIn(progress);
  const nothing = Object.values(missing).every((count) => count === 0);
  return nothing ? null : { key: "training.refused.incomplete", values: missing };
}

/** Whether the mentor can do something for their training: with nothing missing but feedback, it is with the organizers. */
export function isWithMentor(progress: TrainingProgress): boolean {
  const { topics, days, answers } = missingIn(progress);
  return topics + days + answers > 0;
}

/** The last day on which a training counts for a later cohort of the same program. */
export function validUntil(trainedOn: Day, months: number): Day {
  return addMonths(trainedOn, months);
}

/** Whether a training counts for a cohort: it is still valid when the cohort starts. */
export function countsFor(trainedOn: Day, months: number, startsOn: Day): boolean {
  return validUntil(trainedOn, months) >= startsOn;
}
