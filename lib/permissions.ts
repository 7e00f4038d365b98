import { NotFoundError } from "@/lib/errors";

/** What one person can be to something: from grants, or from a relationship that lib/access.ts reads in each request. */
export const relations = [
  /** Nobody signed in. */
  "visitor",
  /** Anybody signed in. */
  "person",
  /** The person that it is about. */
  "self",
  "administrator",
  "enablementManager",
  "trainer",
  /** Runs this cohort. */
  "organizer",
  /** Manages this floor, or the floor of this mentee, or one that this cohort draws from. */
  "floorManager",
  /** Is on the floor whose list it is. */
  "colleague",
  /** Is the one this nomination proposes. */
  "nominee",
  /** Has, or had to the planned end, a lead pairing with this mentee. */
  "leadMentor",
  "callMentor",
  /** Is this mentee, or one of this cohort. */
  "mentee",
  /** Leads this session, or one of this cohort. */
  "sme",
  /** Scores this attempt. */
  "assessor",
  /** Was asked to sign this cohort off. */
  "stakeholder",
] as const;

export type Relation = (typeof relations)[number];

const visitor = ["visitor", "person"] as const;

/**
 * Who may do what. Deny by default: what has no row nobody may do, and out of reach reads as "not found".
 * A row is named `<noun>.<action>`, after the action that it guards; rows `<noun>.see…` guard reads.
 */
