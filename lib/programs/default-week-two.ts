import type { SessionTemplate } from "@/lib/programs/rules";
import { inPairs, together } from "@/lib/programs/session-plan";

/** Days 6 to 10: do it yourself, with a hand nearby. Windows follow the same rule as in week one. */
export const weekTwo: readonly SessionTemplate[] = [
  together(6, "SME_TRAINING", "SME", "09:30–11:30", {
    title: "Organization",
    agenda: [
      "Your accounts: which ones first",
      "A week that works: calls, follow-up, proposals",
      "Who does what here, and whom to ask",
      "Plan your own next five days",
    ],
    brief:
      "Show your own calendar of last week, with what went wrong. By the end everybody has blocked call times for this week.",
    material: "Planning sheet; who does what",
  }),
  together(6, "SELF_STUDY", "NONE", "11:30–12:00", {
    title: "Prepare your first calls",
    agenda: [
      "Choose five customers from your list",
      "For each: what you know, what you want to find out, the next step you hope for",
    ],
    brief: "",
    material: "Call sheet",
  }),
  inPairs(6, "LIVE_CALLS", "CALL_MENTOR", "13:00–16:00", 45, {
    title: "Assisted live calls",
    agenda: [
      "Agree who says what, and the sign for “please take over”",
      "Two or three live calls",
      "After each: two sentences, then the next one",
    ],
    brief:
      "You are on the line. The mentee opens and asks; you help when they give the sign, and hand the call back as soon as you can. Only mentees who have passed the gate speak; the others listen.",
    material: "Call sheet; a second headset",
  }),
  inPairs(6, "MENTOR_MEETING", "LEAD_MENTOR", "16:00–17:00", 15, {
    title: "After the first live calls",
    agenda: ["How was it", "One moment to keep, one to change", "Tomorrow you lead"],
    brief:
      "The first live calls are mostly about nerves. Start with what went well and be exact about it. Choose one thing for tomorrow, not five.",
    material: "",
  }),
  together(7, "SME_TRAINING", "SME", "09:30–11:30", {
    title: "Sales resources",
    agenda: [
      "Where everything is: decks, cases, price sheets, templates",
      "Which one when",
      "What may go to a customer and what may not",
      "Build a follow-up from templates",
    ],
    brief:
      "Make it a hunt: ten customer questions, and who finds the right resource first. Be clear about what is internal.",
    material: "Resource map; templates",
  }),
  together(7, "SELF_STUDY", "NONE", "11:30–12:15", {
    title: "Follow up on yesterday's calls",
    agenda: ["A follow-up to every customer you spoke to", "Next steps in the CRM", "Prepare today's calls"],
    brief: "",
    material: "Templates; CRM",
  }),
  inPairs(7, "REVERSE_SHADOWING", "LEAD_MENTOR", "13:00–16:00", 45, {
    title: "You lead, your mentor listens",
    agenda: [
      "Before: the mentee says what they want from each call",
      "Two or three live calls led by the mentee",
      "During: the mentor is silent and takes notes",
    ],
    brief:
      "Mute yourself. Step in only if the customer would be harmed. Write down the words you hear, not your opinion of them: you will need them in the debrief.",
    material: "Call sheet; the rubric",
  }),
  inPairs(7, "MENTOR_MEETING", "LEAD_MENTOR", "16:00–17:00", 15, {
    title: "Debrief of your calls",
    agenda: [
      "The mentee scores themselves on two lines of the rubric",
      "The mentor scores the same two",
      "Where do you differ, and why",
    ],
    brief: "Compare scores only after the mentee has said theirs. Quote what was said on the call.",
    material: "The rubric",
  }),
  inPairs(8, "LIVE_CALLS", "CALL_MENTOR", "09:30–11:30", 30, {
    title: "Live-call block",
    agenda: [
      "The mentee's own list, call after call",
      "The call mentor listens and helps between calls, not during them",
    ],
    brief:
      "Count calls, conversations and next steps with the mentee. Help between two calls, in one sentence. Speed and calm matter more today than perfection.",
    material: "Call sheet",
  }),
  together(8, "SELF_STUDY", "NONE", "11:30–12:30", {
    title: "Proposal practice",
    agenda: [
      "Write a proposal for a customer you have spoken to",
      "Swap with a colleague: would you sign it?",
      "Bring it to the mock call",
    ],
    brief: "",
    material: "Proposal template; two good examples",
  }),
  inPairs(8, "ROLE_PLAY", "LEAD_MENTOR", "13:00–15:00", 30, {
    title: "Scored mock call",
    agenda: [
      "A whole call in fifteen minutes, opening to next step",
      "Scores on every line of the rubric",
      "The two lines to work on first",
    ],
    brief:
      "Score every line before you say a word. Show the scores and read the anchor of the next level up: that is what to work on.",
    material: "The rubric; role-play cards: whole call",
  }),
  inPairs(8, "MENTOR_MEETING", "LEAD_MENTOR", "15:00–17:00", 30, {
    title: "Work on the two weakest lines",
    agenda: [
      "Repeat just that part of the call, three times",
      "What is different the third time",
      "What to try on tomorrow's calls",
    ],
    brief: "Short loops: two minutes of play, one sentence of feedback, again. Stop while it is going well.",
    material: "The rubric",
  }),
  inPairs(9, "LIVE_CALLS", "CALL_MENTOR", "09:15–12:15", 45, {
    title: "Live-call block: you lead",
    agenda: [
      "The mentee leads every call, start to finish",
      "The call mentor listens in",
      "After the block: what would you do the same on a call of your own",
    ],
    brief:
      "Stay off the line unless you are asked. Write down for the lead mentor what you saw: it counts towards readiness this afternoon.",
    material: "Call sheet",
  }),
  inPairs(9, "ROLE_PLAY", "LEAD_MENTOR", "13:00–16:00", 45, {
    title: "Full mock certification",
    agenda: [
      "Exactly as tomorrow: brief, call, CRM record and follow-up",
      "Scores on every line",
      "Confidence, skill by skill, beside the numbers of day 1",
    ],
    brief:
      "Keep to tomorrow's timing and rules, and do not coach during it. Then look at the confidence of day 1 together: most mentees have forgotten how far they have come.",
    material: "The rubric; certification brief (practice)",
  }),
  inPairs(9, "CHECK_IN", "LEAD_MENTOR", "16:00–17:00", 15, {
    title: "Ready for tomorrow?",
    agenda: [
      "Ready, ready with a worry, or not yet: and why",
      "What happens tomorrow, hour by hour",
      "What to do tonight: nothing",
    ],
    brief:
      "Say honestly where they stand. Sign readiness today and ask the floor manager to sign as well. “Not yet” is no failure: it changes the plan, so tell the organizer today.",
    material: "Readiness sheet",
  }),
  inPairs(10, "CERTIFICATION", "ASSESSOR", "09:15–15:00", 45, {
    title: "Certification",
    agenda: [
      "Five minutes to read the brief",
      "The call, twenty minutes",
      "CRM record and follow-up, ten minutes",
      "The assessor scores; the mentee waits outside",
    ],
    brief:
      "You have never mentored or managed this mentee; if you have, tell the organizer now. Score every line from what you saw today, with one sentence each. Do not tell the result: the lead mentor does, this afternoon.",
    material: "The rubric; certification brief",
  }),
  inPairs(10, "MENTOR_MEETING", "LEAD_MENTOR", "15:00–16:00", 15, {
    title: "Your result, and what comes next",
    agenda: [
      "The result, first",
      "The rubric line by line, with what the assessor saw",
      "Certified: your first month",
      "Not yet: the plan for the retake or the extension",
    ],
    brief:
      "Give the result in your first sentence. If it is a retake, have its date and the two lines to practise ready before you go in.",
    material: "The released scores; plan for retake or extension",
  }),
  together(10, "SELF_STUDY", "NONE", "16:00–16:15", {
    title: "Surveys",
    agenda: ["About your mentor", "About the two weeks", "Your confidence now"],
    brief: "",
    material: "",
  }),
  together(10, "DEBRIEF", "ORGANIZER", "16:15–17:00", {
    title: "Graduation and debrief",
    agenda: [
      "Certificates, with one sentence from each mentor",
      "What to keep, what to change, what to stop",
      "What happens at 30, 60 and 90 days",
      "Thank the mentors",
    ],
    brief:
      "Mentors and floor managers come too. Write down every proposed change with the name of the person who made it: it goes into the next version of the program.",
    material: "Certificates; debrief board",
  }),
  together(10, "ROUNDTABLE", "ORGANIZER", "17:00–17:40", {
    title: "Mentors' roundtable",
    agenda: [
      "Actions from day 5: done?",
      "What worked with your mentee",
      "What you would do differently",
      "Would you mentor again, and what would it take",
    ],
    brief:
      "For mentors only. End with the question whether they would mentor again, and write down the conditions they name.",
    material: "Actions of the last roundtable",
  }),
];
