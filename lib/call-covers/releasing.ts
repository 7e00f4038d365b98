import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { type Day, fromDay } from "@/lib/dates";
import type { Tx } from "@/lib/db";
import { announce } from "@/lib/outbox";
import { standingStates } from "@/lib/sessions/rules";
import type { Prisma } from "@/prisma/generated/client";

const current = { in: ["SUGGESTED" as const, "CONFIRMED" as const] };

/** Why a call mentor can no longer sit in. */
export type Leaving = "leave" | "pause" | "withdrawn" | "gone";

/** What somebody no longer covers: all of it, what they cover through one nomination, or what lies on some days. */
export type Released = {
  personId: string;
  nominationId?: string;
  days?: { firstDay: Day; lastDay: Day };
  why: Leaving;
};

const coverSelect = {
  id: true,
  sessionId: true,
  mentor: { select: { name: true } },
  session: {
    select: {
      cohort: {
        select: {
          id: true,
          name: true,
          organizers: { where: { person: { deactivatedAt: null } }, select: { personId: true } },
        },
      },
    },
  },
} satisfies Prisma.CallCoverSelect;

/**
 * Ends what a call mentor covers and has not begun, because they leave, pause or are away: those blocks are gaps again,
 * led by the mentee's mentor where that one is free, and the organizers of each cohort are told how many. Part of the
 * deed by which they go.
 */
export async function releaseCovers(tx: Tx, actor: Actor, released: Released): Promise<void> {
  const { personId, nominationId, days, why } = released;
  const covers = await tx.callCover.findMany({
    where: {
      mentorId: personId,
      ...(nominationId ? { nominationId } : {}),
      ...(days ? { day: { gte: fromDay(days.firstDay), lte: fromDay(days.lastDay) } } : {}),
      state: current,
      session: { state: { in: ["PLANNED", "CONFIRMED"] }, startsAt: { gt: clock.now() } },
    },
    orderBy: { id: "asc" },
    select: coverSelect,
  });
  if (covers.length === 0) return;
  await endCovers(tx, covers);
  await standIn(tx, { sessionIds: covers.map(({ sessionId }) => sessionId), except: personId });
  for (const cohortId of new Set(covers.map(({ session }) => session.cohort.id))) {
    const those = covers.filter(({ session }) => session.cohort.id === cohortId);
    const [first] = those;
    if (!first) continue;
    const { cohort } = first.session;
    const data = { person: first.mentor.name, count: those.length, cohort: cohort.name, why };
    const subject = { type: "Cohort", id: cohortId } as const;
    await audit(tx, actor, { action: "call-covers.released", cohortId, subject, data });
    const to = cohort.organizers.map((one) => one.personId);
    const href = `/cohorts/${cohortId}/calls`;
    await announce(tx, { to, kind: "callGaps", data, href, except: actor.personId });
  }
}

/** Ends covers, whatever they are: a suggestion is dropped, and whoever was confirmed no longer leads the block. */
export async function endCovers(
  tx: Tx,
  covers: readonly { id: string; sessionId: string }[],
): Promise<number> {
  const those = { in: covers.map(({ id }) => id) };
  const endedAt = clock.now();
  const led = await tx.callCover.findMany({
    where: { id: those, state: "CONFIRMED" },
    select: { sessionId: true, mentorId: true },
  });
  const dropped = await tx.callCover.updateMany({
    where: { id: those, state: "SUGGESTED" },
    data: { state: "DISCARDED", endedAt },
  });
  const ended = await tx.callCover.updateMany({
    where: { id: those, state: "CONFIRMED" },
    data: { state: "ENDED", endedAt },
  });
  const theirs = led.map(({ sessionId, mentorId }) => ({ sessionId, personId: mentorId }));
  await tx.sessionFacilitator.deleteMany({ where: { OR: theirs } });
  return dropped.count + ended.count;
}

/** Lets the mentee's own mentor (of live calls a call mentor first) lead what nobody leads, where they are free then. */
export async function standIn(
  tx: Tx,
  { sessionIds, except }: { sessionIds: readonly string[]; except?: string },
): Promise<void> {
  const sessions = await tx.session.findMany({
    where: {
      id: { in: [...sessionIds] },
      state: { in: ["PLANNED", "CONFIRMED"] },
      facilitators: { none: { state: { not: "DECLINED" } } },
    },
    orderBy: { startsAt: "asc" },
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      template: { select: { facilitatorRole: true } },
      facilitators: { select: { personId: true } },
      enrollment: {
        select: {
          pairings: {
            where: { state: { in: ["CONFIRMED", "ACTIVE"] } },
            orderBy: [{ kind: "desc" }, { id: "asc" }],
            select: { kind: true, mentorId: true, announcedAt: true },
          },
        },
      },
    },
  });
  for (const session of sessions) {
    const calls = session.template?.facilitatorRole === "CALL_MENTOR";
    for (const { kind, mentorId, announcedAt } of session.enrollment?.pairings ?? []) {
      if (kind === "CALL" && !calls) continue;
      // Whoever declined is not asked again by itself.
      if (session.facilitators.some(({ personId }) => personId === mentorId)) continue;
      if (mentorId === except || (await isTaken(tx, mentorId, session))) continue;
      const state = announcedAt ? "ACCEPTED" : "RESERVED";
      await tx.sessionFacilitator.create({
        data: { sessionId: session.id, personId: mentorId, state },
        select: { personId: true },
      });
      break;
    }
  }
}

async function isTaken(tx: Tx, personId: string, at: { startsAt: Date; endsAt: Date }): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
  const other = await tx.session.findFirst({
    where: {
      state: { in: [...standingStates] },
      startsAt: { lt: at.endsAt },
      endsAt: { gt: at.startsAt },
      OR: [
        { facilitators: { some: { personId, state: { not: "DECLINED" } } } },
        { attendances: { some: { enrollment: { personId }, state: "EXPECTED" } } },
      ],
    },
    select: { id: true },
  });
  return other !== null;
}
