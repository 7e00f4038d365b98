import type { Actor } from "@/lib/actor";
import type { Tx } from "@/lib/db";
import * as delegates from "@/lib/delegates/commands";
import * as leave from "@/lib/mentor-leave/commands";
import * as loads from "@/lib/mentor-loads/commands";
import * as nudges from "@/lib/nudges/commands";
import * as study from "@/lib/own-study/commands";
import * as scenarios from "@/lib/scenarios/commands";
import * as scorecards from "@/lib/scorecards/commands";
import * as training from "@/lib/training/commands";
import type { Deeds, World } from "./world";

/** The manager of the world's floor, away for two days. */
const delegation = ({ floor, people, newcomer }: World) => ({
  floorId: floor.id,
  managerId: people["floor manager"].id,
  delegateId: newcomer.id,
  firstDay: "2026-03-09" as const,
  lastDay: "2026-03-10" as const,
});

const nowhere = "00000000-0000-4000-8000-000000000000";

const role = { title: "The silent mentee", prompt: "And now?" };

const learned = { what: "A talk on negotiation", day: "2026-03-01", hours: 1 } as const;

/** An entry of whoever asks. */
async function ownEntry(by: Actor, on: Tx): Promise<string> {
  await study.addStudy(by, learned, on);
  const { id } = await on.ownStudy.findFirstOrThrow({
    where: { personId: by.personId },
    select: { id: true },
  });
  return id;
}

/** A scenario that the world's cohort asks of its own. */
async function ownScenario({ cohort }: World, on: Tx): Promise<string> {
  const cohortId = cohort.id;
  await on.trainingScenario.createMany({ data: [{ ...role, position: 0, cohortId }], skipDuplicates: true });
  const { id } = await on.trainingScenario.findFirstOrThrow({ where: { cohortId }, select: { id: true } });
  return id;
}

type Nouns =
  | "scorecards"
  | "nudges"
  | "mentor-leave"
  | "mentor-loads"
  | "own-study"
  | "delegates"
  | "training"
  | "scenarios";

/** The deeds by which a floor offers its mentors, each as it is tried by every kind of person. */
export const deedsOnSupply: Deeds<Nouns> = {
  "mentor-leave.addLeave": {
    about: "oneself",
    run: (_, by, on) => leave.addLeave(by, { firstDay: "2026-03-09", lastDay: "2026-03-10" }, on),
  },
  "mentor-leave.removeLeave": {
    about: "oneself",
    run: async (_, by, on) => {
      await leave.addLeave(by, { firstDay: "2026-03-09", lastDay: "2026-03-10" }, on);
      const { id: leaveId } = await on.leave.findFirstOrThrow({ where: { personId: by.personId } });
      return leave.removeLeave(by, { leaveId }, on);
    },
  },
  "mentor-leave.pauseMentoring": {
    about: "oneself",
    run: (_, by, on) => leave.pauseMentoring(by, {}, on),
  },
  "mentor-leave.resumeMentoring": {
    about: "oneself",
    run: (_, by, on) => leave.resumeMentoring(by, {}, on),
  },
  "mentor-loads.stateSelling": {
    about: "mentor",
    run: ({ people: { nominee } }, by, on) =>
      loads.stateSelling(by, { personId: nominee.id, sellingHours: 20, seen: 0 }, on),
  },
  "own-study.addStudy": { about: "oneself", run: (_, by, on) => study.addStudy(by, learned, on) },
  "own-study.changeStudy": {
    about: "oneself",
    run: async (_, by, on) =>
      study.changeStudy(by, { studyId: await ownEntry(by, on), seen: 1, ...learned }, on),
  },
  "own-study.removeStudy": {
    about: "oneself",
    run: async (_, by, on) => study.removeStudy(by, { studyId: await ownEntry(by, on), removed: true }, on),
  },
  "delegates.nameDelegate": {
    about: "delegation",
    run: (world, by, on) => delegates.nameDelegate(by, delegation(world), on),
  },
  "delegates.releaseDelegate": {
    about: "delegation",
    run: async (world, by, on) => {
      const manager = world.actors.get("floor manager");
      if (manager) await delegates.nameDelegate(manager, delegation(world), on);
      const { id: delegationId } = await on.floorDelegate.findFirstOrThrow({
        where: { delegateId: world.newcomer.id },
      });
      return delegates.releaseDelegate(by, { delegationId }, on);
    },
  },
  "nudges.nudgeManagers": {
    about: "list",
    run: ({ list }, by, on) => nudges.nudgeManagers(by, { listId: list.id }, on),
  },
  "nudges.nudgeMentor": {
    about: "nomination",
    run: ({ nomination }, by, on) => nudges.nudgeMentor(by, { nominationId: nomination.id }, on),
  },
  "scorecards.saveScorecard": {
    about: "nomination",
    run: ({ nomination: { id: nominationId } }, by, on) => {
      const marks = [{ criterion: "EXPERIENCE" as const, level: "4" as const, note: "" }];
      return scorecards.saveScorecard(by, { nominationId, seen: 0, marks }, on);
    },
  },
  "scenarios.addScenario": {
    about: "cohort",
    run: ({ cohort }, by, on) => scenarios.addScenario(by, { cohortId: cohort.id, ...role }, on),
  },
  "scenarios.changeScenario": {
    about: "cohort",
    run: async (world, by, on) =>
      scenarios.changeScenario(by, { scenarioId: await ownScenario(world, on), seen: 0, ...role }, on),
  },
  "scenarios.retireScenario": {
    about: "cohort",
    run: async (world, by, on) =>
      scenarios.retireScenario(by, { scenarioId: await ownScenario(world, on), retired: true }, on),
  },
  "scenarios.leaveOutScenario": {
    about: "cohort",
    run: async ({ cohort: { id: cohortId } }, by, on) => {
      const where = { version: { cohorts: { some: { id: cohortId } } } };
      const ofProgram = await on.trainingScenario.findFirst({ where, select: { id: true } });
      const scenarioId = ofProgram?.id ?? nowhere;
      return scenarios.leaveOutScenario(by, { cohortId, scenarioId, leftOut: true }, on);
    },
  },
  "training.planDay": {
    about: "cohort",
    run: ({ cohort }, by, on) => {
      const when = { day: "2026-03-12", startTime: "09:00", endTime: "12:00" } as const;
      return training.planDay(by, { cohortId: cohort.id, number: 1, ...when, place: "Room 2" }, on);
    },
  },
  // The nominee has not said yes yet: whoever gets past the table is told so.
  "training.recordAttendance": {
    about: "nomination",
    run: ({ nomination }, by, on) =>
      training.recordAttendance(by, { dayId: nowhere, nominationIds: [nomination.id], attended: true }, on),
  },
  "training.tickTopic": {
    about: "nomination",
    run: ({ nomination }, by, on) =>
      training.tickTopic(by, { nominationIds: [nomination.id], topic: 0, ticked: true }, on),
  },
  "training.answerScenario": {
    about: "nomination",
    run: ({ nomination: { id: nominationId } }, by, on) => {
      const input = { nominationId, scenarioId: nowhere, wording: 0, seen: 0, text: "I ask.", file: null };
      return training.answerScenario(by, input, on);
    },
  },
  "training.giveFeedback": {
    about: "nomination",
    run: ({ nomination: { id: nominationId } }, by, on) => {
      const input = { nominationId, scenarioId: nowhere, seen: 1, feedback: "Good." };
      return training.giveFeedback(by, input, on);
    },
  },
};
