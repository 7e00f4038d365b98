import * as cohorts from "@/lib/cohorts/commands";
import * as enrollments from "@/lib/enrollments/commands";
import * as menteeImports from "@/lib/mentee-imports/commands";
import * as mentorLists from "@/lib/mentor-lists/commands";
import * as mentors from "@/lib/mentors/commands";
import * as nominations from "@/lib/nominations/commands";
import * as pairings from "@/lib/pairings/commands";
import * as signOffs from "@/lib/sign-offs/commands";
import type { Deeds } from "./world";

const reason = "It is better this way.";
const zone = "Europe/Berlin";
const due = { dueDay: "2026-03-04", dueTime: "17:00" } as const;

type Nouns =
  | "cohorts"
  | "enrollments"
  | "mentee-imports"
  | "sign-offs"
  | "mentor-lists"
  | "nominations"
  | "mentors"
  | "pairings";

/** The deeds about a cohort, its mentors and its pairings, each as it is tried by every kind of person. */
export const deedsOnCohorts: Deeds<Nouns> = {
  "cohorts.createCohort": {
    about: "organization",
    run: ({ versionId, floor }, by, on) => {
      const plan = { versionId, certificationDate: "2026-06-26", timeZone: zone } as const;
      const whom = { floorIds: [floor.id], menteeIds: [], organizerIds: [] };
      return cohorts.createCohort(by, { name: "Summer", ...plan, ...whom }, on);
    },
  },
  "mentee-imports.previewImport": {
    about: "cohort",
    run: ({ cohort }, by, on) =>
      menteeImports.previewImport(by, { cohortId: cohort.id, fileName: "", text: "email\na@b.example" }, on),
  },
  "mentee-imports.mapImport": {
    about: "cohort",
    run: ({ imports: { mentees } }, by, on) =>
      menteeImports.mapImport(by, { importId: mentees.id, columns: ["email", null] }, on),
  },
  "mentee-imports.commitImport": {
    about: "cohort",
    run: ({ imports: { mentees } }, by, on) => menteeImports.commitImport(by, { importId: mentees.id }, on),
  },
  "mentee-imports.undoImport": {
    about: "cohort",
    run: ({ imports: { menteesDone } }, by, on) =>
      menteeImports.undoImport(by, { importId: menteesDone.id }, on),
  },
  "cohorts.renameCohort": {
    about: "cohort",
    run: ({ cohort }, by, on) => cohorts.renameCohort(by, { cohortId: cohort.id, name: "Other" }, on),
  },
  "cohorts.addOrganizer": {
    about: "cohort",
    run: ({ cohort, people: { "other enablement manager": other } }, by, on) =>
      cohorts.addOrganizer(by, { cohortId: cohort.id, personId: other.id }, on),
  },
  "cohorts.removeOrganizer": {
    about: "cohort",
    run: ({ cohort, people: { organizer } }, by, on) =>
      cohorts.removeOrganizer(by, { cohortId: cohort.id, personId: organizer.id }, on),
  },
  "cohorts.tickMilestone": {
    about: "cohort",
    run: ({ milestone }, by, on) => cohorts.tickMilestone(by, { milestoneId: milestone.id, done: true }, on),
  },
  "cohorts.markReady": {
    about: "cohort",
    run: ({ cohort }, by, on) => cohorts.markReady(by, { cohortId: cohort.id }, on),
  },
  "cohorts.backToPlanning": {
    about: "cohort",
    run: ({ cohort }, by, on) => cohorts.backToPlanning(by, { cohortId: cohort.id }, on),
  },
  "cohorts.launchCohort": {
    about: "cohort",
    run: ({ cohort }, by, on) => cohorts.launchCohort(by, { cohortId: cohort.id }, on),
  },
  "cohorts.completeCohort": {
    about: "cohort",
    run: ({ cohort }, by, on) => cohorts.completeCohort(by, { cohortId: cohort.id }, on),
  },
  "cohorts.cancelCohort": {
    about: "cohort",
    run: ({ cohort }, by, on) => cohorts.cancelCohort(by, { cohortId: cohort.id, reason }, on),
  },
  "enrollments.enrollMentees": {
    about: "cohort",
    run: ({ cohort, newcomer }, by, on) =>
      enrollments.enrollMentees(by, { cohortId: cohort.id, menteeIds: [newcomer.id] }, on),
  },
  "enrollments.withdrawMentee": {
    about: "mentee",
    run: ({ enrollment }, by, on) =>
      enrollments.withdrawMentee(by, { enrollmentId: enrollment.id, reason }, on),
  },
  "sign-offs.requestSignOff": {
    about: "cohort",
    run: ({ cohort, newcomer }, by, on) =>
      signOffs.requestSignOff(by, { cohortId: cohort.id, personId: newcomer.id, about: "Budget" }, on),
  },
  "sign-offs.decideSignOff": {
    about: "sign-off",
    run: ({ signOff }, by, on) =>
      signOffs.decideSignOff(by, { signOffId: signOff.id, decision: "APPROVED", comment: "" }, on),
  },
  "mentor-lists.requestLists": {
    about: "cohort",
    run: ({ cohort, floor }, by, on) =>
      mentorLists.requestLists(by, { cohortId: cohort.id, floorIds: [floor.id], ...due }, on),
  },
  "mentor-lists.submitList": {
    about: "list",
    run: ({ list }, by, on) => mentorLists.submitList(by, { listId: list.id }, on),
  },
  "mentor-lists.reopenList": {
    about: "list",
    run: ({ list }, by, on) => mentorLists.reopenList(by, { listId: list.id, reason, ...due }, on),
  },
  "nominations.proposeMentors": {
    about: "list",
    run: ({ list, newcomer }, by, on) =>
      nominations.proposeMentors(by, { listId: list.id, personIds: [newcomer.id] }, on),
  },
  "nominations.proposeSelf": {
    about: "list",
    run: ({ list }, by, on) => nominations.proposeSelf(by, { listId: list.id }, on),
  },
  "nominations.decideNomination": {
    about: "nomination",
    run: ({ nomination }, by, on) => {
      const input = { nominationId: nomination.id, was: "APPROVED", decision: "DECLINED", reason } as const;
      return nominations.decideNomination(by, input, on);
    },
  },
  "nominations.approveNominations": {
    about: "list",
    run: ({ list, nomination }, by, on) => {
      const terms = { kind: "LEAD", hoursPerWeek: 4, capacity: 1 } as const;
      const input = { listId: list.id, nominationIds: [nomination.id], ...terms };
      return nominations.approveNominations(by, input, on);
    },
  },
  "nominations.withdrawNomination": {
    about: "nomination",
    run: ({ nomination }, by, on) => nominations.withdrawNomination(by, { nominationId: nomination.id }, on),
  },
  "mentors.inviteMentors": {
    about: "cohort",
    run: ({ cohort, nomination }, by, on) =>
      mentors.inviteMentors(by, { cohortId: cohort.id, nominationIds: [nomination.id] }, on),
  },
  "mentors.answerInvitation": {
    about: "nomination",
    run: ({ nomination }, by, on) =>
      mentors.answerInvitation(by, { nominationId: nomination.id, answer: "ACCEPTED" }, on),
  },
  "mentors.recordTraining": {
    about: "cohort",
    run: ({ cohort, nomination }, by, on) => {
      const whom = { cohortId: cohort.id, nominationIds: [nomination.id] };
      return mentors.recordTraining(by, { ...whom, training: "IN_PROGRESS" }, on);
    },
  },
  "pairings.pairMentee": {
    about: "mentee",
    run: ({ enrollment, nomination }, by, on) => {
      const input = { enrollmentId: enrollment.id, nominationId: nomination.id, kind: "CALL" } as const;
      return pairings.pairMentee(by, input, on);
    },
  },
  "pairings.discardPairing": {
    about: "mentee",
    run: ({ pairing }, by, on) => pairings.discardPairing(by, { pairingId: pairing.id }, on),
  },
  "pairings.confirmPairings": {
    about: "cohort",
    run: ({ cohort, pairing }, by, on) =>
      pairings.confirmPairings(by, { cohortId: cohort.id, pairingIds: [pairing.id] }, on),
  },
  "pairings.endPairing": {
    about: "mentee",
    run: ({ pairing }, by, on) => pairings.endPairing(by, { pairingId: pairing.id, reason }, on),
  },
};
