-- Nobody is nudged about the same thing twice on one working day of the organization, whoever asks. A list that was
-- handed in since, an invitation that was sent anew and an answer that was given make it another thing.
CREATE OR REPLACE FUNCTION keep_nudges_apart() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  whole jsonb := to_jsonb(NEW);
  zone text := coalesce((SELECT "timeZone" FROM "Organization" WHERE id = 1), 'UTC');
  since timestamptz := CASE
    WHEN TG_TABLE_NAME = 'MentorList' THEN whole->>'submittedAt'
    WHEN whole->>'willingness' = 'INVITED' THEN whole->>'invitedAt'
    ELSE whole->>'respondedAt'
  END;
  first_day date := (OLD."nudgedAt" AT TIME ZONE zone)::date + 1;
  last_day date := (NEW."nudgedAt" AT TIME ZONE zone)::date;
BEGIN
  IF NEW."nudgedAt" IS DISTINCT FROM OLD."nudgedAt" AND OLD."nudgedAt" >= coalesce(since, '-infinity')
    AND NOT EXISTS (
      SELECT FROM generate_series(first_day::timestamp, last_day::timestamp, interval '1 day') AS passed(midnight)
      WHERE extract(isodow FROM midnight) < 6 AND NOT EXISTS (SELECT FROM "Holiday" h WHERE h.day = midnight::date)
    ) THEN
    PERFORM refuse('nudged_today', 'nobody is nudged about the same thing twice on one working day');
  END IF;
  RETURN NEW;
END $$;
