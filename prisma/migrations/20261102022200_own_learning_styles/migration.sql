-- How somebody learns best stands in both parts of an intake: each part holds its own word. So far whoever saved last
-- wrote over the other's, so what is there is theirs.
ALTER TABLE "Intake" ADD COLUMN "trainerStyle" "LearningStyle";
UPDATE "Intake" SET "trainerStyle" = "learningStyle", "learningStyle" = NULL
  WHERE "trainerFilledAt" IS NOT NULL AND ("menteeFilledAt" IS NULL OR "trainerFilledAt" >= "menteeFilledAt");
