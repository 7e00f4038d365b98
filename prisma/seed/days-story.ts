import { recordAttendance } from "@/lib/attendance/commands";
import { clock } from "@/lib/clock";
import { type Day, fromDay, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { submitLog } from "@/lib/logs/commands";
import { markAllRead } from "@/lib/messages/commands";
import { independenceOn, pageFor } from "./logbook";
import { emailOf, leads } from "./people";
import { as, at } from "./stage";

/** What does not go as planned, by mentee key and program day. */
export type Mishaps = {
  absent?: Record<string, number>;
  notLogged?: Record<string, number>;
  loggedLate?: Record<string, number>;
};

const isOn = (mishap: Record<string, number> | undefined, key: string, day: number) => mishap?.[key] === day;

/** Who was at each session of a day that is over by now. */
async function attend(cohortId: string, day: Day, number: number, mishaps: Mishaps): Promise<void> {
  const sessions = await db.session.findMany({
    where: { cohortId, day: fromDay(day), state: "CONFIRMED", endsAt: { lte: clock.now() } },
    include: { attendances: { include: { enrollment: { include: { person: true } } } } },
    orderBy: { startsAt: "asc" },
  });
  const organizer = await as(leads.enablement.key);
  for (const session of sessions) {
    const expected = session.attendances.filter(({ enrollment }) => enrollment.state !== "WITHDRAWN");
    if (expected.length === 0) continue;
    await recordAttendance(organizer, {
      sessionId: session.id,
      attendances: expected.map(({ enrollmentId, enrollment }) => ({
        enrollmentId,
        state: isOn(mishaps.absent, keyOf(enrollment.person), number)
          ? ("ABSENT" as const)
          : ("PRESENT" as const),
      })),
    });
  }
}

const keyOf = (person: { email: string }) => person.email.replace(emailOf(""), "");

type Strengths = (key: string) => number;

/** The logs that mentors write at the end of a day. */
async function writeLogs(
  cohortId: string,
  day: Day,
  number: number,
  mishaps: Mishaps,
  strengthOf: Strengths,
) {
  const pairings = await db.pairing.findMany({
    where: { cohortId, state: "ACTIVE", kind: "LEAD" },
    include: {
      mentor: true,
      enrollment: {
        include: {
          person: true,
          sessions: {
            where: { day: fromDay(day), state: { not: "CANCELLED" } },
            orderBy: { startsAt: "asc" },
          },
        },
      },
      cohort: { include: { version: { include: { skills: { orderBy: { position: "asc" } } } } } },
    },
    orderBy: { createdAt: "asc" },
  });
  for (const [index, { mentor, enrollment, cohort }] of pairings.entries()) {
    const key = keyOf(enrollment.person);
    if (isOn(mishaps.notLogged, key, number) || isOn(mishaps.absent, key, number)) continue;
    at(
      day,
      isOn(mishaps.loggedLate, key, number)
        ? "19:40"
        : (`17:${String(20 + index).padStart(2, "0")}` as "17:20"),
    );
    const strength = strengthOf(key);
    const { skills, ...page } = pageFor(index, number, strength);
    const skillIds = skills.flatMap((position) => cohort.version.skills[position]?.id ?? []);
    const independence = independenceOn(number, strength > 0.75);
    await submitLog(await as(keyOf(mentor)), {
      enrollmentId: enrollment.id,
      day,
      version: 0,
      ...page,
      skillIds,
      activities: enrollment.sessions.map(({ id, title }) => ({ sessionId: id, title, independence })),
    });
  }
}

/** Program days from one (the first, when it is not said) up to another: who came, and what mentors wrote. The last is told only as far as it has come. */
export async function liveThrough(
  cohortId: string,
  until: number,
  mishaps: Mishaps,
  strengthOf: Strengths,
  now: Date,
  from = 1,
) {
  const days = await db.cohortDay.findMany({
    where: { cohortId, phase: "PROGRAM", number: { gte: from, lte: until } },
    orderBy: { number: "asc" },
  });
  for (const { day, number } of days) {
    at(toDay(day), "17:15");
    if (clock.now() > now) {
      clock.set(now);
      await attend(cohortId, toDay(day), number, mishaps);
      return;
    }
    await attend(cohortId, toDay(day), number, mishaps);
    await writeLogs(cohortId, toDay(day), number, mishaps, strengthOf);
  }
}

/** Everybody has read what they were told so far. */
export async function readEverything(): Promise<void> {
  const unread = await db.person.findMany({
    where: { messages: { some: { readAt: null } } },
    select: { email: true },
  });
  for (const person of unread) await markAllRead(await as(keyOf(person)), {});
}
