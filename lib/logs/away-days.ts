import { type Day, fromDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";

/**
 * SQL: the days from `since` on on which the mentee of the enrollment `e` was at nothing that expected them, in order;
 * null when there are none. It looks first whether they were missing anywhere, as most never were.
 */
export function daysAway(since: Day = "0001-01-01"): Prisma.Sql {
  return Prisma.sql`(
    SELECT array_agg(gone.day ORDER BY gone.day) FROM (
      SELECT s.day FROM "Attendance" a JOIN "Session" s ON s.id = a."sessionId"
       WHERE a."enrollmentId" = e.id AND a.state <> 'NOT_EXPECTED' AND s.state <> 'CANCELLED' AND s.day >= (SELECT ${fromDay(since)}::date)
       GROUP BY s.day HAVING bool_and(a.state IN ('ABSENT', 'EXCUSED'))) gone
     WHERE EXISTS (SELECT FROM "Attendance" a WHERE a."enrollmentId" = e.id AND a.state IN ('ABSENT', 'EXCUSED')))`;
}

/**
 * The days on which these mentees were at nothing that expected them. What is selected anew is hidden from the planner:
 * it then plans once, and not each time, which took twice as long as the answer.
 */
export function awayAllDay(enrollmentIds: readonly string[]): Promise<{ enrollmentId: string; day: Date }[]> {
  return db.$queryRaw`
    SELECT e.id AS "enrollmentId", unnest(${daysAway()}) AS day
      FROM "Enrollment" e WHERE e.id = ANY(ARRAY(SELECT unnest(${enrollmentIds}::uuid[])))`;
}
