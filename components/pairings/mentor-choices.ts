import type { Day } from "@/lib/dates";
import type { Sentence } from "@/lib/errors";
import { type Away, awayOn, awayThroughout } from "@/lib/matching/facts";
import type { BoardMentee, BoardMentor } from "@/lib/pairings/queries";
import { type PairingKind, pairingRefusal } from "@/lib/pairings/rules";

export type MentorChoice = { mentor: BoardMentor; free: number; away: Away; reason: Sentence | null };

/** Every approved mentor for one mentee: who can take them first, the most free places first; the others with the reason why not. */
export function mentorChoices(
  mentee: BoardMentee,
  mentors: readonly BoardMentor[],
  kind: PairingKind,
  /** The program days of the cohort. */
  days: readonly Day[],
): MentorChoice[] {
  const currentMentorIds = mentee.pairings.filter((one) => one.kind === kind).map((one) => one.mentorId);
  const choices = mentors.map((mentor) => {
    const places = mentor.places[kind];
    const gone: Sentence | null = mentor.gone ? { key: "mentors.refused.personGone" } : null;
    const paused: Sentence | null = mentor.paused ? { key: "mentor-leave.refused.paused" } : null;
    const away = awayOn(days, mentor.leaves);
    const onLeave: Sentence | null = awayThroughout(away) ? { key: "mentor-leave.refused.onLeave" } : null;
    const reason =
      gone ??
      paused ??
      onLeave ??
      pairingRefusal({
        kind,
        mentee: { personId: mentee.personId, lineManagerId: mentee.lineManagerId },
        mentor: { ...mentor, ...places },
        currentMentorIds,
      });
    return { mentor, reason, away, free: Math.max(0, places.capacity - places.load) };
  });
  return choices.sort((a, b) => Number(a.reason !== null) - Number(b.reason !== null) || b.free - a.free);
}
