import type { Actor } from "@/lib/actor";
import { type Day, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { standingToPairing } from "@/lib/pairings/standing";
import { authorize, may } from "@/lib/permissions";
import { ahead, ledBy } from "@/lib/sessions/ahead";
import { findMeetings } from "@/lib/sessions/meetings";
import { pairSessionSelect, type StuckSession } from "@/lib/sessions/pair-sessions";
import { type Rehearsal, rehearse } from "@/lib/sessions/rehearsal";

/** Meetings of a group: how many, the day of the first, and who else comes to them. */
export type GroupMeetings = { count: number; first: Day; names: string[] };

/** What happens to the sessions of a mentee whom a certain mentor takes over. */
export type Moves = {
  /** Those for which the mentor has no time on their day: they have to be moved. */
  toMove: StuckSession[];
  /** The meetings of the mentor's group to which the mentee comes; null where there are none. */
  joins: (GroupMeetings & { moves: number }) | null;
  /** At how many of the group's meetings the mentee is elsewhere. */
  alone: number;
};

/** The sessions of a pairing that go to whoever takes over: also the calls that this mentor leads. */
async function passedSessions(enrollmentId: string, mentorId: string, kind: "LEAD" | "CALL") {
  const theirs = { enrollmentId, facilitators: { some: { personId: mentorId } } };
  const rows = await db.session.findMany({
    where: { enrollmentId, AND: [ahead(), { OR: [ledBy(kind), { ...ledBy("CALL"), ...theirs }] }] },
    orderBy: { startsAt: "asc" },
    select: pairSessionSelect,
  });
  // They are free: whoever leads them now gives them away.
  return rows.map((row) => ({ ...row, day: toDay(row.day), facilitators: [] }));
}

/**
 * What moves when another mentor takes over a pairing's mentee: which group's meetings the mentee leaves, and for each
 * approved mentor of the cohort, by person, which they come to, and which sessions find no time on their day. For those
 * who can reassign it. Out of reach: not found.
 */
export async function movesOf(
  actor: Actor,
  pairingId: string,
): Promise<{ leaves: GroupMeetings | null; to: ReadonlyMap<string, Moves> }> {
  authorize("handovers.reassignPairing", await standingToPairing(db, actor, pairingId));
  const { mentorId, ...pairing } = await db.pairing.findUniqueOrThrow({
    where: { id: pairingId },
    select: {
      enrollmentId: true,
      mentorId: true,
      kind: true,
      cohort: { select: { id: true, timeZone: true, version: { select: { model: true } } } },
    },
  });
  const cohortId = pairing.cohort.id;
  const [sessions, people] = await Promise.all([
    passedSessions(pairing.enrollmentId, mentorId, pairing.kind),
    db.mentorNomination.findMany({
      where: { list: { cohortId }, decision: "APPROVED", personId: { not: mentorId } },
      select: { personId: true },
    }),
  ]);
  const own = sessions.flatMap((one) => one.meetingId ?? []);
  const [left, tried, enrolled] = await Promise.all([
    findMeetings(
      db,
      own,
      sessions.map(({ id }) => id),
    ),
    rehearse(
      db,
      pairing,
      sessions,
      people.map(({ personId }) => personId),
    ),
    db.enrollment.findMany({ where: { cohortId }, select: { id: true, person: { select: { name: true } } } }),
  ]);
  const names = new Map(enrolled.map(({ id, person }) => [id, person.name]));
  const leaves = [...left.values()].map(({ day, members }) => ({
    day,
    mates: members.map(({ enrollmentId }) => enrollmentId),
  }));
  return {
    leaves: inAll(leaves, names),
    to: new Map([...tried].map(([personId, one]) => [personId, toMoves(one, names)])),
  };
}

function toMoves({ stuck, joined, alone }: Rehearsal, names: ReadonlyMap<string, string>): Moves {
  const joins = inAll(joined, names);
  const moves = joined.filter((one) => one.moves).length;
  return { toMove: stuck, joins: joins && { ...joins, moves }, alone };
}

/** What these meetings are in all, or null when there is none. */
function inAll(
  meetings: readonly { day: Day; mates: string[] }[],
  names: ReadonlyMap<string, string>,
): GroupMeetings | null {
  const [first] = meetings.map(({ day }) => day).sort();
  if (!first) return null;
  const mates = new Set(meetings.flatMap((one) => one.mates.flatMap((id) => names.get(id) ?? [])));
  return { count: meetings.length, first, names: [...mates].sort((a, b) => a.localeCompare(b)) };
}

/**
 * The sessions of a pairing that nobody leads because its mentor had no time on their day. For those who can reassign
 * it; empty for everybody else, and once the pairing is over. Out of reach: not found.
 */
export async function leaderlessSessions(actor: Actor, pairingId: string): Promise<StuckSession[]> {
  if (!may(await standingToPairing(db, actor, pairingId), "handovers.reassignPairing")) return [];
  const pairing = await db.pairing.findUniqueOrThrow({
    where: { id: pairingId },
    select: { enrollmentId: true, kind: true, state: true },
  });
  if (!["CONFIRMED", "ACTIVE", "PAUSED"].includes(pairing.state)) return [];
  const rows = await db.session.findMany({
    where: {
      enrollmentId: pairing.enrollmentId,
      AND: [ahead(), ledBy(pairing.kind)],
      facilitators: { none: { state: { not: "DECLINED" } } },
    },
    orderBy: { startsAt: "asc" },
    select: { id: true, title: true, day: true },
  });
  return rows.map((row) => ({ ...row, day: toDay(row.day) }));
}
