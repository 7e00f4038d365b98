-- Mentor training: topics that are ticked, one or two days, scenarios with an answer and feedback, and how long it counts.

-- AlterTable
ALTER TABLE "MentorNomination" ADD COLUMN     "trainedFromId" UUID;

-- AlterTable
ALTER TABLE "ProgramVersion" ADD COLUMN     "trainingValidMonths" INTEGER NOT NULL DEFAULT 12;

-- CreateTable
CREATE TABLE "TrainingScenario" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,

    CONSTRAINT "TrainingScenario_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrainingTick" (
    "nominationId" UUID NOT NULL,
    "topic" INTEGER NOT NULL,
    "tickedById" UUID NOT NULL,
    "tickedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TrainingTick_pkey" PRIMARY KEY ("nominationId","topic")
);

-- CreateTable
CREATE TABLE "TrainingDay" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TrainingDay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrainingAttendance" (
    "dayId" UUID NOT NULL,
    "nominationId" UUID NOT NULL,
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TrainingAttendance_pkey" PRIMARY KEY ("dayId","nominationId")
);

-- CreateTable
CREATE TABLE "ScenarioAnswer" (
    "nominationId" UUID NOT NULL,
    "scenarioId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,
    "feedback" TEXT,
    "feedbackById" UUID,
    "feedbackAt" TIMESTAMPTZ(3),

    CONSTRAINT "ScenarioAnswer_pkey" PRIMARY KEY ("nominationId","scenarioId")
);

-- CreateIndex
CREATE UNIQUE INDEX "TrainingScenario_versionId_position_key" ON "TrainingScenario"("versionId", "position");

-- CreateIndex
CREATE INDEX "TrainingTick_tickedById_idx" ON "TrainingTick"("tickedById");

-- CreateIndex
CREATE UNIQUE INDEX "TrainingDay_cohortId_number_key" ON "TrainingDay"("cohortId", "number");

-- CreateIndex
CREATE INDEX "TrainingAttendance_nominationId_idx" ON "TrainingAttendance"("nominationId");

-- CreateIndex
CREATE INDEX "TrainingAttendance_recordedById_idx" ON "TrainingAttendance"("recordedById");

-- CreateIndex
CREATE INDEX "ScenarioAnswer_scenarioId_idx" ON "ScenarioAnswer"("scenarioId");

-- CreateIndex
CREATE INDEX "ScenarioAnswer_feedbackById_idx" ON "ScenarioAnswer"("feedbackById");

-- CreateIndex
CREATE INDEX "MentorNomination_trainedFromId_idx" ON "MentorNomination"("trainedFromId");

-- AddForeignKey
ALTER TABLE "MentorNomination" ADD CONSTRAINT "MentorNomination_trainedFromId_fkey" FOREIGN KEY ("trainedFromId") REFERENCES "MentorNomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingScenario" ADD CONSTRAINT "TrainingScenario_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ProgramVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingTick" ADD CONSTRAINT "TrainingTick_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "MentorNomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingTick" ADD CONSTRAINT "TrainingTick_tickedById_fkey" FOREIGN KEY ("tickedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingDay" ADD CONSTRAINT "TrainingDay_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingAttendance" ADD CONSTRAINT "TrainingAttendance_dayId_fkey" FOREIGN KEY ("dayId") REFERENCES "TrainingDay"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingAttendance" ADD CONSTRAINT "TrainingAttendance_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "MentorNomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingAttendance" ADD CONSTRAINT "TrainingAttendance_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScenarioAnswer" ADD CONSTRAINT "ScenarioAnswer_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "MentorNomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScenarioAnswer" ADD CONSTRAINT "ScenarioAnswer_scenarioId_fkey" FOREIGN KEY ("scenarioId") REFERENCES "TrainingScenario"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScenarioAnswer" ADD CONSTRAINT "ScenarioAnswer_feedbackById_fkey" FOREIGN KEY ("feedbackById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- The program says what is trained, and how long it counts; with the version it never changes.

ALTER TABLE "ProgramVersion" ADD CONSTRAINT version_training_valid CHECK ("trainingValidMonths" BETWEEN 1 AND 120);
ALTER TABLE "TrainingScenario" ADD CONSTRAINT scenario_says_something CHECK (title <> '' AND prompt <> '');
CREATE TRIGGER keep_published BEFORE INSERT OR UPDATE OR DELETE ON "TrainingScenario"
  FOR EACH ROW EXECUTE FUNCTION keep_published_part();

