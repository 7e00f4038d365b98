import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { dayAt, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { logDesk } from "@/lib/logs/queries";

const sessionsShown = 12;

/** The sessions that a mentor leads next: the rest of today and the next day that has some, each with its brief. */
async function comingSessions(actor: Actor, now: Date) {
  const rows = await db.session.findMany({
    where: {
      state: { in: ["PLANNED", "CONFIRMED"] },
      endsAt: { gt: now },
      cohort: { state: "ACTIVE" },
      facilitators: { some: { personId: actor.personId, state: { not: "DECLINED" } } },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: sessionsShown,
    select: {
      id: true,
      title: true,
      kind: true,
      day: true,
      startsAt: true,
      endsAt: true,
      place: true,
      template: { select: { brief: true, material: true } },
      enrollment: { select: { person: { select: { name: true } } } },
    },
  });
  const sessions = rows.map(({ day, template, enrollment, ...session }) => ({
    ...session,
    day: toDay(day),
    brief: template?.brief ?? "",
    material: template?.material ?? "",
    mentee: enrollment?.person.name ?? null,
  }));
  const today = dayAt(now, actor.timeZone);
  const later = sessions.find(({ day }) => day > today)?.day;
  return {
    today: sessions.filter(({ day }) => day <= today),
    next: sessions.filter(({ day }) => day === later),
  };
}

/**
 * A mentor's Today: the logs that wait, invitations to answer, what they lead next with its brief, and their mentees.
 * Six statements, whatever came before.
 */
export async function mentorToday(actor: Actor) {
  const now = clock.now();
  const [desk, invitations, sessions] = await Promise.all([
    logDesk(actor, null),
    db.mentorNomination.findMany({
      where: { personId: actor.personId, decision: "APPROVED", willingness: "INVITED" },
      orderBy: { respondBy: "asc" },
      select: { id: true, respondBy: true, list: { select: { cohort: { select: { name: true } } } } },
    }),
    comingSessions(actor, now),
  ]);
  const waiting = desk.cohorts.flatMap(({ days }) =>
    days.filter(({ status }) => status === "due" || status === "draft" || status === "late"),
  );
  return { now, desk, invitations, sessions, waiting };
}

export type MentorToday = Awaited<ReturnType<typeof mentorToday>>;
export type LedSession = MentorToday["sessions"]["today"][number];
