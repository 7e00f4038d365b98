-- Scenarios of the program version that a cohort asks of nobody.

-- CreateTable
CREATE TABLE "LeftOutScenario" (
    "cohortId" UUID NOT NULL,
    "scenarioId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LeftOutScenario_pkey" PRIMARY KEY ("cohortId","scenarioId")
);

-- CreateIndex
CREATE INDEX "LeftOutScenario_scenarioId_idx" ON "LeftOutScenario"("scenarioId");

-- AddForeignKey
ALTER TABLE "LeftOutScenario" ADD CONSTRAINT "LeftOutScenario_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeftOutScenario" ADD CONSTRAINT "LeftOutScenario_scenarioId_fkey" FOREIGN KEY ("scenarioId") REFERENCES "TrainingScenario"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- What is left out is a scenario of the cohort's version that nobody answered there, and is answered by nobody as long
-- as it is left out. Whoever answers it, and whoever leaves it out, wait for each other at its row.

CREATE FUNCTION keep_left_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "TrainingScenario" s JOIN "Cohort" c ON c."versionId" = s."versionId"
    WHERE s.id = NEW."scenarioId" AND c.id = NEW."cohortId" FOR NO KEY UPDATE OF s;
  IF NOT FOUND THEN
    PERFORM refuse('left_out_of_version', 'the program of the cohort has no such scenario');
  END IF;
  PERFORM 1 FROM "ScenarioAnswer" a JOIN "MentorNomination" n ON n.id = a."nominationId"
      JOIN "MentorList" l ON l.id = n."listId"
    WHERE a."scenarioId" = NEW."scenarioId" AND l."cohortId" = NEW."cohortId";
  IF FOUND THEN
    PERFORM refuse('left_out_unanswered', 'a scenario that somebody of the cohort answered is not left out');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_left_out BEFORE INSERT ON "LeftOutScenario" FOR EACH ROW EXECUTE FUNCTION keep_left_out();
-- It is left out, or it is not.
REVOKE UPDATE, TRUNCATE ON "LeftOutScenario" FROM ridealong_app;

CREATE OR REPLACE FUNCTION keep_scenario_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked record;
BEGIN
  IF TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND (OLD."feedbackAt" IS NOT NULL OR NEW."scenarioId" <> OLD."scenarioId"
     OR NEW."nominationId" <> OLD."nominationId" OR NEW."feedbackAt" IS NOT NULL
     AND (NEW.text IS DISTINCT FROM OLD.text OR NEW."fileId" IS DISTINCT FROM OLD."fileId")) THEN
    PERFORM refuse('answer_fixed', 'an answer with feedback stays as it is');
  END IF;
  -- Held, so that it is neither put in other words nor retired or left out meanwhile.
  SELECT s."retiredAt" INTO asked FROM "TrainingScenario" s JOIN training_of(NEW."nominationId") t
    ON t.version = s."versionId" OR t.cohort = s."cohortId" WHERE s.id = NEW."scenarioId" FOR SHARE OF s;
  IF NOT FOUND THEN
    PERFORM refuse('answer_to_scenario', 'the training has no such scenario');
  ELSIF asked."retiredAt" IS NOT NULL AND NEW."feedbackAt" IS NULL THEN
    PERFORM refuse('answer_to_retired', 'a retired scenario is answered no more');
  END IF;
  IF NEW."feedbackAt" IS NULL THEN
    PERFORM 1 FROM "LeftOutScenario" o JOIN training_of(NEW."nominationId") t ON t.cohort = o."cohortId"
      WHERE o."scenarioId" = NEW."scenarioId";
    IF FOUND THEN
      PERFORM refuse('answer_to_retired', 'a scenario that the cohort leaves out is not answered');
    END IF;
  END IF;
  PERFORM 1 FROM "MentorNomination" WHERE id = NEW."nominationId" AND "personId" = NEW."feedbackById";
  IF FOUND THEN
    PERFORM refuse('feedback_not_own', 'nobody gives feedback to themselves');
  END IF;
  RETURN NEW;
END $$;

-- Completed is who has feedback on every scenario that is asked: the version's that the cohort does not
-- leave out, and the cohort's own that are not retired.
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
           AND NOT EXISTS (SELECT 1 FROM "LeftOutScenario" o
             WHERE o."cohortId" = asked.cohort AND o."scenarioId" = s.id)
           AND NOT EXISTS (SELECT 1 FROM "ScenarioAnswer" a
             WHERE a."nominationId" = NEW.id AND a."scenarioId" = s.id AND a."feedbackAt" IS NOT NULL)) THEN
      PERFORM refuse('training_whole', 'topics, a training day or feedback are missing');
    END IF;
  END IF;
  RETURN NEW;
END $$;