-- ---------------------------------------------------------------------------------------------------------------
-- Days: the first and the second, somewhere, and not moved once somebody was there.

ALTER TABLE "TrainingDay" ADD CONSTRAINT training_day_number CHECK (number IN (1, 2));
ALTER TABLE "TrainingDay" ADD CONSTRAINT training_day_times CHECK ("endsAt" > "startsAt");
ALTER TABLE "TrainingDay" ADD CONSTRAINT training_day_place CHECK (place <> '');

CREATE FUNCTION keep_training_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."cohortId" <> NEW."cohortId" OR OLD.number <> NEW.number
     OR EXISTS (SELECT 1 FROM "TrainingAttendance" WHERE "dayId" = OLD.id) THEN
    PERFORM refuse('training_day_held', 'a training day that somebody attended stays as it was');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_training_day BEFORE UPDATE OR DELETE ON "TrainingDay"
  FOR EACH ROW EXECUTE FUNCTION keep_training_day();
REVOKE DELETE, TRUNCATE ON "TrainingDay" FROM ridealong_app;

-- ---------------------------------------------------------------------------------------------------------------
-- What one mentor does is written while they are in training. The row of the nomination is held meanwhile: whoever
-- completes the training waits for it, and counts it.

CREATE FUNCTION keep_training_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part jsonb := to_jsonb(CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END);
  trained record;
BEGIN
  SELECT n.* INTO trained FROM "MentorNomination" n WHERE n.id = (part ->> 'nominationId')::uuid FOR NO KEY UPDATE;
  IF trained.decision <> 'APPROVED' OR trained.willingness <> 'ACCEPTED' THEN
    PERFORM refuse('training_of_willing', 'only who is approved and said yes is trained');
  ELSIF trained.training IN ('COMPLETED', 'WAIVED') THEN
    PERFORM refuse('training_over', 'what belongs to a completed or waived training stays as it is');
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER keep_a_part BEFORE INSERT OR UPDATE OR DELETE ON "TrainingTick"
  FOR EACH ROW EXECUTE FUNCTION keep_training_part();
CREATE TRIGGER keep_a_part BEFORE INSERT OR UPDATE OR DELETE ON "TrainingAttendance"
  FOR EACH ROW EXECUTE FUNCTION keep_training_part();
CREATE TRIGGER keep_a_part BEFORE INSERT OR UPDATE OR DELETE ON "ScenarioAnswer"
  FOR EACH ROW EXECUTE FUNCTION keep_training_part();

-- The program version and the cohort that a nomination is for.
CREATE FUNCTION training_of(nomination uuid) RETURNS TABLE (cohort uuid, version uuid, topics int)
  LANGUAGE sql STABLE ROWS 1 AS $$
  SELECT c.id, v.id, cardinality(v."trainingTopics") FROM "MentorNomination" n JOIN "MentorList" l ON l.id = n."listId"
    JOIN "Cohort" c ON c.id = l."cohortId" JOIN "ProgramVersion" v ON v.id = c."versionId" WHERE n.id = nomination
$$;

CREATE FUNCTION keep_training_tick() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.topic < 0 OR NEW.topic >= (SELECT topics FROM training_of(NEW."nominationId")) THEN
    PERFORM refuse('training_topic_known', 'the program has no such topic');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_tick BEFORE INSERT OR UPDATE ON "TrainingTick" FOR EACH ROW EXECUTE FUNCTION keep_training_tick();

CREATE FUNCTION keep_training_attendance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held record;
BEGIN
  -- Held, so that the day is not moved meanwhile.
  SELECT d.* INTO held FROM "TrainingDay" d WHERE d.id = NEW."dayId" FOR SHARE;
  IF held."cohortId" <> (SELECT cohort FROM training_of(NEW."nominationId")) THEN
    PERFORM refuse('training_day_of_cohort', 'the training day is of another cohort');
  ELSIF NEW."recordedAt" < held."startsAt" THEN
    PERFORM refuse('training_day_begun', 'nobody attends a training day before it begins');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_attendance BEFORE INSERT OR UPDATE ON "TrainingAttendance"
  FOR EACH ROW EXECUTE FUNCTION keep_training_attendance();

