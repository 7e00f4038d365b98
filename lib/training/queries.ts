import { standingToCohort, standingToNomination } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { dayAt } from "@/lib/dates";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { untrainable } from "@/lib/mentors/rules";
import { askedSelect } from "@/lib/mentors/trained";
import { progressOf, validUntil } from "@/lib/mentors/training";
import { authorize } from "@/lib/permissions";
import { answerFileLimits } from "@/lib/training/answer-file";
import { type ByteRange, byteRange } from "@/lib/training/byte-range";
import type { Prisma } from "@/prisma/generated/client";

const daySelect = { id: true, number: true, startsAt: true, endsAt: true, place: true } as const;

const inOrder = {
  orderBy: { position: "asc" },
  select: {
    id: true,
    cohortId: true,
    title: true,
    prompt: true,
    edits: true,
    retiredAt: true,
    _count: { select: { answers: true } },
  },
} satisfies Prisma.ProgramVersion$scenariosArgs;

/** What a cohort's mentors are trained in, when and where. */
const cohortSelect = {
  id: true,
  name: true,
  state: true,
  timeZone: true,
  training: { orderBy: { number: "asc" }, select: daySelect },
  version: {
    select: {
      trainingTopics: true,
      trainingValidMonths: true,
      scenarios: inOrder,
      _count: { select: { scenarios: true } },
    },
  },
  scenarios: inOrder,
  leftOut: { select: { scenarioId: true } },
  _count: askedSelect._count,
} satisfies Prisma.CohortSelect;

const traineeSelect = {
  id: true,
  training: true,
  trainedAt: true,
  waiverReason: true,
  trainedFrom: { select: { list: { select: { cohort: { select: { name: true } } } } } },
  trainingTicks: {
    orderBy: { topic: "asc" },
    select: { topic: true, tickedAt: true, tickedBy: { select: { name: true } } },
  },
  trainingAttendances: { select: { dayId: true } },
  scenarioAnswers: {
    select: {
      scenarioId: true,
      scenario: { select: { retiredAt: true } },
      text: true,
      file: { select: { id: true, name: true, size: true } },
      version: true,
      answeredAt: true,
      feedback: true,
      feedbackAt: true,
      feedbackBy: { select: { name: true } },
    },
  },
  _count: { select: { trainingTicks: true, trainingAttendances: true } },
} satisfies Prisma.MentorNominationSelect;

type TraineeRow = Prisma.MentorNominationGetPayload<{ select: typeof traineeSelect }>;
type CohortRow = Prisma.CohortGetPayload<{ select: typeof cohortSelect }>;

/** A cohort with all scenarios of its training: those of its program version, then its own; and whether each is asked. */
function withScenarios({ scenarios: own, leftOut, version, ...cohort }: CohortRow) {
  const { scenarios, ...rest } = version;
  const out = new Set(leftOut.map(({ scenarioId }) => scenarioId));
  return {
    ...cohort,
    version: rest,
    scenarios: [...scenarios, ...own].map((scenario) => ({
      ...scenario,
      isAsked: scenario.retiredAt === null && !out.has(scenario.id),
    })),
  };
}

/** Somebody's training as it is shown, with how far it is, and for which cohort it was and until when, if it was earlier. */
function shown({ _count, trainedFrom, ...row }: TraineeRow, cohort: CohortRow) {
  const { version, timeZone } = cohort;
  const needed = row.scenarioAnswers.filter(({ scenario }) => scenario.retiredAt === null);
  const trainedOn = row.trainedAt ? dayAt(row.trainedAt, timeZone) : null;
  return {
    ...row,
    progress: progressOf(cohort, { _count, scenarioAnswers: needed }),
    earlier:
      trainedFrom && trainedOn
        ? {
            cohort: trainedFrom.list.cohort.name,
            until: validUntil(trainedOn, version.trainingValidMonths),
          }
        : null,
  };
}

/** A cohort's mentor training: days, topics, scenarios, and how far each mentor is who said yes. For its organizers. */
export async function getTraining(actor: Actor, cohortId: string) {
  authorize("training.seeTraining", await standingToCohort(db, actor, cohortId));
  const [cohort, rows] = await Promise.all([
    db.cohort.findUniqueOrThrow({ where: { id: cohortId }, select: cohortSelect }),
    db.mentorNomination.findMany({
      where: { decision: "APPROVED", willingness: "ACCEPTED", list: { cohortId } },
      orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
      select: {
        ...traineeSelect,
        person: { select: { id: true, name: true } },
        list: { select: { floor: { select: { name: true } } } },
      },
    }),
  ]);
  return {
    cohort: withScenarios(cohort),
    mentors: rows.map(({ person, list, ...row }) => ({
      ...shown(row, cohort),
      person,
      floor: list.floor.name,
      isOwn: person.id === actor.personId,
    })),
  };
}

export type Training = Awaited<ReturnType<typeof getTraining>>;
export type Trainee = Training["mentors"][number];
export type TrainingDay = Training["cohort"]["training"][number];
export type Scenario = Training["cohort"]["scenarios"][number];
export type Answer = Trainee["scenarioAnswers"][number];

/** One's own mentor training for a cohort. Refuses with "not found" anybody else, and before one said yes. */
export async function getOwnTraining(actor: Actor, nominationId: string) {
  authorize("training.seeOwnTraining", await standingToNomination(db, actor, nominationId));
  const { list, decision, willingness, ...row } = await db.mentorNomination.findUniqueOrThrow({
    where: { id: nominationId },
    select: {
      ...traineeSelect,
      decision: true,
      willingness: true,
      list: { select: { cohort: { select: cohortSelect } } },
    },
  });
  if (untrainable({ decision, willingness })) throw new NotFoundError();
  return { cohort: withScenarios(list.cohort), now: clock.now(), ...shown(row, list.cohort) };
}

export type OwnTraining = Awaited<ReturnType<typeof getOwnTraining>>;

/**
 * What was uploaded as an answer, or the part of it that the header `Range` asks for: no more than that is read. Refuses
 * with "not found" whoever is neither the mentor nor may give feedback.
 */
export async function answerFile(actor: Actor, fileId: string, asked: string | null = null) {
  const answer = await db.scenarioAnswer.findUnique({ where: { fileId }, select: { nominationId: true } });
  if (!answer) throw new NotFoundError();
  authorize("training.seeAnswerFile", await standingToNomination(db, actor, answer.nominationId));
  const file = await db.answerFile.findUnique({
    where: { id: fileId },
    select: { type: true, name: true, size: true },
  });
  if (!file) throw new NotFoundError();
  const range = byteRange(asked, file.size);
  return { ...file, range, bytes: range === "outside" ? null : await readBytes(fileId, range) };
}

async function readBytes(fileId: string, range: ByteRange | null): Promise<Uint8Array<ArrayBuffer>> {
  const { first, length } = range
    ? { first: range.first + 1, length: range.last - range.first + 1 }
    : { first: 1, length: answerFileLimits.bytes };
  const [row] = await db.$queryRaw<{ bytes: Uint8Array<ArrayBuffer> }[]>`
    SELECT substring(bytes FROM ${first}::int FOR ${length}::int) AS bytes FROM "AnswerFile" WHERE id = ${fileId}::uuid`;
  if (!row) throw new NotFoundError();
  return row.bytes;
}
