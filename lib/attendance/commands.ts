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

/**
 * Records who was at a session; it counts as held from then on, or as missed when nobody it was for came. Who is away
 * with an excuse, or not expected, can be recorded ahead, and the session stays open. What was recorded may be
 * corrected. Refuses a mentee who is not on its list, presence before the start, and a cancelled session.
 */
export async function recordAttendance(actor: Actor, input: RecordAttendance, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    authorize("attendance.recordAttendance", await standingToSession(tx, actor, input.sessionId));
    await tx.$queryRaw`SELECT 1 FROM "Session" WHERE id = ${input.sessionId}::uuid FOR UPDATE`;
    const session = await tx.session.findUniqueOrThrow({
      where: { id: input.sessionId },
      select: sessionSelect,
    });
    const now = clock.now();
    const states = new Map(session.attendances.map(({ enrollmentId, state }) => [enrollmentId, state]));
    const changed = input.attendances.filter(({ enrollmentId, state }) => states.get(enrollmentId) !== state);
    for (const { enrollmentId, state } of changed) {
      const from = states.get(enrollmentId);
      if (!from) throw new NotFoundError();
      refuse(attendanceRefusal(session, from, state, now));
      states.set(enrollmentId, state);
    }
    const outcome = now < session.startsAt ? null : outcomeOf([...states.values()]);
    const ends = outcome !== null && session.state !== "HELD" && session.state !== outcome;
    if (!ends && changed.length === 0) return;
    if (ends) refuse(outcomeRefusal(session, outcome, now));
    await write(tx, session.id, changed);
    if (ends)
      await tx.session.update({ where: { id: session.id }, data: { state: outcome }, select: { id: true } });
    await audit(tx, actor, {
      action: "attendance.recordAttendance",
      cohortId: session.cohortId,
      subject: { type: "Session", id: session.id },
      data: {
        title: session.title,
        day: toDay(session.day),
        present: [...states.values()].filter(there).length,
        expected: [...states.values()].filter((state) => state !== "NOT_EXPECTED").length,
      },
    });
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
