-- When the two of a pairing are told. Until then it is between the organizers, and its sessions are kept for the mentor.

CREATE TYPE "AnnouncementPlan" AS ENUM ('KICKOFF', 'HELD');
ALTER TYPE "FacilitatorState" ADD VALUE 'RESERVED' BEFORE 'INVITED';
ALTER TABLE "Pairing" ADD COLUMN "announcement" "AnnouncementPlan" NOT NULL DEFAULT 'KICKOFF',
  ADD COLUMN "announcedAt" TIMESTAMPTZ(3);

-- Whoever was paired before this was told at once.
UPDATE "Pairing" SET "announcedAt" = coalesce("confirmedAt", "createdAt") WHERE state NOT IN ('SUGGESTED', 'DISCARDED');
CREATE INDEX pairing_unannounced ON "Pairing" ("cohortId")
  WHERE "announcedAt" IS NULL AND state IN ('CONFIRMED', 'ACTIVE', 'PAUSED');

ALTER TABLE "Pairing" ADD CONSTRAINT pairing_announced_confirmed CHECK
  ("announcedAt" IS NULL OR state NOT IN ('SUGGESTED', 'DISCARDED'));

CREATE FUNCTION keep_announced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."announcedAt" IS DISTINCT FROM OLD."announcedAt" OR NEW.announcement <> OLD.announcement THEN
    PERFORM refuse('pairing_announced_once', 'what two people were told cannot be taken back');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_announced BEFORE UPDATE OF "announcedAt", announcement ON "Pairing"
  FOR EACH ROW WHEN (OLD."announcedAt" IS NOT NULL) EXECUTE FUNCTION keep_announced();

-- ---------------------------------------------------------------------------------------------------------------
-- What two people who have just been paired can ask each other. A published version gets the list with the column.

ALTER TABLE "ProgramVersion" ADD COLUMN icebreakers TEXT[] DEFAULT ARRAY[
  'What was your best call so far, and what made it good?',
  'What did you do before you came here, and what of it still helps you?',
  'When do you learn best: watching, trying, reading or talking about it?',
  'How do you like to hear that something went wrong?',
  'What would make these weeks a success for you?'];
ALTER TABLE "ProgramVersion" ALTER COLUMN icebreakers DROP DEFAULT;
