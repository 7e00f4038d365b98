import { standingToCohort, standingToList, standingToNomination } from "@/lib/access";
import { type Actor, floorRunners, runnersOf } from "@/lib/actor";
import { type AuditAction, audit, standingIn } from "@/lib/audit";
import { timeInWords } from "@/lib/catalogue";
import { clock } from "@/lib/clock";
import { dayAt } from "@/lib/dates";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, refuse, UserError } from "@/lib/errors";
import {
  answerRefusal,
  invitationRefusal,
  officeHours,
  recordedTrainingRefusal,
  responseDeadline,
} from "@/lib/mentors/rules";
import type { AnswerInvitation, InviteMentors, RecordTraining } from "@/lib/mentors/schema";
import { carryOn, carryTraining, trainingProgress } from "@/lib/mentors/trained";
import { holidayMap } from "@/lib/organization/queries";
import { announce, type MessageKind } from "@/lib/outbox";
import { authorize, type Permission } from "@/lib/permissions";
import type { Prisma } from "@/prisma/generated/client";

type Data = Record<string, string | number>;
const active = { where: { person: { deactivatedAt: null } }, select: { personId: true } };
const listFacts = {
  id: true,
  floorId: true,
  cohortId: true,
  state: true,
  submittedAt: true,
  nudgedAt: true,
  floor: { select: { name: true, ...floorRunners } },
  cohort: {
    select: {
      name: true,
      state: true,
      timeZone: true,
      organizers: active,
      version: { select: { cap: true, willingnessHours: true, model: true } },
    },
  },
} satisfies Prisma.MentorListSelect;
export type ReachedList = Prisma.MentorListGetPayload<{ select: typeof listFacts }>;
const nominationFacts = {
  id: true,
  personId: true,
  proposedById: true,
  kind: true,
  decision: true,
  willingness: true,
  training: true,
  hoursPerWeek: true,
  capacity: true,
  overCapReason: true,
  invitedAt: true,
  respondBy: true,
  respondedAt: true,
  decidedById: true,
  decidedAt: true,
  nudgedAt: true,
  decidedBy: { select: { name: true } },
  person: {
    select: { name: true, timeZone: true, deactivatedAt: true, pauses: { where: { endedAt: null } } },
  },
  list: { select: listFacts },
} satisfies Prisma.MentorNominationSelect;
export type ReachedNomination = Prisma.MentorNominationGetPayload<{ select: typeof nominationFacts }>;

/** A mentor list that this person may do the deed with, held until the transaction ends. Refuses with "not found". */
export async function reachList(
  tx: Tx,
  actor: Actor,
  deed: Permission,
  listId: string,
): Promise<ReachedList> {
  authorize(deed, await standingToList(tx, actor, listId));
  // Whoever proposes, decides and submits on one list follows each other.
  await tx.$queryRaw`SELECT 1 FROM "MentorList" WHERE id = ${listId}::uuid FOR NO KEY UPDATE`;
  return readList(tx, listId);
}

/** A mentor list with the people around it, for what Ridealong does by itself. */
export function readList(tx: Tx, listId: string): Promise<ReachedList> {
  return tx.mentorList.findUniqueOrThrow({ where: { id: listId }, select: listFacts });
}

/** A nomination that this person may do the deed with, its list held like in {@link reachList}. Refuses with "not found". */
export async function reachNomination(
  tx: Tx,
  actor: Actor,
  deed: Permission,
  nominationId: string,
): Promise<ReachedNomination> {
  authorize(deed, await standingToNomination(tx, actor, nominationId));
  await tx.$queryRaw`
    SELECT 1 FROM "MentorList" l JOIN "MentorNomination" n ON n."listId" = l.id
    WHERE n.id = ${nominationId}::uuid FOR NO KEY UPDATE OF l`;
  return tx.mentorNomination.findUniqueOrThrow({ where: { id: nominationId }, select: nominationFacts });
}

/** Writes a nomination that still stands as it was read. Refuses when somebody else was faster. */
export async function writeNomination(
  tx: Tx,
  was: Pick<ReachedNomination, "id" | "decision" | "willingness" | "training">,
  becomes: Prisma.MentorNominationUncheckedUpdateManyInput,
): Promise<void> {
  const { id, decision, willingness, training } = was;
  const where = { id, decision, willingness, training };
  const { count } = await tx.mentorNomination.updateMany({ where, data: becomes });
  if (count === 0) throw new UserError("errors.somebodyFaster");
}

