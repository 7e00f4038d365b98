-- What each request asks stays as cheap as on the first day, however long somebody's past here grows.

-- Whether somebody leads trainings: kept from the session, as its times are, so that nobody walks through all of their
-- sessions to find out.
ALTER TABLE "SessionFacilitator" ADD COLUMN "trains" BOOLEAN NOT NULL DEFAULT false;
CREATE OR REPLACE FUNCTION take_session_times() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT tstzrange(s."startsAt", s."endsAt", '[)'), s.state IN ('CONFIRMED', 'HELD') AND NEW.state <> 'DECLINED',
      s.kind = 'SME_TRAINING'
    INTO NEW.period, NEW.confirmed, NEW.trains FROM "Session" s WHERE s.id = NEW."sessionId" FOR SHARE;
  RETURN NEW;
END $$;
UPDATE "SessionFacilitator" f SET trains = true FROM "Session" s WHERE s.id = f."sessionId" AND s.kind = 'SME_TRAINING';
DROP INDEX "SessionFacilitator_personId_idx";
CREATE INDEX "SessionFacilitator_personId_trains_idx" ON "SessionFacilitator"("personId", "trains");

-- The number beside the bell counts what is unread, not what was ever told.
CREATE INDEX message_unread ON "Message" ("personId") WHERE "readAt" IS NULL AND "inApp";
