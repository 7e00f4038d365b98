import { db } from "@/lib/db";
import { mondayMorning } from "./rows";

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

/** So many mentees and eligible mentors of a cohort, in a few statements. Each mentor has four places. */
export async function aCrowd(
  cohort: { id: string },
  list: { id: string },
  { mentees, mentors }: { mentees: number; mentors: number },
) {
  const createdAt = mondayMorning;
  const enrolled = await people("Mentee", mentees);
  await db.enrollment.createMany({
    data: enrolled.map(({ id }) => ({ cohortId: cohort.id, personId: id, createdAt })),
  });
  const nominated = await people("Mentor", mentors);
  await db.mentorNomination.createMany({
    data: nominated.map(({ id }) => ({
      listId: list.id,
      personId: id,
      proposedById: id,
      kind: "LEAD" as const,
      decision: "APPROVED" as const,
      willingness: "ACCEPTED" as const,
      training: "COMPLETED" as const,
      hoursPerWeek: 5,
      capacity: 4,
      createdAt,
    })),
  });
}