/** Records a deed about a list, or about one nomination on it. */
export async function recordOnList(
  tx: Tx,
  actor: Actor | null,
  action: AuditAction,
  list: ReachedList,
  data: Data,
  nominationId?: string,
): Promise<void> {
  const subject = nominationId
    ? ({ type: "MentorNomination", id: nominationId } as const)
    : ({ type: "MentorList", id: list.id } as const);
  const names = { floor: list.floor.name, cohort: list.cohort.name };
  const organizes = actor !== null && organizersOf(list).includes(actor.personId);
  const all = { ...names, ...(organizes ? {} : standingIn(actor, action, list.floorId)), ...data };
  await audit(tx, actor, { action, cohortId: list.cohortId, subject, data: all });
}

/** Tells people something about a list; each message knows the floor and the cohort. */
export async function tellOfList(
  tx: Tx,
  actor: Actor | null,
  kind: MessageKind,
  list: ReachedList,
  to: readonly string[],
  href: string,
  data: Data,
): Promise<void> {
  const names = { floor: list.floor.name, cohort: list.cohort.name };
  await announce(tx, { to, kind, data: { ...names, ...data }, href, except: actor?.personId });
}

/** The managers of a list's floor, and whoever stands in for one of them today. */
export const managersOf = ({ floor }: ReachedList) => runnersOf(floor, clock.now());
export const organizersOf = (list: ReachedList) => list.cohort.organizers.map((one) => one.personId);
export const listPath = (list: ReachedList) => `/floors/${list.floorId}/lists/${list.id}`;
export const supplyPath = (list: ReachedList) => `/cohorts/${list.cohortId}/mentors`;

/** The named nominations of a cohort that this person organizes. Refuses with "not found", also one of elsewhere. */
async function reachNominations(
  tx: Tx,
  actor: Actor,
  deed: Permission,
  input: { cohortId: string; nominationIds: string[] },
): Promise<ReachedNomination[]> {
  authorize(deed, await standingToCohort(tx, actor, input.cohortId));
  const ids = [...new Set(input.nominationIds)];
  const found = await tx.mentorNomination.findMany({
    where: { id: { in: ids }, list: { cohortId: input.cohortId } },
    orderBy: { id: "asc" },
    select: nominationFacts,
  });
  if (found.length < ids.length) throw new NotFoundError();
  return found;
}

/**
 * Invites approved mentors of submitted lists, also those who said no or did not answer before. Each has the program's
 * hours to answer, counted in office hours where they are. Refuses who is not approved, invited already or willing.
 */
export async function inviteMentors(actor: Actor, input: InviteMentors, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const nominations = await reachNominations(tx, actor, "mentors.inviteMentors", input);
    const holidays = await holidayMap(tx);
    const invitedAt = clock.now();
    const invited = nominations.map((nomination) => {
      const { person, list } = nomination;
      const gone = person.deactivatedAt !== null;
      const paused = person.pauses.length > 0;
      const around = { gone, paused, listState: list.state, cohortState: list.cohort.state };
      refuse(invitationRefusal({ ...nomination, ...around }));
      const hours = { ...officeHours, zone: person.timeZone, holidays };
      return {
        nomination,
        respondBy: responseDeadline(invitedAt, list.cohort.version.willingnessHours, hours),
      };
    });
    const asked = { willingness: "INVITED", invitedAt, respondedAt: null, responseReason: null } as const;
    for (const { nomination, respondBy } of invited) {
      await writeNomination(tx, nomination, { ...asked, respondBy });
    }
    for (const { nomination, respondBy } of invited) {
      const { id, list, person, personId } = nomination;
      const day = dayAt(respondBy, person.timeZone);
      await recordOnList(tx, actor, "mentors.inviteMentors", list, { person: person.name, day }, id);
      const until = { day, time: timeInWords(respondBy, person.timeZone), actor: actor.name };
      await tellOfList(tx, actor, "mentorInvited", list, [personId], `/nominations/${id}`, until);
    }
  });
}