export const permissions = {
  "people.addPerson": ["administrator"],
  "people.changePerson": ["administrator"],
  "people.setGrants": ["administrator"],
  "people.invitePerson": ["administrator"],
  "people.deactivatePerson": ["administrator"],
  "people.reactivatePerson": ["administrator"],
  "people.changeOwnSettings": ["self"],
  "people.seeDirectory": ["administrator", "enablementManager"],

  "imports.previewImport": ["administrator"],
  "imports.mapImport": ["administrator"],
  "imports.commitImport": ["administrator"],
  "imports.undoImport": ["administrator"],
  "mentee-imports.previewImport": ["organizer"],
  "mentee-imports.mapImport": ["organizer"],
  "mentee-imports.commitImport": ["organizer"],
  "mentee-imports.undoImport": ["organizer"],

  "floors.addFloor": ["administrator"],
  "floors.renameFloor": ["administrator"],
  "floors.setFloorManagers": ["administrator"],
  "floors.seeFloor": ["administrator", "enablementManager", "floorManager"],

  "delegates.nameDelegate": ["administrator", "enablementManager", "floorManager"],
  "delegates.releaseDelegate": ["administrator", "enablementManager", "floorManager"],
  /** Those of every manager of the floor; a manager has their own. */
  "delegates.seeAny": ["administrator", "enablementManager"],

  "organization.setUp": visitor,
  "organization.changeOrganization": ["administrator"],
  "organization.addHoliday": ["administrator", "enablementManager"],
  "organization.removeHoliday": ["administrator", "enablementManager"],
  "organization.seeAudit": ["administrator"],
  "organization.seeMail": ["administrator"],
  "organization.seeDesign": ["administrator"],

  "sign-ins.requestReset": visitor,
  "sign-ins.resetPassword": visitor,
  "sign-ins.acceptInvitation": visitor,
  "sign-ins.changePassword": ["self"],
  "sign-ins.endSignIn": ["self"],
  "sign-ins.endAllSignIns": ["self"],

  "programs.seePrograms": ["enablementManager"],

  "cohorts.createCohort": ["enablementManager"],
  "cohorts.renameCohort": ["organizer"],
  "cohorts.addOrganizer": ["organizer"],
  "cohorts.removeOrganizer": ["organizer"],
  "cohorts.tickMilestone": ["organizer"],
  "cohorts.markReady": ["organizer"],
  "cohorts.backToPlanning": ["organizer"],
  "cohorts.launchCohort": ["organizer"],
  "cohorts.completeCohort": ["organizer"],
  "cohorts.cancelCohort": ["organizer"],
  "cohorts.seeSummary": [
    "organizer",
    "enablementManager",
    "floorManager",
    "leadMentor",
    "callMentor",
    "nominee",
    "mentee",
    "sme",
    "assessor",
    "stakeholder",
  ],
  "cohorts.seeAll": ["organizer"],
  "cohorts.seeAudit": ["organizer"],
  "cohorts.seeMentee": ["organizer", "floorManager", "leadMentor", "callMentor", "mentee", "assessor"],

  "enrollments.enrollMentees": ["organizer"],
  "enrollments.withdrawMentee": ["organizer"],

  "sign-offs.requestSignOff": ["organizer"],
  "sign-offs.decideSignOff": ["stakeholder"],

  "mentor-lists.requestLists": ["organizer"],
  "mentor-lists.submitList": ["floorManager"],
  "mentor-lists.reopenList": ["organizer"],

  "nominations.proposeMentors": ["organizer", "floorManager"],
  "nominations.proposeSelf": ["colleague"],
  "nominations.decideNomination": ["floorManager"],
  "nominations.approveNominations": ["floorManager"],
  "nominations.withdrawNomination": ["nominee", "organizer"],

  "mentor-leave.addLeave": ["self"],
  "mentor-leave.removeLeave": ["self"],
  "mentor-leave.pauseMentoring": ["self"],
  "mentor-leave.resumeMentoring": ["self"],

  "nudges.nudgeManagers": ["organizer"],
  "nudges.nudgeMentor": ["organizer"],

  "scorecards.saveScorecard": ["floorManager"],
  "scorecards.seeScorecards": ["organizer", "floorManager"],

  "mentors.inviteMentors": ["organizer"],
  "mentors.answerInvitation": ["nominee"],
  "mentors.recordTraining": ["organizer"],
  "mentors.seeList": ["organizer", "floorManager"],
  "mentors.seeSupply": ["organizer"],

  "training.planDay": ["organizer"],
  "training.recordAttendance": ["organizer"],
  "training.tickTopic": ["organizer", "nominee"],
  "training.answerScenario": ["nominee"],
  "training.giveFeedback": ["organizer"],
  "training.seeTraining": ["organizer"],
  "training.seeOwnTraining": ["nominee"],
  "training.seeAnswerFile": ["organizer", "nominee"],

  "scenarios.addScenario": ["organizer"],
  "scenarios.changeScenario": ["organizer"],
  "scenarios.retireScenario": ["organizer"],
  "scenarios.leaveOutScenario": ["organizer"],

  "capacities.setCapacity": ["organizer"],

  "profiles.saveProfile": ["self"],
  "profiles.setPortrait": ["self"],
  "profiles.removePortrait": ["self"],
  "profiles.seeRecord": ["self", "organizer", "floorManager"],
  "profiles.seeProfile": ["self", "organizer", "floorManager", "mentee"],

  "own-study.addStudy": ["self"],
  "own-study.changeStudy": ["self"],
  "own-study.removeStudy": ["self"],

  "mentor-loads.stateSelling": ["self", "floorManager"],
  "mentor-loads.seeLoad": ["self", "organizer", "floorManager"],

  "intakes.saveMenteePart": ["mentee", "organizer"],
  "intakes.saveTrainerPart": ["trainer", "organizer"],
  "intakes.seeSkillsAndGoals": ["organizer", "trainer", "leadMentor", "callMentor", "mentee"],
  "intakes.seeIntake": ["organizer", "trainer", "leadMentor", "mentee"],
  "intakes.seeNeeds": ["organizer", "mentee"],
  "intakes.seeList": ["organizer"],
  "intakes.seeAllLists": ["trainer"],

  "matching.saveSettings": ["organizer"],
  "matching.resetSettings": ["organizer"],
  "matching.seeSettings": ["organizer"],

  "do-not-pair.keepApart": ["self", "organizer"],
  "do-not-pair.letPair": ["self", "organizer"],
  "do-not-pair.seeWishes": ["self", "organizer"],

  "suggestions.suggestPairings": ["organizer"],
  "suggestions.moveSuggestion": ["organizer"],
  "suggestions.takeBackMove": ["organizer"],
  "suggestions.lockPairing": ["organizer"],
  "pairings.pairMentee": ["organizer"],
  "pairings.discardPairing": ["organizer"],
  "pairings.confirmPairings": ["organizer"],
  "pairings.endPairing": ["organizer"],
  "pairings.seeAll": ["organizer"],
  "call-covers.suggestCovers": ["organizer"],
  "call-covers.assignCover": ["organizer"],
  "call-covers.removeCover": ["organizer"],
  "call-covers.confirmCovers": ["organizer"],
  "call-covers.seeCalls": ["organizer"],
  "announcements.announcePairings": ["organizer"],
  "handovers.reassignPairing": ["organizer"],
  "handovers.pausePairing": ["organizer"],
  "handovers.resumePairing": ["organizer"],
  "handovers.seeHandover": ["organizer", "leadMentor", "callMentor"],
  "agreements.signExpectations": ["leadMentor", "callMentor", "mentee"],
  "agreements.proposeGoal": ["organizer", "leadMentor", "callMentor", "mentee"],
  "agreements.changeGoal": ["organizer", "leadMentor", "callMentor", "mentee"],
  "agreements.agreeGoal": ["leadMentor", "callMentor", "mentee"],
  "agreements.dropGoal": ["organizer", "leadMentor", "callMentor", "mentee"],
  "agreements.seePairing": ["organizer", "floorManager", "leadMentor", "callMentor", "mentee"],
  "mentor-ratings.rateMentor": ["mentee"],
  /** Never the mentor of the pairing, though they organize the cohort. */
  "mentor-ratings.seeComment": ["organizer"],

  "schedule.moveSession": ["organizer", "leadMentor"],
  "schedule.cancelSession": ["organizer"],
  "schedule.assignFacilitator": ["organizer"],
  "schedule.answerFacilitation": ["sme"],
  "attendance.recordAttendance": ["organizer", "sme", "leadMentor"],
  "sessions.seeSession": ["organizer", "floorManager", "leadMentor", "callMentor", "mentee", "sme"],

  "logs.saveLog": ["leadMentor", "callMentor"],
  "logs.submitLog": ["leadMentor", "callMentor"],
  "logs.seeShared": ["organizer", "floorManager", "leadMentor", "callMentor", "mentee", "assessor"],
  "logs.seeOrganizerNotes": ["organizer"],
  "board.seeBoard": ["organizer", "floorManager"],

  "attempts.scheduleAttempt": ["organizer"],
  "attempts.assignAssessors": ["organizer"],
  "attempts.cancelAttempt": ["organizer"],
  "assessments.submitAssessment": ["assessor"],
  "outcomes.recordResult": ["organizer"],
  "outcomes.decideOutcome": ["organizer"],
  "certification.seeScores": ["organizer"],
  "certification.checkCertificate": visitor,

  "messages.markRead": ["self"],
  "messages.markAllRead": ["self"],
} as const satisfies Record<string, readonly Relation[]>;

export type Permission = keyof typeof permissions;

/** Whether somebody who stands in these relations may do it. */
export function may(standing: ReadonlySet<Relation>, permission: Permission): boolean {
  return permissions[permission].some((relation: Relation) => standing.has(relation));
}

/** Refuses with "not found" when somebody who stands in these relations may not do it. */
export function authorize(permission: Permission, standing: ReadonlySet<Relation>): void {
  if (!may(standing, permission)) throw new NotFoundError();
}
