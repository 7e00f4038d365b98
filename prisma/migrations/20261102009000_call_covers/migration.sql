-- Who sits with which mentee during which block of live calls.

-- CreateEnum
CREATE TYPE "CallCoverState" AS ENUM ('SUGGESTED', 'CONFIRMED', 'DISCARDED', 'ENDED');

-- CreateTable
CREATE TABLE "CallCover" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "nominationId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "state" "CallCoverState" NOT NULL DEFAULT 'SUGGESTED',
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "day" DATE,
    "period" tstzrange,
    "standing" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "CallCover_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CallCover_sessionId_idx" ON "CallCover"("sessionId");

-- CreateIndex
CREATE INDEX "CallCover_nominationId_idx" ON "CallCover"("nominationId");

-- CreateIndex
CREATE INDEX "CallCover_mentorId_idx" ON "CallCover"("mentorId");

-- AddForeignKey
ALTER TABLE "CallCover" ADD CONSTRAINT "CallCover_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallCover" ADD CONSTRAINT "CallCover_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "MentorNomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallCover" ADD CONSTRAINT "CallCover_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- One call mentor a block; a call mentor is never at two blocks at once, back to back is fine.

CREATE UNIQUE INDEX call_cover_once ON "CallCover" ("sessionId") WHERE state IN ('SUGGESTED', 'CONFIRMED');
ALTER TABLE "CallCover" ADD CONSTRAINT call_cover_ends_after_start CHECK ("endsAt" > "startsAt");
ALTER TABLE "CallCover" ADD CONSTRAINT call_cover_not_twice
  EXCLUDE USING gist ("mentorId" WITH =, period WITH &&) WHERE (standing);
REVOKE DELETE, TRUNCATE ON "CallCover" FROM ridealong_app;

CREATE TRIGGER edges_state BEFORE UPDATE ON "CallCover" FOR EACH ROW EXECUTE FUNCTION keep_edges('state',
  'SUGGESTED>CONFIRMED', 'SUGGESTED>DISCARDED', 'CONFIRMED>ENDED');

-- ---------------------------------------------------------------------------------------------------------------
-- Who covers a block that is still to come can do so: a call mentor of that cohort who is there, free and has room.

CREATE FUNCTION call_cover_fits(cover "CallCover") RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  terms record;
BEGIN
  -- Whoever takes leave, pauses or is asked for another session holds the same row: the counts follow each other.
  PERFORM 1 FROM "Person" WHERE id = cover."mentorId" FOR NO KEY UPDATE;
  SELECT n.capacity, n."hoursPerWeek" INTO terms
    FROM "MentorNomination" n JOIN "MentorList" l ON l.id = n."listId" JOIN "Session" s ON s.id = cover."sessionId"
    WHERE n.id = cover."nominationId" AND n."personId" = cover."mentorId" AND l."cohortId" = s."cohortId"
      AND n.decision = 'APPROVED' AND n.willingness = 'ACCEPTED' AND n.training IN ('COMPLETED', 'WAIVED')
      AND n.kind IN ('CALL', 'BOTH');
  IF NOT FOUND THEN
    PERFORM refuse('call_cover_eligible', 'only an eligible call mentor of the cohort sits in on its live calls');
  END IF;
  PERFORM 1 FROM "Session" s JOIN "Enrollment" e ON e.id = s."enrollmentId" JOIN "Person" p ON p.id = e."personId"
    WHERE s.id = cover."sessionId" AND (p.id = cover."mentorId" OR p."managerId" = cover."mentorId" OR EXISTS (
      SELECT 1 FROM "DoNotPair" d
      WHERE (d."personId", d."otherPersonId") IN ((p.id, cover."mentorId"), (cover."mentorId", p.id))));
  IF FOUND THEN
    PERFORM refuse('call_cover_apart', 'the two are not to be brought together');
  END IF;
  IF mentor_is_paused(cover."mentorId") THEN
    PERFORM refuse('call_cover_paused', 'a paused mentor is asked nothing');
  END IF;
  PERFORM 1 FROM "Leave" WHERE "personId" = cover."mentorId" AND "removedAt" IS NULL
    AND cover.day BETWEEN "firstDay" AND "lastDay";
  IF FOUND THEN
    PERFORM refuse('call_cover_on_leave', 'the call mentor is on leave that day');
  END IF;
  PERFORM 1 FROM "SessionFacilitator" f JOIN "Session" s ON s.id = f."sessionId"
    WHERE f."personId" = cover."mentorId" AND f."sessionId" <> cover."sessionId" AND f.state <> 'DECLINED'
      AND s.state IN ('PLANNED', 'CONFIRMED', 'HELD') AND s."startsAt" < cover."endsAt" AND s."endsAt" > cover."startsAt";
  IF FOUND THEN
    PERFORM refuse('call_cover_busy', 'the call mentor leads something else at that time');
  END IF;
  IF (SELECT count(*) FROM "CallCover" WHERE "nominationId" = cover."nominationId" AND standing AND id <> cover.id
      AND day = cover.day) >= terms.capacity THEN
    PERFORM refuse('call_cover_capacity', 'the call mentor has as many mentees that day as they have places');
  END IF;
  IF extract(epoch FROM cover."endsAt" - cover."startsAt") + (SELECT coalesce(sum(extract(epoch FROM upper(period) - lower(period))), 0)
      FROM "CallCover" WHERE "nominationId" = cover."nominationId" AND standing AND id <> cover.id
      AND date_trunc('week', day) = date_trunc('week', cover.day)) > terms."hoursPerWeek" * 3600 THEN
    PERFORM refuse('call_cover_hours', 'the call mentor has no hours left that week');
  END IF;
