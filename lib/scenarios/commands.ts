import { standingToCohort } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, refuse, UserError } from "@/lib/errors";
import { cohortRefusal } from "@/lib/mentors/rules";
import { announceEach } from "@/lib/outbox";
import { authorize, type Permission } from "@/lib/permissions";
import { inTraining } from "@/lib/training/trainees";
import { additionRefusal, changeRefusal, leaveOutRefusal } from "./rules";
import type { AddScenario, ChangeScenario, LeaveOutScenario, RetireScenario } from "./schema";

/** A cohort whose training this person may change, held until the transaction ends. Refuses with "not found". */
async function reachCohort(tx: Tx, actor: Actor, deed: Permission, cohortId: string) {
  authorize(deed, await standingToCohort(tx, actor, cohortId));
  await tx.$queryRaw`SELECT 1 FROM "Cohort" WHERE id = ${cohortId}::uuid FOR NO KEY UPDATE`;
  return tx.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: { id: true, name: true, state: true },
  });
}

/** A cohort's own scenario, with its cohort. Refuses with "not found", also one of a program version. */
async function reachScenario(tx: Tx, actor: Actor, deed: Permission, scenarioId: string) {
  const found = await tx.trainingScenario.findUnique({
    where: { id: scenarioId },
    select: { cohortId: true },
  });
  if (!found?.cohortId) throw new NotFoundError();
  const cohort = await reachCohort(tx, actor, deed, found.cohortId);
  // Held, so that nobody answers it meanwhile.
  await tx.$queryRaw`SELECT 1 FROM "TrainingScenario" WHERE id = ${scenarioId}::uuid FOR NO KEY UPDATE`;
  const scenario = await tx.trainingScenario.findUniqueOrThrow({
    where: { id: scenarioId },
    select: { title: true, edits: true, retiredAt: true, _count: { select: { answers: true } } },
  });
  refuse(cohortRefusal(cohort.state));
  return { cohort, scenario };
}

/** How many scenarios of its own a cohort asks. */
const askedOf = (tx: Tx, cohortId: string) =>
  tx.trainingScenario.count({ where: { cohortId, retiredAt: null } });

type Cohort = { id: string; name: string };

async function record(tx: Tx, actor: Actor, action: Permission, cohort: Cohort, data: object): Promise<void> {
  const subject = { type: "Cohort", id: cohort.id } as const;
  await audit(tx, actor, {
    action,
    cohortId: cohort.id,
    subject,
    data: { cohort: cohort.name, ...data },
  });
}

/** Tells those whose training is open what is asked of them now, but for who answered it already. */
async function tellAsked(
  tx: Tx,
  actor: Actor,
  cohort: Cohort,
  { id: scenarioId, title }: { id: string; title: string },
  how: "ADDED" | "CHANGED" | "BACK",
): Promise<void> {
  const asked = await tx.mentorNomination.findMany({
    where: { ...inTraining, list: { cohortId: cohort.id }, scenarioAnswers: { none: { scenarioId } } },
    orderBy: { id: "asc" },
    select: { id: true, personId: true },
  });
  await announceEach(
    tx,
    asked.map(({ id, personId }) => ({
      to: [personId],
      kind: "scenarioAsked",
      data: { actor: actor.name, cohort: cohort.name, scenario: title, how },
      href: `/nominations/${id}/training`,
      except: actor.personId,
    })),
  );
}

/**
 * Asks one more scenario of everybody who is still in training for a cohort. The program's own stay as its version says.
 * They are told. Refuses when the cohort is over, and more than a training can hold.
 */
export async function addScenario(actor: Actor, input: AddScenario, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const { cohortId, title, prompt } = input;
    const cohort = await reachCohort(tx, actor, "scenarios.addScenario", cohortId);
    refuse(additionRefusal(cohort.state, await askedOf(tx, cohortId)));
    const position = await tx.trainingScenario.count({ where: { cohortId } });
    const data = { cohortId, title, prompt, position };
    const { id } = await tx.trainingScenario.create({ data, select: { id: true } });
    await record(tx, actor, "scenarios.addScenario", cohort, { scenario: title });
    await tellAsked(tx, actor, cohort, { id, title }, "ADDED");
  });
}

