import { standingToCohort } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { timeInWords } from "@/lib/catalogue";
import { clock } from "@/lib/clock";
import { dayAt, instantAt, minuteOf } from "@/lib/dates";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, refuse, UserError } from "@/lib/errors";
import { announce } from "@/lib/outbox";
import { authorize } from "@/lib/permissions";
import { answerRefusal, attendanceRefusal, dayRefusal, feedbackRefusal, givenRefusal } from "./rules";
import type {
  AnswerScenario,
  AnswerUpload,
  GiveFeedback,
  PlanDay,
  RecordAttendance,
  TickTopic,
} from "./schema";
import { inTraining, reach, reachOne, record, type Trained, wordsOf } from "./trainees";

/**
 * Plans the first or the second day of a cohort's mentor training, or moves it, and tells those who are to be trained.
 * Refuses a day that ends before it starts, and to move one that somebody attended.
 */
export async function planDay(actor: Actor, input: PlanDay, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const { cohortId, number, place, day } = input;
    authorize("training.planDay", await standingToCohort(tx, actor, cohortId));
    await tx.$queryRaw`SELECT 1 FROM "Cohort" WHERE id = ${cohortId}::uuid FOR NO KEY UPDATE`;
    const cohort = await tx.cohort.findUniqueOrThrow({
      where: { id: cohortId },
      select: {
        name: true,
        state: true,
        timeZone: true,
        training: { where: { number }, select: { id: true, _count: { select: { attendances: true } } } },
      },
    });
    const [before] = cohort.training;
    const at = (time: string) => instantAt(day, minuteOf(time), cohort.timeZone);
    const times = { startsAt: at(input.startTime), endsAt: at(input.endTime) };
    refuse(dayRefusal({ ...times, attended: before?._count.attendances ?? 0 }, cohort.state));
    await tx.trainingDay.upsert({
      where: { cohortId_number: { cohortId, number } },
      create: { cohortId, number, place, ...times, createdAt: clock.now() },
      update: { place, ...times },
    });
    const how = before ? "MOVED" : "PLANNED";
    const data = { cohort: cohort.name, number, day, how };
    await audit(tx, actor, {
      action: "training.planDay",
      cohortId,
      subject: { type: "Cohort", id: cohortId },
      data,
    });
    if (times.startsAt > clock.now()) await tellDay(tx, actor, cohortId, { ...data, place }, times.startsAt);
  });
}

/** Tells those in training when and where a training day is, each in their own time. */
async function tellDay(
  tx: Tx,
  actor: Actor,
  cohortId: string,
  said: Record<string, string | number>,
  startsAt: Date,
): Promise<void> {
  const trained = await tx.mentorNomination.findMany({
    where: { ...inTraining, list: { cohortId } },
    orderBy: { id: "asc" },
    select: { id: true, personId: true, person: { select: { timeZone: true } } },
  });
  for (const { id, personId, person } of trained) {
    await announce(tx, {
      to: [personId],
      kind: "trainingDay",
      data: {
        ...said,
        day: dayAt(startsAt, person.timeZone),
        time: timeInWords(startsAt, person.timeZone),
      },
      href: `/nominations/${id}/training`,
      except: actor.personId,
    });
  }
}

/**
 * Records that mentors were there on a training day, or takes it back. Refuses before the day begins, mentors of another
 * cohort, and who is not in training.
 */
export async function recordAttendance(actor: Actor, input: RecordAttendance, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const { dayId, attended } = input;
    const trained = await reach(tx, actor, "training.recordAttendance", input.nominationIds);
    const day = await tx.trainingDay.findUnique({
      where: { id: dayId },
      select: { cohortId: true, number: true, startsAt: true },
    });
    if (!day || trained.some((one) => one.list.cohortId !== day.cohortId)) throw new NotFoundError();
    refuse(attendanceRefusal(day.startsAt, clock.now()));
    const nominationIds = trained.map(({ id }) => id);
    const seen = { dayId, recordedById: actor.personId, recordedAt: clock.now() };
    if (attended) {
      const data = nominationIds.map((nominationId) => ({ nominationId, ...seen }));
      await tx.trainingAttendance.createMany({ data, skipDuplicates: true });
    } else {
      await tx.trainingAttendance.deleteMany({ where: { dayId, nominationId: { in: nominationIds } } });
    }
    const how = attended ? "THERE" : "TAKEN_BACK";
    await record(tx, actor, "training.recordAttendance", trained, { number: day.number, how });
  });
}

/**
 * Ticks a topic for mentors who have covered it, or takes the tick back; mentors tick their own. The first tick begins
 * the training. Refuses a topic that the program does not have, and who is not in training.
 */
