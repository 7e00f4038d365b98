import { clock } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import { announce } from "@/lib/outbox";
import type { Prisma } from "@/prisma/generated/client";

const toldSelect = {
  id: true,
  sessionId: true,
  mentorId: true,
  mentor: { select: { name: true } },
  session: {
    select: {
      cohort: { select: { id: true, name: true } },
      enrollment: { select: { personId: true, person: { select: { name: true } } } },
    },
  },
} satisfies Prisma.CallCoverSelect;
type Told = Prisma.CallCoverGetPayload<{ select: typeof toldSelect }>;

/**
 * Tells call mentors and mentees who sits in on whose live calls, one message each however many calls there are, and
 * makes the blocks that were kept for a call mentor theirs. Of these mentees only those whose mentor was announced: the
 * others are told with the announcement. Part of confirming covers and of announcing pairings.
 */
export async function tellCovers(
  tx: Tx,
  { enrollmentIds, except }: { enrollmentIds: readonly string[]; except?: string },
): Promise<void> {
  const covers = await tx.callCover.findMany({
    where: {
      state: "CONFIRMED",
      toldAt: null,
      session: {
        state: { in: ["PLANNED", "CONFIRMED"] },
        enrollment: {
          id: { in: [...enrollmentIds] },
          pairings: {
            some: { announcedAt: { not: null }, state: { in: ["CONFIRMED", "ACTIVE", "PAUSED"] } },
          },
        },
      },
    },
    orderBy: { id: "asc" },
    select: toldSelect,
  });
  if (covers.length === 0) return;
  const toldAt = clock.now();
  await tx.callCover.updateMany({ where: { id: { in: covers.map(({ id }) => id) } }, data: { toldAt } });
  const kept = covers.map(({ sessionId, mentorId }) => ({ sessionId, personId: mentorId }));
  await tx.sessionFacilitator.updateMany({
    where: { state: "RESERVED", OR: kept },
    data: { state: "ACCEPTED" },
  });
  for (const those of together(covers, ({ mentorId }) => mentorId)) {
    await tell(tx, those, { to: those[0].mentorId, kind: "callsToSitIn", except });
  }
  for (const those of together(covers, ({ session }) => session.enrollment?.personId ?? "")) {
    const to = those[0].session.enrollment?.personId ?? "";
    await tell(tx, those, { to, kind: "callsCovered", except });
  }
}

type Together = [Told, ...Told[]];

/** The covers of each person in each cohort. */
function together(covers: readonly Told[], person: (cover: Told) => string): Together[] {
  const groups = new Map<string, Together>();
  for (const cover of covers) {
    const key = `${cover.session.cohort.id} ${person(cover)}`;
    const those = groups.get(key);
    if (those) those.push(cover);
    else groups.set(key, [cover]);
  }
  return [...groups.values()];
}

async function tell(
  tx: Tx,
  covers: Together,
  told: { to: string; kind: "callsToSitIn" | "callsCovered"; except: string | undefined },
): Promise<void> {
  const { cohort } = covers[0].session;
  const mentor = told.kind === "callsToSitIn";
  const names = covers.map((one) => (mentor ? (one.session.enrollment?.person.name ?? "") : one.mentor.name));
  const data = { count: covers.length, people: [...new Set(names)].join(", "), cohort: cohort.name };
  const href = mentor ? `/cohorts/${cohort.id}/schedule` : "/schedule";
  await announce(tx, { to: [told.to], kind: told.kind, data, href, except: told.except });
}
