import { standingToCohort } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { timeInWords } from "@/lib/catalogue";
import { clock } from "@/lib/clock";
import { type Day, dayAt, instantAt, minuteOf } from "@/lib/dates";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, refuse, UserError } from "@/lib/errors";
import {
  listPath,
  managersOf,
  organizersOf,
  type ReachedList,
  reachList,
  readList,
  recordOnList,
  supplyPath,
  tellOfList,
} from "@/lib/mentors/commands";
import {
  cohortRefusal,
  dueRefusal,
  mentorListRefusal,
  reminderOf,
  submissionBlockers,
} from "@/lib/mentors/rules";
import { authorize } from "@/lib/permissions";
import type { ReopenList, RequestLists, SubmitList } from "./schema";

/**
 * Asks floors of the cohort for their mentors until a moment in the cohort's time zone, and tells their managers.
 * Gives the names of the floors that nobody manages. Refuses a floor that was asked before, a moment that has passed,
 * a cohort that is over.
 */
export async function requestLists(
  actor: Actor,
  input: RequestLists,
  on: Db = db,
): Promise<{ unmanaged: string[] }> {
  return transaction(on, async (tx) => {
    authorize("mentor-lists.requestLists", await standingToCohort(tx, actor, input.cohortId));
    const floorIds = [...new Set(input.floorIds)];
    const cohort = await tx.cohort.findUniqueOrThrow({
      where: { id: input.cohortId },
      select: {
        state: true,
        timeZone: true,
        floors: { where: { floorId: { in: floorIds } }, select: { floorId: true } },
      },
    });
    if (cohort.floors.length < floorIds.length) throw new NotFoundError();
    refuse(cohortRefusal(cohort.state));
    const dueAt = dueMoment(input, cohort.timeZone);
    const created = await tx.mentorList.createManyAndReturn({
      data: floorIds.map((floorId) => ({
        cohortId: input.cohortId,
        floorId,
        dueAt,
        requestedAt: clock.now(),
      })),
      select: { id: true },
    });
    const unmanaged: string[] = [];
    for (const { id } of created) {
      const list = await reachList(tx, actor, "mentor-lists.requestLists", id);
      if (list.floor.managers.length === 0) unmanaged.push(list.floor.name);
      await recordOnList(tx, actor, "mentor-lists.requestLists", list, { day: input.dueDay });
      await tellOfList(tx, actor, "listRequested", list, managersOf(list), listPath(list), {
        day: input.dueDay,
        time: timeInWords(dueAt, cohort.timeZone),
        actor: actor.name,
      });
    }
    return { unmanaged };
  });
}

/** The instant until which a list is due. Refuses one that has passed, beside the day. */
function dueMoment({ dueDay, dueTime }: { dueDay: Day; dueTime: string }, timeZone: string): Date {
  const dueAt = instantAt(dueDay, minuteOf(dueTime), timeZone);
  const past = dueRefusal(dueAt, clock.now());
  if (past) throw new UserError(past.key, past.values, { field: "dueDay" });
  return dueAt;
}

/** Submits a floor's list to the organizers. Refuses, with what is missing, while somebody on it is not decided. */
export async function submitList(actor: Actor, input: SubmitList, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const list = await reachList(tx, actor, "mentor-lists.submitList", input.listId);
    refuse(cohortRefusal(list.cohort.state));
    const nominations = await tx.mentorNomination.findMany({
      where: { listId: list.id },
      select: { decision: true, hoursPerWeek: true },
    });
    refuse(submissionBlockers({ state: list.state, nominations })[0]);
    const { count } = await tx.mentorList.updateMany({
      where: { id: list.id, state: list.state },
      data: { state: "SUBMITTED", submittedAt: clock.now(), submittedById: actor.personId },
    });
    if (count === 0) throw new UserError("errors.somebodyFaster");
    const approved = nominations.filter((one) => one.decision === "APPROVED").length;
    await recordOnList(tx, actor, "mentor-lists.submitList", list, { count: approved });
    const data = { count: approved, actor: actor.name };
    await tellOfList(tx, actor, "listSubmitted", list, organizersOf(list), supplyPath(list), data);
  });
}

/** Opens a submitted list again until a new moment, and tells the floor's managers why. Refuses one that is open. */
export async function reopenList(actor: Actor, input: ReopenList, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const list = await reachList(tx, actor, "mentor-lists.reopenList", input.listId);
    refuse(cohortRefusal(list.cohort.state) ?? mentorListRefusal(list.state, "REOPENED"));
    const dueAt = dueMoment(input, list.cohort.timeZone);
    const { count } = await tx.mentorList.updateMany({
      where: { id: list.id, state: list.state },
      data: { state: "REOPENED", reopenReason: input.reason, dueAt, remindedAt: null },
    });
    if (count === 0) throw new UserError("errors.somebodyFaster");
    const data = { day: input.dueDay, reason: input.reason };
    await recordOnList(tx, actor, "mentor-lists.reopenList", list, data);
    await tellOfList(tx, actor, "listReopened", list, managersOf(list), listPath(list), {
      ...data,
      time: timeInWords(dueAt, list.cohort.timeZone),
      actor: actor.name,
    });
  });
}

const dayLong = 24 * 3_600_000;

/**
 * Reminds the managers of floors whose list is due within a day, and once a day of those that are late; the organizers
 * are told of a late one too. Gives how many floors there were.
 */
export async function remindManagers(on: Db = db): Promise<number> {
  const now = clock.now();
  const open = await on.mentorList.findMany({
    where: {
      state: { in: ["REQUESTED", "REOPENED"] },
      dueAt: { lt: new Date(now.getTime() + dayLong) },
      cohort: { state: { in: ["DRAFT", "PLANNING", "READY", "ACTIVE"] } },
    },
    orderBy: { dueAt: "asc" },
    take: 500,
    select: { id: true, dueAt: true, remindedAt: true },
  });
  let reminded = 0;
  for (const { id, ...list } of open) {
    const reminder = reminderOf(list, now);
    if (reminder && (await transaction(on, (tx) => remind(tx, id, list, reminder)))) reminded++;
  }
  return reminded;
}

async function remind(
  tx: Tx,
  id: string,
  { dueAt, remindedAt }: { dueAt: Date; remindedAt: Date | null },
  reminder: "soon" | "late",
): Promise<boolean> {
  const { count } = await tx.mentorList.updateMany({
    where: { id, state: { not: "SUBMITTED" }, dueAt, remindedAt },
    data: { remindedAt: clock.now() },
  });
  if (count === 0) return false;
  const list = await readList(tx, id);
  const due = {
    day: dayAt(dueAt, list.cohort.timeZone),
    time: timeInWords(dueAt, list.cohort.timeZone),
  };
  await tellOfList(tx, null, "listReminder", list, managersOf(list), listPath(list), {
    ...due,
    late: reminder === "late" ? "yes" : "no",
  });
  if (reminder === "late") await tellOfLate(tx, list, due);
  return true;
}

async function tellOfLate(tx: Tx, list: ReachedList, due: { day: string; time: string }): Promise<void> {
  const managed = managersOf(list).length > 0 ? "yes" : "no";
  await tellOfList(tx, null, "listLate", list, organizersOf(list), supplyPath(list), { ...due, managed });
}