END $$;

CREATE FUNCTION keep_call_cover() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  block record;
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD."sessionId", OLD."nominationId", OLD."mentorId", OLD."createdAt")
     IS DISTINCT FROM (NEW."sessionId", NEW."nominationId", NEW."mentorId", NEW."createdAt") THEN
    PERFORM refuse('call_cover_fixed', 'somebody else for a block is another cover');
  END IF;
  SELECT s.day, s."startsAt", s."endsAt", s.state, s."enrollmentId", t."facilitatorRole" INTO block
    FROM "Session" s LEFT JOIN "SessionTemplate" t ON t.id = s."templateId" WHERE s.id = NEW."sessionId" FOR SHARE OF s;
  IF block."enrollmentId" IS NULL OR block."facilitatorRole" IS DISTINCT FROM 'CALL_MENTOR' THEN
    PERFORM refuse('call_cover_of_block', 'only the live calls of a mentee are covered');
  END IF;
  NEW.day := block.day;
  NEW.period := tstzrange(NEW."startsAt", NEW."endsAt", '[)');
  NEW.standing := NEW.state IN ('SUGGESTED', 'CONFIRMED') AND block.state IN ('PLANNED', 'CONFIRMED', 'HELD');
  IF NEW.standing AND TG_OP = 'INSERT' AND block.state = 'HELD' THEN
    PERFORM refuse('call_cover_of_block', 'calls that were held are not covered any more');
  END IF;
  IF NEW.standing AND NEW.state = 'CONFIRMED' AND (NEW."startsAt", NEW."endsAt") <> (block."startsAt", block."endsAt") THEN
    PERFORM refuse('call_cover_of_block', 'a confirmed cover is for the time of its block');
  END IF;
  -- What was only written down about a cover (that both were told) asks nothing of anybody anew.
  IF NEW.standing AND block.state <> 'HELD' AND (TG_OP = 'INSERT' OR OLD.state <> NEW.state OR OLD.period <> NEW.period) THEN
    PERFORM call_cover_fits(NEW);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_call_cover BEFORE INSERT OR UPDATE ON "CallCover" FOR EACH ROW EXECUTE FUNCTION keep_call_cover();

-- A block that moves takes its call mentor along, when they can; what was only suggested for another time is dropped.
CREATE FUNCTION give_cover_times() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."startsAt" <> NEW."startsAt" OR OLD."endsAt" <> NEW."endsAt" OR OLD.day <> NEW.day THEN
    UPDATE "CallCover" SET state = 'DISCARDED', "endedAt" = now() WHERE "sessionId" = NEW.id AND state = 'SUGGESTED'
      AND (day, "startsAt", "endsAt") <> (NEW.day, NEW."startsAt", NEW."endsAt");
  END IF;
  UPDATE "CallCover" SET day = NEW.day WHERE "sessionId" = NEW.id AND state = 'SUGGESTED';
  UPDATE "CallCover" SET "startsAt" = NEW."startsAt", "endsAt" = NEW."endsAt"
    WHERE "sessionId" = NEW.id AND state = 'CONFIRMED';
  RETURN NULL;
END $$;
CREATE TRIGGER give_cover_times AFTER UPDATE OF "startsAt", "endsAt", day, state ON "Session"
  FOR EACH ROW WHEN (OLD."startsAt" <> NEW."startsAt" OR OLD."endsAt" <> NEW."endsAt" OR OLD.day <> NEW.day
    OR OLD.state <> NEW.state)
  EXECUTE FUNCTION give_cover_times();

-- Whoever no longer leads the block (declined, replaced, taken away) does not cover it either.
CREATE FUNCTION end_call_cover() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "CallCover" SET state = 'ENDED', "endedAt" = now()
    WHERE "sessionId" = OLD."sessionId" AND "mentorId" = OLD."personId" AND state = 'CONFIRMED';
  RETURN NULL;
END $$;
CREATE TRIGGER end_call_cover_of_deleted AFTER DELETE ON "SessionFacilitator"
  FOR EACH ROW EXECUTE FUNCTION end_call_cover();
CREATE TRIGGER end_call_cover_of_declined AFTER UPDATE OF state ON "SessionFacilitator"
  FOR EACH ROW WHEN (NEW.state = 'DECLINED' AND OLD.state <> 'DECLINED') EXECUTE FUNCTION end_call_cover();
