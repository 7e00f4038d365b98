import { standingToCohort, standingToSession, toldFacilitators, visibleTo } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { authorize } from "@/lib/permissions";
import type { Prisma } from "@/prisma/generated/client";

/** What names a session wherever one is listed: what it is, and when. */
export const sessionTimes = {
  id: true,
  title: true,
  kind: true,
  day: true,
  startsAt: true,
  endsAt: true,
} satisfies Prisma.SessionSelect;

/** What a row of a schedule says of it: also where it is, and who leads it unless they declined. */
export const sessionRow = {
  ...sessionTimes,
  state: true,
  place: true,
  link: true,
  facilitators: {
    where: { state: { not: "DECLINED" } },
    select: { personId: true, state: true, person: { select: { name: true } } },
  },
} satisfies Prisma.SessionSelect;

/** What is read of a session for somebody: its attendances only where they may know of them. */
function shownTo(actor: Actor) {
  return {
    ...sessionRow,
    agenda: true,
    moves: true,
    enrollmentId: true,
    meetingId: true,
    template: { select: { material: true, brief: true } },
    cohort: {
      select: {
        id: true,
        name: true,
        timeZone: true,
        days: { orderBy: { day: "asc" }, select: { day: true, phase: true, number: true } },
      },
    },
    attendances: attendancesFor(actor),
  } satisfies Prisma.SessionSelect;
}

/** Whoever leads a session sees who is expected in it, also without knowing them otherwise. */
function attendancesFor(actor: Actor) {
  const leads = { some: { personId: actor.personId, state: { in: [...toldFacilitators] } } };
  return {
    where: { OR: [{ enrollment: visibleTo.enrollments(actor) }, { session: { facilitators: leads } }] },
    orderBy: { enrollment: { person: { name: "asc" } } },
    select: { state: true, enrollment: { select: { id: true, person: { select: { name: true } } } } },
  } satisfies Prisma.Session$attendancesArgs;
}

/**
 * Who else comes to a meeting of a group: for those who may see it, with the id of their own session and their
 * attendance. Mentees read the names of those whose pairing was announced, once they know of their own.
 */
async function groupOf(
  actor: Actor,
  session: { id: string; meetingId: string | null; startsAt: Date; facilitators: { state: string }[] },
  organizes: boolean,
) {
  const { id, meetingId, startsAt, facilitators } = session;
  const knows = organizes || facilitators.some(({ state }) => state !== "RESERVED");
  if (!meetingId || !knows) return [];
  const told = { facilitators: { some: { state: { in: [...toldFacilitators] } } } };
  const group = {
    meetingId,
    startsAt,
    id: { not: id },
    state: { not: "CANCELLED" },
    ...(organizes ? {} : told),
  } satisfies Prisma.SessionWhereInput;
  const [others, seen] = await Promise.all([
    db.session.findMany({
      where: group,
      orderBy: { enrollment: { person: { name: "asc" } } },
      select: { id: true, enrollment: { select: { person: { select: { name: true } } } } },
    }),
    db.session.findMany({
      where: { AND: [group, visibleTo.sessions(actor)] },
      select: { id: true, attendances: attendancesFor(actor) },
    }),
  ]);
  const visible = new Map(seen.map((one) => [one.id, one.attendances]));
  return others.flatMap(({ id: other, enrollment }) => {
    const attendances = visible.get(other);
    const shown = { id: attendances ? other : null, attendances: attendances ?? [] };
    return enrollment ? [{ ...shown, name: enrollment.person.name }] : [];
  });
}

/** One session with what belongs to it, and what the actor is to it. The brief is for whoever leads it and the organizers. */
export async function sessionPage(actor: Actor, sessionId: string) {
  // Whoever can know of a session may see it: also those who follow one of its mentees.
  const stands = await standingToSession(db, actor, sessionId);
  const seesBrief = stands.has("organizer") || stands.has("sme") || stands.has("leadMentor");
  const session = await db.session.findFirst({
    where: { AND: [{ id: sessionId }, visibleTo.sessions(actor)] },
    select: shownTo(actor),
  });
  if (!session) throw new NotFoundError();
  const { template, cohort, facilitators, meetingId: _, ...rest } = session;
  return {
    stands,
    session: {
      ...rest,
      facilitators: facilitators.filter(({ state }) => stands.has("organizer") || state !== "RESERVED"),
      day: toDay(session.day),
      cohort: { ...cohort, days: cohort.days.map((one) => ({ ...one, day: toDay(one.day) })) },
      material: template?.material ?? "",
      group: await groupOf(actor, session, stands.has("organizer")),
      brief: seesBrief ? (template?.brief ?? "") : "",
    },
  };
}

/** Whom the organizers of a cohort can ask to lead one of its sessions: active people who are not its mentees. */
export async function facilitatorCandidates(actor: Actor, cohortId: string) {
  authorize("schedule.assignFacilitator", await standingToCohort(db, actor, cohortId));
  return db.person.findMany({
    where: { deactivatedAt: null, enrollments: { none: { cohortId } } },
    orderBy: { name: "asc" },
    take: 1000,
    select: { id: true, name: true, title: true },
  });
}
