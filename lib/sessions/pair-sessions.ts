import { type Day, toDay } from "@/lib/dates";
import type { Tx } from "@/lib/db";
import { UserError } from "@/lib/errors";
import { ahead, ledBy } from "@/lib/sessions/ahead";
import { type Diary, giveTo, openDiary, timesOf } from "@/lib/sessions/diary";
import { beginMeeting, joinMeeting, type Led, meetingId, meetingsAhead } from "@/lib/sessions/meetings";
import { placeSessions } from "@/lib/sessions/placement";
import type { PairingKind, Prisma } from "@/prisma/generated/client";

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
  cohort: { select: { id: true, timeZone: true, version: { select: { model: true } } } },
} satisfies Prisma.PairingSelect;
type Given = Prisma.PairingGetPayload<{ select: typeof givenSelect }>;

/** What has to be known of a pair session to give it to somebody. */
export const pairSessionSelect = {
  id: true,
  enrollmentId: true,
  meetingId: true,
  title: true,
  day: true,
  startsAt: true,
  endsAt: true,
  state: true,
  template: true,
  facilitators: { select: { personId: true } },
} satisfies Prisma.SessionSelect;
type PairSession = Prisma.SessionGetPayload<{ select: typeof pairSessionSelect }>;
export type Standing = Omit<PairSession, "day"> & { day: Day };

/**
 * Makes the mentors of pairings the facilitators of their mentees' pair sessions that lie ahead, one pairing after the
 * other in the order given, and places each session in its window where neither of the two has anything else. A lead
 * mentor also takes the live calls that no call mentor has; a call mentor takes those over. In a group program the lead
 * mentor's mentees meet together, and who joins later comes to what is planned. In a cohort that has begun,
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
  const diary = await openDiary(
    tx,
    { mentorIds, enrollmentIds: enrollmentsOf(pairings) },
    sessions,
    await theirMeetings(tx, pairings, sessions),
  );
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

const enrollmentsOf = (pairings: readonly Given[]) => [
  ...new Set(pairings.map(({ enrollmentId }) => enrollmentId)),
];

/** The meetings that run without these sessions, and that some of these can become part of. */
function theirMeetings(tx: Tx, pairings: readonly Given[], sessions: readonly Standing[]) {
  const keys = pairings.flatMap((pairing) =>
    sessions.flatMap((one) =>
      one.enrollmentId === pairing.enrollmentId ? (meetingId(pairing, one) ?? []) : [],
    ),
  );
  return meetingsAhead(
    tx,
    [...new Set(keys)],
    sessions.map(({ id }) => id),
  );
}

/** The pair sessions that mentors of any kind could lead, of the mentees of these pairings. */
async function sessionsAhead(tx: Tx, pairings: readonly Given[]) {
  const kinds: PairingKind[] = ["LEAD", "CALL"];
  const found = await tx.session.findMany({
    where: { enrollmentId: { in: enrollmentsOf(pairings) }, AND: [ahead(), { OR: kinds.map(ledBy) }] },
    select: pairSessionSelect,
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

/** Gives one pairing's mentor these sessions in the diary. Gives back the confirmed ones that found no time. */
export function place(
  pairing: Led & Pick<Given, "announcedAt">,
  own: readonly Standing[],
  diary: Diary,
): Standing[] {
  const { mentorId, enrollmentId, announcedAt, cohort } = pairing;
  const unplaced = new Set(own.map(({ id }) => id));
  const timed = own
    .map((session) => ({ ...session, ...diary.times.get(session.id), id: session.id, day: session.day }))
    .sort((one, other) => +one.startsAt - +other.startsAt);
  const together = timed.filter((session) => {
    const joined = joinMeeting(pairing, session, diary, unplaced);
    if (joined) unplaced.delete(session.id);
    return joined;
  });
  const alone = timed.filter((session) => !together.includes(session));
  const busy = [...timesOf(diary, diary.taken.get(mentorId), new Set(own.map(({ id }) => id))).values()];
  const joined = together.flatMap(({ id }) => diary.times.get(id) ?? []);
  const mentees = timesOf(diary, diary.attended.get(enrollmentId), new Set());
  const { moved, stuck } = placeSessions(alone, cohort.timeZone, [...busy, ...joined], mentees);
  for (const { id, startsAt, endsAt } of moved) diary.times.set(id, { startsAt, endsAt });
  // A planned session without a free time stays where it is: facilitatorClashes names it to the organizer.
  const left = stuck.filter(({ state }) => state === "CONFIRMED");
  const without = new Set(left.map(({ id }) => id));
  // Whoever has not been told yet is kept for them, and sees nothing of it.
  const state = announcedAt ? ("ACCEPTED" as const) : ("RESERVED" as const);
  for (const session of timed) {
    giveTo(diary, session, without.has(session.id) ? null : { personId: mentorId, state });
    if (!without.has(session.id)) beginMeeting(pairing, session, diary);
  }
  return left;
}

/** Puts what the diary says into the tables. It is part of planning, so a new time does not count as a move. */
async function writeDiary(tx: Tx, sessions: readonly Standing[], diary: Diary): Promise<void> {
  const { leaders, times, meetings, meetingOf } = diary;
  const ids = [...leaders.keys()];
  await tx.sessionFacilitator.deleteMany({ where: { sessionId: { in: ids } } });
  const were = new Map(sessions.map((one) => [one.id, one]));
  const mates = [...meetings.values()].flatMap(({ members }) => members.map(({ id }) => id));
  const changed = [...new Set([...ids, ...mates])].flatMap((id) => {
    const [was, time] = [were.get(id), times.get(id)];
    if (!time) return [];
    const meetingId = was ? (meetingOf.get(id) ?? null) : undefined;
    const stays = was && +time.startsAt === +was.startsAt && +time.endsAt === +was.endsAt;
    if (stays && meetingId === was.meetingId) return [];
    const [starts, ends] = [time.startsAt.toISOString(), time.endsAt.toISOString()];
    return [{ id, starts, ends, day: time.day ?? was?.day, meeting: meetingId, mate: !was }];
  });
  if (changed.length > 0) {
    await tx.$executeRaw`
      UPDATE "Session" s SET "startsAt" = p.starts, "endsAt" = p.ends, day = coalesce(p.day, s.day),
        "meetingId" = CASE WHEN p.mate THEN s."meetingId" ELSE p.meeting END
      FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb)
        AS p(id uuid, starts timestamptz, ends timestamptz, day date, meeting uuid, mate boolean)
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
  const theirs = { enrollmentId, ...ahead(), covers: { none: { mentorId, state: "CONFIRMED" as const } } };
  await tx.sessionFacilitator.deleteMany({ where: { personId: mentorId, session: theirs } });
  // Whoever leaves a group leaves its meetings; the others go on.
  await tx.session.updateMany({
    where: { ...theirs, meetingId: { not: null }, facilitators: { none: {} } },
    data: { meetingId: null },
  });
}
