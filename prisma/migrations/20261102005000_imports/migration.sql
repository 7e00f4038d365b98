-- An import keeps the table as it was given and which of its columns are taken for what, so that both can be put right
-- until it is committed; and what it wrote, so that it can be undone for a while.
ALTER TABLE "PeopleImport" ADD COLUMN "cohortId" UUID;
ALTER TABLE "PeopleImport" ADD COLUMN "columns" JSONB;
ALTER TABLE "PeopleImport" ADD COLUMN "written" JSONB;
ALTER TABLE "PeopleImport" ADD COLUMN "undoneAt" TIMESTAMPTZ(3);

-- What was looked at and not committed is quickly chosen again; of what was committed, what came of it stays.
DELETE FROM "PeopleImport" WHERE "committedAt" IS NULL;
UPDATE "PeopleImport" SET
  written = jsonb_build_object('result', coalesce(rows->'result', '{"added": 0, "changed": 0}'), 'people', '[]'::jsonb),
  rows = '{"head": [], "body": []}',
  columns = '[]';
ALTER TABLE "PeopleImport" ALTER COLUMN "columns" SET NOT NULL;

CREATE INDEX "PeopleImport_byId_committedAt_idx" ON "PeopleImport"("byId", "committedAt");
CREATE INDEX "PeopleImport_cohortId_idx" ON "PeopleImport"("cohortId");
ALTER TABLE "PeopleImport" ADD CONSTRAINT "PeopleImport_cohortId_fkey"
  FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Only what was committed can be undone, and what was committed says what it wrote.
ALTER TABLE "PeopleImport" ADD CONSTRAINT import_undone_after_commit CHECK
  ("undoneAt" IS NULL OR ("committedAt" IS NOT NULL AND "undoneAt" >= "committedAt"));
ALTER TABLE "PeopleImport" ADD CONSTRAINT import_committed_written CHECK
  (("committedAt" IS NULL) = (written IS NULL));

-- Committed once and undone once, whoever asks: neither instant changes when it is set.
CREATE FUNCTION keep_import_instants() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD."committedAt" IS NOT NULL AND NEW."committedAt" IS DISTINCT FROM OLD."committedAt")
    OR (OLD."undoneAt" IS NOT NULL AND NEW."undoneAt" IS DISTINCT FROM OLD."undoneAt") THEN
    PERFORM refuse('import_once', 'an import is committed once and undone once');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER import_once BEFORE UPDATE ON "PeopleImport"
  FOR EACH ROW EXECUTE FUNCTION keep_import_instants();
