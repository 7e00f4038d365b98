import { db } from "@/lib/db";

/**
 * Trains approved and willing mentors as their program asks, straight in the database: there on a training day of the
 * cohort, every topic ticked, every scenario answered with feedback of an organizer, and completed at that moment.
 */
export async function trainWholly(nominationIds: readonly string[], at: Date): Promise<void> {
  await db.$executeRawUnsafe(`DO $$
  DECLARE
    ids uuid[] := '{${nominationIds.join(",")}}';
    at timestamptz := '${at.toISOString()}';
  BEGIN
    UPDATE "MentorNomination" SET training = 'IN_PROGRESS' WHERE id = ANY(ids) AND training = 'NOT_STARTED';
    INSERT INTO "TrainingDay" (id, "cohortId", number, "startsAt", "endsAt", place, "createdAt")
      SELECT gen_random_uuid(), c, 1, at - interval '1 day', at - interval '20 hours', 'Room 2', at
      FROM (SELECT DISTINCT cohort FROM unnest(ids) n CROSS JOIN training_of(n)) AS each(c) ON CONFLICT DO NOTHING;
    INSERT INTO "TrainingAttendance" ("dayId", "nominationId", "recordedById", "recordedAt")
      SELECT d.id, n, o."personId", greatest(at, d."startsAt") FROM unnest(ids) n CROSS JOIN training_of(n) t
        JOIN "TrainingDay" d ON d."cohortId" = t.cohort AND d.number = 1
        JOIN LATERAL (SELECT "personId" FROM "CohortOrganizer" WHERE "cohortId" = t.cohort LIMIT 1) o ON true
      ON CONFLICT DO NOTHING;
    INSERT INTO "TrainingTick" ("nominationId", topic, "tickedById", "tickedAt")
      SELECT m.id, k - 1, m."personId", at FROM unnest(ids) n CROSS JOIN training_of(n) t
        JOIN "MentorNomination" m ON m.id = n JOIN generate_series(1, t.topics) AS k ON true ON CONFLICT DO NOTHING;
    INSERT INTO "ScenarioAnswer"
        ("nominationId", "scenarioId", text, version, "answeredAt", feedback, "feedbackById", "feedbackAt")
      SELECT n, s.id, 'I ask first.', 1, at, 'Good.', a."recordedById", at FROM unnest(ids) n CROSS JOIN training_of(n) t
        JOIN "TrainingScenario" s ON s."versionId" = t.version JOIN "TrainingAttendance" a ON a."nominationId" = n
      ON CONFLICT DO NOTHING;
    UPDATE "MentorNomination" SET training = 'COMPLETED', "trainedAt" = at WHERE id = ANY(ids);
  END $$`);
}
