import { type Day, fromDay } from "@/lib/dates";
import { db } from "@/lib/db";

/**
 * The days on which a mentee of these cohorts was at nothing that expected them, from `since` on. It starts from the
 * few who were missing somewhere, and does not grow with what everybody else attended.
 */
export function awayAllDay(
  cohortIds: readonly string[],
  since: Day = "0001-01-01",
): Promise<{ enrollmentId: string; day: Date }[]> {
  return db.$queryRaw`
    SELECT DISTINCT a."enrollmentId", s.day
      FROM "Enrollment" e
      JOIN "Attendance" a ON a."enrollmentId" = e.id AND a.state IN ('ABSENT', 'EXCUSED')
      JOIN "Session" s ON s.id = a."sessionId" AND s.state <> 'CANCELLED' AND s.day >= ${fromDay(since)}::date
     WHERE e."cohortId" = ANY(${cohortIds}::uuid[])
       AND NOT EXISTS (
         SELECT 1 FROM "Attendance" b JOIN "Session" r ON r.id = b."sessionId"
          WHERE b."enrollmentId" = a."enrollmentId" AND r.day = s.day AND r.state <> 'CANCELLED'
            AND b.state IN ('EXPECTED', 'PRESENT', 'LATE'))`;
}
