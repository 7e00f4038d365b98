import type { MessageKey } from "@/i18n/messages";

/** A sentence of the catalogue: its key and the values it speaks of. */
export type Sentence = { key: MessageKey; values?: Record<string, string | number> };

/**
 * Something the person has to know, said in words and shown as it is: a refusal, a wrong input, a conflict.
 * Everything else that is thrown is a defect: it is logged with a digest and shown as "something went wrong".
 */
export class UserError extends Error {
  readonly sentence: Sentence;
  /** The field of the form that the sentence stands beside, when there is one. */
  readonly field: string | undefined;

  constructor(key: MessageKey, values?: Sentence["values"], options?: { field?: string }) {
    super(key);
    this.name = "UserError";
    this.sentence = values ? { key, values } : { key };
    this.field = options?.field;
  }
}

/** Out of reach, whether it exists or not: both look alike. */
export class NotFoundError extends UserError {
  constructor() {
    super("errors.notFound");
    this.name = "NotFoundError";
  }
}

/** Throws the sentence when a rule gave one. */
export function refuse(reason: Sentence | null | undefined): void {
  if (reason) throw new UserError(reason.key, reason.values);
}

/**
 * A key that comes as text, where no compiler can look: out of the database, or through the message of a zod issue.
 * Whoever says it has an answer for a key that the catalogue lacks. Everywhere else a key is checked as it is written.
 */
export function keyFromText(text: string): MessageKey {
  return text as MessageKey;
}

/** A sentence as text, to travel through a zod issue message; {@link decodeSentence} reads it back. */
export function encodeSentence(sentence: Sentence): string {
  return sentence.values ? `${sentence.key}|${JSON.stringify(sentence.values)}` : sentence.key;
}

/** The sentence that {@link encodeSentence} wrote. Text that is none becomes a key without values. */
export function decodeSentence(text: string): Sentence {
  const bar = text.indexOf("|");
  if (bar < 0) return { key: keyFromText(text) };
  try {
    return {
      key: keyFromText(text.slice(0, bar)),
      values: JSON.parse(text.slice(bar + 1)) as Record<string, string | number>,
    };
  } catch {
    return { key: keyFromText(text.slice(0, bar)) };
  }
}

