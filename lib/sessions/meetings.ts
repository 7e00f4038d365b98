import { createHash } from "node:crypto";
import { type Day, toDay } from "@/lib/dates";
import type { Db, Tx } from "@/lib/db";
import { ahead } from "@/lib/sessions/ahead";
import { type Diary, type Meeting, type Member, timesOf } from "@/lib/sessions/diary";
import { freePlace } from "@/lib/sessions/placement";
import { type Interval, overlap } from "@/lib/sessions/planner";
import type { PairingKind, PairingModel, SessionTemplate } from "@/prisma/generated/client";

export type Led = {
  mentorId: string;
  kind: PairingKind;
  enrollmentId: string;
  cohort: { id: string; timeZone: string; version: { model: PairingModel } };
};
type Planned = Interval & { id: string; day: Day; template: SessionTemplate | null };

/**
 * The id that the sessions of one mentor's group have in common for a line of the plan; null where each mentee meets
 * the mentor alone: outside a group program, and on live calls. It follows from who and what, so that whoever joins
 * later finds the others.
 */
export function meetingId({ mentorId, kind, cohort }: Led, { template }: Planned): string | null {
  if (cohort.version.model !== "GROUP" || kind !== "LEAD" || template?.facilitatorRole !== "LEAD_MENTOR") {
    return null;
  }
  const hex = createHash("sha256").update(`${cohort.id} ${mentorId} ${template.id}`).digest("hex");
  // Version 8 of the format: an id whose bits are one's own.
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join("-");
}

/** The meetings with these ids that lie ahead, without some sessions; locked, so that nobody moves them meanwhile. */
export async function meetingsAhead(
  tx: Tx,
  ids: readonly string[],
  except: readonly string[],
): Promise<Map<string, Meeting>> {
  if (ids.length === 0) return new Map();
  await tx.$queryRaw`SELECT 1 FROM "Session" WHERE "meetingId" = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
  return findMeetings(tx, ids, except);
}

/** The meetings with these ids that lie ahead, without some sessions, as they stand now. */
export async function findMeetings(
  on: Db,
  ids: readonly string[],
  except: readonly string[],
): Promise<Map<string, Meeting>> {
  const meetings = new Map<string, Meeting>();
  if (ids.length === 0) return meetings;
  const found = await on.session.findMany({
    where: { meetingId: { in: [...ids] }, id: { notIn: [...except] }, ...ahead() },
    orderBy: { id: "asc" },
    select: {
      id: true,
      enrollmentId: true,
      meetingId: true,
      day: true,
      startsAt: true,
      endsAt: true,
      state: true,
    },
  });
  for (const { id, enrollmentId, meetingId: key, day, startsAt, endsAt, state } of found) {
    if (!key || !enrollmentId) continue;
    const meeting = meetings.get(key) ?? { day: toDay(day), startsAt, endsAt, fixed: false, members: [] };
    meeting.members.push({ id, enrollmentId });
    meeting.fixed ||= state === "CONFIRMED";
    meetings.set(key, meeting);
  }
  return meetings;
}

/**
 * Lets a session become part of its mentor's meeting: when that is, or, while nobody counts on it yet, at a time at
 * which the mentor and all mentees are free. Gives false where there is none: then the mentee is met alone.
 * @param unplaced the mentee's sessions that have no time yet: they take none.
 */
export function joinMeeting(
  pairing: Led,
  session: Planned,
  diary: Diary,
  unplaced: ReadonlySet<string>,
): boolean {
  const key = meetingId(pairing, session);
  const meeting = key ? diary.meetings.get(key) : undefined;
  if (!key || !meeting) return false;
  const member = { id: session.id, enrollmentId: pairing.enrollmentId };
  const others = timesOf(diary, diary.attended.get(member.enrollmentId), unplaced);
  const time = [...others.values()].some((one) => overlap(one, meeting))
    ? timeForAll(pairing, session, meeting, diary, { busy: [...others.values()], unplaced })
    : meeting;
  if (!time) return false;
  const { startsAt, endsAt } = time;
  meeting.members.push(member);
  Object.assign(meeting, { startsAt, endsAt });
  for (const { id } of meeting.members) diary.times.set(id, { day: meeting.day, startsAt, endsAt });
  diary.meetingOf.set(session.id, key);
  return true;
}

function timeForAll(
  { mentorId, cohort }: Led,
  session: Planned,
  meeting: Meeting,
  diary: Diary,
  { busy, unplaced }: { busy: readonly Interval[]; unplaced: ReadonlySet<string> },
): Interval | null {
  if (meeting.fixed) return null;
  const own = new Set([...unplaced, ...meeting.members.map(({ id }) => id)]);
  const mates = meeting.members.flatMap(({ enrollmentId }) => [
    ...timesOf(diary, diary.attended.get(enrollmentId), own).values(),
  ]);
  const led = timesOf(diary, diary.taken.get(mentorId), own).values();
  return freePlace({ ...session, day: meeting.day }, cohort.timeZone, [...busy, ...mates, ...led]);
}

/** Makes a session that has its time the beginning of its mentor's meeting, unless it is of none or there is one. */
export function beginMeeting(pairing: Led, session: Planned, diary: Diary): void {
  const key = meetingId(pairing, session);
  if (!key || diary.meetings.has(key)) return;
  const { startsAt, endsAt } = diary.times.get(session.id) ?? session;
  const members: Member[] = [{ id: session.id, enrollmentId: pairing.enrollmentId }];
  diary.meetings.set(key, { day: session.day, startsAt, endsAt, fixed: false, members });
  diary.meetingOf.set(session.id, key);
}
