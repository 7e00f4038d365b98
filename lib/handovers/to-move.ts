import type { Actor } from "@/lib/actor";
import { toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { standingToPairing } from "@/lib/pairings/standing";
import { authorize, may } from "@/lib/permissions";
import { ahead, ledBy } from "@/lib/sessions/ahead";
import type { StuckSession } from "@/lib/sessions/pair-sessions";
import { placeSessions } from "@/lib/sessions/placement";
import { standingStates } from "@/lib/sessions/rules";

const standing = { in: [...standingStates] };

/**
 * The sessions of a pairing's mentee for which each other mentor of the cohort would have no time on their day, by
 * person: who takes over has to have them moved. For those who can reassign it. Out of reach: not found.
 */
export async function sessionsToMove(
  actor: Actor,
  pairingId: string,
): Promise<ReadonlyMap<string, StuckSession[]>> {
  authorize("handovers.reassignPairing", await standingToPairing(db, actor, pairingId));
  const { enrollmentId, mentorId, kind, cohort } = await db.pairing.findUniqueOrThrow({
    where: { id: pairingId },
    select: {
      enrollmentId: true,
      mentorId: true,
      kind: true,
      cohort: { select: { id: true, timeZone: true } },
    },
  });
  // What this mentor leads is free for the next one.
  const theirs = { enrollmentId, facilitators: { some: { personId: mentorId } } };
  const rows = await db.session.findMany({
    where: {
      enrollmentId,
      state: "CONFIRMED",
      AND: [ahead(), { OR: [ledBy(kind), { ...ledBy("CALL"), ...theirs }] }],
    },
    orderBy: { startsAt: "asc" },
    select: { id: true, title: true, day: true, startsAt: true, endsAt: true, template: true },
  });
  const sessions = rows.map((row) => ({ ...row, day: toDay(row.day) }));
  const [first] = sessions;
  if (!first) return new Map();
  const others = await busyMentors(cohort.id, first.startsAt, new Set(sessions.map(({ id }) => id)));
  const attended = await db.session.findMany({
    where: { state: standing, attendances: { some: { enrollmentId } }, endsAt: { gt: first.startsAt } },
    select: { id: true, startsAt: true, endsAt: true },
  });
  const mentee = new Map(attended.map((one) => [one.id, one]));
  return new Map(
    [...others].map(([personId, busy]) => {
      const { stuck } = placeSessions(sessions, cohort.timeZone, busy, mentee);
      return [personId, stuck.map(({ id, title, day }) => ({ id, title, day }))];
    }),
  );
}

/** When each approved mentor of a cohort leads or attends something, from an instant on, but for some sessions. */
async function busyMentors(cohortId: string, from: Date, except: ReadonlySet<string>) {
  const people = await db.mentorNomination.findMany({
    where: { list: { cohortId }, decision: "APPROVED" },
    select: { personId: true },
  });
  const ids = people.map(({ personId }) => personId);
  const taken = await db.session.findMany({
    where: {
      state: standing,
      endsAt: { gt: from },
      OR: [
        { facilitators: { some: { personId: { in: ids }, state: { not: "DECLINED" } } } },
        { attendances: { some: { enrollment: { personId: { in: ids } }, state: "EXPECTED" } } },
      ],
    },
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      facilitators: { where: { state: { not: "DECLINED" } }, select: { personId: true } },
      attendances: { where: { state: "EXPECTED" }, select: { enrollment: { select: { personId: true } } } },
    },
  });
  const busy = new Map(ids.map((id) => [id, [] as { startsAt: Date; endsAt: Date }[]]));
  for (const { id, startsAt, endsAt, facilitators, attendances } of taken) {
    if (except.has(id)) continue;
    const there = [
      ...facilitators.map(({ personId }) => personId),
      ...attendances.map((one) => one.enrollment.personId),
    ];
    for (const personId of there) busy.get(personId)?.push({ startsAt, endsAt });
  }
  return busy;
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
