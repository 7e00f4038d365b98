import type { PlanProblem } from "@/lib/call-covers/cover-desk";
import { addDays, type Day, weekday } from "@/lib/dates";
import type { Sentence } from "@/lib/errors";
import { type Interval, overlap } from "@/lib/sessions/planner";
import { type Edges, edgeRefusal } from "@/lib/states";

type CoverState = "SUGGESTED" | "CONFIRMED" | "DISCARDED" | "ENDED";

export const coverEdges: Edges<CoverState> = {
  SUGGESTED: ["CONFIRMED", "DISCARDED"],
  CONFIRMED: ["ENDED"],
  DISCARDED: [],
  ENDED: [],
};

/** Why a cover may not go from one state to the other, or null when it may. */
export function coverRefusal(from: CoverState, to: CoverState): Sentence | null {
  return edgeRefusal(coverEdges, "call-covers.refused.coverState", from, to);
}

/** A call mentor of a cohort, and what keeps them from calls beside the calls themselves. */
export type CallMentor = {
  nominationId: string;
  personId: string;
  name: string;
  /** At most so many mentees a day, and so many hours a week. */
  capacity: number;
  hoursPerWeek: number;
  paused: boolean;
  leaves: readonly { firstDay: Day; lastDay: Day }[];
  /** What they lead or attend, but for the blocks that they cover. */
  busy: readonly (Interval & { sessionId: string })[];
  /** Whom they are not to be brought together with, by person. */
  apart: ReadonlySet<string>;
  /** The mentees whom they mentor, by enrollment. */
  familiar: ReadonlySet<string>;
};

/** Who covers a block, as suggested or confirmed. */
export type Cover = Interval & { id: string; nominationId: string; state: "SUGGESTED" | "CONFIRMED" };

/** A block of live calls of one mentee. */
export type CallBlock = Interval & {
  sessionId: string;
  enrollmentId: string;
  mentee: { personId: string; name: string; managerId: string | null };
  day: Day;
  /** Nobody can be given to it any more: it was held, or has begun. */
  over: boolean;
  /** When it can be, where it stands first: elsewhere only while it is planned. */
  slots: readonly Interval[];
  cover: Cover | null;
  /** The call mentor of the mentee who leads it without a cover, by person. */
  paired: string | null;
};

export const obstacles = ["paused", "leave", "apart", "busy", "full"] as const;
/** Why a call mentor cannot sit in: paused, on leave, not with this mentee, elsewhere, or no place or hour left. */
export type Obstacle = (typeof obstacles)[number];

/** Why nobody is given to the live calls of this cohort any more, or null while it is prepared or runs. */
export function coverTimeRefusal(cohortState: string): Sentence | null {
  if (["DRAFT", "PLANNING", "READY", "ACTIVE"].includes(cohortState)) return null;
  return { key: "call-covers.refused.cohortOver" };
}

/** Why nobody can be given to this block any more, or null while it is to come. */
export function blockRefusal({ over }: Pick<CallBlock, "over">): Sentence | null {
  return over ? { key: "call-covers.refused.blockOver" } : null;
}

/** The Monday of a day's week: hours a week are counted by it. */
const weekOf = (day: Day): Day => addDays(day, 1 - weekday(day));

const minutesOf = ({ startsAt, endsAt }: Interval) => (+endsAt - +startsAt) / 60_000;

/** What keeps a call mentor from a block at that time whatever else is covered, or null. */
function standingObstacle(block: CallBlock, mentor: CallMentor, at: Interval): Obstacle | null {
  const { personId, managerId } = block.mentee;
  if (mentor.paused) return "paused";
  if (mentor.leaves.some(({ firstDay, lastDay }) => firstDay <= block.day && block.day <= lastDay))
    return "leave";
  if (mentor.personId === personId || mentor.personId === managerId || mentor.apart.has(personId))
    return "apart";
  const elsewhere = mentor.busy.some((one) => one.sessionId !== block.sessionId && overlap(one, at));
  return elsewhere ? "busy" : null;
}

/** What keeps a call mentor from a block at that time beside the other blocks that they cover, or null. */
export function obstacle(
  block: CallBlock,
  mentor: CallMentor,
  at: Interval,
  blocks: readonly CallBlock[],
): Obstacle | null {
  const standing = standingObstacle(block, mentor, at);
  if (standing) return standing;
  const others = blocks.filter(
    ({ cover, sessionId }) => cover?.nominationId === mentor.nominationId && sessionId !== block.sessionId,
  );
  if (others.some(({ cover }) => cover && overlap(cover, at))) return "busy";
  if (others.filter(({ day }) => day === block.day).length >= mentor.capacity) return "full";
  const inWeek = others.filter(({ day }) => weekOf(day) === weekOf(block.day));
  const minutes = inWeek.reduce((sum, { cover }) => sum + (cover ? minutesOf(cover) : 0), minutesOf(at));
  return minutes > mentor.hoursPerWeek * 60 ? "full" : null;
}

export type FreeMentor = { nominationId: string; startsAt: Date };

/** Who can sit in on a block, each at the first time at which they can, and how many are kept from it by what. */
export function whoCan(block: CallBlock, mentors: readonly CallMentor[], blocks: readonly CallBlock[]) {
  const free: FreeMentor[] = [];
  const kept: Partial<Record<Obstacle, number>> = {};
  for (const mentor of mentors) {
    const slot = block.slots.find((one) => obstacle(block, mentor, one, blocks) === null);
    if (slot) {
      free.push({ nominationId: mentor.nominationId, startsAt: slot.startsAt });
      continue;
    }
    const why = obstacle(block, mentor, block, blocks);
    if (why) kept[why] = (kept[why] ?? 0) + 1;
  }
  return { free, kept };
}

/** The blocks that still need somebody, and those that are settled and around which they are planned. */
export function toPlan(blocks: readonly CallBlock[], mentors: readonly CallMentor[]): CallBlock[] {
  return blocks.filter(({ over, paired, cover }) => {
    if (paired !== null) return false;
    if (cover?.state !== "CONFIRMED") return !over;
    return mentors.some(({ nominationId }) => nominationId === cover.nominationId);
  });
}

/** The blocks and call mentors as the plan takes them, in their order. What is only suggested binds nobody. */
export function toPlanProblem(blocks: readonly CallBlock[], mentors: readonly CallMentor[]): PlanProblem {
  const mentees = [...new Set(blocks.map(({ enrollmentId }) => enrollmentId))];
  const time = ({ startsAt, endsAt }: Interval) => ({ startsAt: +startsAt, endsAt: +endsAt });
  return {
    blocks: toPlan(blocks, mentors).map((block) => {
      const confirmed = block.cover?.state === "CONFIRMED" ? block.cover.nominationId : null;
      const taken = mentors.findIndex(({ nominationId }) => nominationId === confirmed);
      return {
        mentee: mentees.indexOf(block.enrollmentId),
        day: block.day,
        week: weekOf(block.day),
        slots: block.slots.map(time),
        open: mentors.map((mentor) =>
          block.slots.flatMap((slot, index) => (standingObstacle(block, mentor, slot) ? [] : [index])),
        ),
        taken: taken < 0 ? null : taken,
      };
    }),
    mentors: mentors.map((mentor) => ({
      perDay: mentor.capacity,
      perWeek: mentor.hoursPerWeek * 3_600_000,
      elsewhere: blocks.filter(({ paired }) => paired === mentor.personId).length,
      familiar: mentees.flatMap((enrollmentId, index) => (mentor.familiar.has(enrollmentId) ? [index] : [])),
    })),
  };
}
