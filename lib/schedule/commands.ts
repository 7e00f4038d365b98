import { standingToSession } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { standIn } from "@/lib/call-covers/releasing";
import { timeInWords } from "@/lib/catalogue";
import { clock } from "@/lib/clock";
import { dayAt, fromDay, instantAt, minuteAt, minuteOf, timeOf, toDay } from "@/lib/dates";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, refuse, UserError } from "@/lib/errors";
import { announce } from "@/lib/outbox";
import { authorize, type Permission } from "@/lib/permissions";
import type { Interval } from "@/lib/sessions/planner";
import { moveRefusal, openStates, overRefusal, sessionRefusal, standingStates } from "@/lib/sessions/rules";
import type { Prisma } from "@/prisma/generated/client";
import type { AnswerFacilitation, AssignFacilitator, CancelSession, MoveSession } from "./schema";

const standing = { in: [...standingStates] };
const open = { in: [...openStates] };

const sessionSelect = {
  id: true,
  cohortId: true,
  enrollmentId: true,
  kind: true,
  title: true,
  state: true,
  day: true,
  startsAt: true,
  endsAt: true,
  moves: true,
  cohort: {
    select: {
      name: true,
      timeZone: true,
      organizers: { select: { personId: true } },
      days: { select: { day: true } },
    },
  },
  facilitators: {
    where: { state: { not: "DECLINED" } },
    select: { personId: true, state: true, person: { select: { name: true } } },
  },
  attendances: {
    where: { state: { not: "NOT_EXPECTED" } },
    select: { enrollmentId: true, enrollment: { select: { personId: true } } },
  },
} satisfies Prisma.SessionSelect;

type FoundSession = Prisma.SessionGetPayload<{ select: typeof sessionSelect }>;

/** The session, locked so that changes to it follow each other. Refuses with "not found" whoever may not do this. */
async function openSession(tx: Tx, actor: Actor, sessionId: string, deed: Permission): Promise<FoundSession> {
  authorize(deed, await standingToSession(tx, actor, sessionId));
  await tx.$queryRaw`SELECT 1 FROM "Session" WHERE id = ${sessionId}::uuid FOR UPDATE`;
  return tx.session.findUniqueOrThrow({ where: { id: sessionId }, select: sessionSelect });
}

/** What messages and the audit trail say of a session: its title, and its time in the cohort's zone. */
function words({ title, cohort, startsAt }: Pick<FoundSession, "title" | "cohort" | "startsAt">) {
  const zone = cohort.timeZone;
  return {
    title,
    cohort: cohort.name,
    day: dayAt(startsAt, zone),
    time: timeInWords(startsAt, zone),
    zone,
  };
}

/** Who leads a session and knows it: nobody who is only kept for it. */
function toldLeads({ facilitators }: FoundSession): string[] {
  return facilitators.filter(({ state }) => state !== "RESERVED").map(({ personId }) => personId);
}

/** Whom a change of a session concerns. Mentees know nothing of a plan that is not confirmed yet. */
function concerned(session: FoundSession): string[] {
  const leads = toldLeads(session);
  if (session.state === "PLANNED") return leads;
  return [...leads, ...session.attendances.map(({ enrollment }) => enrollment.personId)];
}

/** Another session in which one of these people would have to be at that time. */
async function clashOf(tx: Tx, personIds: string[], at: Interval, except: string) {
  const session = {
    id: { not: except },
    state: standing,
    startsAt: { lt: at.endsAt },
    endsAt: { gt: at.startsAt },
  };
  return tx.sessionFacilitator.findFirst({
    where: { personId: { in: personIds }, state: { not: "DECLINED" }, session },
    select: { person: { select: { name: true } }, session: { select: { title: true, day: true } } },
  });
}

async function refuseClash(tx: Tx, session: FoundSession, personIds: string[], at: Interval): Promise<void> {
  const clash = await clashOf(tx, personIds, at, session.id);
  if (!clash) return;
  throw new UserError("sessions.refused.facilitatorClash", {
    person: clash.person.name,
    day: toDay(clash.session.day),
    first: session.title,
    second: clash.session.title,
  });
}

/** The title of something else that one of the session's mentees has at that time: said, not refused. */
async function menteeClash(tx: Tx, session: FoundSession, at: Interval): Promise<string | null> {
  const other = await tx.session.findFirst({
    where: {
      id: { not: session.id },
      state: standing,
      startsAt: { lt: at.endsAt },
      endsAt: { gt: at.startsAt },
      attendances: {
        some: { enrollmentId: { in: session.attendances.map((one) => one.enrollmentId) }, state: "EXPECTED" },
      },
    },
    select: { title: true },
  });
  return other?.title ?? null;
}

export type Moved = {
  /** What moves it back. */
  undo: MoveSession;
  /** Something else that a mentee of the session has at the new time. */
  alsoAt: string | null;
};

/**
 * Moves a session to a local day and time of its cohort; its length stays. An organizer moves any session, a lead
 * mentor the pair sessions of their mentees. Tells everybody who is to be there. Refuses what was held or cancelled,
 * a day that is none of the cohort's, a time that has passed, and one at which whoever leads it is in another session.
 */
