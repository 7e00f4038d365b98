-- What is known of mentors and mentees before they are paired, and how a cohort matches them.

-- CreateEnum
CREATE TYPE "LearningStyle" AS ENUM ('WATCHING', 'LISTENING', 'READING', 'DOING');

-- CreateEnum
CREATE TYPE "CommunicationStyle" AS ENUM ('DIRECT', 'LIVELY', 'CALM', 'EXACT');

-- CreateEnum
CREATE TYPE "Variety" AS ENUM ('SIMILAR', 'MIXED', 'DIFFERENT');

-- AlterTable
ALTER TABLE "Cohort" ADD COLUMN     "matching" JSONB;

-- AlterTable
ALTER TABLE "ProgramVersion" ADD COLUMN     "matching" JSONB NOT NULL DEFAULT '{"weights":{"gaps":30,"learning":10,"communication":10,"goals":15,"interests":5,"hours":15,"tenure":10,"variety":5},"floorRule":"ANY","variety":"MIXED"}';

-- CreateTable
CREATE TABLE "MentorProfile" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "introduction" TEXT NOT NULL DEFAULT '',
    "experience" TEXT NOT NULL DEFAULT '',
    "record" TEXT NOT NULL DEFAULT '',
    "awards" TEXT[],
    "techniques" TEXT[],
    "interests" TEXT[],
    "teaches" "LearningStyle"[],
    "communicationStyle" "CommunicationStyle",
    "languages" TEXT[],
    "workStartMinute" INTEGER,
    "workEndMinute" INTEGER,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MentorProfile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProfileStrength" (
    "profileId" UUID NOT NULL,
    "skill" TEXT NOT NULL,
    "level" INTEGER NOT NULL,

    CONSTRAINT "ProfileStrength_pkey" PRIMARY KEY ("profileId","skill")
);

