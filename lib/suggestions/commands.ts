import { standingToCohort } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, refuse, UserError } from "@/lib/errors";
import { loadMatching, type Matching } from "@/lib/matching/queries";
import { pairMentee } from "@/lib/pairings/commands";
import { keptRefusal, pairingStateRefusal, timeRefusal } from "@/lib/pairings/rules";
import { authorize } from "@/lib/permissions";
import { changedSince, hangs, workerFrom } from "@/lib/suggestions/rules";
import {
  failRun,
  finishRun,
  planRun,
  type RunPlan,
  type TakenRun,
  takeRun,
  tellStep,
} from "@/lib/suggestions/running";
import { discard, holdCohort, suggest, sumBefore } from "@/lib/suggestions/writing";
import type { LockPairing, MoveSuggestion, SuggestPairings } from "./schema";

/** What a run of suggestions came to, and what was there before it. */
type RunOutcome = {
  suggested: number;
  unpaired: number;
  /** How many mentees have another suggestion than before. */
  changed: number;
  /** The sums of the scores of all suggestions, before and now. */
  before: number;
  total: number;
};

/** A run that was begun: `outcome` is null as long as the worker has to look for mentors. */
export type BegunRun = { runId: string; outcome: RunOutcome | null };

/**
 * Suggests a lead mentor for everybody who can have one, around what is confirmed or kept; other suggestions give way.
 * Nobody is told. In a large cohort the worker looks for them, and `outcome` is null. Refuses in a cohort that is over,
 * while another run of the cohort is under way, and when what it read changed before it could write: nothing is
 * written then, and the run says why it failed.
 */
export async function suggestPairings(actor: Actor, input: SuggestPairings, on: Db = db): Promise<BegunRun> {
  const { runId, queued } = await beginRun(actor, input, on);
  return { runId, outcome: queued ? null : await workOnRun(runId, { lastTry: true }, on) };
}

async function beginRun(actor: Actor, { cohortId, objective, balance }: SuggestPairings, on: Db) {
  return transaction(on, async (tx) => {
    authorize("suggestions.suggestPairings", await standingToCohort(tx, actor, cohortId));
    const { state } = await tx.cohort.findUniqueOrThrow({ where: { id: cohortId }, select: { state: true } });
    refuse(timeRefusal({ cohort: state, enrollment: "ENROLLED" }));
    await giveUpHanging(tx, cohortId);
    const all = await tx.enrollment.count({
      where: { cohortId, state: { in: ["ENROLLED", "ACTIVE", "EXTENDED"] } },
    });
    const now = clock.now();
    const { id: runId } = await tx.suggestionRun.create({
      data: {
        cohortId,
        startedById: actor.personId,
        objective: objective === "total" ? "TOTAL" : "WORST_OFF",
        balance,
        all,
        createdAt: now,
        seenAt: now,
      },
      select: { id: true },
    });
    const queued = all >= workerFrom;
    if (queued) {
      await tx.$executeRaw`SELECT enqueue('solveSuggestions', json_build_object('runId', ${runId}::text))`;
    }
    return { runId, queued };
  });
}

/** A run that gives no sign of life makes way for another one. */
async function giveUpHanging(tx: Tx, cohortId: string): Promise<void> {
  const run = await tx.suggestionRun.findFirst({
    where: { cohortId, state: { in: ["QUEUED", "SOLVING"] } },
    select: { id: true, attempt: true, state: true, seenAt: true },
  });
  if (run && hangs(run, clock.now())) await failRun(tx, run, { key: "suggestions.run.hung" });
}

/**
 * Looks for the best plan of a run and writes it, if what it read still stands. Null for a run that has ended. What is
 * refused ends the run with that sentence; whatever else goes wrong is thrown and, on the last try, ends it too.
 */
export async function workOnRun(
  runId: string,
  { lastTry }: { lastTry: boolean },
  on: Db = db,
): Promise<RunOutcome | null> {
  const run = await takeRun(on, runId);
  if (!run) return null;
  try {
    const matching = await loadMatching(on, run.cohortId);
    const planned = await planRun(on, run, matching);
    await tellStep(on, run, "WRITING", matching.mentees.length, matching.mentees.length);
    return await transaction(on, (tx) => writeRun(tx, run, matching, planned));
  } catch (error) {
    if (error instanceof UserError) await failRun(on, run, error.sentence);
    else if (lastTry) await failRun(on, run, { key: "suggestions.run.broke" });
    throw error;
  }
}

async function writeRun(tx: Tx, run: TakenRun, read: Matching, planned: RunPlan): Promise<RunOutcome> {
  await holdCohort(tx, run.cohortId);
  const now = await loadMatching(tx, run.cohortId);
  refuse(timeRefusal({ cohort: now.cohort.state, enrollment: "ENROLLED" }));
  refuse(changedSince(read, now));
  await discard(tx, planned.moved);
  await suggest(tx, run.cohortId, planned.moved, planned.wanted);
  const outcome = await finishRun(tx, run, planned, sumBefore(now));
  const { suggested, unpaired, changed } = outcome;
  await audit(
    tx,
    { personId: run.startedBy.id, name: run.startedBy.name },
    {
      action: "suggestions.suggestPairings",
      cohortId: run.cohortId,
      subject: { type: "Cohort", id: run.cohortId },
      data: { cohort: now.cohort.name, suggested, unpaired, changed },
    },
  );
  return outcome;
}

