import type { Day } from "@/lib/dates";
import type { Db } from "@/lib/db";
import { copyFor, type Diary, openDiary } from "@/lib/sessions/diary";
import { findMeetings, type Led, meetingId } from "@/lib/sessions/meetings";
import { place, type Standing, type StuckSession } from "@/lib/sessions/pair-sessions";

/** A meeting of a mentor's group that a mentee would come to. */
type Joined = {
  day: Day;
  startsAt: Date;
  /** The enrollments of those who come already. */
  mates: string[];
  /** Whether it moves for all of them, to a time at which the mentee is free too. */
  moves: boolean;
};

/** What would become of a mentee's sessions with a certain mentor. */
export type Rehearsal = {
  stuck: StuckSession[];
  joined: Joined[];
  /** At how many meetings of the group the mentee is elsewhere, and is met alone that day. */
  alone: number;
};

/**
 * What giving these sessions of one mentee to each of these mentors would do, by person: as it is done, but nothing is
 * written. Reads as many times for one mentor as for hundreds.
 */
export async function rehearse(
  on: Db,
  pairing: Omit<Led, "mentorId">,
  sessions: readonly Standing[],
  mentorIds: readonly string[],
): Promise<ReadonlyMap<string, Rehearsal>> {
  if (sessions.length === 0) return new Map();
  const keys = new Map(
    mentorIds.map((mentorId) => [
      mentorId,
      sessions.flatMap((one) => meetingId({ ...pairing, mentorId }, one) ?? []),
    ]),
  );
  const own = sessions.map(({ id }) => id);
  const meetings = await findMeetings(on, [...keys.values()].flat(), own);
  const people = { mentorIds: [...mentorIds], enrollmentIds: [pairing.enrollmentId] };
  const diary = await openDiary(on, people, sessions, meetings);
  return new Map(
    [...keys].map(([mentorId, those]) => {
      const tried = copyFor(diary, mentorId, those);
      return [mentorId, tryOne({ ...pairing, mentorId }, sessions, diary, tried)];
    }),
  );
}

function tryOne(pairing: Led, sessions: readonly Standing[], before: Diary, diary: Diary): Rehearsal {
  const stuck = place({ ...pairing, announcedAt: null }, sessions, diary);
  const joined: Joined[] = [];
  let alone = 0;
  for (const session of sessions) {
    const key = meetingId(pairing, session);
    const was = key ? before.meetings.get(key) : undefined;
    if (!was) continue;
    const now = diary.meetings.get(diary.meetingOf.get(session.id) ?? "");
    if (!now) {
      alone += 1;
      continue;
    }
    const { day, startsAt } = now;
    const mates = was.members.map(({ enrollmentId }) => enrollmentId);
    joined.push({ day, startsAt, mates, moves: +startsAt !== +was.startsAt });
  }
  return { stuck: stuck.map(({ id, title, day }) => ({ id, title, day })), joined, alone };
}
