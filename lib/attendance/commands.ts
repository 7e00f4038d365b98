import { standingToSession } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { toDay } from "@/lib/dates";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, refuse } from "@/lib/errors";
import { authorize } from "@/lib/permissions";
import { type AttendanceState, attendanceRefusal, outcomeRefusal } from "@/lib/sessions/rules";
import type { Prisma } from "@/prisma/generated/client";
import type { RecordAttendance } from "./schema";

type Recorded = { enrollmentId: string; state: AttendanceState };
const there = (state: AttendanceState) => state === "PRESENT" || state === "LATE";

const sessionSelect = {
  id: true,
  cohortId: true,
  title: true,
  state: true,
  day: true,
  startsAt: true,
  endsAt: true,
  attendances: { select: { enrollmentId: true, state: true } },
} satisfies Prisma.SessionSelect;
type Found = Prisma.SessionGetPayload<{ select: typeof sessionSelect }>;

/**
 * Records who was at a session; it counts as held from then on, or as missed when nobody it was for came. Who is away
 * with an excuse, or not expected, can be recorded ahead, and the session stays open. What was recorded may be
 * corrected. Of a group that meets, all mentees are recorded at once, each in their own session: all of it or none, and
 * it was held when one of them came. Refuses a mentee who is not on the list, presence before the start, and a
 * cancelled session.
 */
export async function recordAttendance(actor: Actor, input: RecordAttendance, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const { sessionId, attendances } = input;
    authorize("attendance.recordAttendance", await standingToSession(tx, actor, sessionId));
    const meeting = await holdMeeting(tx, sessionId);
    const states = new Map(meeting.flatMap((one) => one.attendances.map(entry)));
    const changed = attendances.filter(({ enrollmentId, state }) => states.get(enrollmentId) !== state);
    const now = clock.now();
    for (const { enrollmentId, state } of changed) {
      const session = meeting.find((one) => isOf(one, enrollmentId));
      const from = states.get(enrollmentId);
      if (!session || !from) throw new NotFoundError();
      refuse(attendanceRefusal(session, from, state, now));
      states.set(enrollmentId, state);
    }
    for (const session of meeting) {
      const recorded = attendances.some(({ enrollmentId }) => isOf(session, enrollmentId));
      if (session.id !== sessionId) {
        if (!recorded) continue;
        authorize("attendance.recordAttendance", await standingToSession(tx, actor, session.id));
      }
      const theirs = changed.filter(({ enrollmentId }) => isOf(session, enrollmentId));
      await recordOne(tx, actor, session, theirs, states);
    }
  });
}

const entry = ({ enrollmentId, state }: Recorded) => [enrollmentId, state] as const;
const isOf = ({ attendances }: Found, enrollmentId: string) =>
  attendances.some((one) => one.enrollmentId === enrollmentId);

/** The session, and those of the group that meets in it; held, so that those who record them follow each other. */
async function holdMeeting(tx: Tx, sessionId: string): Promise<Found[]> {
  await tx.$queryRaw`
    SELECT 1 FROM "Session" WHERE id = ${sessionId}::uuid
      OR "meetingId" = (SELECT "meetingId" FROM "Session" WHERE id = ${sessionId}::uuid)
    ORDER BY id FOR UPDATE`;
  const select = { ...sessionSelect, meetingId: true };
  const { meetingId, ...session } = await tx.session.findUniqueOrThrow({ where: { id: sessionId }, select });
  if (!meetingId) return [session];
  const { startsAt } = session;
  const mates = await tx.session.findMany({
    where: { meetingId, startsAt, id: { not: sessionId }, state: { not: "CANCELLED" } },
    orderBy: { id: "asc" },
    select: sessionSelect,
  });
  return [session, ...mates];
}

/** Writes what changed of one session, and what the attendance of the whole meeting makes of it. */
async function recordOne(
  tx: Tx,
  actor: Actor,
  session: Found,
  changed: Recorded[],
  states: ReadonlyMap<string, AttendanceState>,
): Promise<void> {
  const now = clock.now();
  const outcome = now < session.startsAt ? null : outcomeOf([...states.values()]);
  const ends = outcome !== null && session.state !== "HELD" && session.state !== outcome;
  if (!ends && changed.length === 0) return;
  if (ends) refuse(outcomeRefusal(session, outcome, now));
  await write(tx, session.id, changed);
  if (ends)
    await tx.session.update({ where: { id: session.id }, data: { state: outcome }, select: { id: true } });
  const own = session.attendances.map(({ enrollmentId, state }) => states.get(enrollmentId) ?? state);
  await audit(tx, actor, {
    action: "attendance.recordAttendance",
    cohortId: session.cohortId,
    subject: { type: "Session", id: session.id },
    data: {
      title: session.title,
      day: toDay(session.day),
      present: own.filter(there).length,
      expected: own.filter((state) => state !== "NOT_EXPECTED").length,
    },
  });
}

/** What the attendance makes of a session that has begun; null while it cannot be said yet. */
function outcomeOf(states: AttendanceState[]): "HELD" | "MISSED" | null {
  if (states.some(there)) return "HELD";
  if (states.includes("EXPECTED")) return null;
  return states.some((state) => state !== "NOT_EXPECTED") ? "MISSED" : "HELD";
}

async function write(tx: Tx, sessionId: string, changed: Recorded[]): Promise<void> {
  for (const state of new Set(changed.map((one) => one.state))) {
    const ids = changed.filter((one) => one.state === state).map((one) => one.enrollmentId);
    await tx.attendance.updateMany({ where: { sessionId, enrollmentId: { in: ids } }, data: { state } });
  }
}
