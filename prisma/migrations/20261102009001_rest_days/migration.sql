-- The days on which nobody is asked to log a mentee, because their lead pairing rests: from the day on which it was
-- paused to the day before the one on which it went on. The two lists grow in turn.

ALTER TABLE "Enrollment" ADD COLUMN "restFrom" DATE[] DEFAULT ARRAY[]::DATE[],
  ADD COLUMN "restUntil" DATE[] DEFAULT ARRAY[]::DATE[];

-- What rests already rests from the day of this change on.
UPDATE "Enrollment" e SET "restFrom" = ARRAY[(now() AT TIME ZONE c."timeZone")::date] FROM "Cohort" c
  WHERE c.id = e."cohortId" AND EXISTS (
    SELECT 1 FROM "Pairing" p WHERE p."enrollmentId" = e.id AND p.kind = 'LEAD' AND p.state = 'PAUSED');

ALTER TABLE "Enrollment" ADD CONSTRAINT enrollment_rests_in_turn CHECK
  (coalesce(cardinality("restFrom"), 0) - coalesce(cardinality("restUntil"), 0) IN (0, 1));
