import type { RubricContent } from "@/lib/programs/rules";

/**
 * What a mentee is certified against. Level 3 is "ready for customers of their own", 4 is "others can learn from
 * it": ready everywhere comes to 75 of 100 points.
 */
export const defaultRubric: RubricContent = {
  name: "Sales call",
  passMark: 70,
  maxLevel: 4,
  criteria: [
    {
      name: "Discovery",
      question: "Does the mentee find out what this customer needs, and why now?",
      weight: 25,
      mustReach: 3,
      anchors: [
        "Pitches without asking anything about the customer.",
        "Asks a few questions from a list and does not react to the answers.",
        "Finds the obvious need with open questions, but misses who decides, by when, or what happens if nothing changes.",
        "Finds need, reason, timing and who decides; follows up on what the customer says; sums it up and has it confirmed.",
        "The customer says something they had not put into words before; the rest of the call is built on it.",
      ],
    },
    {
      name: "Product knowledge",
      question: "Is what the mentee says about the product right, and right for this customer?",
      weight: 20,
      mustReach: 3,
      anchors: [
        "Says things about the product that are wrong.",
        "Knows the names of the features, but not what they do for a customer.",
        "Explains the main features correctly; guesses when asked for details.",
        "Explains what fits this customer, correctly and in the customer's words; says “I will find out” instead of guessing.",
        "Links features to this customer's numbers, names limits openly and knows what else would solve the problem.",
      ],
    },
    {
      name: "Pitch",
      question: "Does the customer see what they would gain?",
      weight: 15,
      mustReach: 0,
      anchors: [
        "No proposal is made, or it has nothing to do with the customer.",
        "Recites the standard pitch, whatever the customer has said.",
        "Mentions the customer's need, but leaves it to them to work out the gain.",
        "Says in two minutes what changes for this customer, with one fitting example, and checks that it landed.",
        "The gain is in the customer's own numbers, and the customer could repeat it to their manager.",
      ],
    },
    {
      name: "Objection handling",
      question: "What happens when the customer says no, not now, or too expensive?",
      weight: 20,
      mustReach: 2,
      anchors: [
        "Gives up, argues, or talks over the customer.",
        "Answers at once with a learned phrase that misses the point.",
        "Stays calm and answers fairly, but does not ask what is behind the objection.",
        "Listens to the end, asks what is behind it, answers that, and checks whether it is settled.",
        "Raises the likely objection first, settles it with proof, and the customer trusts them more afterwards.",
      ],
    },
    {
      name: "Call control",
      question: "Does the call have a course, and does it end with a next step?",
      weight: 10,
      mustReach: 0,
      anchors: [
        "The call drifts and ends without anything agreed.",
        "Follows the customer wherever they go; the end is a vague “we will be in touch”.",
        "Sets an agenda, loses it at times; a next step is named, but without a date or a name.",
        "Agrees agenda and time at the start, comes back to them kindly, ends with who does what by when.",
        "The customer leads gladly where the seller wanted to go; the next step is in both calendars before they hang up.",
      ],
    },
    {
      name: "CRM and follow-up",
      question: "Could a colleague take over from what is written down?",
      weight: 10,
      mustReach: 0,
      anchors: [
        "Nothing is recorded.",
        "A line is recorded, but need and next step are missing.",
        "Need and next step are recorded; the follow-up message is general.",
        "Need, people, next step and date are recorded within the hour; the follow-up says what was agreed, in the customer's words.",
        "A colleague could make the next call from the record alone, and the follow-up already helps the customer decide.",
      ],
    },
  ],
};
