import { setImmediate as breath } from "node:timers/promises";
import { clock } from "@/lib/clock";
import { type Db, type Tx, transaction } from "@/lib/db";
import { type Sentence, UserError } from "@/lib/errors";
import { problemBySteps } from "@/lib/matching/hard-rules";
import type { Matching } from "@/lib/matching/queries";
import { type Plan, solveBySteps } from "@/lib/pairings/solver";
import type { Steps } from "@/lib/steps";
import type { Proposal, RunStep } from "@/lib/suggestions/rules";
import { locksOf } from "@/lib/suggestions/stuck";
import type { Prisma } from "@/prisma/generated/client";

/** How often a long run says how far it is, and lets what else its process does have a turn. */
const tellEvery = 400;

const runSelect = {
  id: true,
  cohortId: true,
  attempt: true,
  objective: true,
  balance: true,
  startedBy: { select: { id: true, name: true } },
} satisfies Prisma.SuggestionRunSelect;

/** A run that somebody is at work on: `attempt` tells them from whoever was before. */
export type TakenRun = Prisma.SuggestionRunGetPayload<{ select: typeof runSelect }>;

/** Takes a run that waits, or one whose process was killed; null for one that has ended. */
export async function takeRun(on: Db, runId: string): Promise<TakenRun | null> {
  const [run] = await on.suggestionRun.updateManyAndReturn({
    where: { id: runId, state: { in: ["QUEUED", "SOLVING"] } },
    data: { state: "SOLVING", attempt: { increment: 1 }, step: "READING", done: 0, seenAt: clock.now() },
    select: runSelect,
  });
  return run ?? null;
}

/** Says how far a run is. Refuses when somebody else is at work on it by now, or it was given up. */
export async function tellStep(on: Db, { id, attempt }: TakenRun, step: RunStep, done = 0, all = 0) {
  const { count } = await on.suggestionRun.updateMany({
    where: { id, attempt, state: "SOLVING" },
    data: { step, done, all, seenAt: clock.now() },
  });
  if (count === 0) throw new UserError("suggestions.refused.givenUp");
}

async function withPauses<Result>(
  steps: Steps<Result>,
  tell: (done: number) => Promise<void>,
): Promise<Result> {
  let told = clock.now().getTime();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (clock.now().getTime() - told < tellEvery) continue;
    await tell(step.value);
    await breath();
    told = clock.now().getTime();
  }
}

/** What a run came to before it is written. */
export type RunPlan = {
  plan: Plan;
  proposals: Proposal[];
  /** The nomination that each mentee gets, by enrollment. */
  wanted: ReadonlyMap<string, Matching["mentors"][number]>;
  /** The mentees whose suggestion becomes another one, or none. */
  moved: Matching["mentees"];
};

/** Looks for the best plan, outside any transaction, and says on the way how far it is. */
export async function planRun(on: Db, run: TakenRun, matching: Matching): Promise<RunPlan> {
  const { length } = matching.mentees;
  const telling = (step: RunStep) => (done: number) => tellStep(on, run, step, done, length);
  await tellStep(on, run, "SCORING", 0, length);
  const { problem, mentees, mentors } = await withPauses(
    problemBySteps(matching, locksOf(matching)),
    telling("SCORING"),
  );
  await tellStep(on, run, "SOLVING", 0, length);
  const objective = run.objective === "TOTAL" ? "total" : "worst-off";
  const steps = solveBySteps(problem, { objective, balance: run.balance });
  const plan = await withPauses(steps, telling("SOLVING"));
  const wanted = new Map<string, (typeof mentors)[number]>();
  const proposals = mentees.map(({ enrollmentId, name }, row): Proposal => {
    const column = plan.mentorOf[row] ?? -1;
    const mentor = mentors[column];
    if (!mentor) return { enrollmentId, mentee: name, mentorId: null, mentor: null, score: null };
    wanted.set(enrollmentId, mentor);
    const score = problem.scores[row * mentors.length + column] ?? 0;
    return { enrollmentId, mentee: name, mentorId: mentor.personId, mentor: mentor.name, score };
  });
  const moved = mentees.filter(
    ({ enrollmentId, current }) => current?.nominationId !== wanted.get(enrollmentId)?.nominationId,
  );
  return { plan, proposals, wanted, moved };
}

/** What stands of a run for good, and what it gives back. */
export async function finishRun(
  tx: Tx,
  { id, attempt }: TakenRun,
  { plan, proposals, moved }: RunPlan,
  before: number,
) {
  const outcome = {
    suggested: plan.paired,
    unpaired: plan.unpaired.length,
    changed: moved.length,
    before,
    total: plan.total,
  };
  const { count } = await tx.suggestionRun.updateMany({
    where: { id, attempt, state: "SOLVING" },
    data: { state: "READY", endedAt: clock.now(), ...outcome, lowest: plan.lowest, proposals },
  });
  if (count === 0) throw new UserError("suggestions.refused.givenUp");
  return outcome;
}

/** Ends a run that came to nothing, with the sentence that says why. One that has ended already stays as it is. */
export async function failRun(
  on: Db,
  run: { id: string; attempt: number },
  failure: Sentence,
): Promise<void> {
  await transaction(on, async (tx) => {
    await tx.suggestionRun.updateMany({
      where: { id: run.id, attempt: run.attempt, state: { in: ["QUEUED", "SOLVING"] } },
      data: { state: "FAILED", endedAt: clock.now(), failure },
    });
  });
}
