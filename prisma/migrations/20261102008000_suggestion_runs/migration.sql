-- CreateEnum
CREATE TYPE "SuggestionRunState" AS ENUM ('QUEUED', 'SOLVING', 'READY', 'FAILED');

-- CreateEnum
CREATE TYPE "SuggestionObjective" AS ENUM ('TOTAL', 'WORST_OFF');

-- CreateEnum
CREATE TYPE "SuggestionStep" AS ENUM ('READING', 'SCORING', 'SOLVING', 'WRITING');

-- CreateTable
CREATE TABLE "SuggestionRun" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "startedById" UUID NOT NULL,
    "state" "SuggestionRunState" NOT NULL DEFAULT 'QUEUED',
    "objective" "SuggestionObjective" NOT NULL,
    "balance" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "step" "SuggestionStep" NOT NULL DEFAULT 'READING',
    "done" INTEGER NOT NULL DEFAULT 0,
    "all" INTEGER NOT NULL DEFAULT 0,
    "suggested" INTEGER,
    "unpaired" INTEGER,
    "changed" INTEGER,
    "before" DOUBLE PRECISION,
    "total" DOUBLE PRECISION,
    "lowest" DOUBLE PRECISION,
    "proposals" JSONB,
    "failure" JSONB,

    CONSTRAINT "SuggestionRun_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SuggestionRun_cohortId_createdAt_idx" ON "SuggestionRun"("cohortId", "createdAt");

-- CreateIndex
CREATE INDEX "SuggestionRun_startedById_idx" ON "SuggestionRun"("startedById");

-- AddForeignKey
ALTER TABLE "SuggestionRun" ADD CONSTRAINT "SuggestionRun_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SuggestionRun" ADD CONSTRAINT "SuggestionRun_startedById_fkey" FOREIGN KEY ("startedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- Of a cohort one run at a time is under way; what a run came to never changes.

CREATE UNIQUE INDEX suggestion_run_one_under_way ON "SuggestionRun" ("cohortId") WHERE state IN ('QUEUED', 'SOLVING');
ALTER TABLE "SuggestionRun" ADD CONSTRAINT suggestion_run_progress CHECK (done BETWEEN 0 AND "all" AND attempt >= 0);

CREATE TRIGGER edges_state BEFORE UPDATE ON "SuggestionRun" FOR EACH ROW EXECUTE FUNCTION keep_edges('state',
  'QUEUED>SOLVING', 'QUEUED>FAILED', 'SOLVING>READY', 'SOLVING>FAILED');

CREATE FUNCTION keep_suggestion_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('READY', 'FAILED') THEN
    PERFORM refuse('suggestion_run_fixed', 'what a run of suggestions came to never changes');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_suggestion_run BEFORE UPDATE ON "SuggestionRun" FOR EACH ROW EXECUTE FUNCTION keep_suggestion_run();
REVOKE DELETE, TRUNCATE ON "SuggestionRun" FROM ridealong_app;
