import { minuteOf } from "@/lib/dates";
import { defaultRubric } from "@/lib/programs/default-rubric";
import { weekOne } from "@/lib/programs/default-week-one";
import { weekTwo } from "@/lib/programs/default-week-two";
import type { MilestoneTemplate, ProgramContent, SessionTemplate } from "@/lib/programs/rules";
import { together } from "@/lib/programs/session-plan";

const programDays = 10;

/** Ten minutes, every program day, for everybody. */
const standUps: SessionTemplate[] = Array.from({ length: programDays }, (_, index) =>
  together(index + 1, "STAND_UP", "ORGANIZER", "09:00–09:10", {
    title: "Stand-up",
    agenda: [
      "One thing that went well yesterday",
      "The one thing you want from today",
      "Where you are stuck",
    ],
    brief:
      "Ten minutes, standing, on time. Everybody says one sentence on each question. What needs more than a sentence is taken up afterwards by the people it concerns.",
    material: "",
  }),
);

const milestones: MilestoneTemplate[] = [
  {
    key: "sign-offs-requested",
    phase: "PREPARATION",
    day: -5,
    title: "Ask the stakeholders to sign off",
    who: "Organizer",
  },
  {
    key: "lists-requested",
    phase: "PREPARATION",
    day: -5,
    title: "Ask each floor for its mentors",
    who: "Organizer",
  },
  {
    key: "lists-submitted",
    phase: "PREPARATION",
    day: -4,
    title: "Mentor lists decided and submitted",
    who: "Floor managers",
  },
  {
    key: "mentors-answered",
    phase: "PREPARATION",
    day: -3,
    title: "Invited mentors have said yes or no",
    who: "Mentors",
  },
  {
    key: "mentors-trained",
    phase: "PREPARATION",
    day: -2,
    title: "Mentor training completed",
    who: "Organizer, mentors",
  },
  {
    key: "intakes-done",
    phase: "PREPARATION",
    day: -2,
    title: "An intake for every mentee",
    who: "Trainer, mentees",
  },
  { key: "pairings-drafted", phase: "PREPARATION", day: -2, title: "Pairings drafted", who: "Organizer" },
  {
    key: "week-one-approved",
    phase: "PREPARATION",
    day: -1,
    title: "Material of week 1 approved",
    who: "Organizer",
  },
  { key: "pairings-confirmed", phase: "PREPARATION", day: -1, title: "Pairings confirmed", who: "Organizer" },
  {
    key: "signed-off",
    phase: "PREPARATION",
    day: -1,
    title: "All stakeholders have signed off",
    who: "Stakeholders",
  },
  { key: "launch", phase: "PREPARATION", day: -1, title: "Everybody told; launch", who: "Organizer" },
  {
    key: "goals-agreed",
    phase: "PROGRAM",
    day: 1,
    title: "Goals and expectations agreed in every pair",
    who: "Mentors, mentees",
  },
  { key: "gate-to-live-calls", phase: "PROGRAM", day: 5, title: "Gate to live calls passed", who: "Mentors" },
  {
    key: "mentors-checked-in",
    phase: "PROGRAM",
    day: 5,
    title: "A check-in with every mentor",
    who: "Organizer",
  },
  {
    key: "week-two-approved",
    phase: "PROGRAM",
    day: 5,
    title: "Material of week 2 approved",
    who: "Organizer",
  },
  {
    key: "readiness-signed",
    phase: "PROGRAM",
    day: 9,
    title: "Readiness signed for every mentee",
    who: "Lead mentors, floor managers",
  },
  {
    key: "results-told",
    phase: "PROGRAM",
    day: 10,
    title: "Every mentee knows the result",
    who: "Organizer",
  },
  { key: "surveys-answered", phase: "PROGRAM", day: 10, title: "Surveys answered", who: "Everybody" },
  { key: "retakes-begin", phase: "TAIL", day: 3, title: "Retakes begin", who: "Organizer, assessors" },
  { key: "retakes-done", phase: "TAIL", day: 5, title: "Retakes finished", who: "Organizer, assessors" },
  { key: "mark-30", phase: "TAIL", day: 30, title: "30-day mark", who: "Floor managers" },
  { key: "mark-60", phase: "TAIL", day: 60, title: "60-day mark", who: "Floor managers" },
  { key: "mark-90", phase: "TAIL", day: 90, title: "90-day mark", who: "Floor managers" },
];

/**
 * The program that every installation starts with. It is content, not code: each number and each word of it can
 * be edited in a copy, and nothing else in the product knows them.
 */
