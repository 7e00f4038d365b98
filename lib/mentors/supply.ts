import {
  type EligibilityFacts,
  type MentorKind,
  type NominationDecision,
  saidNo,
  servesAs,
  type TrainingState,
  unqualified,
  type Willingness,
} from "@/lib/mentors/rules";

type Counted = {
  kind: MentorKind;
  decision: NominationDecision;
  willingness: Willingness;
  training: TrainingState;
  capacity: number;
  /** Current mentees as a lead mentor, over all cohorts that overlap. */
  load: number;
  /** How many of these are mentees of this cohort. */
  here?: number;
  /** They have paused mentoring: what they have stays, and nobody new comes. */
  paused?: boolean;
};

/** How far the people of a list, or of a cohort, have come: each number counts those of the one before who came further. */
export type Funnel = {
  proposed: number;
  approved: number;
  willing: number;
  trained: number;
  /** Trained and not paused, with room for a mentee as lead mentor. */
  eligible: number;
  /** Places that eligible lead mentors have left. */
  free: number;
  /** Places that would be added if every lead mentor who is proposed or approved became eligible. */
  coming: number;
  /** Trained call mentors; they are counted apart. */
  callMentors: number;
};

/** Counts nominations step by step. Withdrawn ones count nowhere, declined ones only as proposed. */
export function funnelOf(nominations: readonly Counted[]): Funnel {
  const counted: Funnel = {
    proposed: 0,
    approved: 0,
    willing: 0,
    trained: 0,
    eligible: 0,
    free: 0,
    coming: 0,
    callMentors: 0,
  };
  for (const one of nominations) {
    const { decision, willingness, capacity, load } = one;
    if (decision === "WITHDRAWN") continue;
    const trained = unqualified({ ...one, paused: false }) === null;
    const ready = unqualified(one) === null;
    const room = servesAs(one.kind, "LEAD") && !one.paused ? Math.max(0, capacity - load) : 0;
    const out = decision === "DECLINED" || saidNo(willingness);
    counted.proposed += 1;
    counted.approved += decision === "APPROVED" ? 1 : 0;
    counted.willing += decision === "APPROVED" && willingness === "ACCEPTED" ? 1 : 0;
    counted.trained += trained ? 1 : 0;
    counted.eligible += ready && room > 0 ? 1 : 0;
    counted.free += ready ? room : 0;
    counted.coming += trained || out ? 0 : room;
    counted.callMentors += ready && servesAs(one.kind, "CALL") ? 1 : 0;
  }
  return counted;
}

/** What somebody on a list is waiting for: the one next step, or none. */
export type NextStep = "decide" | "invite" | "answer" | "begin" | "complete" | "inviteAgain" | "none";

/** The one next step of a nomination. */
export function nextStep(nomination: Omit<EligibilityFacts, "capacity" | "currentLoad">): NextStep {
  const { decision, willingness, training } = nomination;
  if (decision === "PROPOSED") return "decide";
  if (decision !== "APPROVED") return "none";
  if (willingness === "NOT_ASKED") return "invite";
  if (willingness === "INVITED") return "answer";
  // Whoever said "not this time" is left in peace for this cohort.
  if (willingness === "NOT_THIS_TIME") return "none";
  if (willingness !== "ACCEPTED") return "inviteAgain";
  if (training === "NOT_STARTED") return "begin";
  return training === "IN_PROGRESS" ? "complete" : "none";
}

export type Need = {
  /** Mentees for each lead mentor. */
  ratio: number;
  /** Lead mentors that are needed at that ratio. */
  needed: number;
  /** Lead mentors who are there or may still come. */
  available: number;
  /** How many more are needed; 0 when they suffice. */
  missing: number;
};

/** Up to this many mentees each has a lead mentor of their own, when there are enough. */
const oneToOneUpTo = 20;

/**
 * How many lead mentors a cohort needs. One-to-one up to 20 mentees when mentors suffice; otherwise the smallest ratio
 * at which they do, up to the program's cap. A group or peer program shares mentors from the start.
 * @param rooms how many mentees each person can take who is a lead mentor or may become one
 */
export function recommendedNeed({
  mentees,
  rooms,
  cap,
  shared,
}: {
  mentees: number;
  rooms: readonly number[];
  cap: number;
  shared: boolean;
}): Need {
  const available = rooms.length;
  const placesAt = (ratio: number) => rooms.reduce((sum, room) => sum + Math.min(room, ratio), 0);
  const ratios = Array.from({ length: cap }, (_, index) => index + 1);
  const enough = ratios.find((ratio) => placesAt(ratio) >= mentees) ?? cap;
  const nobodyYet = available === 0 && mentees <= oneToOneUpTo;
  const ratio = shared ? cap : nobodyYet ? 1 : enough;
  const missing = Math.ceil(Math.max(0, mentees - placesAt(ratio)) / ratio);
  if (missing > 0) return { ratio, needed: available + missing, available, missing };
  // Those who can take most come first: as few mentors as the ratio allows.
  let left = mentees;
  let needed = 0;
  for (const room of [...rooms].sort((a, b) => b - a)) {
    if (left <= 0) break;
    left -= Math.min(room, ratio);
    needed += 1;
  }
  return { ratio, needed, available, missing };
}

/**
 * How many mentees of this cohort each lead mentor has or can take who is there or may still come: neither declined nor
 * withdrawn; whoever has paused keeps those they have. Of whom nothing is decided yet may take as many as the cap allows.
 */
export function availableRooms(nominations: readonly Counted[], cap: number): number[] {
  const rooms = nominations.map(({ kind, decision, willingness, capacity, load, here = 0, paused }) => {
    const undecided = decision === "PROPOSED";
    const comes = (undecided || decision === "APPROVED") && servesAs(kind, "LEAD") && !saidNo(willingness);
    if (!comes || paused) return here;
    return here + Math.max(0, (undecided ? Math.max(cap, capacity) : capacity) - load);
  });
  return rooms.filter((room) => room > 0);
}

type AskedFloor = {
  id: string;
  /** Mentees of the cohort who are on this floor. */
  mentees: number;
  /** Everybody on this floor. */
  people: number;
};

/**
 * How many of the lead mentors that are needed each floor is asked for. Where mentees are paired on their own floor only,
 * as many as its mentees need at that ratio; otherwise the whole need is shared out by how many people a floor has, in
 * whole mentors that add up to it.
 */
export function needByFloor(
  { ratio, needed }: Pick<Need, "ratio" | "needed">,
  floors: readonly AskedFloor[],
  floorRule: "ANY" | "SAME" | "OTHER",
): ReadonlyMap<string, number> {
  if (floorRule === "SAME") {
    return new Map(floors.map(({ id, mentees }) => [id, Math.ceil(mentees / ratio)]));
  }
  const people = floors.reduce((sum, floor) => sum + floor.people, 0);
  const shares = floors.map((floor) => {
    const exact = people > 0 ? (needed * floor.people) / people : needed / floors.length;
    return { id: floor.id, whole: Math.floor(exact), rest: exact - Math.floor(exact) };
  });
  // What is left over after whole mentors goes to the largest remainders; of equals to the first in the order given.
  const left = needed - shares.reduce((sum, { whole }) => sum + whole, 0);
  const more = new Set(
    [...shares]
      .sort((a, b) => b.rest - a.rest)
      .slice(0, left)
      .map(({ id }) => id),
  );
  return new Map(shares.map(({ id, whole }) => [id, whole + (more.has(id) ? 1 : 0)]));
}
