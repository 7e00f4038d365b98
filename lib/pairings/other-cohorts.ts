import { standingToCohort, visibleTo } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { currentPairingStates } from "@/lib/pairings/rules";
import { authorize } from "@/lib/permissions";
import type { Prisma } from "@/prisma/generated/client";

const withoutLead = {
  state: { in: ["ENROLLED", "ACTIVE", "EXTENDED"] },
  pairings: { none: { kind: "LEAD", state: { in: [...currentPairingStates] } } },
} satisfies Prisma.EnrollmentWhereInput;

/** A cohort that asks the same floors for mentors at the same time, and how many of its mentees have none yet. */
export type OtherCohort = { id: string; name: string; open: number };

/**
 * The cohorts not over yet whose days overlap with this one's, on one of its floors, that have mentees without a lead
 * mentor, the next to begin first: whoever mentors there has fewer places here. Those alone that the actor can know of.
 * For the cohort's organizers; anybody else: not found.
 */
export async function otherCohorts(actor: Actor, cohortId: string): Promise<OtherCohort[]> {
  authorize("mentors.seeSupply", await standingToCohort(db, actor, cohortId));
  const { startsOn, endsOn, floors } = await db.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: { startsOn: true, endsOn: true, floors: { select: { floorId: true } } },
  });
  const rows = await db.cohort.findMany({
    where: {
      AND: [
        visibleTo.cohorts(actor),
        {
          id: { not: cohortId },
          state: { in: ["DRAFT", "PLANNING", "READY", "ACTIVE"] },
          startsOn: { lte: endsOn },
          endsOn: { gte: startsOn },
          floors: { some: { floorId: { in: floors.map(({ floorId }) => floorId) } } },
          enrollments: { some: withoutLead },
        },
      ],
    },
    orderBy: [{ startsOn: "asc" }, { name: "asc" }],
    select: {
      id: true,
      name: true,
      _count: { select: { enrollments: { where: withoutLead } } },
    },
  });
  return rows.map(({ _count, ...cohort }) => ({ ...cohort, open: _count.enrollments }));
}