/**
 * The mentor's own yes, no, or "not this time", and the organizers are told; unless it is a yes the floor's managers
 * too. A training for an earlier cohort that still counts is carried over with the yes. Refuses an answer that nobody
 * asked for, that was given already, or that comes after the time to answer.
 */
export async function answerInvitation(actor: Actor, input: AnswerInvitation, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const nomination = await reachNomination(tx, actor, "mentors.answerInvitation", input.nominationId);
    const { id, list } = nomination;
    refuse(answerRefusal(nomination, input.answer, clock.now()));
    const responseReason = input.answer === "DECLINED" ? input.reason : null;
    const answered = { willingness: input.answer, respondedAt: clock.now(), responseReason };
    await writeNomination(tx, nomination, answered);
    const data = { person: actor.name, answer: input.answer };
    const why: Data = responseReason ? { reason: responseReason } : {};
    await recordOnList(tx, actor, "mentors.answerInvitation", list, { ...data, ...why }, id);
    if (input.answer !== "ACCEPTED") return tellOfGap(tx, actor, "mentorAnswered", list, data);
    await tellOfList(tx, actor, "mentorAnswered", list, organizersOf(list), supplyPath(list), data);
    await carryTraining(tx, id);
  });
}

/**
 * Records how far the mentor training of some mentors is, or waives it with a reason, and tells them. What is completed
 * counts where they wait for training in another cohort, too. Refuses who has not said yes, a step that does not follow
 * from where they stand, and to complete what is not complete.
 */
export async function recordTraining(actor: Actor, input: RecordTraining, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const nominations = await reachNominations(tx, actor, "mentors.recordTraining", input);
    const { training } = input;
    const waiverReason = training === "WAIVED" ? input.reason : null;
    const trainedAt = training === "COMPLETED" ? clock.now() : null;
    const progress = await trainingProgress(tx, input.nominationIds);
    for (const nomination of nominations) {
      refuse(recordedTrainingRefusal(nomination, training, progress.get(nomination.id)));
      await writeNomination(tx, nomination, { training, trainedAt, waiverReason });
    }
    const why: Data = waiverReason ? { reason: waiverReason } : {};
    for (const { id, list, person, personId } of nominations) {
      const data = { person: person.name, training };
      await recordOnList(tx, actor, "mentors.recordTraining", list, { ...data, ...why }, id);
      await tellOfList(tx, actor, "trainingRecorded", list, [personId], `/nominations/${id}`, data);
    }
    if (training === "COMPLETED") await carryOn(tx, nominations);
  });
}

/** Tells the organizers, and the managers of the floor, that a mentor is missing: each where the next best are shown. */
async function tellOfGap(
  tx: Tx,
  actor: Actor | null,
  kind: "mentorAnswered" | "mentorInvitationLapsed",
  list: ReachedList,
  data: Data,
): Promise<void> {
  const organizers = organizersOf(list);
  const managers = managersOf(list).filter((one) => !organizers.includes(one));
  await tellOfList(tx, actor, kind, list, organizers, supplyPath(list), data);
  await tellOfList(tx, actor, kind, list, managers, listPath(list), data);
}

/**
 * Lets the invitations lapse that nobody answered in time, and tells the organizers and the managers of the floor.
 * Gives how many there were.
 */
export async function lapseInvitations(on: Db = db): Promise<number> {
  const overdue = await on.mentorNomination.findMany({
    where: { willingness: "INVITED", decision: "APPROVED", respondBy: { lt: clock.now() } },
    orderBy: { respondBy: "asc" },
    take: 500,
    select: { id: true },
  });
  let lapsed = 0;
  for (const { id } of overdue) lapsed += await transaction(on, (tx) => lapse(tx, id));
  return lapsed;
}

async function lapse(tx: Tx, id: string): Promise<number> {
  const { count } = await tx.mentorNomination.updateMany({
    where: { id, willingness: "INVITED", respondBy: { lt: clock.now() } },
    data: { willingness: "EXPIRED" },
  });
  if (count === 0) return 0;
  const { list, person } = await tx.mentorNomination.findUniqueOrThrow({
    where: { id },
    select: nominationFacts,
  });
  const data = { person: person.name };
  await recordOnList(tx, null, "mentors.invitationLapsed", list, data, id);
  await tellOfGap(tx, null, "mentorInvitationLapsed", list, data);
  return 1;
}
