import { type Day, toDay } from "@/lib/dates";
import type { Tx } from "@/lib/db";
import { UserError } from "@/lib/errors";
import { ahead, ledBy } from "@/lib/sessions/ahead";
import { placeSessions } from "@/lib/sessions/placement";
import type { Interval } from "@/lib/sessions/planner";
import { standingStates } from "@/lib/sessions/rules";
import type { PairingKind, Prisma } from "@/prisma/generated/client";

const standing = { in: [...standingStates] };

/** A session for which the mentor has no time on its day: it has to be moved to another one. */
export type StuckSession = { id: string; title: string; day: Day };

const givenSelect = {
  id: true,
  mentorId: true,
  enrollmentId: true,
  kind: true,
  announcedAt: true,
  mentor: { select: { name: true } },
  enrollment: { select: { personId: true } },
  cohort: { select: { timeZone: true } },
} satisfies Prisma.PairingSelect;
type Given = Prisma.PairingGetPayload<{ select: typeof givenSelect }>;

type Leader = { personId: string; state: "ACCEPTED" | "RESERVED" };
type Standing = Awaited<ReturnType<typeof sessionsAhead>>[number];

/** Who is where, as it stands while one pairing after the other is given its sessions. */
type Diary = {
  times: Map<string, Interval>;
  /** The sessions that take the time of somebody who leads or attends them. */
  taken: Map<string, Set<string>>;
  /** The sessions that a mentee is on the list of. */
  attended: Map<string, Set<string>>;
  /** Whom the pairings that came before gave a session to; null when nobody could take it. */
  leaders: Map<string, Leader | null>;
};

/**
 * Makes the mentors of pairings the facilitators of their mentees' pair sessions that lie ahead, one pairing after the
 * other in the order given, and places each session in its window where neither of the two has anything else. A lead
 * mentor also takes the live calls that no call mentor has; a call mentor takes those over. In a cohort that has begun,
 * a day on which no time is free is refused; with `leaveStuck`, that day's session stays where it is without somebody
 * who leads it, and is given back. Reads and writes as many times for one pairing as for hundreds.
 */