export async function moveSession(actor: Actor, input: MoveSession, on: Db = db): Promise<Moved> {
  return transaction(on, async (tx) => {
    const session = await openSession(tx, actor, input.sessionId, "schedule.moveSession");
    const { timeZone, days } = session.cohort;
    if (session.moves !== input.moves) throw new UserError("errors.somebodyFaster");
    if (!days.some(({ day }) => toDay(day) === input.day)) {
      throw new UserError("sessions.refused.noCohortDay", { day: input.day }, { field: "day" });
    }
    const startsAt = instantAt(input.day, minuteOf(input.time), timeZone);
    const to = { startsAt, endsAt: new Date(+startsAt + +session.endsAt - +session.startsAt) };
    refuse(moveRefusal(session, to, [], clock.now()));
    await refuseClash(
      tx,
      session,
      session.facilitators.map((one) => one.personId),
      to,
    );
    await tx.session.update({
      where: { id: session.id },
      data: { ...to, day: fromDay(input.day), moves: { increment: 1 } },
      select: { id: true },
    });
    // What a change of mentors left without a time finds its mentor where they are free.
    if (session.enrollmentId) await standIn(tx, { sessionIds: [session.id] });
    const was = words(session);
    const is = words({ ...session, ...to });
    await audit(tx, actor, {
      action: "schedule.moveSession",
      cohortId: session.cohortId,
      subject: { type: "Session", id: session.id },
      data: { title: session.title, fromDay: was.day, fromTime: was.time, day: is.day, time: is.time },
    });
    await announce(tx, {
      to: concerned(session),
      kind: "sessionMoved",
      data: { ...is, fromDay: was.day, fromTime: was.time, by: actor.name },
      href: `/sessions/${session.id}`,
      except: actor.personId,
    });
    const time = timeOf(minuteAt(session.startsAt, timeZone));
    const undo = { sessionId: session.id, day: was.day, time, moves: session.moves + 1 };
    return { undo, alsoAt: await menteeClash(tx, session, to) };
  });
}

/** Cancels a session and tells everybody who was to be there. Refuses what was held, missed or cancelled already. */
export async function cancelSession(actor: Actor, { sessionId }: CancelSession, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const session = await openSession(tx, actor, sessionId, "schedule.cancelSession");
    refuse(sessionRefusal(session.state, "CANCELLED"));
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, state: open },
      data: { state: "CANCELLED" },
    });
    if (count === 0) throw new UserError("errors.somebodyFaster");
    await audit(tx, actor, {
      action: "schedule.cancelSession",
      cohortId: session.cohortId,
      subject: { type: "Session", id: sessionId },
      data: { title: session.title, day: toDay(session.day) },
    });
    await announce(tx, {
      to: concerned(session),
      kind: "sessionCancelled",
      data: { ...words(session), by: actor.name },
      href: `/sessions/${sessionId}`,
      except: actor.personId,
    });
  });
}

/**
 * Asks somebody to lead a session, in place of whoever was to lead it so far; both are told. Refuses a mentee of the
 * session, who leads it already, and who leads something else at that time.
 */
export async function assignFacilitator(actor: Actor, input: AssignFacilitator, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const session = await openSession(tx, actor, input.sessionId, "schedule.assignFacilitator");
    const person = await tx.person.findFirst({
      where: { id: input.personId, deactivatedAt: null },
      select: { id: true, name: true },
    });
    if (!person) throw new NotFoundError();
    const asked = { person: person.name, title: session.title };
    refuse(overRefusal(session.state));
    if (session.facilitators.some((one) => one.personId === person.id)) {
      throw new UserError("sessions.refused.leadsAlready", asked);
    }
    if (session.attendances.some(({ enrollment }) => enrollment.personId === person.id)) {
      throw new UserError("sessions.refused.facilitatorIsMentee", asked);
    }
    await refuseClash(tx, session, [person.id], session);
    await tx.sessionFacilitator.deleteMany({ where: { sessionId: session.id } });
    const state = person.id === actor.personId ? "ACCEPTED" : "INVITED";
    await tx.sessionFacilitator.create({
      data: { sessionId: session.id, personId: person.id, state },
      select: { personId: true },
    });
    await audit(tx, actor, {
      action: "schedule.assignFacilitator",
      cohortId: session.cohortId,
      subject: { type: "Session", id: session.id },
      data: { ...asked, day: toDay(session.day) },
    });
    const data = { ...words(session), by: actor.name };
    const href = `/sessions/${session.id}`;
    await announce(tx, { to: [person.id], kind: "facilitatorAsked", data, href, except: actor.personId });
    await announce(tx, {
      to: toldLeads(session),
      kind: "facilitatorReleased",
      data,
      href: "/today",
      except: actor.personId,
    });
  });
}

/** The answer of somebody who was asked to lead a session; the organizers are told. Refuses a session that is over. */
export async function answerFacilitation(
  actor: Actor,
  input: AnswerFacilitation,
  on: Db = db,
): Promise<void> {
  await transaction(on, async (tx) => {
    const session = await openSession(tx, actor, input.sessionId, "schedule.answerFacilitation");
    const state = input.accept ? "ACCEPTED" : "DECLINED";
    const mine = session.facilitators.find((one) => one.personId === actor.personId);
    refuse(overRefusal(session.state));
    if (mine?.state === state) throw new UserError("sessions.refused.answeredAlready", { state });
    if (input.accept) await refuseClash(tx, session, [actor.personId], session);
    const { count } = await tx.sessionFacilitator.updateMany({
      where: { sessionId: session.id, personId: actor.personId, state: mine?.state ?? "INVITED" },
      data: { state },
    });
    if (count === 0) throw new UserError("errors.somebodyFaster");
    const data = { ...words(session), person: actor.name, answer: state };
    await audit(tx, actor, {
      action: "schedule.answerFacilitation",
      cohortId: session.cohortId,
      subject: { type: "Session", id: session.id },
      data: { title: session.title, day: toDay(session.day), answer: state },
    });
    await announce(tx, {
      to: session.cohort.organizers.map(({ personId }) => personId),
      kind: "facilitatorAnswered",
      data,
      href: `/sessions/${session.id}`,
      except: actor.personId,
    });
  });
}
