-- How often an intake's parts and a cohort's way of matching were saved, so that nobody writes over what they have not seen.
ALTER TABLE "Intake" ADD COLUMN "menteeVersion" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "trainerVersion" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Cohort" ADD COLUMN "matchingVersion" INTEGER NOT NULL DEFAULT 0;
