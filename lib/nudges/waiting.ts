import type { Sentence } from "@/lib/errors";
import type { MentorListState, NominationDecision, TrainingState, Willingness } from "@/lib/mentors/rules";
import { type NextStep, nextStep } from "@/lib/mentors/supply";
import { incompleteness, isWithMentor, type TrainingProgress } from "@/lib/mentors/training";
import { owesSince } from "@/lib/nudges/rules";

type Nominated = {
  id: string;
  decision: NominationDecision;
  willingness: Willingness;
  training: TrainingState;
  decidedAt: Date | null;
  invitedAt: Date | null;
  respondBy: Date | null;
  respondedAt: Date | null;
  nudgedAt: Date | null;
  createdAt: Date;
  progress: TrainingProgress;
  person: { name: string; deactivatedAt: Date | null; pauses: readonly unknown[] };
};

type StandIn = { delegate: string; manager: string };

type AskedFloor = {
  name: string;
  managers: string[];
  /** Who stands in for one of them now. */
  standIns: readonly StandIn[];
  list: {
    id: string;
    state: MentorListState;
    requestedAt: Date;
    submittedAt: Date | null;
    nudgedAt: Date | null;
    nominations: Nominated[];
  } | null;
};

/** Somebody who has the next step, since when, and when they were last nudged about it. */
export type Waiting = {
  id: string;
  who: "managers" | "mentor" | "organizers";
  step: "list" | Exclude<NextStep, "none" | "decide">;
  floor: string;
  managers: string[];
  standIns: readonly StandIn[];
  /** Whom it is about; null for a list. */
  person: string | null;
  /** They have paused mentoring: nothing is asked of them meanwhile. */
  paused: boolean;
  /** What the mentor training still lacks, where it is about that. */
  missing: Sentence | null;
  since: Date;
  nudgedAt: Date | null;
  /** Since when it is this that they owe: an earlier nudge was about something else. */
  owesSince: Date | null;
};

/** Whom a cohort's mentor supply waits for, and since when: the one that waits longest first. */
export function waitingFor(floors: readonly AskedFloor[]): Waiting[] {
  const found = floors.flatMap(({ name: floor, managers, standIns, list }): Waiting[] => {
    if (!list) return [];
    const where = { floor, managers, standIns };
    const { id, requestedAt: since, nudgedAt, submittedAt, nominations } = list;
    const open = list.state !== "SUBMITTED";
    const asked = { id, who: "managers", step: "list", person: null, paused: false, missing: null } as const;
    const owed: Waiting = { ...where, ...asked, since, nudgedAt, owesSince: submittedAt };
    const people = nominations.flatMap((one) => {
      const { id: nominationId, person, nudgedAt: nudged } = one;
      const waits = person.deactivatedAt ? null : waitOf(one, open);
      const about = { id: nominationId, person: person.name, paused: person.pauses.length > 0 };
      return waits ? [{ ...where, ...about, nudgedAt: nudged, owesSince: owesSince(one), ...waits }] : [];
    });
    return open ? [owed, ...people] : people;
  });
  return found.sort((a, b) => a.since.getTime() - b.since.getTime());
}

/** What one person on a list waits for; decisions are part of an open list, and nobody is invited before it is in. */
function waitOf(one: Nominated, open: boolean): Pick<Waiting, "who" | "step" | "since" | "missing"> | null {
  const step = nextStep(one);
  const missing = null;
  if (step === "none" || step === "decide") return null;
  if (step === "invite") {
    return open ? null : { who: "organizers", step, missing, since: one.decidedAt ?? one.createdAt };
  }
  if (step === "inviteAgain") {
    const since = one.respondedAt ?? one.respondBy ?? one.createdAt;
    return open ? null : { who: "organizers", step, missing, since };
  }
  if (step === "answer") return { who: "mentor", step, missing, since: one.invitedAt ?? one.createdAt };
  // With nothing left but feedback, or nothing at all, the organizers have the next step.
  const who = isWithMentor(one.progress) ? "mentor" : "organizers";
  return { who, step, missing: incompleteness(one.progress), since: one.respondedAt ?? one.createdAt };
}
