-- When mentors are away, and when they are asked nothing.

-- CreateTable
CREATE TABLE "Leave" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "firstDay" DATE NOT NULL,
    "lastDay" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Leave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MentorPause" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MentorPause_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Leave_personId_idx" ON "Leave"("personId");

-- CreateIndex
CREATE INDEX "MentorPause_personId_idx" ON "MentorPause"("personId");

-- AddForeignKey
ALTER TABLE "Leave" ADD CONSTRAINT "Leave_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentorPause" ADD CONSTRAINT "MentorPause_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- Leave goes forwards and never overlaps with more of the same person; one pause at a time.

ALTER TABLE "Leave" ADD CONSTRAINT leave_forwards CHECK ("lastDay" >= "firstDay");
ALTER TABLE "Leave" ADD CONSTRAINT leave_not_twice EXCLUDE USING gist
  ("personId" WITH =, daterange("firstDay", "lastDay", '[]') WITH &&) WHERE ("removedAt" IS NULL);
CREATE UNIQUE INDEX mentor_pause_once ON "MentorPause" ("personId") WHERE "endedAt" IS NULL;
REVOKE DELETE, TRUNCATE ON "Leave", "MentorPause" FROM ridealong_app;

-- A paused mentor is asked nothing: not proposed, not invited, given nobody new. What they have stays.
CREATE FUNCTION mentor_is_paused(person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM "MentorPause" WHERE "personId" = person AND "endedAt" IS NULL)
$$;
CREATE FUNCTION ask_no_paused_mentor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Whoever pauses holds the same row, so that nobody is asked while they do.
  PERFORM 1 FROM "Person" WHERE id = (to_jsonb(NEW) ->> TG_ARGV[0])::uuid FOR NO KEY UPDATE;
  IF mentor_is_paused((to_jsonb(NEW) ->> TG_ARGV[0])::uuid) THEN
    PERFORM refuse('mentor_paused', 'a paused mentor is asked nothing');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ask_no_paused_nominee BEFORE INSERT ON "MentorNomination"
  FOR EACH ROW EXECUTE FUNCTION ask_no_paused_mentor('personId');
CREATE TRIGGER invite_no_paused_mentor BEFORE UPDATE OF willingness ON "MentorNomination"
  FOR EACH ROW WHEN (NEW.willingness = 'INVITED' AND OLD.willingness <> 'INVITED')
  EXECUTE FUNCTION ask_no_paused_mentor('personId');
CREATE TRIGGER pair_no_paused_mentor BEFORE INSERT ON "Pairing"
  FOR EACH ROW EXECUTE FUNCTION ask_no_paused_mentor('mentorId');