export const defaultProgram: ProgramContent = {
  name: "Sales mentorship, two weeks",
  purpose:
    "New sellers learn the job fastest beside somebody who does it well. In two weeks every new seller goes from watching calls to leading them, with one mentor who answers for them, and proves it in front of an assessor who has never worked with them. They start on the floor able to sell, and they know whom to ask.",
  model: "ONE_TO_ONE",
  structure: "GUIDED",
  programDays,
  preparationDays: 5,
  tailDays: 5,
  cap: 4,
  logDueMinute: minuteOf("18:00"),
  willingnessHours: 16,
  objectives: [
    {
      kind: "skill",
      text: "Every mentee can lead a customer call from opening to agreed next step.",
      indicator: "Mentees who reach the pass mark in certification",
      target: "90% at the first attempt",
    },
    {
      kind: "performance",
      text: "Mentees sell sooner than sellers who started without the program.",
      indicator: "Days from start date to first deal",
      target: "30 days or fewer",
    },
    {
      kind: "behaviour",
      text: "Every customer conversation is in the CRM on the same day, with a next step.",
      indicator: "Live calls logged in the CRM on the same day",
      target: "95%",
    },
    {
      kind: "bonding",
      text: "Nobody is new alone: each mentee knows their floor and who answers which question.",
      indicator: "Mentees who say that they know whom to ask",
      target: "9 of 10 in the survey on the last day",
    },
    {
      kind: "leadership",
      text: "Mentors grow as leaders while they mentor.",
      indicator: "Mentors who would mentor again",
      target: "8 of 10 in the survey on the last day",
    },
  ],
  modules: [
    {
      title: "Learn the ground, watch it done",
      summary:
        "What we sell, to whom and how a deal moves. Mornings with the experts, afternoons beside your mentor on real calls. It ends with the objection role-play that opens the way to live calls.",
      firstDay: 1,
      lastDay: 5,
    },
    {
      title: "Do it yourself, with a hand nearby",
      summary:
        "From assisted calls to calls you lead while your mentor listens. Mock calls with scores show what is still missing in time to work on it. It ends with the certification.",
      firstDay: 6,
      lastDay: 10,
    },
  ],
  skills: [
    "Product knowledge",
    "Discovery",
    "Pitch",
    "Objection handling",
    "Call control",
    "Negotiation",
    "Proposals",
    "CRM",
    "Prospecting",
    "Follow-up",
  ],
  mentorWill: [
    "Keep every meeting, or move it on the day before at the latest",
    "Let the mentee watch, then help, then lead, and step back a little more each day",
    "Say what you saw, with an example, on the day you saw it",
    "Write the daily log before the end of the day",
    "Speak up early when something is not working",
  ],
  mentorWont: [
    "Do the mentee's work for them",
    "Take over a call unless the customer would be harmed",
    "Share what the mentee told you in confidence",
    "Decide whether the mentee is certified",
  ],
  menteeWill: [
    "Come prepared: read the brief, bring one question",
    "Try first, then ask, and say what you tried",
    "Log every customer conversation on the same day",
    "Say so when you are lost; that is what the two weeks are for",
  ],
  menteeWont: [
    "Skip a session without a word",
    "Promise a customer anything you have not checked",
    "Wait for your mentor to notice that you are stuck",
  ],
  trainingTopics: [
    "Goals of the program, and what it asks of you",
    "Timeline to ramp: what a mentee can do by when",
    "Learning styles, and how to find out which one you have in front of you",
    "Getting started in the real sales world: from the training room to a ringing phone",
    "How much hand-holding, and when to let go (with a role-play: the mentee who depends on you for everything)",
    "Best practices of mentors before you",
  ],
  trainingScenarios: [
    {
      title: "The mentee who depends on you for everything",
      prompt:
        "In week two your mentee still asks you before each call what to say, and waits for you to open it. The numbers are fine as long as you sit there. What do you say to them, and what do you do differently tomorrow?",
    },
    {
      title: "The call that went wrong in front of you",
      prompt:
        "Your mentee promised a customer a discount that nobody can give, and noticed it while saying it. You have five minutes until the next call. How do you begin, and what do you leave for later?",
    },
  ],
  trainingValidMonths: 12,
  icebreakers: [
    "What was your best call so far, and what made it good?",
    "What did you do before you came here, and what of it still helps you?",
    "When do you learn best: watching, trying, reading or talking about it?",
    "How do you like to hear that something went wrong?",
    "What would make these weeks a success for you?",
  ],
  sessions: [...standUps, ...weekOne, ...weekTwo].sort(
    (a, b) => a.day - b.day || a.startMinute - b.startMinute || a.endMinute - b.endMinute,
  ),
  milestones,
  rubric: defaultRubric,
};
