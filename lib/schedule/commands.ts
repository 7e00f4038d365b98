import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { standIn } from "@/lib/call-covers/releasing";
import { clock } from "@/lib/clock";
import { fromDay, instantAt, minuteAt, minuteOf, timeOf, toDay } from "@/lib/dates";
import { type Db, db, transaction } from "@/lib/db";
import { NotFoundError, refuse, UserError } from "@/lib/errors";
import { announce } from "@/lib/outbox";
import { moveRefusal, openStates, overRefusal, sessionRefusal } from "@/lib/sessions/rules";
import {
  idsOf,
  menteeClash,
  openSession,
  refuseClash,
  tellConcerned,
  toldLeads,
  words,
} from "./open-session";
import type { AnswerFacilitation, AssignFacilitator, CancelSession, MoveSession } from "./schema";

const open = { in: [...openStates] };

export type Moved = {
  /** What moves it back. */
  undo: MoveSession;
  /** Something else that a mentee of the session has at the new time. */
  alsoAt: string | null;
};

/**
 * Moves a session to a local day and time of its cohort; its length stays. An organizer moves any session, a lead
 * mentor the pair sessions of their mentees; a group's meeting moves for all of it. Tells everybody who is to be there. Refuses what was held or cancelled,
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
    await tx.session.updateMany({
      where: { id: { in: idsOf(session) } },
      data: { ...to, day: fromDay(input.day), moves: { increment: 1 } },
    });
    // What a change of mentors left without a time finds its mentor where they are free.
    if (session.enrollmentId) await standIn(tx, { sessionIds: idsOf(session) });
    const was = words(session);
    const is = words({ ...session, ...to });
    await audit(tx, actor, {
      action: "schedule.moveSession",
      cohortId: session.cohortId,
      subject: { type: "Session", id: session.id },
      data: { title: session.title, fromDay: was.day, fromTime: was.time, day: is.day, time: is.time },
    });
    await tellConcerned(tx, session, {
      kind: "sessionMoved",
      data: { ...is, fromDay: was.day, fromTime: was.time, by: actor.name },
      except: actor.personId,
    });
    const time = timeOf(minuteAt(session.startsAt, timeZone));
    const undo = { sessionId: session.id, day: was.day, time, moves: session.moves + 1 };
    return { undo, alsoAt: await menteeClash(tx, session, to) };
  });
}

/** Cancels a session, for all of a group, and tells everybody who was to be there. Refuses what was held, missed or cancelled already. */
export async function cancelSession(actor: Actor, { sessionId }: CancelSession, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const session = await openSession(tx, actor, sessionId, "schedule.cancelSession");
    refuse(sessionRefusal(session.state, "CANCELLED"));
    const { count } = await tx.session.updateMany({
      where: { id: { in: idsOf(session) }, state: open },
      data: { state: "CANCELLED" },
    });
    if (count === 0) throw new UserError("errors.somebodyFaster");
    await audit(tx, actor, {
      action: "schedule.cancelSession",
      cohortId: session.cohortId,
      subject: { type: "Session", id: sessionId },
      data: { title: session.title, day: toDay(session.day) },
    });
    await tellConcerned(tx, session, {
      kind: "sessionCancelled",
      data: { ...words(session), by: actor.name },
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
    const attendances = [session, ...session.mates].flatMap((one) => one.attendances);
    if (attendances.some(({ enrollment }) => enrollment.personId === person.id)) {
      throw new UserError("sessions.refused.facilitatorIsMentee", asked);
    }
    await refuseClash(tx, session, [person.id], session);
    const ids = idsOf(session);
    await tx.sessionFacilitator.deleteMany({ where: { sessionId: { in: ids } } });
    const state = person.id === actor.personId ? "ACCEPTED" : "INVITED";
    await tx.sessionFacilitator.createMany({
      data: ids.map((sessionId) => ({ sessionId, personId: person.id, state })),
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
      where: { sessionId: { in: idsOf(session) }, personId: actor.personId, state: mine?.state ?? "INVITED" },
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
