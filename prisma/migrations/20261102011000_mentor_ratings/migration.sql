-- How a mentee found their mentor, once the pairing has run.

-- CreateTable
CREATE TABLE "MentorRating" (
    "pairingId" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "comment" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MentorRating_pkey" PRIMARY KEY ("pairingId")
);

-- AddForeignKey
ALTER TABLE "MentorRating" ADD CONSTRAINT "MentorRating_pairingId_fkey" FOREIGN KEY ("pairingId") REFERENCES "Pairing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- Five levels, only of a pairing that has run, and changed for fourteen days.

ALTER TABLE "MentorRating" ADD CONSTRAINT rating_score CHECK (score BETWEEN 1 AND 5);
ALTER TABLE "MentorRating" ADD CONSTRAINT rating_comment CHECK (length(comment) <= 500);
ALTER TABLE "MentorRating" ADD CONSTRAINT rating_forwards CHECK ("updatedAt" >= "createdAt");

CREATE FUNCTION keep_mentor_rating() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW."pairingId" <> OLD."pairingId" OR NEW."createdAt" <> OLD."createdAt"
       OR NEW."updatedAt" >= OLD."createdAt" + interval '14 days' THEN
      PERFORM refuse('rating_fixed', 'a rating stays as it is after fourteen days');
    END IF;
    RETURN NEW;
  END IF;
  -- One that ended before its time has run when its cohort was launched and its first day had come by then.
  PERFORM 1 FROM "Pairing" p JOIN "Cohort" c ON c.id = p."cohortId"
    WHERE p.id = NEW."pairingId" AND p."announcedAt" IS NOT NULL AND (
      p.state = 'COMPLETED'
      OR p.state IN ('ENDED_EARLY', 'REASSIGNED') AND p."endedAt" >= c."launchedAt"
        AND (p."endedAt" AT TIME ZONE c."timeZone")::date >= p."startsOn"
      OR p.state IN ('ACTIVE', 'PAUSED')
        AND (NEW."createdAt" AT TIME ZONE c."timeZone")::date >= c."certificationDate")
    FOR SHARE OF p;
  IF NOT FOUND THEN
    PERFORM refuse('rating_of_run_pairing', 'only a mentor of a pairing that has run is rated');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_mentor_rating BEFORE INSERT OR UPDATE ON "MentorRating"
  FOR EACH ROW EXECUTE FUNCTION keep_mentor_rating();
REVOKE DELETE, TRUNCATE ON "MentorRating" FROM ridealong_app;
