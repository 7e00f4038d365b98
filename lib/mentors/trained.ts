import { audit } from "@/lib/audit";
import { dayAt, toDay } from "@/lib/dates";
import type { Db, Tx } from "@/lib/db";
import { countsFor, progressOf, type TrainingProgress } from "@/lib/mentors/training";
import type { Prisma } from "@/prisma/generated/client";

/** What a nomination's row has to hold so that progressOf can tell how far the training is. */
export const progressSelect = {
  _count: { select: { trainingTicks: true, trainingAttendances: true } },
  scenarioAnswers: { where: { scenario: { retiredAt: null } }, select: { feedbackAt: true } },
} satisfies Prisma.MentorNominationSelect;

/** What a cohort asks of a mentor training. */
export const askedSelect = {
  version: { select: { trainingTopics: true, _count: { select: { scenarios: true } } } },
  _count: { select: { scenarios: { where: { retiredAt: null } }, leftOut: true } },
} satisfies Prisma.CohortSelect;

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
      list: { select: { cohort: { select: askedSelect } } },
    },
  });
  return new Map(rows.map((row) => [row.id, progressOf(row.list.cohort, row)]));
}

/**
 * The newest training that the person of a nomination completed for another cohort of the same program, if it still
 * counts when the cohort of this nomination starts. What was carried over itself is not carried on.
 */
async function earlierTraining(on: Db, { id, personId, list }: Waiting) {
  const { startsOn, timeZone, version } = list.cohort;
  const found = await on.mentorNomination.findFirst({
    where: {
      personId,
      id: { not: id },
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

const waitingSelect = {
  id: true,
  personId: true,
  person: { select: { name: true } },
  list: {
    select: {
      cohortId: true,
      floor: { select: { name: true } },
      cohort: {
        select: {
          name: true,
          startsOn: true,
          timeZone: true,
          version: { select: { programId: true, trainingValidMonths: true } },
        },
      },
    },
  },
} satisfies Prisma.MentorNominationSelect;
type Waiting = Prisma.MentorNominationGetPayload<{ select: typeof waitingSelect }>;

/**
 * Counts somebody who was trained for another cohort as trained for this one, where that training is still valid, and
 * records it. Where there is none, or they are trained already, nothing happens.
 */
export async function carryTraining(tx: Tx, nominationId: string): Promise<void> {
  const where = { id: nominationId };
  const waiting = await tx.mentorNomination.findUniqueOrThrow({ where, select: waitingSelect });
  const origin = await earlierTraining(tx, waiting);
  if (!origin) return;
  const begun = { ...where, training: "IN_PROGRESS" as const };
  await tx.mentorNomination.updateMany({
    where: { ...where, training: "NOT_STARTED" },
    data: { training: "IN_PROGRESS" },
  });
  const { count } = await tx.mentorNomination.updateMany({
    where: begun,
    data: { training: "COMPLETED", trainedAt: origin.trainedAt, trainedFromId: origin.id },
  });
  if (count === 0) return;
  const { person, list } = waiting;
  await audit(tx, null, {
    action: "mentors.trainingCarried",
    cohortId: list.cohortId,
    subject: { type: "MentorNomination", id: nominationId },
    data: { floor: list.floor.name, cohort: list.cohort.name, person: person.name, origin: origin.cohort },
  });
}

/**
 * Carries trainings that were just completed over to where the same people said yes for another cohort that is not over
 * and are not trained yet: what they did counts for all of them, whichever was first.
 */
export async function carryOn(tx: Tx, trained: readonly { personId: string }[]): Promise<void> {
  const waiting = await tx.mentorNomination.findMany({
    where: {
      personId: { in: trained.map(({ personId }) => personId) },
      decision: "APPROVED",
      willingness: "ACCEPTED",
      training: { in: ["NOT_STARTED", "IN_PROGRESS"] },
      list: { cohort: { state: { in: ["DRAFT", "PLANNING", "READY", "ACTIVE"] } } },
    },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  for (const { id } of waiting) await carryTraining(tx, id);
}
