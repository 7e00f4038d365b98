-- How many hours a week somebody spends with customers of their own.

-- CreateTable
CREATE TABLE "SellingLoad" (
    "personId" UUID NOT NULL,
    "hoursPerWeek" INTEGER,
    "version" INTEGER NOT NULL,
    "statedById" UUID NOT NULL,
    "statedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SellingLoad_pkey" PRIMARY KEY ("personId")
);

-- CreateIndex
CREATE INDEX "SellingLoad_statedById_idx" ON "SellingLoad"("statedById");

-- AddForeignKey
ALTER TABLE "SellingLoad" ADD CONSTRAINT "SellingLoad_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SellingLoad" ADD CONSTRAINT "SellingLoad_statedById_fkey" FOREIGN KEY ("statedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- Nobody sells for more hours than a week can hold, and each change is known as one: whoever had read what was there
-- before is told.

ALTER TABLE "SellingLoad" ADD CONSTRAINT selling_load_hours CHECK ("hoursPerWeek" BETWEEN 0 AND 80);

CREATE FUNCTION keep_selling_load() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.version <> 1 OR TG_OP = 'UPDATE' AND NEW.version <> OLD.version + 1 THEN
    PERFORM refuse('selling_load_version', 'a change of the selling load follows the one before');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_selling_load BEFORE INSERT OR UPDATE ON "SellingLoad"
  FOR EACH ROW EXECUTE FUNCTION keep_selling_load();
REVOKE DELETE, TRUNCATE ON "SellingLoad" FROM ridealong_app;
