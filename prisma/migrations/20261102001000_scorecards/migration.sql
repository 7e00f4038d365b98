-- How the managers of a floor judge somebody whom they may offer as a mentor.

-- CreateEnum
CREATE TYPE "ScorecardCriterion" AS ENUM ('EXPERIENCE', 'RECORD', 'KNOWLEDGE', 'TECHNIQUES', 'COMMUNICATION', 'LEARNING', 'LEADERSHIP', 'OUTLOOK');

-- CreateTable
CREATE TABLE "Scorecard" (
    "nominationId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "filledById" UUID NOT NULL,
    "filledAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Scorecard_pkey" PRIMARY KEY ("nominationId")
);

-- CreateTable
CREATE TABLE "ScorecardMark" (
    "nominationId" UUID NOT NULL,
    "criterion" "ScorecardCriterion" NOT NULL,
    "level" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ScorecardMark_pkey" PRIMARY KEY ("nominationId","criterion")
);

-- CreateIndex
CREATE INDEX "Scorecard_filledById_idx" ON "Scorecard"("filledById");

-- AddForeignKey
ALTER TABLE "Scorecard" ADD CONSTRAINT "Scorecard_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "MentorNomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scorecard" ADD CONSTRAINT "Scorecard_filledById_fkey" FOREIGN KEY ("filledById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScorecardMark" ADD CONSTRAINT "ScorecardMark_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "Scorecard"("nominationId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- Five levels, nobody on themselves, and only while the list is open.

ALTER TABLE "ScorecardMark" ADD CONSTRAINT scorecard_level CHECK (level BETWEEN 1 AND 5);
ALTER TABLE "Scorecard" ADD CONSTRAINT scorecard_version CHECK (version >= 1);

CREATE FUNCTION keep_scorecard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  judged uuid;
  list "MentorListState";
BEGIN
  SELECT n."personId", l.state INTO judged, list
    FROM "MentorNomination" n JOIN "MentorList" l ON l.id = n."listId" WHERE n.id = NEW."nominationId" FOR SHARE OF l;
  IF judged = NEW."filledById" THEN
    PERFORM refuse('scorecard_not_own', 'nobody judges themselves');
  END IF;
  IF list = 'SUBMITTED' THEN
    PERFORM refuse('scorecard_list_open', 'a submitted list stays as it was submitted');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_scorecard BEFORE INSERT OR UPDATE ON "Scorecard" FOR EACH ROW EXECUTE FUNCTION keep_scorecard();

CREATE FUNCTION keep_scorecard_mark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "MentorNomination" n JOIN "MentorList" l ON l.id = n."listId"
    WHERE n.id = coalesce(NEW."nominationId", OLD."nominationId") AND l.state = 'SUBMITTED';
  IF FOUND THEN
    PERFORM refuse('scorecard_list_open', 'a submitted list stays as it was submitted');
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER keep_scorecard_mark BEFORE INSERT OR UPDATE OR DELETE ON "ScorecardMark"
  FOR EACH ROW EXECUTE FUNCTION keep_scorecard_mark();
REVOKE DELETE, TRUNCATE ON "Scorecard" FROM ridealong_app;
