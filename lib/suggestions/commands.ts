import { standingToCohort } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { dayAt, fromDay, toDay } from "@/lib/dates";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, refuse, UserError } from "@/lib/errors";
import { toMatchingProblem } from "@/lib/matching/hard-rules";
import { loadMatching, type Matching } from "@/lib/matching/queries";
import { scoreOf } from "@/lib/matching/rules";
import { pairMentee } from "@/lib/pairings/commands";
import { pairingSpan, pairingStateRefusal, timeRefusal } from "@/lib/pairings/rules";
import { solve } from "@/lib/pairings/solver";
import { authorize } from "@/lib/permissions";
import { locksOf } from "@/lib/suggestions/explained";
import type { LockPairing, MoveSuggestion, SuggestPairings } from "./schema";

/** What a run of suggestions came to, and what was there before it. */
export type SuggestionOutcome = {
  suggested: number;
  unpaired: number;
  /** How many mentees have another suggestion than before. */
  changed: number;
  /** The sums of the scores of all suggestions, before and now. */
  before: number;
  total: number;
};

/**
 * Suggests a lead mentor for everybody who can have one, around what is confirmed or locked; other suggestions give
 * way. Nobody is told. Refuses in a cohort that is over. Runs of one cohort, and whoever pairs with one of its mentors,
 * follow each other, so no place is given twice.
 */
export async function suggestPairings(
  actor: Actor,
  { cohortId, objective, balance }: SuggestPairings,
  on: Db = db,
): Promise<SuggestionOutcome> {
  return transaction(on, async (tx) => {
    authorize("suggestions.suggestPairings", await standingToCohort(tx, actor, cohortId));
    await holdCohort(tx, cohortId);
    const matching = await loadMatching(tx, cohortId);
    refuse(timeRefusal({ cohort: matching.cohort.state, enrollment: "ENROLLED" }));
    const { problem, mentees, mentors } = toMatchingProblem(matching, locksOf(matching));
    const plan = solve(problem, { objective, balance });
    const wanted = new Map<string, (typeof mentors)[number]>();
    for (const [row, { enrollmentId }] of mentees.entries()) {
      const mentor = mentors[plan.mentorOf[row] ?? -1];
      if (mentor) wanted.set(enrollmentId, mentor);
    }
    const moved = mentees.filter(
      ({ enrollmentId, current }) => current?.nominationId !== wanted.get(enrollmentId)?.nominationId,
    );
    await discard(tx, moved);
    await suggest(tx, matching.cohort.id, moved, wanted);
    const outcome = {
      suggested: plan.paired,
      unpaired: plan.unpaired.length,
      changed: moved.length,
      before: sumBefore(matching),
      total: plan.total,
    };
    const { suggested, unpaired, changed } = outcome;
    await audit(tx, actor, {
      action: "suggestions.suggestPairings",
      cohortId,
      subject: { type: "Cohort", id: cohortId },
      data: { cohort: matching.cohort.name, suggested, unpaired, changed },
    });
    return outcome;
  });
}

/** Holds a cohort and its mentors until the transaction ends; the people in one order, so that nobody waits in a ring. */
async function holdCohort(tx: Tx, cohortId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Cohort" WHERE id = ${cohortId}::uuid FOR NO KEY UPDATE`;
  await tx.$queryRaw`
    SELECT 1 FROM "Person" WHERE id IN (
      SELECT n."personId" FROM "MentorNomination" n JOIN "MentorList" l ON l.id = n."listId"
      WHERE l."cohortId" = ${cohortId}::uuid AND n.decision = 'APPROVED')
    ORDER BY id FOR NO KEY UPDATE`;
}

function sumBefore({ mentees, mentors, settings }: Matching): number {
  const byId = new Map(mentors.map((mentor) => [mentor.nominationId, mentor]));
  return mentees.reduce((sum, { current, facts }) => {
    const mentor = current?.suggested ? byId.get(current.nominationId) : undefined;
    return sum + (mentor ? scoreOf(facts, mentor.facts, settings.weights) : 0);
  }, 0);
}

async function discard(tx: Tx, mentees: readonly Matching["mentees"][number][]): Promise<void> {
  const ids = mentees.flatMap(({ current }) => current?.pairingId ?? []);
  const { count } = await tx.pairing.updateMany({
    where: { id: { in: ids }, state: "SUGGESTED" },
    data: { state: "DISCARDED", endedAt: clock.now() },
  });
  if (count < ids.length) throw new UserError("errors.somebodyFaster");
}

async function suggest(
  tx: Tx,
  cohortId: string,
  mentees: readonly Matching["mentees"][number][],
  wanted: ReadonlyMap<string, Matching["mentors"][number]>,
): Promise<void> {
  const rows = await tx.enrollment.findMany({
    where: { id: { in: mentees.map(({ enrollmentId }) => enrollmentId) } },
    select: {
      id: true,
      extensions: { orderBy: { endsOn: "desc" }, take: 1, select: { endsOn: true } },
      cohort: { select: { timeZone: true, startsOn: true, endsOn: true } },
    },
  });
  const createdAt = clock.now();
  await tx.pairing.createMany({
    data: rows.flatMap(({ id, extensions, cohort }) => {
      const mentor = wanted.get(id);
      if (!mentor) return [];
      const extension = extensions[0];
      const { startsOn, endsOn } = pairingSpan(
        { startsOn: toDay(cohort.startsOn), endsOn: toDay(cohort.endsOn) },
        dayAt(createdAt, cohort.timeZone),
        extension ? toDay(extension.endsOn) : null,
      );
      return [
        {
          cohortId,
          enrollmentId: id,
          mentorId: mentor.personId,
          nominationId: mentor.nominationId,
          startsOn: fromDay(startsOn),
          endsOn: fromDay(endsOn),
          createdAt,
        },
      ];
    }),
  });
}

/**
 * Gives a mentee another suggested mentor and keeps them there: a person decided it. Gives the id of the new suggestion.
 * Refuses what is confirmed or gone, and all that pairing by hand refuses; then the mentee stays where they were.
 */
export async function moveSuggestion(
  actor: Actor,
  { pairingId, nominationId }: MoveSuggestion,
  on: Db = db,
): Promise<{ pairingId: string }> {
  return transaction(on, async (tx) => {
    const { cohortId, kind, state, mentor, enrollment } = await reachSuggestion(tx, pairingId);
    authorize("suggestions.moveSuggestion", await standingToCohort(tx, actor, cohortId));
    refuse(pairingStateRefusal(state, "DISCARDED"));
    const { count } = await tx.pairing.updateMany({
      where: { id: pairingId, state: "SUGGESTED" },
      data: { state: "DISCARDED", endedAt: clock.now() },
    });
    if (count === 0) throw new UserError("errors.somebodyFaster");
    const moved = await pairMentee(actor, { enrollmentId: enrollment.id, nominationId, kind }, tx);
    const { mentor: next } = await tx.pairing.update({
      where: { id: moved.pairingId },
      data: { locked: true },
      select: { mentor: { select: { name: true } } },
    });
    await audit(tx, actor, {
      action: "suggestions.moveSuggestion",
      cohortId,
      subject: { type: "Pairing", id: moved.pairingId },
      data: { mentee: enrollment.person.name, from: mentor.name, to: next.name },
    });
    return moved;
  });
}

async function reachSuggestion(tx: Tx, pairingId: string) {
  const pairing = await tx.pairing.findUnique({
    where: { id: pairingId },
    select: {
      cohortId: true,
      kind: true,
      state: true,
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