/**
 * Puts a cohort's own scenario in other words, and tells those who are asked. Refuses once somebody answered it: their
 * answer is to what they read.
 */
export async function changeScenario(actor: Actor, input: ChangeScenario, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const { scenarioId, seen, title, prompt } = input;
    const { cohort, scenario } = await reachScenario(tx, actor, "scenarios.changeScenario", scenarioId);
    refuse(changeRefusal({ answers: scenario._count.answers, retired: scenario.retiredAt !== null }));
    if (scenario.edits !== seen) throw new UserError("errors.somebodyFaster");
    const where = { id: scenarioId };
    await tx.trainingScenario.update({ where, data: { title, prompt, edits: seen + 1 } });
    await record(tx, actor, "scenarios.changeScenario", cohort, { scenario: title });
    await tellAsked(tx, actor, cohort, { id: scenarioId, title }, "CHANGED");
  });
}

/**
 * Asks a cohort's own scenario of nobody any more, or asks it again. Answers that were given stay, and can still get
 * feedback; they are not needed. Who is asked again is told. When it stands like that already, nothing happens.
 */
export async function retireScenario(actor: Actor, input: RetireScenario, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const { scenarioId, retired } = input;
    const { cohort, scenario } = await reachScenario(tx, actor, "scenarios.retireScenario", scenarioId);
    if ((scenario.retiredAt !== null) === retired) return;
    if (!retired) refuse(additionRefusal(cohort.state, await askedOf(tx, cohort.id)));
    const retiredAt = retired ? clock.now() : null;
    await tx.trainingScenario.update({ where: { id: scenarioId }, data: { retiredAt } });
    const how = retired ? "RETIRED" : "BACK";
    await record(tx, actor, "scenarios.retireScenario", cohort, { scenario: scenario.title, how });
    if (!retired) await tellAsked(tx, actor, cohort, { id: scenarioId, title: scenario.title }, "BACK");
  });
}

/** A scenario of the program version of a cohort, held. Refuses with "not found" any other. */
async function reachOfProgram(tx: Tx, cohortId: string, scenarioId: string) {
  await tx.$queryRaw`SELECT 1 FROM "TrainingScenario" WHERE id = ${scenarioId}::uuid FOR NO KEY UPDATE`;
  const scenario = await tx.trainingScenario.findFirst({
    where: { id: scenarioId, version: { cohorts: { some: { id: cohortId } } } },
    select: {
      id: true,
      title: true,
      _count: {
        select: {
          answers: { where: { nomination: { list: { cohortId } } } },
          leftOutBy: { where: { cohortId } },
        },
      },
    },
  });
  if (!scenario) throw new NotFoundError();
  const { _count, ...words } = scenario;
  return { ...words, answers: _count.answers, leftOut: _count.leftOutBy > 0 };
}

/**
 * Asks a scenario of the program of nobody in one cohort, or takes it back in and tells those in training. The version
 * stays as it is, and so do other cohorts. When it stands like that already, nothing happens. Refuses to leave out what
 * somebody of the cohort answered, and when the cohort is over.
 */
export async function leaveOutScenario(actor: Actor, input: LeaveOutScenario, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const { cohortId, scenarioId, leftOut } = input;
    const cohort = await reachCohort(tx, actor, "scenarios.leaveOutScenario", cohortId);
    const { answers, ...scenario } = await reachOfProgram(tx, cohortId, scenarioId);
    refuse(leftOut ? leaveOutRefusal(cohort.state, answers) : cohortRefusal(cohort.state));
    if (scenario.leftOut === leftOut) return;
    if (leftOut) await tx.leftOutScenario.create({ data: { cohortId, scenarioId, createdAt: clock.now() } });
    else await tx.leftOutScenario.delete({ where: { cohortId_scenarioId: { cohortId, scenarioId } } });
    const how = leftOut ? "LEFT_OUT" : "BACK";
    await record(tx, actor, "scenarios.leaveOutScenario", cohort, { scenario: scenario.title, how });
    if (!leftOut) await tellAsked(tx, actor, cohort, scenario, "BACK");
  });
}
