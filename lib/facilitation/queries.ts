import { toldFacilitators } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";

const mostSessions = 50;
const month = 30 * 24 * 60 * 60 * 1000;

const select = {
  id: true,
  title: true,
  agenda: true,
  place: true,
  link: true,
  day: true,
  startsAt: true,
  endsAt: true,
  state: true,
  cohort: { select: { name: true, timeZone: true } },
  facilitators: { select: { personId: true, state: true } },
  _count: { select: { attendances: { where: { state: { not: "NOT_EXPECTED" } } } } },
} satisfies Prisma.SessionSelect;

/**
 * The sessions for groups that one was asked to lead: those that wait for an answer, those to come, those for
 * which nobody has recorded yet who was there, and those led in the last month.
 */
export async function sessionsToLead(actor: Actor) {
  const now = clock.now();
  const rows = await db.session.findMany({
    where: {
      enrollmentId: null,
      facilitators: { some: { personId: actor.personId, state: { in: [...toldFacilitators] } } },
      state: { in: ["PLANNED", "CONFIRMED", "HELD"] },
      endsAt: { gte: new Date(now.getTime() - month) },
      cohort: { state: { in: ["PLANNING", "READY", "ACTIVE", "COMPLETED"] } },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: mostSessions,
    select,
  });
  const sessions = rows.map(({ facilitators, _count, day, ...session }) => ({
    ...session,
    day: toDay(day),
    mentees: _count.attendances,
    answered: facilitators.some(({ personId, state }) => personId === actor.personId && state === "ACCEPTED"),
  }));
  const ahead = sessions.filter(({ endsAt, state }) => endsAt > now && state !== "HELD");
  return {
    toAnswer: ahead.filter(({ answered }) => !answered),
    coming: ahead.filter(({ answered }) => answered),
    held: sessions.filter(({ state }) => state === "HELD").reverse(),
    toRecord: sessions.filter(
      ({ endsAt, state, answered }) => endsAt <= now && state === "CONFIRMED" && answered,
    ),
  };
}

export type SessionToLead = Awaited<ReturnType<typeof sessionsToLead>>["coming"][number];
