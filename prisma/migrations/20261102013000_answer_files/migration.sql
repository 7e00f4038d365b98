-- Answers to scenarios that are uploaded: recorded, drawn, or written elsewhere.

-- CreateEnum
CREATE TYPE "AnswerFileType" AS ENUM ('PNG', 'JPEG', 'WEBP', 'PDF', 'DOCX', 'MP3', 'M4A', 'WAV', 'OGG', 'MP4', 'MOV', 'WEBM');

-- AlterTable
ALTER TABLE "ScenarioAnswer" ADD COLUMN     "fileId" UUID,
ALTER COLUMN "text" DROP NOT NULL;

-- CreateTable
CREATE TABLE "AnswerFile" (
    "id" UUID NOT NULL,
    "type" "AnswerFileType" NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AnswerFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ScenarioAnswer_fileId_key" ON "ScenarioAnswer"("fileId");

-- AddForeignKey
ALTER TABLE "ScenarioAnswer" ADD CONSTRAINT "ScenarioAnswer_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "AnswerFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- What may never be stored: a large file, one that does not begin like what it is said to be, one that is nobody's
-- answer, and an answer that is neither written nor uploaded.

ALTER TABLE "AnswerFile" ADD CONSTRAINT answer_file_small CHECK (octet_length(bytes) <= 10000000 AND size = octet_length(bytes));
ALTER TABLE "AnswerFile" ADD CONSTRAINT answer_file_named CHECK (name <> '' AND length(name) <= 130);
ALTER TABLE "AnswerFile" ADD CONSTRAINT answer_file_type CHECK (CASE type
  WHEN 'PNG' THEN substring(bytes FROM 1 FOR 8) = '\x89504e470d0a1a0a'::bytea
  WHEN 'JPEG' THEN substring(bytes FROM 1 FOR 3) = '\xffd8ff'::bytea
  WHEN 'WEBP' THEN substring(bytes FROM 1 FOR 4) = 'RIFF'::bytea AND substring(bytes FROM 9 FOR 4) = 'WEBP'::bytea
  WHEN 'WAV' THEN substring(bytes FROM 1 FOR 4) = 'RIFF'::bytea AND substring(bytes FROM 9 FOR 4) = 'WAVE'::bytea
  WHEN 'PDF' THEN substring(bytes FROM 1 FOR 5) = '%PDF-'::bytea
  WHEN 'OGG' THEN substring(bytes FROM 1 FOR 4) = 'OggS'::bytea
  WHEN 'WEBM' THEN substring(bytes FROM 1 FOR 4) = '\x1a45dfa3'::bytea
  WHEN 'M4A' THEN substring(bytes FROM 5 FOR 7) = 'ftypM4A'::bytea
  WHEN 'MOV' THEN substring(bytes FROM 5 FOR 6) = 'ftypqt'::bytea
  WHEN 'MP4' THEN substring(bytes FROM 5 FOR 7) IN ('ftypiso'::bytea, 'ftypmp4'::bytea, 'ftypM4V'::bytea, 'ftyp3gp'::bytea)
    OR substring(bytes FROM 5 FOR 8) = 'ftypavc1'::bytea
  WHEN 'MP3' THEN substring(bytes FROM 1 FOR 3) = 'ID3'::bytea
    OR substring(bytes FROM 1 FOR 2) IN ('\xfffb'::bytea, '\xfff3'::bytea, '\xfff2'::bytea)
  WHEN 'DOCX' THEN substring(bytes FROM 1 FOR 4) = '\x504b0304'::bytea AND position('word/document.xml'::bytea IN bytes) > 0
END);
-- Most of them are compressed already.
ALTER TABLE "AnswerFile" ALTER COLUMN bytes SET STORAGE EXTERNAL;
-- Another file is another row.
REVOKE UPDATE, TRUNCATE ON "AnswerFile" FROM ridealong_app;

CREATE FUNCTION keep_answer_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "AnswerFile" WHERE id = NEW.id AND NOT EXISTS (SELECT 1 FROM "ScenarioAnswer" WHERE "fileId" = NEW.id);
  IF FOUND THEN
    PERFORM refuse('answer_file_of_answer', 'a file belongs to an answer');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER keep_answer_file AFTER INSERT ON "AnswerFile" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION keep_answer_file();

-- What an answer no longer holds is forgotten.
CREATE FUNCTION forget_answer_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "AnswerFile" WHERE id = OLD."fileId";
  RETURN NULL;
END $$;
CREATE TRIGGER forget_file AFTER UPDATE OF "fileId" ON "ScenarioAnswer" FOR EACH ROW
  WHEN (OLD."fileId" IS DISTINCT FROM NEW."fileId") EXECUTE FUNCTION forget_answer_file();

ALTER TABLE "ScenarioAnswer" ADD CONSTRAINT answer_given CHECK (num_nonnulls(text, "fileId") > 0);

CREATE OR REPLACE FUNCTION keep_scenario_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND (OLD."feedbackAt" IS NOT NULL OR NEW."scenarioId" <> OLD."scenarioId"
     OR NEW."nominationId" <> OLD."nominationId" OR NEW."feedbackAt" IS NOT NULL
     AND (NEW.text IS DISTINCT FROM OLD.text OR NEW."fileId" IS DISTINCT FROM OLD."fileId")) THEN
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