export async function tickTopic(actor: Actor, input: TickTopic, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const { topic, ticked } = input;
    const trained = await reach(tx, actor, "training.tickTopic", input.nominationIds);
    const known = trained.every((one) => topic < one.list.cohort.version.trainingTopics.length);
    if (!known) throw new NotFoundError();
    const nominationIds = trained.map(({ id }) => id);
    const tick = { topic, tickedById: actor.personId, tickedAt: clock.now() };
    if (ticked) {
      const data = nominationIds.map((nominationId) => ({ nominationId, ...tick }));
      await tx.trainingTick.createMany({ data, skipDuplicates: true });
    } else {
      await tx.trainingTick.deleteMany({ where: { topic, nominationId: { in: nominationIds } } });
    }
    const how = ticked ? "TICKED" : "TAKEN_BACK";
    await record(tx, actor, "training.tickTopic", trained, { number: topic + 1, how });
  });
}

/** The scenario, and what the mentor answered; refuses with "not found" one of another program version or cohort. */
async function reachAnswer(tx: Tx, { id: nominationId, list }: Trained, scenarioId: string) {
  // Held, so that it is not put in other words meanwhile: an answer is to what was read.
  await tx.$queryRaw`SELECT 1 FROM "TrainingScenario" WHERE id = ${scenarioId}::uuid FOR SHARE`;
  const scenario = await tx.trainingScenario.findFirst({
    where: { id: scenarioId, OR: [{ versionId: list.cohort.versionId }, { cohortId: list.cohortId }] },
    select: {
      title: true,
      edits: true,
      retiredAt: true,
      leftOutBy: { where: { cohortId: list.cohortId }, select: { cohortId: true } },
      answers: { where: { nominationId }, select: { version: true, feedbackAt: true, fileId: true } },
    },
  });
  if (!scenario) throw new NotFoundError();
  const { answers, retiredAt, leftOutBy, ...words } = scenario;
  const retired = retiredAt !== null || leftOutBy.length > 0;
  return { ...words, retired, answer: answers[0] ?? null };
}

/**
 * Takes what a mentor would say and do in a scenario, written, uploaded or both, or changes it, and tells the organizers
 * in the app. Refuses an answer that is neither, one to other words than are asked now, once there is feedback, and
 * to change another than the one that was read.
 */
export async function answerScenario(actor: Actor, input: AnswerScenario, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const { nominationId, scenarioId, text, file, seen } = input;
    const trained = await reachOne(tx, actor, "training.answerScenario", nominationId);
    const { title, edits, retired, answer } = await reachAnswer(tx, trained, scenarioId);
    refuse(answerRefusal(answer, { edits, retired, seen: input.wording }));
    if ((answer?.version ?? 0) !== seen) throw new UserError("training.refused.answeredMeanwhile");
    const kept = file === "KEPT" ? answer?.fileId : file;
    const empty = givenRefusal({ text, hasFile: Boolean(kept) });
    if (empty) throw new UserError(empty.key, empty.values, { field: "text" });
    const fileId = typeof kept === "object" && kept ? await storeFile(tx, kept) : (kept ?? null);
    const written = { text, fileId, version: seen + 1, answeredAt: clock.now() };
    await tx.scenarioAnswer.upsert({
      where: { nominationId_scenarioId: { nominationId, scenarioId } },
      create: { nominationId, scenarioId, ...written },
      update: written,
    });
    await record(tx, actor, "training.answerScenario", [trained], { scenario: title });
    await announce(tx, {
      to: trained.list.cohort.organizers.map((one) => one.personId),
      kind: "trainingAnswered",
      data: { ...wordsOf(trained), scenario: title },
      href: `/cohorts/${trained.list.cohortId}/mentors/training`,
      except: actor.personId,
      by: "app",
    });
  });
}

async function storeFile(tx: Tx, file: AnswerUpload): Promise<string> {
  const data = { ...file, size: file.bytes.length, createdAt: clock.now() };
  const { id } = await tx.answerFile.create({ data, select: { id: true } });
  return id;
}

/**
 * Gives a mentor feedback on an answer, which fixes it, and tells the mentor. Refuses one's own answer, one that has
 * feedback, and one that was changed since it was read.
 */
export async function giveFeedback(actor: Actor, input: GiveFeedback, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const { nominationId, scenarioId, feedback, seen } = input;
    const trained = await reachOne(tx, actor, "training.giveFeedback", nominationId);
    const { title, answer } = await reachAnswer(tx, trained, scenarioId);
    refuse(feedbackRefusal(answer, trained.personId, actor.personId));
    const { count } = await tx.scenarioAnswer.updateMany({
      where: { nominationId, scenarioId, version: seen, feedbackAt: null },
      data: { feedback, feedbackById: actor.personId, feedbackAt: clock.now() },
    });
    if (count === 0) throw new UserError("training.refused.answeredMeanwhile");
    await record(tx, actor, "training.giveFeedback", [trained], { scenario: title });
    await announce(tx, {
      to: [trained.personId],
      kind: "trainingFeedback",
      data: { ...wordsOf(trained), scenario: title, actor: actor.name },
      href: `/nominations/${nominationId}/training`,
      except: actor.personId,
    });
  });
}
