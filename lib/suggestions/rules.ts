import type { Sentence } from "@/lib/errors";
import type { Matching, MatchingMentee, MatchingMentor } from "@/lib/matching/queries";
import type { Edges } from "@/lib/states";

export type RunState = "QUEUED" | "SOLVING" | "READY" | "FAILED";
export type RunStep = "READING" | "SCORING" | "SOLVING" | "WRITING";

export const runEdges: Edges<RunState> = {
  QUEUED: ["SOLVING", "FAILED"],
  SOLVING: ["READY", "FAILED"],
  READY: [],
  FAILED: [],
};

/** From so many mentees on the worker looks for mentors, and nobody waits for it in a request. */
export const workerFrom = 200;

/** How long a run may give no sign of life before it counts as failed. */
const silence = 60_000;

/** Whether a run is under way by its state and gives no sign of life any more: its process is gone, or nobody took it. */
export function hangs({ state, seenAt }: { state: RunState; seenAt: Date }, now: Date): boolean {
  return (state === "QUEUED" || state === "SOLVING") && now.getTime() - seenAt.getTime() > silence;
}

/** What a run proposed for one mentee, by name: no mentor where nobody could have them. */
export type Proposal = {
  enrollmentId: string;
  mentee: string;
  mentorId: string | null;
  mentor: string | null;
  score: number | null;
};

/** A mentee for whom a run proposed somebody else than the one before; null is nobody. */
export type ProposalChange = { enrollmentId: string; mentee: string; from: string | null; to: string | null };

/** How a run differs from the one before it, in its own order. Whoever is in one of the two alone is no change. */
export function compareProposals(before: readonly Proposal[], now: readonly Proposal[]): ProposalChange[] {
  const was = new Map(before.map((one) => [one.enrollmentId, one]));
  return now.flatMap(({ enrollmentId, mentee, mentorId, mentor }) => {
    const old = was.get(enrollmentId);
    if (!old || old.mentorId === mentorId) return [];
    return [{ enrollmentId, mentee, from: old.mentor, to: mentor }];
  });
}

const standingOf = ({ current, lineManagerId, floorId, languages, apart }: MatchingMentee) =>
  JSON.stringify([
    current && [current.pairingId, current.state, current.locked],
    lineManagerId,
    floorId,
    [...languages.keys()],
    [...apart].sort(),
  ]);

const placesOf = ({ kind, unqualified, capacity, load, floorId, languages, facts }: MatchingMentor) =>
  JSON.stringify([kind, unqualified, capacity, load, floorId, [...languages.keys()], facts.away]);

/** The first of two lists whose members are not the same in both, by name. */
function firstChanged<One extends { name: string }>(
  read: readonly One[],
  now: readonly One[],
  idOf: (one: One) => string,
  factsOf: (one: One) => string,
): string | null {
  const facts = new Map(read.map((one) => [idOf(one), factsOf(one)]));
  const other = now.find((one) => facts.get(idOf(one)) !== factsOf(one));
  if (other) return other.name;
  const still = new Set(now.map(idOf));
  return read.find((one) => !still.has(idOf(one)))?.name ?? null;
}

/**
 * Why a plan that was made from `read` may not be written any more, or null: a pairing was made, kept, confirmed or
 * taken back, a mentor has other places, or another rule or weight counts. What somebody tells of themselves meanwhile
 * counts the next time.
 */
export function changedSince(read: Matching, now: Matching): Sentence | null {
  const mentee = firstChanged(read.mentees, now.mentees, (one) => one.enrollmentId, standingOf);
  if (mentee) return { key: "suggestions.refused.menteeChanged", values: { mentee } };
  const mentor = firstChanged(read.mentors, now.mentors, (one) => one.nominationId, placesOf);
  if (mentor) return { key: "suggestions.refused.mentorChanged", values: { mentor } };
  return JSON.stringify(read.settings) === JSON.stringify(now.settings)
    ? null
    : { key: "suggestions.refused.settingsChanged" };
}
