import { db } from "@/lib/db";
import { communicationStyles, learningStyles } from "@/lib/matching/facts";
import { mondayMorning } from "./rows";
import { trainWholly } from "./training";

/** So many people at once, by a name that nobody else has. */
async function people(name: string, count: number) {
  const data = Array.from({ length: count }, (_, index) => ({
    name: `${name} ${String(index + 1).padStart(3, "0")}`,
    email: `${name.toLowerCase()}.${index + 1}@test.example`,
    timeZone: "Europe/Berlin",
    createdAt: mondayMorning,
  }));
  return db.person.createManyAndReturn({ data, select: { id: true } });
}

const interests = ["Chess", "Running", "Opera", "Cooking", "Climbing"];
const pick = <One>(all: readonly One[], number: number) => all[number % all.length] as One;

/** What both sides tell of themselves, different enough that some pairs fit better than others. */
const told = (number: number) => ({
  communicationStyle: pick(communicationStyles, number * 7),
  interests: [pick(interests, number), pick(interests, number * 3 + 1)],
  languages: ["English"],
  workStartMinute: 8 * 60 + (number % 5) * 30,
  workEndMinute: 16 * 60 + (number % 5) * 30,
});

/** So many mentees and eligible mentors of a cohort, in a few statements. Each mentor has four places. */
export async function aCrowd(
  cohort: { id: string },
  list: { id: string },
  { mentees, mentors }: { mentees: number; mentors: number },
) {
  const createdAt = mondayMorning;
  const enrolled = await people("Mentee", mentees);
  const enrollments = await db.enrollment.createManyAndReturn({
    data: enrolled.map(({ id }) => ({ cohortId: cohort.id, personId: id, createdAt })),
    select: { id: true },
  });
  await db.intake.createMany({
    data: enrollments.map(({ id }, number) => ({
      ...told(number),
      enrollmentId: id,
      learningStyle: pick(learningStyles, number),
      goals: ["Negotiate renewals alone"],
    })),
  });
  const nominated = await people("Mentor", mentors);
  const nominations = await db.mentorNomination.createManyAndReturn({
    data: nominated.map(({ id }) => ({
      listId: list.id,
      personId: id,
      proposedById: id,
      kind: "LEAD" as const,
      decision: "APPROVED" as const,
      willingness: "ACCEPTED" as const,
      hoursPerWeek: 5,
      capacity: 4,
      createdAt,
    })),
    select: { id: true },
  });
  await db.mentorProfile.createMany({
    data: nominated.map(({ id }, number) => ({
      ...told(number + 2),
      personId: id,
      teaches: [pick(learningStyles, number), pick(learningStyles, number + 1)],
      introduction: number % 2 === 0 ? "I negotiate renewals with large customers." : "I open new accounts.",
      updatedAt: createdAt,
    })),
  });
  await trainWholly(
    nominations.map(({ id }) => id),
    mondayMorning,
  );
}
