import type { SessionTemplate } from "@/lib/programs/rules";
import { inPairs, together } from "@/lib/programs/session-plan";

/**
 * Days 1 to 5: learn the ground, watch it done. A pair session may lie anywhere in its window; each window takes
 * four of them back to back, because one mentor may have four mentees, and no two windows of a day overlap.
 */
export const weekOne: readonly SessionTemplate[] = [
  together(1, "KICKOFF", "ORGANIZER", "09:30–11:00", {
    title: "Kickoff",
    agenda: [
      "Why we do this, and what you will be able to do in two weeks",
      "The two weeks, day by day",
      "How certification works: the rubric, the assessor, the retake",
      "Who mentors whom",
      "Your questions, answered and written down",
    ],
    brief:
      "Mentors come too. Announce each pair by name with one sentence on why the two fit. Leave a third of the time for questions; what cannot be answered now gets an owner and an answer by tomorrow's stand-up.",
    material: "Kickoff deck; the rubric; one introduction card for each mentor",
  }),
  together(1, "SELF_STUDY", "NONE", "11:15–12:00", {
    title: "Set up your desk",
    agenda: [
      "Sign in to the CRM, the phone and the calendar",
      "Read your mentor's introduction card",
      "Write down three things you want to learn",
    ],
    brief: "",
    material: "First-day checklist",
  }),
  inPairs(1, "MENTOR_MEETING", "LEAD_MENTOR", "13:00–16:00", 45, {
    title: "Introductions, goals and expectations",
    agenda: [
      "Who we are and how we came here",
      "What the mentee has done before, and how they learn best",
      "Two or three goals for the two weeks",
      "What each of us will and won't do",
      "How to reach each other between meetings",
    ],
    brief:
      "Listen more than you talk. Ask for a time when they learned something hard and what helped. Agree goals that both of you could recognise on day 10, and go through the expectations line by line.",
    material: "Intake of the mentee; expectations sheet",
  }),
  inPairs(1, "CHECK_IN", "LEAD_MENTOR", "16:00–17:00", 15, {
    title: "Starting confidence",
    agenda: ["Skill by skill: how sure are you today, from 1 to 5", "Which two skills first"],
    brief:
      "This is a starting point, not a test. Do not correct a low number, and do not praise a high one: ask what it is based on. You will look at it together again on day 9.",
    material: "Skill list",
  }),
  together(2, "SME_TRAINING", "SME", "09:30–11:30", {
    title: "The product",
    agenda: [
      "What customers use it for",
      "A tour of the ads manager, as a customer sees it",
      "Plans and prices",
      "What it does not do",
    ],
    brief:
      "Show it live rather than on slides. Use two real customers, one small and one large. End with five questions that customers ask most, and let the mentees answer them.",
    material: "Product deck; demo account; price list",
  }),
  together(2, "SELF_STUDY", "NONE", "11:30–12:00", {
    title: "The product in your own words",
    agenda: [
      "Explain it in three sentences to somebody who has never heard of it",
      "Write down what you could not explain",
    ],
    brief: "",
    material: "Demo account",
  }),
  inPairs(2, "CALL_SHADOWING", "LEAD_MENTOR", "13:00–16:00", 45, {
    title: "Shadow two calls",
    agenda: [
      "Before: who is the customer, what do you want from the call",
      "Two of the mentor's calls",
      "During: write down every question the mentor asks",
    ],
    brief:
      "Take ordinary calls, not your best ones. Say beforehand what you want to reach, so that the mentee can see whether you did. Ask the customer whether a colleague may listen.",
    material: "Call sheet; a second headset",
  }),
  inPairs(2, "MENTOR_MEETING", "LEAD_MENTOR", "16:00–17:00", 15, {
    title: "What did you notice?",
    agenda: [
      "What the mentee saw, first",
      "Why the mentor asked what they asked",
      "One thing to listen for tomorrow",
    ],
    brief:
      "Let the mentee speak first, and finish. Explain one decision you made on the call that nobody could see.",
    material: "Call sheet",
  }),
  together(3, "SME_TRAINING", "SME", "09:30–11:30", {
    title: "The sales funnel",
    agenda: [
      "From first contact to signed: the stages",
      "What moves a deal on, and what only looks like it",
      "Numbers to know: how many calls make a deal",
      "Stages in the CRM",
    ],
    brief:
      "Take one deal that was won and one that was lost and walk both through the funnel. Give the mentees the real conversion rates of the floor: they plan their own activity from them.",
    material: "Funnel deck; two deal histories",
  }),
  together(3, "SELF_STUDY", "NONE", "11:30–12:15", {
    title: "CRM practice",
    agenda: [
      "Enter a practice deal from first contact to proposal",
      "Find three deals that are stuck, and say why",
    ],
    brief: "",
    material: "CRM practice accounts",
  }),
  inPairs(3, "CALL_SHADOWING", "LEAD_MENTOR", "13:00–16:00", 45, {
    title: "Shadow two or three calls",
    agenda: [
      "Before: the mentee says at which stage the deal is",
      "Two or three of the mentor's calls",
      "During: the mentee takes the notes for the CRM",
    ],
    brief:
      "Today the mentee writes the notes and you only check them. Choose calls at different stages. Afterwards ask: what would you have asked next?",
    material: "Call sheet; a second headset",
  }),
  inPairs(3, "MENTOR_MEETING", "LEAD_MENTOR", "16:00–17:00", 15, {
    title: "Today's calls in the CRM",
    agenda: [
      "The mentee enters today's calls",
      "Need, people, next step, date: is it all there?",
      "One thing to try tomorrow",
    ],
    brief: "Keep your hands off the keyboard. Ask: could I make the next call from what you have written?",
    material: "CRM",
  }),
  together(4, "SME_TRAINING", "SME", "09:30–11:30", {
    title: "Call best practices",
    agenda: [
      "The first thirty seconds",
      "Questions that open and questions that close",
      "Silence, pace and notes",
      "Ending with a next step",
    ],
    brief:
      "Play recordings, two minutes each, and stop them: what would you say now? Use one of your own that went badly. Everybody says an opening aloud at least once.",
    material: "Call guide; recordings",
  }),
  together(4, "SELF_STUDY", "NONE", "11:30–12:00", {
    title: "Write your opening",
    agenda: [
      "Your own first thirty seconds, in your own words",
      "Six discovery questions for a customer you know from shadowing",
    ],
    brief: "",
    material: "Call guide",
  }),
  inPairs(4, "ROLE_PLAY", "LEAD_MENTOR", "13:00–16:00", 45, {
    title: "Role-play: opening and discovery",
    agenda: [
      "Round 1: a friendly customer",
      "Feedback: one thing to keep, one thing to change",
      "Round 2: a customer in a hurry",
      "Feedback",
      "Round 3: the mentee chooses",
    ],
    brief:
      "You are the customer: take a real one and stay in the part. Do not help during a round. Feedback is one thing to keep and one to change, then straight into the next round.",
    material: "Role-play cards: discovery",
  }),
  inPairs(4, "MENTOR_MEETING", "LEAD_MENTOR", "16:00–17:00", 15, {
    title: "Get ready for the gate",
    agenda: [
      "How tomorrow's objection role-play works",
      "The three objections heard most on this floor",
      "Which one feels hardest",
    ],
    brief:
      "Tell them exactly what you will look for tomorrow: the objections line of the rubric, level 2 or better. Nothing about the gate should come as a surprise.",
    material: "The rubric; objection cards",
  }),
  together(5, "SME_TRAINING", "SME", "09:30–11:30", {
    title: "Optimization",
    agenda: [
      "What a good campaign looks like in numbers",
      "The five most common mistakes of customers",
      "How to advise without promising results",
      "Practice: improve this campaign",
    ],
    brief:
      "Give each table a real, anonymous campaign and twenty minutes to improve it. Be clear about the line between advice and a promise.",
    material: "Optimization deck; three sample campaigns",
  }),
  together(5, "CHECK_IN", "ORGANIZER", "11:40–12:10", {
    title: "Week 1 check-in",
    agenda: [
      "On paper first: what helps, what hinders, what is still unclear",
      "Together: what should be different in week 2",
      "Who wants to talk alone, and when",
    ],
    brief:
      "Without the mentors. Let everybody write before anybody speaks. Offer each mentee ten minutes alone, and check in with each mentor today as well: are the two of them meeting, and is it working?",
    material: "Check-in form",
  }),
  inPairs(5, "ROLE_PLAY", "LEAD_MENTOR", "13:00–15:00", 30, {
    title: "Objection role-play: the gate to live calls",
    agenda: [
      "Three objections, one after the other, without a break",
      "Result against the rubric, at once",
      "If it is not enough yet: what to practise, and when to try again",
    ],
    brief:
      "Too expensive, not now, we already use somebody else. Open the gate at level 2 or better on the objections line. If it is not enough yet, practise together and try again before the live calls on day 6; until then the mentee listens.",
    material: "The rubric; objection cards",
  }),
  inPairs(5, "TEACH_BACK", "LEAD_MENTOR", "15:00–16:00", 15, {
    title: "Teach-back",
    agenda: [
      "The mentee explains one topic of this week as if you were new",
      "You ask three questions that a newcomer would ask",
    ],
    brief:
      "The mentee picks the topic. Play somebody who knows nothing. What they cannot explain yet goes on the list for week 2.",
    material: "",
  }),
  inPairs(5, "CHECK_IN", "LEAD_MENTOR", "16:00–17:00", 15, {
    title: "Halfway check-in",
    agenda: ["How are we working together", "Goals from day 1: on course?", "What to change for week 2"],
    brief:
      "Ask what you should do more of and less of, and write it down in the mentee's words. Look at the goals from day 1 together.",
    material: "Goals from day 1",
  }),
  together(5, "ROUNDTABLE", "ORGANIZER", "17:00–17:40", {
    title: "Mentors' roundtable",
    agenda: [
      "What worked with your mentee",
      "Where you are stuck",
      "What you would tell a new mentor",
      "What should change in week 2",
    ],
    brief:
      "For mentors only. Each of the four questions gets ten minutes. Write down actions with a name and a day, and open the next roundtable with them.",
    material: "Actions of the last roundtable",
  }),
];