/** The suggestions that a move, or taking one back, left in their places. */
export type Moved = { pairingId: string; swapPairingId: string | null };

/**
 * Gives a mentee another suggested mentor and keeps them there: a person decided it. With `swap`, another mentee makes
 * room for them in the same moment. Gives the ids of the new suggestions. Refuses what is kept, confirmed or gone, and
 * all that pairing by hand refuses; then everybody stays where they were.
 */
export async function moveSuggestion(actor: Actor, input: MoveSuggestion, on: Db = db): Promise<Moved> {
  return transaction(on, (tx) => moveAll(tx, actor, "suggestions.moveSuggestion", input));
}

/** Takes a move back: the mentees return to the mentors that are named, and are not kept there. Refuses as a move does. */
export async function takeBackMove(actor: Actor, input: MoveSuggestion, on: Db = db): Promise<Moved> {
  return transaction(on, (tx) => moveAll(tx, actor, "suggestions.takeBackMove", input));
}

type MovingDeed = "suggestions.moveSuggestion" | "suggestions.takeBackMove";

async function moveAll(
  tx: Tx,
  actor: Actor,
  action: MovingDeed,
  { swap, ...first }: MoveSuggestion,
): Promise<Moved> {
  const moves = swap ? [first, swap] : [first];
  const left: Arrival["from"][] = [];
  for (const { pairingId } of moves) left.push(await leave(tx, actor, action, pairingId));
  const keeps = action === "suggestions.moveSuggestion";
  const made: string[] = [];
  for (const [index, { nominationId }] of moves.entries()) {
    const from = left[index];
    if (from) made.push(await arrive(tx, actor, action, { from, nominationId, keeps }));
  }
  return { pairingId: made[0] ?? "", swapPairingId: made[1] ?? null };
}

/** Takes a suggestion from its place. What is kept is let go of only when a move is taken back. */
async function leave(tx: Tx, actor: Actor, action: MovingDeed, pairingId: string) {
  const pairing = await reachSuggestion(tx, pairingId);
  authorize(action, await standingToCohort(tx, actor, pairing.cohortId));
  refuse(pairingStateRefusal(pairing.state, "DISCARDED"));
  if (action === "suggestions.moveSuggestion") refuse(keptRefusal(pairing.locked));
  const { count } = await tx.pairing.updateMany({
    where: { id: pairingId, state: "SUGGESTED", locked: pairing.locked },
    data: { state: "DISCARDED", locked: false, endedAt: clock.now() },
  });
  if (count === 0) throw new UserError("errors.somebodyFaster");
  return pairing;
}

type Arrival = { from: Awaited<ReturnType<typeof leave>>; nominationId: string; keeps: boolean };

async function arrive(tx: Tx, actor: Actor, action: MovingDeed, { from, nominationId, keeps }: Arrival) {
  const { cohortId, kind, mentor, enrollment } = from;
  const { pairingId } = await pairMentee(actor, { enrollmentId: enrollment.id, nominationId, kind }, tx);
  const { mentor: next } = await tx.pairing.update({
    where: { id: pairingId },
    data: { locked: keeps },
    select: { mentor: { select: { name: true } } },
  });
  await audit(tx, actor, {
    action,
    cohortId,
    subject: { type: "Pairing", id: pairingId },
    data: { mentee: enrollment.person.name, from: mentor.name, to: next.name },
  });
  return pairingId;
}

async function reachSuggestion(tx: Tx, pairingId: string) {
  const pairing = await tx.pairing.findUnique({
    where: { id: pairingId },
    select: {
      cohortId: true,
      kind: true,
      state: true,
      locked: true,
      mentor: { select: { name: true } },
      enrollment: { select: { id: true, person: { select: { name: true } } } },
    },
  });
  if (!pairing) throw new NotFoundError();
  return pairing;
}

/** Keeps a suggestion where it is when others are suggested anew, or lets it go again. Refuses what is confirmed or gone. */
export async function lockPairing(
  actor: Actor,
  { pairingId, locked }: LockPairing,
  on: Db = db,
): Promise<void> {
  await transaction(on, async (tx) => {
    const { cohortId, state, mentor, enrollment } = await reachSuggestion(tx, pairingId);
    authorize("suggestions.lockPairing", await standingToCohort(tx, actor, cohortId));
    refuse(pairingStateRefusal(state, "CONFIRMED"));
    const { count } = await tx.pairing.updateMany({
      where: { id: pairingId, state: "SUGGESTED" },
      data: { locked },
    });
    if (count === 0) throw new UserError("errors.somebodyFaster");
    await audit(tx, actor, {
      action: "suggestions.lockPairing",
      cohortId,
      subject: { type: "Pairing", id: pairingId },
      data: { mentee: enrollment.person.name, mentor: mentor.name, locked: locked ? "yes" : "no" },
    });
  });
}
