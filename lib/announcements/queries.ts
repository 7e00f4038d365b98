import { standingToCohort } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { authorize } from "@/lib/permissions";

/** The confirmed pairings of a cohort of which the two do not know yet, by mentee. For its organizers. */
export async function unannouncedPairings(actor: Actor, cohortId: string) {
  authorize("pairings.seeAll", await standingToCohort(db, actor, cohortId));
  const rows = await db.pairing.findMany({
    where: { cohortId, announcedAt: null, state: { in: ["CONFIRMED", "ACTIVE", "PAUSED"] } },
    orderBy: [{ enrollment: { person: { name: "asc" } } }, { id: "asc" }],
    select: {
      id: true,
      kind: true,
      announcement: true,
      mentorId: true,
      enrollmentId: true,
      mentor: { select: { name: true } },
      enrollment: { select: { person: { select: { name: true } } } },
    },
  });
  return rows.map(({ mentor, enrollment, ...pairing }) => ({
    ...pairing,
    mentor: mentor.name,
    mentee: enrollment.person.name,
  }));
}

export type UnannouncedPairing = Awaited<ReturnType<typeof unannouncedPairings>>[number];
