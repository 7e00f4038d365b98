import { type Day, fromDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";

type Whose = { cohortIds: readonly string[] } | { enrollmentIds: readonly string[] };

/**
 * The days on which a mentee was at nothing that expected them, from `since` on. It starts from the few who were missing
 * somewhere, and does not grow with what everybody else attended.
 */
export function awayAllDay(
  whose: Whose,
  since: Day = "0001-01-01",
): Promise<{ enrollmentId: string; day: Date }[]> {
  const theirs =
    "cohortIds" in whose
      ? Prisma.sql`e."cohortId" = ANY(${whose.cohortIds}::uuid[])`
      : Prisma.sql`e.id = ANY(${whose.enrollmentIds}::uuid[])`;
  return db.$queryRaw`
    WITH missed AS (
      SELECT DISTINCT a."enrollmentId", e."cohortId", s.day
        FROM "Enrollment" e
        JOIN "Attendance" a ON a."enrollmentId" = e.id AND a.state IN ('ABSENT', 'EXCUSED')
        JOIN "Session" s ON s.id = a."sessionId" AND s.state <> 'CANCELLED' AND s.day >= ${fromDay(since)}::date
       WHERE ${theirs})
    SELECT m."enrollmentId", m.day FROM missed m
     WHERE NOT EXISTS (
       SELECT 1 FROM "Attendance" b JOIN "Session" r ON r.id = b."sessionId"
        WHERE b."enrollmentId" = m."enrollmentId" AND r."cohortId" = m."cohortId" AND r.day = m.day AND r.state <> 'CANCELLED'
          AND b.state IN ('EXPECTED', 'PRESENT', 'LATE'))`;
}