-- CreateTable
CREATE TABLE "Intake" (
    "id" UUID NOT NULL,
    "enrollmentId" UUID NOT NULL,
    "learningStyle" "LearningStyle",
    "communicationStyle" "CommunicationStyle",
    "goals" TEXT[],
    "interests" TEXT[],
    "languages" TEXT[],
    "workStartMinute" INTEGER,
    "workEndMinute" INTEGER,
    "confidenceBefore" INTEGER,
    "needs" TEXT NOT NULL DEFAULT '',
    "needsForMatching" BOOLEAN NOT NULL DEFAULT false,
    "variety" "Variety",
    "menteeFilledAt" TIMESTAMPTZ(3),
    "trainerFilledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Intake_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IntakeGap" (
    "intakeId" UUID NOT NULL,
    "skillId" UUID NOT NULL,
    "level" INTEGER NOT NULL,

    CONSTRAINT "IntakeGap_pkey" PRIMARY KEY ("intakeId","skillId")
);

-- CreateTable
CREATE TABLE "DoNotPair" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "otherPersonId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DoNotPair_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "MentorProfile_personId_key" ON "MentorProfile"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Intake_enrollmentId_key" ON "Intake"("enrollmentId");

-- CreateIndex
CREATE INDEX "IntakeGap_skillId_idx" ON "IntakeGap"("skillId");

-- CreateIndex
CREATE INDEX "DoNotPair_otherPersonId_idx" ON "DoNotPair"("otherPersonId");

-- CreateIndex
CREATE INDEX "DoNotPair_createdById_idx" ON "DoNotPair"("createdById");

-- CreateIndex
CREATE UNIQUE INDEX "DoNotPair_personId_otherPersonId_key" ON "DoNotPair"("personId", "otherPersonId");

-- AddForeignKey
ALTER TABLE "MentorProfile" ADD CONSTRAINT "MentorProfile_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProfileStrength" ADD CONSTRAINT "ProfileStrength_profileId_fkey" FOREIGN KEY ("profileId") REFERENCES "MentorProfile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Intake" ADD CONSTRAINT "Intake_enrollmentId_fkey" FOREIGN KEY ("enrollmentId") REFERENCES "Enrollment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IntakeGap" ADD CONSTRAINT "IntakeGap_intakeId_fkey" FOREIGN KEY ("intakeId") REFERENCES "Intake"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IntakeGap" ADD CONSTRAINT "IntakeGap_skillId_fkey" FOREIGN KEY ("skillId") REFERENCES "Skill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoNotPair" ADD CONSTRAINT "DoNotPair_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoNotPair" ADD CONSTRAINT "DoNotPair_otherPersonId_fkey" FOREIGN KEY ("otherPersonId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoNotPair" ADD CONSTRAINT "DoNotPair_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- What may never be stored.

CREATE FUNCTION is_workday(starts int, ends int) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT (starts IS NULL) = (ends IS NULL)
    AND (starts IS NULL OR starts BETWEEN 0 AND 1439 AND ends BETWEEN 1 AND 1440 AND starts <> ends)
$$;
ALTER TABLE "MentorProfile" ADD CONSTRAINT profile_hours CHECK (is_workday("workStartMinute", "workEndMinute"));
ALTER TABLE "Intake" ADD CONSTRAINT intake_hours CHECK (is_workday("workStartMinute", "workEndMinute"));
ALTER TABLE "Intake" ADD CONSTRAINT intake_confidence CHECK ("confidenceBefore" BETWEEN 1 AND 5);
ALTER TABLE "ProfileStrength" ADD CONSTRAINT strength_level CHECK (level BETWEEN 0 AND 4);
ALTER TABLE "IntakeGap" ADD CONSTRAINT gap_level CHECK (level BETWEEN 0 AND 4);
ALTER TABLE "DoNotPair" ADD CONSTRAINT do_not_pair_not_oneself CHECK ("personId" <> "otherPersonId");

-- A gap is in a skill of the mentee's own program.
CREATE FUNCTION keep_gap_of_program() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Intake" i JOIN "Enrollment" e ON e.id = i."enrollmentId" JOIN "Cohort" c ON c.id = e."cohortId"
    JOIN "Skill" s ON s."versionId" = c."versionId" WHERE i.id = NEW."intakeId" AND s.id = NEW."skillId";
  IF NOT FOUND THEN
    PERFORM refuse('gap_of_program', 'the skill belongs to another program');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_of_program BEFORE INSERT OR UPDATE ON "IntakeGap" FOR EACH ROW EXECUTE FUNCTION keep_gap_of_program();

-- The weights are whole numbers from 0 to 100, one for each factor, and they are not all nothing.
CREATE FUNCTION is_matching(settings jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(
    settings ->> 'floorRule' IN ('ANY', 'SAME', 'OTHER')
    AND settings ->> 'variety' IN ('SIMILAR', 'MIXED', 'DIFFERENT')
    AND jsonb_typeof(settings -> 'weights') = 'object'
    AND settings -> 'weights' ?& ARRAY['gaps', 'learning', 'communication', 'goals', 'interests', 'hours', 'tenure', 'variety']
    AND (SELECT bool_and(value ~ '^([0-9]{1,2}|100)$') AND bool_or(value <> '0') FROM jsonb_each_text(settings -> 'weights')),
    false)
$$;
ALTER TABLE "ProgramVersion" ADD CONSTRAINT version_matching CHECK (is_matching(matching));
ALTER TABLE "Cohort" ADD CONSTRAINT cohort_matching CHECK (matching IS NULL OR is_matching(matching));

-- Two who are kept apart are not paired, whichever of them is the mentor. What runs already goes on.
CREATE FUNCTION keep_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Enrollment" e JOIN "DoNotPair" d
    ON (d."personId", d."otherPersonId") IN ((e."personId", NEW."mentorId"), (NEW."mentorId", e."personId"))
    WHERE e.id = NEW."enrollmentId";
  IF FOUND THEN
    PERFORM refuse('pairing_do_not_pair', 'the two are not to be paired');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_apart BEFORE INSERT OR UPDATE OF "mentorId", "enrollmentId" ON "Pairing"
  FOR EACH ROW EXECUTE FUNCTION keep_apart();
