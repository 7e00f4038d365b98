-- When Ridealong last reminded the managers of a floor, and when an organizer last nudged somebody.
ALTER TABLE "MentorList" ADD COLUMN "nudgedAt" TIMESTAMPTZ(3),
  ADD COLUMN "remindedAt" TIMESTAMPTZ(3);
ALTER TABLE "MentorNomination" ADD COLUMN "nudgedAt" TIMESTAMPTZ(3);

-- Nobody is nudged about the same thing twice within a day, whoever asks.
CREATE FUNCTION keep_nudges_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."nudgedAt" IS DISTINCT FROM OLD."nudgedAt" AND NEW."nudgedAt" < OLD."nudgedAt" + interval '24 hours' THEN
    PERFORM refuse('nudged_today', 'nobody is nudged about the same thing twice within a day');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_nudges_apart BEFORE UPDATE OF "nudgedAt" ON "MentorList"
  FOR EACH ROW EXECUTE FUNCTION keep_nudges_apart();
CREATE TRIGGER keep_nudges_apart BEFORE UPDATE OF "nudgedAt" ON "MentorNomination"
  FOR EACH ROW EXECUTE FUNCTION keep_nudges_apart();
