import type { Day } from "@/lib/dates";
import type { Db } from "@/lib/db";
import type { Interval } from "@/lib/sessions/planner";
import { standingStates } from "@/lib/sessions/rules";
import type { Prisma } from "@/prisma/generated/client";

const standing = { in: [...standingStates] };

type Leader = { personId: string; state: "ACCEPTED" | "RESERVED" };

/** The session of one mentee in a meeting, or one that could become part of it. */
export type Member = { id: string; enrollmentId: string };

/** What the mentees of one mentor do together, in a group program: their sessions are at one time. */
export type Meeting = Interval & {
  day: Day;
  /** Whether it runs already: who joins comes when it is. */
  fixed: boolean;
  members: Member[];
};

/** Who is where, as it stands while one pairing after the other is given its sessions. */
export type Diary = {
  times: Map<string, Interval & { day?: Day }>;
  /** The sessions that take the time of somebody who leads or attends them. */
  taken: Map<string, Set<string>>;
  /** The sessions that a mentee is on the list of. */
  attended: Map<string, Set<string>>;
  /** Whom the pairings that came before gave a session to; null when nobody could take it. */
  leaders: Map<string, Leader | null>;
  /** By the id that all of its sessions have. */
  meetings: Map<string, Meeting>;
  /** The meeting that a session has become part of. */
  meetingOf: Map<string, string>;
};

/** What takes the time of these mentors and mentees, from the first of these sessions and meetings on. */
export async function openDiary(
  on: Db,
  people: { mentorIds: string[]; enrollmentIds: string[] },
  sessions: readonly (Interval & { id: string })[],
  meetings: Map<string, Meeting>,
): Promise<Diary> {
  const { mentorIds } = people;
  const mates = [...meetings.values()].flatMap(({ members }) => members);
  const enrollmentIds = [...new Set([...people.enrollmentIds, ...mates.map((one) => one.enrollmentId)])];
  const from = new Date(Math.min(...[...sessions, ...meetings.values()].map(({ startsAt }) => +startsAt)));
  const when = { state: standing, endsAt: { gt: from } } satisfies Prisma.SessionWhereInput;
  const session = { select: { id: true, startsAt: true, endsAt: true } };
  const led = await on.sessionFacilitator.findMany({
    where: { personId: { in: mentorIds }, state: { not: "DECLINED" }, session: when },
    select: { personId: true, session },
  });
  const attending = await on.attendance.findMany({
    where: {
      session: when,
      OR: [
        { enrollmentId: { in: enrollmentIds } },
        { state: "EXPECTED", enrollment: { personId: { in: mentorIds } } },
      ],
    },
    select: { enrollmentId: true, state: true, enrollment: { select: { personId: true } }, session },
  });
  const diary: Diary = {
    times: new Map(),
    taken: new Map(),
    attended: new Map(),
    leaders: new Map(),
    meetings,
    meetingOf: new Map(),
  };
  for (const one of [...led, ...attending]) diary.times.set(one.session.id, one.session);
  for (const one of sessions) diary.times.set(one.id, one);
  for (const one of led) note(diary.taken, one.personId, one.session.id);
  for (const one of attending) {
    note(diary.attended, one.enrollmentId, one.session.id);
    if (one.state === "EXPECTED") note(diary.taken, one.enrollment.personId, one.session.id);
  }
  return diary;
}

/** A diary in which something can be tried with one mentor and these meetings: what is written there stays there. */
export function copyFor(diary: Diary, personId: string, meetingIds: readonly string[]): Diary {
  const those = meetingIds.flatMap((key): [string, Meeting][] => {
    const meeting = diary.meetings.get(key);
    return meeting ? [[key, { ...meeting, members: [...meeting.members] }]] : [];
  });
  const taken = new Map(diary.taken).set(personId, new Set(diary.taken.get(personId)));
  const written = { leaders: new Map(), meetingOf: new Map() };
  return { ...diary, ...written, taken, times: new Map(diary.times), meetings: new Map(those) };
}

/** Writes down that a session is one of somebody's. */
function note(into: Map<string, Set<string>>, whose: string, sessionId: string): void {
  const those = into.get(whose);
  if (those) those.add(sessionId);
  else into.set(whose, new Set([sessionId]));
}

/** When somebody is taken, but for some sessions, by the id of each session. */
export function timesOf(
  { times }: Diary,
  ids: ReadonlySet<string> | undefined,
  except: ReadonlySet<string>,
): Map<string, Interval> {
  return new Map(
    [...(ids ?? [])].flatMap((id) => {
      const time = except.has(id) ? undefined : times.get(id);
      return time ? [[id, time] as const] : [];
    }),
  );
}

/** Writes down who leads a session from now on, in place of whoever did. null: nobody can. */
export function giveTo(
  { taken, leaders }: Diary,
  session: { id: string; facilitators: readonly { personId: string }[] },
  leader: Leader | null,
): void {
  for (const { personId } of session.facilitators) taken.get(personId)?.delete(session.id);
  const before = leaders.get(session.id);
  if (before) taken.get(before.personId)?.delete(session.id);
  leaders.set(session.id, leader);
  if (leader) note(taken, leader.personId, session.id);
}
