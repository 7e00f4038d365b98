import type { SessionKind } from "@/lib/programs/rules";
import type { SessionState } from "@/lib/sessions/rules";
import type { Independence } from "./rules";
import type { LogContent } from "./schema";

/** How much a mentee usually does in a session of a kind; null for what needs no line in a log. */
const usually: Record<SessionKind, Independence | null> = {
  KICKOFF: "OBSERVED",
  SME_TRAINING: "OBSERVED",
  MENTOR_MEETING: "ASSISTED",
  CALL_SHADOWING: "OBSERVED",
  REVERSE_SHADOWING: "LED",
  ROLE_PLAY: "ASSISTED",
  TEACH_BACK: "LED",
  LIVE_CALLS: "ASSISTED",
  STAND_UP: null,
  CHECK_IN: null,
  ROUNDTABLE: null,
  SELF_STUDY: "SOLO",
  CERTIFICATION: "SOLO",
  DEBRIEF: null,
};

/** A session of the mentee's day, in the order of the day. */
export type ScheduledSession = { id: string; title: string; kind: SessionKind; state: SessionState };

/** The activities that a log begins with: what stood on the schedule and took place, as far as is known. */
export function prefill(sessions: readonly ScheduledSession[]): LogContent["activities"] {
  return sessions.flatMap(({ id, title, kind, state }) => {
    const independence = usually[kind];
    if (!independence || state === "CANCELLED" || state === "MISSED") return [];
    return [{ sessionId: id, title, independence }];
  });
}

/** A log that nobody has begun yet. */
export function emptyLog(activities: LogContent["activities"]): LogContent {
  return {
    activities,
    learned: "",
    skillIds: [],
    progress: null,
    note: "",
    noteAudience: "SHARED",
    calls: null,
    emails: null,
    meetings: null,
    proposals: null,
  };
}
