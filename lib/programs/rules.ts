import type { Sentence } from "@/lib/errors";
import { type Edges, edgeRefusal } from "@/lib/states";

export const programVersionStates = ["DRAFT", "PUBLISHED", "RETIRED"] as const;
export type ProgramVersionState = (typeof programVersionStates)[number];

export const phases = ["PREPARATION", "PROGRAM", "TAIL"] as const;
export type Phase = (typeof phases)[number];

export const sessionKinds = [
  "KICKOFF",
  "SME_TRAINING",
  "MENTOR_MEETING",
  "CALL_SHADOWING",
  "REVERSE_SHADOWING",
  "ROLE_PLAY",
  "TEACH_BACK",
  "LIVE_CALLS",
  "STAND_UP",
  "CHECK_IN",
  "ROUNDTABLE",
  "SELF_STUDY",
  "CERTIFICATION",
  "DEBRIEF",
] as const;
export type SessionKind = (typeof sessionKinds)[number];

/** COHORT is one session for everybody, PAIR one for each mentee. */
export const audiences = ["COHORT", "PAIR"] as const;
export type Audience = (typeof audiences)[number];

export const facilitatorRoles = [
  "ORGANIZER",
  "SME",
  "LEAD_MENTOR",
  "CALL_MENTOR",
  "ASSESSOR",
  "NONE",
] as const;
export type FacilitatorRole = (typeof facilitatorRoles)[number];

export const pairingModels = ["ONE_TO_ONE", "GROUP", "PEER"] as const;
export type PairingModel = (typeof pairingModels)[number];

export const structures = ["STRICT", "GUIDED", "LOOSE"] as const;
export type Structure = (typeof structures)[number];

/** How long a program is, in business days. `certificationDay` is the last program day unless it says otherwise. */
export type ProgramShape = {
  programDays: number;
  preparationDays: number;
  tailDays: number;
  certificationDay?: number;
};

/** One line of the session plan. Minutes count from local midnight; a pair session lies anywhere in its window. */
export type SessionTemplate = {
  day: number;
  kind: SessionKind;
  audience: Audience;
  facilitatorRole: FacilitatorRole;
  title: string;
  agenda: readonly string[];
  /** What the person who leads it should know, do and watch for. */
  brief: string;
  material: string;
  startMinute: number;
  minutes: number;
  endMinute: number;
};

/**
 * What is due on which day: preparation counts −1, −2 … back from program day 1, program and tail count from 1.
 * A tail day beyond the program's tail counts calendar days, not business days ("the mark at 30 days").
 */
export type MilestoneTemplate = { key: string; phase: Phase; day: number; title: string; who: string };

/** `anchors[n]` says what level n looks like. Below `mustReach` on one criterion nobody passes; 0 is no such floor. */
export type RubricCriterion = {
  name: string;
  question: string;
  weight: number;
  mustReach: number;
  anchors: readonly string[];
};

export type RubricContent = {
  name: string;
  passMark: number;
  maxLevel: number;
  criteria: readonly RubricCriterion[];
};

/** A whole program as data, from which a program version is written. */
export type ProgramContent = ProgramShape & {
  name: string;
  purpose: string;
  model: PairingModel;
  structure: Structure;
  cap: number;
  logDueMinute: number;
  willingnessHours: number;
  objectives: readonly { kind: string; text: string; indicator: string; target: string }[];
  modules: readonly { title: string; summary: string; firstDay: number; lastDay: number }[];
  skills: readonly string[];
  mentorWill: readonly string[];
  mentorWont: readonly string[];
  menteeWill: readonly string[];
  menteeWont: readonly string[];
  trainingTopics: readonly string[];
  /** What mentors practise in role-play before they begin. */
  trainingScenarios: readonly { title: string; prompt: string }[];
  /** How many months a mentor training counts for later cohorts. */
  trainingValidMonths: number;
  /** What two people who have just been paired can ask each other. */
  icebreakers: readonly string[];
  sessions: readonly SessionTemplate[];
  milestones: readonly MilestoneTemplate[];
  rubric: RubricContent;
};

export const programVersionEdges: Edges<ProgramVersionState> = {
  DRAFT: ["PUBLISHED"],
  PUBLISHED: ["RETIRED"],
  RETIRED: [],
};

/** Why a program version may not go from one state to the other, or null when it may. */
export function programVersionRefusal(from: ProgramVersionState, to: ProgramVersionState): Sentence | null {
  return edgeRefusal(programVersionEdges, "programs.refused.versionState", from, to);
}

/** A roundtable is for mentors: it is on no mentee's schedule. Every other session is for mentees. */
export function isForMentees(kind: SessionKind): boolean {
  return kind !== "ROUNDTABLE";
}
