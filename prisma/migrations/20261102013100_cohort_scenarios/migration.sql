-- Scenarios that a cohort asks of its mentors besides those of its program version, which never changes.

-- AlterTable
ALTER TABLE "TrainingScenario" ADD COLUMN     "cohortId" UUID,
ADD COLUMN     "edits" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "retiredAt" TIMESTAMPTZ(3),
ALTER COLUMN "versionId" DROP NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "TrainingScenario_cohortId_position_key" ON "TrainingScenario"("cohortId", "position");

-- AddForeignKey
ALTER TABLE "TrainingScenario" ADD CONSTRAINT "TrainingScenario_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- A scenario is a version's or a cohort's. A cohort's own keeps its words once somebody answered it, and is retired
-- instead of deleted.

ALTER TABLE "TrainingScenario" ADD CONSTRAINT scenario_of_one CHECK (num_nonnulls("versionId", "cohortId") = 1);
ALTER TABLE "TrainingScenario" ADD CONSTRAINT scenario_retired_of_cohort CHECK ("retiredAt" IS NULL OR "cohortId" IS NOT NULL);

CREATE FUNCTION keep_scenario() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The row is held by now: whoever answers it meanwhile has answered, or waits.
  IF TG_OP = 'DELETE' OR NEW."cohortId" IS DISTINCT FROM OLD."cohortId" OR NEW."versionId" IS NOT NULL
     OR (NEW.title <> OLD.title OR NEW.prompt <> OLD.prompt)
     AND EXISTS (SELECT 1 FROM "ScenarioAnswer" WHERE "scenarioId" = OLD.id) THEN
    PERFORM refuse('scenario_answered', 'a scenario that somebody answered keeps its words');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_scenario BEFORE UPDATE OR DELETE ON "TrainingScenario" FOR EACH ROW
  WHEN (OLD."cohortId" IS NOT NULL) EXECUTE FUNCTION keep_scenario();

CREATE OR REPLACE FUNCTION keep_scenario_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked record;
BEGIN
  IF TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND (OLD."feedbackAt" IS NOT NULL OR NEW."scenarioId" <> OLD."scenarioId"
     OR NEW."nominationId" <> OLD."nominationId" OR NEW."feedbackAt" IS NOT NULL
     AND (NEW.text IS DISTINCT FROM OLD.text OR NEW."fileId" IS DISTINCT FROM OLD."fileId")) THEN
    PERFORM refuse('answer_fixed', 'an answer with feedback stays as it is');
  END IF;
  -- Held, so that it is neither put in other words nor retired meanwhile.
  SELECT s."retiredAt" INTO asked FROM "TrainingScenario" s JOIN training_of(NEW."nominationId") t
    ON t.version = s."versionId" OR t.cohort = s."cohortId" WHERE s.id = NEW."scenarioId" FOR SHARE OF s;
  IF NOT FOUND THEN
    PERFORM refuse('answer_to_scenario', 'the training has no such scenario');
  ELSIF asked."retiredAt" IS NOT NULL AND NEW."feedbackAt" IS NULL THEN
    PERFORM refuse('answer_to_retired', 'a retired scenario is answered no more');
  END IF;
  PERFORM 1 FROM "MentorNomination" WHERE id = NEW."nominationId" AND "personId" = NEW."feedbackById";
  IF FOUND THEN
    PERFORM refuse('feedback_not_own', 'nobody gives feedback to themselves');
  END IF;
  RETURN NEW;
END $$;

-- Completed is who has feedback on every scenario that is asked: the version's, and the cohort's that are not retired.
CREATE OR REPLACE FUNCTION keep_trained() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked record;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.training = 'COMPLETED' AND NEW.training = 'COMPLETED'
     AND OLD."trainedFromId" IS NOT DISTINCT FROM NEW."trainedFromId" THEN
    RETURN NEW;
  END IF;
  SELECT v.id AS version, c.id AS cohort, v."programId", v."trainingValidMonths" AS months,
      cardinality(v."trainingTopics") AS topics, c."startsOn", c."timeZone" INTO asked
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
       OR EXISTS (SELECT 1 FROM "TrainingScenario" s
         WHERE (s."versionId" = asked.version OR s."cohortId" = asked.cohort) AND s."retiredAt" IS NULL
           AND NOT EXISTS (SELECT 1 FROM "ScenarioAnswer" a
             WHERE a."nominationId" = NEW.id AND a."scenarioId" = s.id AND a."feedbackAt" IS NOT NULL)) THEN
      PERFORM refuse('training_whole', 'topics, a training day or feedback are missing');
    END IF;
  END IF;
  RETURN NEW;
END $$;