export async function givePairSessions(
  tx: Tx,
  { pairingIds, leaveStuck = false }: { pairingIds: readonly string[]; leaveStuck?: boolean },
): Promise<StuckSession[]> {
  const found = await tx.pairing.findMany({ where: { id: { in: [...pairingIds] } }, select: givenSelect });
  const byId = new Map(found.map((pairing) => [pairing.id, pairing]));
  const pairings = pairingIds.flatMap((id) => byId.get(id) ?? []);
  // Two pairings of one mentor are placed one after the other, never into the same free hour. Mentors in one order, so
  // that nobody waits in a ring.
  const mentorIds = [...new Set(pairings.map(({ mentorId }) => mentorId))];
  await tx.$queryRaw`
    SELECT 1 FROM "Person" WHERE id = ANY(${mentorIds}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  const sessions = await sessionsAhead(tx, pairings);
  if (sessions.length === 0) return [];
  const diary = await openDiary(tx, pairings, sessions);
  const stuck = pairings.flatMap((pairing) => {
    const own = sessions.filter((one) => leads(pairing, one, diary));
    const left = place(pairing, own, diary);
    const [refused] = leaveStuck ? [] : left;
    if (!refused) return left;
    const values = { title: refused.title, day: refused.day, person: pairing.mentor.name };
    throw new UserError("sessions.refused.noFreeTime", values);
  });
  await writeDiary(tx, sessions, diary);
  return stuck.map(({ id, title, day }) => ({ id, title, day }));
}

/** The pair sessions that mentors of any kind could lead, of the mentees of these pairings. */
async function sessionsAhead(tx: Tx, pairings: readonly Given[]) {
  const enrollmentIds = [...new Set(pairings.map(({ enrollmentId }) => enrollmentId))];
  const kinds: PairingKind[] = ["LEAD", "CALL"];
  const found = await tx.session.findMany({
    where: { enrollmentId: { in: enrollmentIds }, AND: [ahead(), { OR: kinds.map(ledBy) }] },
    select: {
      id: true,
      enrollmentId: true,
      title: true,
      day: true,
      startsAt: true,
      endsAt: true,
      state: true,
      template: true,
      facilitators: { select: { personId: true } },
    },
    orderBy: { startsAt: "asc" },
  });
  return found.map((session) => ({ ...session, day: toDay(session.day) }));
}

/** Whether the session is one of those of this pairing's mentor, as the pairings before it left it. */
function leads({ kind, enrollmentId }: Given, session: Standing, { leaders }: Diary): boolean {
  if (session.enrollmentId !== enrollmentId) return false;
  const role = session.template?.facilitatorRole;
  if (kind === "CALL") return role === "CALL_MENTOR";
  const led = leaders.has(session.id) ? leaders.get(session.id) !== null : session.facilitators.length > 0;
  return role === "LEAD_MENTOR" || !led;
}

/** What takes the time of mentors and mentees from the first of these days on. */
async function openDiary(tx: Tx, pairings: readonly Given[], sessions: readonly Standing[]): Promise<Diary> {
  const mentorIds = [...new Set(pairings.map(({ mentorId }) => mentorId))];
  const enrollmentIds = [...new Set(pairings.map(({ enrollmentId }) => enrollmentId))];
  const from = new Date(Math.min(...sessions.map(({ startsAt }) => +startsAt)));
  const when = { state: standing, endsAt: { gt: from } } satisfies Prisma.SessionWhereInput;
  const session = { select: { id: true, startsAt: true, endsAt: true } };
  const led = await tx.sessionFacilitator.findMany({
    where: { personId: { in: mentorIds }, state: { not: "DECLINED" }, session: when },
    select: { personId: true, session },
  });
  const attending = await tx.attendance.findMany({
    where: {
      session: when,
      OR: [
        { enrollmentId: { in: enrollmentIds } },
        { state: "EXPECTED", enrollment: { personId: { in: mentorIds } } },
      ],
    },
    select: { enrollmentId: true, state: true, enrollment: { select: { personId: true } }, session },
  });
  const diary: Diary = { times: new Map(), taken: new Map(), attended: new Map(), leaders: new Map() };
  for (const one of [...led, ...attending]) diary.times.set(one.session.id, one.session);
  for (const one of sessions) diary.times.set(one.id, one);
  for (const one of led) note(diary.taken, one.personId, one.session.id);
  for (const one of attending) {
    note(diary.attended, one.enrollmentId, one.session.id);
    if (one.state === "EXPECTED") note(diary.taken, one.enrollment.personId, one.session.id);
  }
  return diary;
}

function note(into: Map<string, Set<string>>, whose: string, sessionId: string): void {
  const those = into.get(whose);
  if (those) those.add(sessionId);
  else into.set(whose, new Set([sessionId]));
}

/** Gives one pairing's mentor these sessions in the diary. Gives back the confirmed ones that found no time. */
function place(pairing: Given, own: readonly Standing[], diary: Diary): Standing[] {
  const { mentorId, enrollmentId, announcedAt, cohort } = pairing;
  const { times, taken, attended, leaders } = diary;
  const ids = new Set(own.map(({ id }) => id));
  const timed = own
    .map((session) => ({ ...session, ...times.get(session.id), id: session.id }))
    .sort((one, other) => +one.startsAt - +other.startsAt);
  const busy = [...(taken.get(mentorId) ?? [])].flatMap((id) => (ids.has(id) ? [] : (times.get(id) ?? [])));
  const mentees = new Map(
    [...(attended.get(enrollmentId) ?? [])].flatMap((id) => {
      const time = times.get(id);
      return time ? [[id, time] as const] : [];
    }),
  );
  const { moved, stuck } = placeSessions(timed, cohort.timeZone, busy, mentees);
  for (const { id, startsAt, endsAt } of moved) times.set(id, { startsAt, endsAt });
  // A planned session without a free time stays where it is: facilitatorClashes names it to the organizer.
  const left = stuck.filter(({ state }) => state === "CONFIRMED");
  const without = new Set(left.map(({ id }) => id));
  for (const { id, facilitators } of timed) {
    for (const { personId } of facilitators) taken.get(personId)?.delete(id);
    const before = leaders.get(id);
    if (before) taken.get(before.personId)?.delete(id);
    // Whoever has not been told yet is kept for them, and sees nothing of it.
    const leader: Leader = { personId: mentorId, state: announcedAt ? "ACCEPTED" : "RESERVED" };
    leaders.set(id, without.has(id) ? null : leader);
    if (!without.has(id)) note(taken, mentorId, id);
  }
  return left;
}

/** Puts what the diary says into the tables. It is part of planning, so a new time does not count as a move. */
async function writeDiary(tx: Tx, sessions: readonly Standing[], { leaders, times }: Diary): Promise<void> {
  const ids = [...leaders.keys()];
  await tx.sessionFacilitator.deleteMany({ where: { sessionId: { in: ids } } });
  const moved = sessions.flatMap(({ id, startsAt, endsAt }) => {
    const time = times.get(id);
    return time && (+time.startsAt !== +startsAt || +time.endsAt !== +endsAt)
      ? [{ id, starts: time.startsAt.toISOString(), ends: time.endsAt.toISOString() }]
      : [];
  });
  if (moved.length > 0) {
    await tx.$executeRaw`
      UPDATE "Session" s SET "startsAt" = p.starts, "endsAt" = p.ends
      FROM jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) AS p(id uuid, starts timestamptz, ends timestamptz)
      WHERE s.id = p.id`;
  }
  await tx.sessionFacilitator.createMany({
    data: [...leaders].flatMap(([sessionId, leader]) => (leader ? [{ sessionId, ...leader }] : [])),
  });
}

/** Takes the mentee's pair sessions that lie ahead away from a mentor; what was held, and calls they cover, stay theirs. */
export async function takePairSessions(
  tx: Tx,
  { enrollmentId, mentorId }: { enrollmentId: string; mentorId: string },
): Promise<void> {
  await tx.sessionFacilitator.deleteMany({
    where: {
      personId: mentorId,
      session: { enrollmentId, ...ahead(), covers: { none: { mentorId, state: "CONFIRMED" } } },
    },
  });
}
