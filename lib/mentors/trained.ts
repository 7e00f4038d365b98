import { dayAt, toDay } from "@/lib/dates";
import type { Db, Tx } from "@/lib/db";
import { countsFor, progressOf, type TrainingProgress } from "@/lib/mentors/training";
import type { Prisma } from "@/prisma/generated/client";

/** What a nomination's row has to hold so that progressOf can tell how far the training is. */
export const progressSelect = {
  _count: { select: { trainingTicks: true, trainingAttendances: true } },
  scenarioAnswers: { select: { feedbackAt: true } },
} satisfies Prisma.MentorNominationSelect;

/** What a program version asks of a mentor training. */
export const askedSelect = {
  trainingTopics: true,
  _count: { select: { scenarios: true } },
} satisfies Prisma.ProgramVersionSelect;

/** How far the trainings of these nominations are, by their ids. */
export async function trainingProgress(
  on: Db,
  nominationIds: readonly string[],
): Promise<Map<string, TrainingProgress>> {
  const rows = await on.mentorNomination.findMany({
    where: { id: { in: [...nominationIds] } },
    select: {
      id: true,
      ...progressSelect,
      list: { select: { cohort: { select: { version: { select: askedSelect } } } } },
    },
  });
  return new Map(rows.map((row) => [row.id, progressOf(row.list.cohort.version, row)]));
}

/**
 * The newest training that the person of a nomination completed for another cohort of the same program, if it still
 * counts when the cohort of this nomination starts. What was carried over itself is not carried on.
 */
async function earlierTraining(on: Db, nominationId: string) {
  const { personId, list } = await on.mentorNomination.findUniqueOrThrow({
    where: { id: nominationId },
    select: {
      personId: true,
      list: {
        select: {
          cohort: {
            select: {
              startsOn: true,
              timeZone: true,
              version: { select: { programId: true, trainingValidMonths: true } },
            },
          },
        },
      },
    },
  });
  const { startsOn, timeZone, version } = list.cohort;
  const found = await on.mentorNomination.findFirst({
    where: {
      personId,
      id: { not: nominationId },
      training: "COMPLETED",
      trainedFromId: null,
      trainedAt: { not: null },
      list: { cohort: { version: { programId: version.programId } } },
    },
    orderBy: [{ trainedAt: "desc" }, { id: "desc" }],
    select: { id: true, trainedAt: true, list: { select: { cohort: { select: { name: true } } } } },
  });
  if (!found?.trainedAt) return null;
  const trainedOn = dayAt(found.trainedAt, timeZone);
  if (!countsFor(trainedOn, version.trainingValidMonths, toDay(startsOn))) return null;
  return { id: found.id, trainedAt: found.trainedAt, cohort: found.list.cohort.name };
}

/**
 * Counts somebody who was trained for an earlier cohort as trained for this one, where that training is still valid.
 * Gives the name of that cohort; null where there is none, and where they are in training already.
 */
export async function carryTraining(tx: Tx, nominationId: string): Promise<string | null> {
  const origin = await earlierTraining(tx, nominationId);
  if (!origin) return null;
  const { count } = await tx.mentorNomination.updateMany({
    where: { id: nominationId, training: "NOT_STARTED" },
    data: { training: "IN_PROGRESS" },
  });
  if (count === 0) return null;
  await tx.mentorNomination.update({
    where: { id: nominationId },
    data: { training: "COMPLETED", trainedAt: origin.trainedAt, trainedFromId: origin.id },
  });
  return origin.cohort;
}