/** What the database refuses by name, as a sentence. A name that is missing here is a defect, not a refusal. */
const refusedByConstraint: Record<string, MessageKey> = {
  state_edge: "errors.constraint.stateEdge",
  Person_email_key: "people.refused.emailTaken",
  person_email_lower: "people.refused.emailInvalid",
  person_not_own_manager: "people.refused.ownManager",
  Floor_name_key: "floors.refused.nameTaken",
  Holiday_pkey: "organization.refused.holidayTaken",
  Cohort_name_key: "cohorts.refused.nameTaken",
  Enrollment_cohortId_personId_key: "cohorts.refused.alreadyEnrolled",
  SignOff_cohortId_personId_about_key: "cohorts.refused.signOffAsked",
  MentorList_cohortId_floorId_key: "mentors.refused.listAsked",
  MentorNomination_listId_personId_key: "mentors.refused.alreadyProposed",
  nomination_not_own_decision: "mentors.refused.ownNomination",
  nomination_hours: "mentors.refused.hours",
  nomination_capacity_cap: "mentors.refused.capacityCap",
  nomination_capacity_taken: "mentors.refused.capacityTaken",
  nomination_kind_taken: "mentors.refused.kindTaken",
  selling_load_hours: "mentor-loads.invalid.hours",
  selling_load_version: "errors.somebodyFaster",
  own_study_says_something: "own-study.invalid.what",
  own_study_length: "own-study.invalid.hours",
  own_study_done: "own-study.refused.ahead",
  leave_forwards: "mentor-leave.refused.backwards",
  leave_not_twice: "mentor-leave.refused.twice",
  delegate_not_oneself: "delegates.refused.oneself",
  delegate_forwards: "delegates.refused.backwards",
  delegate_not_twice: "delegates.refused.twice",
  delegate_active: "delegates.refused.gone",
  delegate_of_manager: "delegates.refused.noManager",
  delegate_fixed: "errors.somebodyFaster",
  mentor_pause_once: "mentor-leave.refused.pausedAlready",
  mentor_paused: "mentor-leave.refused.paused",
  mentor_on_leave: "mentor-leave.refused.onLeave",
  training_whole: "training.refused.notWhole",
  training_carried: "training.refused.notCarried",
  training_over: "training.refused.over",
  training_of_willing: "training.refused.notWilling",
  training_topic_known: "errors.notFound",
  training_day_of_cohort: "errors.notFound",
  training_day_begun: "training.refused.dayNotBegun",
  training_day_held: "training.refused.dayHeld",
  training_day_times: "training.refused.dayTimes",
  training_day_place: "training.invalid.place",
  answer_fixed: "training.refused.answerFixed",
  answer_to_scenario: "errors.notFound",
  answer_says_something: "training.invalid.answer",
  answer_to_retired: "training.refused.scenarioRetired",
  scenario_answered: "training.refused.scenarioAnswered",
  left_out_of_version: "errors.notFound",
  left_out_unanswered: "training.refused.answeredHere",
  answer_given: "training.invalid.answer",
  answer_file_small: "training.invalid.fileSize",
  answer_file_type: "training.invalid.file",
  answer_file_of_answer: "errors.notFound",
  feedback_not_own: "training.refused.ownFeedback",
  nudged_today: "nudges.refused.nudgedAlready",
  scorecard_level: "scorecards.invalid.level",
  scorecard_not_own: "scorecards.refused.own",
  scorecard_list_open: "mentors.refused.listSubmitted",
  pairing_one_current_lead: "pairings.refused.alreadyPaired",
  pairing_same_cohort: "pairings.refused.otherCohort",
  pairing_not_oneself: "pairings.refused.oneself",
  pairing_not_line_manager: "pairings.refused.lineManager",
  pairing_mentor_eligible: "pairings.refused.notEligible",
  pairing_announced_confirmed: "announcements.refused.notConfirmed",
  pairing_announced_once: "announcements.refused.announcedAlready",
  call_cover_once: "errors.somebodyFaster",
  call_cover_not_twice: "call-covers.refused.twice",
  call_cover_ends_after_start: "sessions.refused.endsBeforeStart",
  call_cover_eligible: "call-covers.refused.notEligible",
  call_cover_apart: "call-covers.refused.together",
  call_cover_paused: "mentor-leave.refused.paused",
  call_cover_on_leave: "call-covers.refused.away",
  call_cover_busy: "call-covers.refused.twice",
  call_cover_capacity: "call-covers.refused.noPlace",
  call_cover_hours: "call-covers.refused.noHours",
  call_cover_of_block: "call-covers.refused.noBlock",
  call_cover_fixed: "call-covers.refused.noBlock",
  handover_fixed: "handovers.refused.fixed",
  handover_of_reassigned: "handovers.refused.fixed",
  Handover_fromPairingId_key: "errors.somebodyFaster",
  Acknowledgement_pkey: "agreements.refused.signedAlready",
  acknowledgement_fixed: "agreements.refused.signedAlready",
  acknowledgement_of_pair: "agreements.refused.over",
  goal_says_something: "agreements.invalid.indicator",
  goal_of_pair: "agreements.refused.over",
  goal_replaces_closed: "agreements.refused.goalClosed",
  goal_fixed: "agreements.refused.goalClosed",
  PairingGoal_replacesId_key: "errors.somebodyFaster",
  MentorRating_pkey: "errors.somebodyFaster",
  rating_score: "mentor-ratings.invalid.score",
  rating_comment: "mentor-ratings.invalid.comment",
  rating_of_run_pairing: "mentor-ratings.refused.notRun",
  rating_fixed: "mentor-ratings.refused.fixed",
  pairing_kept: "pairings.refused.kept",
  pairing_within_capacity: "pairings.refused.capacityFull",
  suggestion_run_one_under_way: "suggestions.refused.underWay",
  suggestion_run_fixed: "suggestions.refused.givenUp",
  portrait_small: "profiles.invalid.pictureSize",
  portrait_picture: "profiles.invalid.picture",
  portrait_of_active: "errors.notFound",
  pairing_do_not_pair: "pairings.refused.doNotPair",
  session_ends_after_start: "sessions.refused.endsBeforeStart",
  meeting_together: "errors.somebodyFaster",
  facilitator_not_twice: "sessions.refused.facilitatorBusy",
  DailyLog_enrollmentId_authorId_day_key: "logs.refused.alreadyWritten",
  log_author_fixed: "logs.refused.authorFixed",
  log_numbers: "logs.refused.numbers",
  assessor_independent: "certification.refused.assessorNotIndependent",
  decider_independent: "certification.refused.deciderNotIndependent",
  gap_of_program: "errors.notFound",
  score_submitted: "certification.refused.scoreSubmitted",
  certificate_needs_pass: "certification.refused.needsPass",
  CertificationAttempt_enrollmentId_number_key: "certification.refused.attemptTaken",
  Assessment_attemptId_personId_key: "certification.refused.assessorTwice",
  version_published: "programs.refused.published",
  rubric_used: "programs.refused.rubricUsed",
  import_once: "imports.refused.done",
};

type DatabaseCause = { originalCode?: string; originalMessage?: string };

/** What PostgreSQL said behind an error of the Prisma client; undefined when it comes from somewhere else. */
export function databaseCause(error: unknown): DatabaseCause | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const meta = (error as { meta?: { driverAdapterError?: { cause?: DatabaseCause } } }).meta;
  return meta?.driverAdapterError?.cause ?? (error as { cause?: DatabaseCause }).cause;
}

/** The refusal of a named constraint as a UserError; any other error as it is. */
export function fromDatabase(error: unknown): unknown {
  const name = databaseCause(error)?.originalMessage?.match(/constraint "(\w+)"/)?.[1];
  const key = name && refusedByConstraint[name];
  return key ? new UserError(key) : error;
}