ALTER TABLE "ScenarioAnswer" ADD CONSTRAINT answer_says_something CHECK (text <> '' AND feedback <> '');
ALTER TABLE "ScenarioAnswer" ADD CONSTRAINT answer_feedback_whole CHECK
  (num_nulls(feedback, "feedbackById", "feedbackAt") IN (0, 3));

CREATE FUNCTION keep_scenario_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND (OLD."feedbackAt" IS NOT NULL OR NEW."scenarioId" <> OLD."scenarioId"
     OR NEW."nominationId" <> OLD."nominationId" OR NEW."feedbackAt" IS NOT NULL AND NEW.text <> OLD.text) THEN
    PERFORM refuse('answer_fixed', 'an answer with feedback stays as it is');
  END IF;
  PERFORM 1 FROM "TrainingScenario" s JOIN training_of(NEW."nominationId") t ON t.version = s."versionId"
    WHERE s.id = NEW."scenarioId";
  IF NOT FOUND THEN
    PERFORM refuse('answer_to_scenario', 'the program has no such scenario');
  END IF;
  PERFORM 1 FROM "MentorNomination" WHERE id = NEW."nominationId" AND "personId" = NEW."feedbackById";
  IF FOUND THEN
    PERFORM refuse('feedback_not_own', 'nobody gives feedback to themselves');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_answer BEFORE INSERT OR UPDATE OR DELETE ON "ScenarioAnswer"
  FOR EACH ROW EXECUTE FUNCTION keep_scenario_answer();
REVOKE DELETE, TRUNCATE ON "ScenarioAnswer" FROM ridealong_app;

-- ---------------------------------------------------------------------------------------------------------------
-- Completed is who covered every topic, was there on a day, and has feedback on every scenario; or who was so for an
-- earlier cohort of the same program, as long as that counts when this cohort starts.

CREATE FUNCTION keep_trained() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked record;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.training = 'COMPLETED' AND NEW.training = 'COMPLETED'
     AND OLD."trainedFromId" IS NOT DISTINCT FROM NEW."trainedFromId" THEN
    RETURN NEW;
  END IF;
  SELECT v.id AS version, v."programId", v."trainingValidMonths" AS months, cardinality(v."trainingTopics") AS topics,
      c."startsOn", c."timeZone" INTO asked
    FROM "MentorList" l JOIN "Cohort" c ON c.id = l."cohortId" JOIN "ProgramVersion" v ON v.id = c."versionId"
    WHERE l.id = NEW."listId";
  IF NEW."trainedFromId" IS NOT NULL THEN
    PERFORM 1 FROM "MentorNomination" n JOIN "MentorList" l ON l.id = n."listId" JOIN "Cohort" c ON c.id = l."cohortId"
        JOIN "ProgramVersion" v ON v.id = c."versionId"
      WHERE n.id = NEW."trainedFromId" AND n.id <> NEW.id AND n."personId" = NEW."personId" AND n.training = 'COMPLETED'
        AND n."trainedFromId" IS NULL AND v."programId" = asked."programId" AND NEW.training = 'COMPLETED'
        AND (n."trainedAt" AT TIME ZONE asked."timeZone")::date + make_interval(months => asked.months) >= asked."startsOn";
    IF NOT FOUND THEN
      PERFORM refuse('training_carried', 'that training does not count for this cohort');
    END IF;
  ELSIF NEW.training = 'COMPLETED' THEN
    IF (SELECT count(*) FROM "TrainingTick" WHERE "nominationId" = NEW.id) < asked.topics
       OR NOT EXISTS (SELECT 1 FROM "TrainingAttendance" WHERE "nominationId" = NEW.id)
       OR (SELECT count(*) FROM "ScenarioAnswer" WHERE "nominationId" = NEW.id AND "feedbackAt" IS NOT NULL)
          < (SELECT count(*) FROM "TrainingScenario" WHERE "versionId" = asked.version) THEN
      PERFORM refuse('training_whole', 'topics, a training day or feedback are missing');
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_trained BEFORE INSERT OR UPDATE OF training, "trainedFromId" ON "MentorNomination"
  FOR EACH ROW EXECUTE FUNCTION keep_trained();
