import loadHighs, { type Highs } from "highs";
import type { MatchingProblem } from "@/lib/pairings/matching-problem";
import { balanceStep } from "@/lib/pairings/solver";

let loaded: Promise<Highs> | undefined;

/** The HiGHS solver of the University of Edinburgh, as WebAssembly. */
export function highs() {
  loaded ??= loadHighs();
  return loaded;
}

/**
 * A matching problem as a linear program in the LP text of CPLEX, written without any of the product's algorithms. Its
 * corners are plans: each pair is 1 or 0. A pair counts for `pairWorth` and its score, and `pairWorth` is more than all
 * that scores and evenness can make up, so that as many as possible are paired. Where it is known that everybody can be,
 * `everybody` says so in the constraints instead, which is easier to solve.
 */
export function linearProgram(problem: MatchingProblem, { balance = false, everybody = false } = {}) {
  const { mentees, places, scores, rules, locks = [], loads } = problem;
  const mentors = places.length;
  const most = mentees + Math.max(0, ...Array.from(loads ?? []));
  const pairWorth = everybody ? 0 : 1 + Math.ceil(mentees * (balance ? 1 + balanceStep * most : 1));
  const locked = new Set(locks.map(({ mentee, mentor }) => mentee * mentors + mentor));
  const ofMentee = Array.from({ length: mentees }, (): string[] => []);
  const ofMentor = Array.from({ length: mentors }, (): string[] => []);
  const [objective, rows, bounds]: [string[], string[], string[]] = [[], [], []];
  for (let pair = 0; pair < scores.length; pair++) {
    if (rules?.[pair]) continue;
    const [mentee, mentor] = [Math.floor(pair / mentors), pair % mentors];
    const name = `x${mentee}_${mentor}`;
    objective.push(`+ ${decimal(pairWorth + (scores[pair] as number))} ${name}`);
    ofMentee[mentee]?.push(name);
    ofMentor[mentor]?.push(name);
    bounds.push(locked.has(pair) ? `${name} = 1` : `0 <= ${name} <= 1`);
  }
  const pairs = objective.length;
  for (const names of ofMentee)
    if (names.length > 0) rows.push(`${names.join("\n+ ")} ${everybody ? "=" : "<="} 1`);
  for (const [mentor, names] of ofMentor.entries()) {
    if (names.length === 0) continue;
    rows.push(`${names.join("\n+ ")} <= ${places[mentor]}`);
    if (!balance) continue;
    const steps = Array.from({ length: mentees }, (_, step) => `y${mentor}_${step}`);
    steps.forEach((name, step) => {
      objective.push(`- ${decimal(balanceStep * ((loads?.[mentor] ?? 0) + step))} ${name}`);
      bounds.push(`0 <= ${name} <= 1`);
    });
    rows.push(`${[names.join("\n+ "), ...steps].join("\n- ")} = 0`);
  }
  const text = ["Maximize", ...objective, "Subject To", ...rows, "Bounds", ...bounds, "End"].join("\n");
  return { text, pairs, pairWorth };
}

const decimal = (value: number) => value.toFixed(12);
