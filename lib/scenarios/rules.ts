import type { Sentence } from "@/lib/errors";
import { cohortRefusal } from "@/lib/mentors/rules";

/** The most scenarios that one cohort asks of its own. */
const mostScenarios = 12;

/** Why a cohort asks for no more scenarios, or null while it is not over and asks for few. */
export function additionRefusal(cohortState: string, asked: number): Sentence | null {
  const over = cohortRefusal(cohortState);
  if (over) return over;
  if (asked < mostScenarios) return null;
  return { key: "training.refused.enoughScenarios", values: { most: mostScenarios } };
}

/** Why a cohort cannot leave a scenario of its program out, or null while it is not over and nobody there answered it. */
export function leaveOutRefusal(cohortState: string, answers: number): Sentence | null {
  const over = cohortRefusal(cohortState);
  if (over) return over;
  return answers > 0 ? { key: "training.refused.answeredHere" } : null;
}

/** Why a cohort's scenario keeps its words, or null while nobody answered it and it is asked. */
export function changeRefusal(scenario: { answers: number; retired: boolean }): Sentence | null {
  if (scenario.retired) return { key: "training.refused.scenarioRetired" };
  return scenario.answers > 0 ? { key: "training.refused.scenarioAnswered" } : null;
}
