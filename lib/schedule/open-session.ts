import { standingToSession } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { timeInWords } from "@/lib/catalogue";
import { dayAt, toDay } from "@/lib/dates";
import type { Tx } from "@/lib/db";
import { UserError } from "@/lib/errors";
import { announceEach } from "@/lib/outbox";
import { authorize, type Permission } from "@/lib/permissions";
import type { Interval } from "@/lib/sessions/planner";
import { openStates, standingStates } from "@/lib/sessions/rules";
import type { Prisma } from "@/prisma/generated/client";

const standing = { in: [...standingStates] };
const open = { in: [...openStates] };

const sessionSelect = {
  id: true,
  cohortId: true,
  enrollmentId: true,
  meetingId: true,
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

type Found = Prisma.SessionGetPayload<{ select: typeof sessionSelect }>;

/** A session, and the others that change with it: a group's mentees meet together, each in a session of their own. */
export type OpenSession = Found & { mates: Found[] };

/** The ids of a session and of all that change with it. */
export function idsOf({ id, mates }: OpenSession): string[] {
  return [id, ...mates.map((mate) => mate.id)];
}

/**
 * The session, and those of its meeting that are open, locked so that changes to them follow each other. Refuses with
 * "not found" whoever may not do this.
 */
export async function openSession(
  tx: Tx,
  actor: Actor,
  sessionId: string,
  deed: Permission,
): Promise<OpenSession> {
  authorize(deed, await standingToSession(tx, actor, sessionId));
  await tx.$queryRaw`
    SELECT 1 FROM "Session" WHERE id = ${sessionId}::uuid
      OR "meetingId" = (SELECT "meetingId" FROM "Session" WHERE id = ${sessionId}::uuid)
    ORDER BY id FOR UPDATE`;
  const session = await tx.session.findUniqueOrThrow({ where: { id: sessionId }, select: sessionSelect });
  const { meetingId } = session;
  const mates = meetingId
    ? await tx.session.findMany({
        where: { meetingId, id: { not: sessionId }, state: open },
        orderBy: { id: "asc" },
        select: sessionSelect,
      })
    : [];
  return { ...session, mates };
}

/** What messages and the audit trail say of a session: its title, and its time in the cohort's zone. */
export function words({ title, cohort, startsAt }: Pick<Found, "title" | "cohort" | "startsAt">) {
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
export function toldLeads({ facilitators }: Found): string[] {
  return facilitators.filter(({ state }) => state !== "RESERVED").map(({ personId }) => personId);
}

const menteesOf = ({ attendances }: Found) => attendances.map(({ enrollment }) => enrollment.personId);

/**
 * Tells whoever a change of a session concerns, each of a group with a link to their own. Mentees know nothing of a plan
 * that is not confirmed yet.
 */
export async function tellConcerned(
  tx: Tx,
  session: OpenSession,
  told: Pick<Parameters<typeof announceEach>[1][number], "kind" | "data" | "except">,
): Promise<void> {
  const planned = session.state === "PLANNED";
  await announceEach(tx, [
    {
      ...told,
      to: [...toldLeads(session), ...(planned ? [] : menteesOf(session))],
      href: `/sessions/${session.id}`,
    },
    ...session.mates.map((mate) => ({
      ...told,
      to: planned ? [] : menteesOf(mate),
      href: `/sessions/${mate.id}`,
    })),
  ]);
}

/** Another session in which one of these people would have to be at that time. */
async function clashOf(tx: Tx, personIds: string[], at: Interval, except: string[]) {
  const session = {
    id: { notIn: except },
    state: standing,
    startsAt: { lt: at.endsAt },
    endsAt: { gt: at.startsAt },
  };
  return tx.sessionFacilitator.findFirst({
    where: { personId: { in: personIds }, state: { not: "DECLINED" }, session },
    select: { person: { select: { name: true } }, session: { select: { title: true, day: true } } },
  });
}

/** Refuses, with both titles, when one of these people leads something else at that time. */
export async function refuseClash(
  tx: Tx,
  session: OpenSession,
  personIds: string[],
  at: Interval,
): Promise<void> {
  const clash = await clashOf(tx, personIds, at, idsOf(session));
  if (!clash) return;
  throw new UserError("sessions.refused.facilitatorClash", {
    person: clash.person.name,
    day: toDay(clash.session.day),
    first: session.title,
    second: clash.session.title,
  });
}

/** The title of something else that one of the session's mentees has at that time: said, not refused. */
export async function menteeClash(tx: Tx, session: OpenSession, at: Interval): Promise<string | null> {
  const enrollmentIds = [session, ...session.mates].flatMap(({ attendances }) =>
    attendances.map((one) => one.enrollmentId),
  );
  const other = await tx.session.findFirst({
    where: {
      id: { notIn: idsOf(session) },
      state: standing,
      startsAt: { lt: at.endsAt },
      endsAt: { gt: at.startsAt },
      attendances: {
        some: { enrollmentId: { in: enrollmentIds }, state: "EXPECTED" },
      },
    },
    select: { title: true },
  });
  return other?.title ?? null;
}
