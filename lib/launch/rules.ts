/** What the way to the launch is measured by. Mentees are those enrolled, not those who have withdrawn. */
export type StepFacts = {
  mentees: number;
  /** Mentees of whom mentee and trainer have both filled in their part of the intake. */
  intakes: number;
  confirmed: number;
  floors: number;
  listsAsked: number;
  listsSubmitted: number;
  /** How many mentees the mentors who are approved, willing and trained have room for together. */
  capacity: number;
  signOffsAsked: number;
  signOffsApproved: number;
};

export const launchStepNames = [
  "mentees",
  "listsAsked",
  "listsSubmitted",
  "mentors",
  "intakes",
  "paired",
  "signedOff",
] as const;
export type LaunchStepName = (typeof launchStepNames)[number];

/** One step: whether it is done, and how much of how much. */
export type LaunchStep = { name: LaunchStepName; done: boolean; count: number; of: number };

/** The steps from an empty cohort to the launch, in their order, each ticked by what is really there. */
export function launchSteps(facts: StepFacts): LaunchStep[] {
  const { mentees, floors } = facts;
  const step = (name: LaunchStepName, count: number, of: number, atLeast = 1): LaunchStep => ({
    name,
    count,
    of,
    done: count >= of && of >= atLeast,
  });
  return [
    { name: "mentees", count: mentees, of: mentees, done: mentees > 0 },
    step("listsAsked", facts.listsAsked, floors),
    step("listsSubmitted", facts.listsSubmitted, floors),
    { ...step("mentors", facts.capacity, mentees), count: Math.min(facts.capacity, mentees) },
    step("intakes", facts.intakes, mentees),
    step("paired", facts.confirmed, mentees),
    // Nobody has to be asked; whoever is asked has to agree.
    step("signedOff", facts.signOffsApproved, facts.signOffsAsked, 0),
  ];
}
