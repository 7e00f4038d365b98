-- The mentees of one mentor in a group program meet together: the sessions of each of them are one meeting.

-- AlterTable
ALTER TABLE "Session" ADD COLUMN "meetingId" UUID;

-- AlterTable
ALTER TABLE "SessionFacilitator" ADD COLUMN "meetingId" UUID;

CREATE INDEX session_of_meeting ON "Session" ("meetingId") WHERE "meetingId" IS NOT NULL;

-- ---------------------------------------------------------------------------------------------------------------
-- A facilitator is never in two confirmed meetings at once. A session that is of no meeting is one by itself.

CREATE OR REPLACE FUNCTION take_session_times() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT tstzrange(s."startsAt", s."endsAt", '[)'), s.state IN ('CONFIRMED', 'HELD') AND NEW.state <> 'DECLINED',
      s.kind = 'SME_TRAINING', coalesce(s."meetingId", s.id)
    INTO NEW.period, NEW.confirmed, NEW.trains, NEW."meetingId" FROM "Session" s WHERE s.id = NEW."sessionId" FOR SHARE;
  RETURN NEW;
END $$;

DROP TRIGGER give_session_times ON "Session";
CREATE TRIGGER give_session_times AFTER UPDATE OF "startsAt", "endsAt", state, "meetingId" ON "Session"
  FOR EACH ROW WHEN (OLD."startsAt" <> NEW."startsAt" OR OLD."endsAt" <> NEW."endsAt" OR OLD.state <> NEW.state
    OR OLD."meetingId" IS DISTINCT FROM NEW."meetingId")
  EXECUTE FUNCTION give_session_times();

UPDATE "SessionFacilitator" SET "meetingId" = "sessionId";
ALTER TABLE "SessionFacilitator" DROP CONSTRAINT facilitator_not_twice;
ALTER TABLE "SessionFacilitator" ADD CONSTRAINT facilitator_not_twice
  EXCLUDE USING gist ("personId" WITH =, period WITH &&, "meetingId" WITH <>) WHERE (confirmed);
-- What has no meeting would collide with nothing.
ALTER TABLE "SessionFacilitator" ADD CONSTRAINT facilitator_has_meeting CHECK (NOT confirmed OR "meetingId" IS NOT NULL);

-- ---------------------------------------------------------------------------------------------------------------
-- Whoever meets together does so at one time, and in pairs of one cohort. Looked at when everything is written, so that
-- all of a meeting can move; one writer after the other.

CREATE FUNCTION keep_meeting_together() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW."meetingId"::text, 15));
  PERFORM 1 FROM "Session" s JOIN "Session" o ON o."meetingId" = s."meetingId" AND o.id <> s.id
    WHERE s.id = NEW.id AND s.state IN ('PLANNED', 'CONFIRMED')
      AND (o."cohortId" <> s."cohortId"
        OR (o."startsAt", o."endsAt") <> (s."startsAt", s."endsAt")
          AND (o.state IN ('PLANNED', 'CONFIRMED')
            OR o.state = 'HELD' AND o."startsAt" < s."endsAt" AND o."endsAt" > s."startsAt"));
  IF FOUND THEN
    PERFORM refuse('meeting_together', 'the sessions of a meeting are at the same time');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER keep_meeting_together
  AFTER INSERT OR UPDATE OF "startsAt", "endsAt", state, "meetingId", "cohortId" ON "Session"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."meetingId" IS NOT NULL) EXECUTE FUNCTION keep_meeting_together();
ALTER TABLE "Session" ADD CONSTRAINT meeting_of_mentees CHECK ("meetingId" IS NULL OR "enrollmentId" IS NOT NULL);
