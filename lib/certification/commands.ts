import { clock } from "@/lib/clock";
import type { Tx } from "@/lib/db";

/**
 * Gives every active mentee of a cohort who has no attempt yet the first one, on the certification date and against
 * the rubric of the cohort's program. For the launch, and for who joins later.
 */
export async function scheduleFirstAttempts(tx: Tx, { cohortId }: { cohortId: string }): Promise<void> {
  const { certificationDate, version, enrollments } = await tx.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: {
      certificationDate: true,
      version: { select: { rubricVersionId: true } },
      enrollments: { where: { state: "ACTIVE", attempts: { none: {} } }, select: { id: true } },
    },
  });
  await tx.certificationAttempt.createMany({
    data: enrollments.map(({ id }) => ({
      enrollmentId: id,
      number: 1,
      day: certificationDate,
      rubricId: version.rubricVersionId,
      createdAt: clock.now(),
    })),
  });
}
