import type { MessageKeys, NestedKeyOf } from "next-intl";
import type { locale } from "@/lib/catalogue";
import type agreements from "@/messages/en/agreements.json";
import type announcements from "@/messages/en/announcements.json";
import type assessments from "@/messages/en/assessments.json";
import type attempts from "@/messages/en/attempts.json";
import type attendance from "@/messages/en/attendance.json";
import type audit from "@/messages/en/audit.json";
import type board from "@/messages/en/board.json";
import type callCovers from "@/messages/en/call-covers.json";
import type capacities from "@/messages/en/capacities.json";
import type certification from "@/messages/en/certification.json";
import type cohorts from "@/messages/en/cohorts.json";
import type delegates from "@/messages/en/delegates.json";
import type design from "@/messages/en/design.json";
import type doNotPair from "@/messages/en/do-not-pair.json";
import type errors from "@/messages/en/errors.json";
import type facilitation from "@/messages/en/facilitation.json";
import type failed from "@/messages/en/failed.json";
import type floors from "@/messages/en/floors.json";
import type handovers from "@/messages/en/handovers.json";
import type history from "@/messages/en/history.json";
import type imports from "@/messages/en/imports.json";
import type intakes from "@/messages/en/intakes.json";
import type logs from "@/messages/en/logs.json";
import type mail from "@/messages/en/mail.json";
import type matching from "@/messages/en/matching.json";
import type mentees from "@/messages/en/mentees.json";
import type mentorLeave from "@/messages/en/mentor-leave.json";
import type mentorLoads from "@/messages/en/mentor-loads.json";
import type mentorRatings from "@/messages/en/mentor-ratings.json";
import type mentoring from "@/messages/en/mentoring.json";
import type mentors from "@/messages/en/mentors.json";
import type messages from "@/messages/en/messages.json";
import type nudges from "@/messages/en/nudges.json";
import type organization from "@/messages/en/organization.json";
import type ownStudy from "@/messages/en/own-study.json";
import type pairings from "@/messages/en/pairings.json";
import type people from "@/messages/en/people.json";
import type profiles from "@/messages/en/profiles.json";
import type programs from "@/messages/en/programs.json";
import type schedule from "@/messages/en/schedule.json";
import type scorecards from "@/messages/en/scorecards.json";
import type sessions from "@/messages/en/sessions.json";
import type shell from "@/messages/en/shell.json";
import type signIns from "@/messages/en/sign-ins.json";
import type strip from "@/messages/en/strip.json";
import type suggestions from "@/messages/en/suggestions.json";
import type today from "@/messages/en/today.json";
import type training from "@/messages/en/training.json";
import type ui from "@/messages/en/ui.json";

/** The catalogue as the compiler sees it: a file of messages/en that is missing here has no keys. */
type Messages = {
  agreements: typeof agreements;
  announcements: typeof announcements;
  assessments: typeof assessments;
  attempts: typeof attempts;
  attendance: typeof attendance;
  audit: typeof audit;
  board: typeof board;
  "call-covers": typeof callCovers;
  capacities: typeof capacities;
  certification: typeof certification;
  cohorts: typeof cohorts;
  delegates: typeof delegates;
  design: typeof design;
  "do-not-pair": typeof doNotPair;
  errors: typeof errors;
  facilitation: typeof facilitation;
  failed: typeof failed;
  floors: typeof floors;
  handovers: typeof handovers;
  history: typeof history;
  imports: typeof imports;
  intakes: typeof intakes;
  logs: typeof logs;
  mail: typeof mail;
  matching: typeof matching;
  mentees: typeof mentees;
  "mentor-leave": typeof mentorLeave;
  "mentor-loads": typeof mentorLoads;
  "mentor-ratings": typeof mentorRatings;
  mentoring: typeof mentoring;
  mentors: typeof mentors;
  messages: typeof messages;
  nudges: typeof nudges;
  organization: typeof organization;
  "own-study": typeof ownStudy;
  pairings: typeof pairings;
  people: typeof people;
  profiles: typeof profiles;
  programs: typeof programs;
  schedule: typeof schedule;
  scorecards: typeof scorecards;
  sessions: typeof sessions;
  shell: typeof shell;
  "sign-ins": typeof signIns;
  strip: typeof strip;
  suggestions: typeof suggestions;
  today: typeof today;
  training: typeof training;
  ui: typeof ui;
};

type Path = NestedKeyOf<Messages>;

/** The whole key of a message: "mentors.refused.ownNomination". */
export type MessageKey = MessageKeys<Messages, Path>;

/** The ends of the keys of the messages below a namespace: those of "imports.left" are "used", "manages" … */
export type KeyBelow<Namespace extends string> = MessageKey extends infer Key
  ? Key extends `${Namespace}.${infer End}`
    ? End
    : never
  : never;

/** A namespace or a part of one, or a message alone: "mentors", "mentors.refused", "mentors.refused.ownNomination". */
export type WordPath = Path;

// With this, the compiler refuses a key or a namespace that the catalogue lacks, wherever words are asked for.
declare module "next-intl" {
  interface AppConfig {
    Locale: typeof locale;
    Messages: Messages;
  }
}
