import type { Sentence } from "@/lib/errors";
import { type Interval, overlap } from "@/lib/sessions/planner";
import { type Edges, edgeRefusal } from "@/lib/states";

export const sessionStates = ["PLANNED", "CONFIRMED", "HELD", "MISSED", "CANCELLED"] as const;
export type SessionState = (typeof sessionStates)[number];

/** What can still be moved, cancelled or given to somebody else. */
export const openStates = ["PLANNED", "CONFIRMED"] as const satisfies SessionState[];
/** What takes the time of whoever is in it. */
export const standingStates = [...openStates, "HELD"] as const satisfies SessionState[];

export const attendanceStates = ["EXPECTED", "PRESENT", "LATE", "ABSENT", "EXCUSED", "NOT_EXPECTED"] as const;
export type AttendanceState = (typeof attendanceStates)[number];

export const sessionEdges: Edges<SessionState> = {
  PLANNED: ["CONFIRMED", "MISSED", "CANCELLED"],
  CONFIRMED: ["HELD", "MISSED", "CANCELLED"],
  HELD: [],
  MISSED: [],
  CANCELLED: [],
};

const recorded = ["PRESENT", "LATE", "ABSENT", "EXCUSED", "NOT_EXPECTED"] as const;

/** What was recorded may be corrected; it never becomes "expected" again. */
export const attendanceEdges: Edges<AttendanceState> = {
  EXPECTED: recorded,
  PRESENT: recorded.filter((state) => state !== "PRESENT"),
  LATE: recorded.filter((state) => state !== "LATE"),
  ABSENT: recorded.filter((state) => state !== "ABSENT"),
  EXCUSED: recorded.filter((state) => state !== "EXCUSED"),
  NOT_EXPECTED: recorded.filter((state) => state !== "NOT_EXPECTED"),
};

/** Why a session may not go from one state to the other, or null when it may. */
export function sessionRefusal(from: SessionState, to: SessionState): Sentence | null {
  return edgeRefusal(sessionEdges, "sessions.refused.sessionState", from, to);
}

/** Why nobody can be given this session any more, or null while it is still to come. */
export function overRefusal(state: SessionState): Sentence | null {
  if (state === "PLANNED" || state === "CONFIRMED") return null;
  return { key: "sessions.refused.over", values: { state } };
}

/** Why a session may not be recorded as held or missed at this moment, or null when it may. Not before it starts. */
export function outcomeRefusal(
  session: Interval & { state: SessionState },
  to: "HELD" | "MISSED",
  now: Date,
): Sentence | null {
  return sessionRefusal(session.state, to) ?? notStarted(session, now);
}

/** Why attendance may not change like that, or null. Absence may be excused ahead; presence not before the start. */
export function attendanceRefusal(
  session: Interval & { state: SessionState },
  from: AttendanceState,
  to: AttendanceState,
  now: Date,
): Sentence | null {
  if (session.state === "CANCELLED") return { key: "sessions.refused.cancelled" };
  const ahead = to === "EXCUSED" || to === "NOT_EXPECTED";
  return (
    edgeRefusal(attendanceEdges, "sessions.refused.attendanceState", from, to) ??
    (ahead ? null : notStarted(session, now))
  );
}

/**
 * Why a session may not be moved to these times, or null when it may: only what is still ahead of it, into times
 * that end after they start and begin after now, when its facilitators are free.
 */
export function moveRefusal(
  session: { state: SessionState },
  to: Interval,
  facilitatorsBusy: readonly Interval[],
  now: Date,
): Sentence | null {
  if (session.state !== "PLANNED" && session.state !== "CONFIRMED") {
    return { key: "sessions.refused.notMovable", values: { state: session.state } };
  }
  if (to.endsAt <= to.startsAt) return { key: "sessions.refused.endsBeforeStart" };
  if (to.startsAt <= now) return { key: "sessions.refused.movedToPast" };
  if (facilitatorsBusy.some((busy) => overlap(busy, to))) return { key: "sessions.refused.facilitatorBusy" };
  return null;
}

function notStarted(session: Interval, now: Date): Sentence | null {
  return now < session.startsAt ? { key: "sessions.refused.notStarted" } : null;
}
