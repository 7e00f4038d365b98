-- Who stands in for a manager of a floor who is away.

-- CreateTable
CREATE TABLE "FloorDelegate" (
    "id" UUID NOT NULL,
    "floorId" UUID NOT NULL,
    "managerId" UUID NOT NULL,
    "delegateId" UUID NOT NULL,
    "firstDay" DATE NOT NULL,
    "lastDay" DATE NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FloorDelegate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FloorDelegate_floorId_idx" ON "FloorDelegate"("floorId");

-- CreateIndex
CREATE INDEX "FloorDelegate_managerId_idx" ON "FloorDelegate"("managerId");

-- CreateIndex
CREATE INDEX "FloorDelegate_delegateId_idx" ON "FloorDelegate"("delegateId");

-- CreateIndex
CREATE INDEX "FloorDelegate_createdById_idx" ON "FloorDelegate"("createdById");

-- AddForeignKey
ALTER TABLE "FloorDelegate" ADD CONSTRAINT "FloorDelegate_floorId_fkey" FOREIGN KEY ("floorId") REFERENCES "Floor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FloorDelegate" ADD CONSTRAINT "FloorDelegate_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FloorDelegate" ADD CONSTRAINT "FloorDelegate_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FloorDelegate" ADD CONSTRAINT "FloorDelegate_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- A delegate is somebody else, for days that go forwards, one at a time for each manager and floor; an active account,
-- named for somebody who manages the floor. What ends is kept.

ALTER TABLE "FloorDelegate" ADD CONSTRAINT delegate_not_oneself CHECK ("delegateId" <> "managerId");
ALTER TABLE "FloorDelegate" ADD CONSTRAINT delegate_forwards CHECK ("lastDay" >= "firstDay");
ALTER TABLE "FloorDelegate" ADD CONSTRAINT delegate_not_twice EXCLUDE USING gist
  ("floorId" WITH =, "managerId" WITH =, daterange("firstDay", "lastDay", '[]') WITH &&) WHERE ("endedAt" IS NULL);
REVOKE DELETE, TRUNCATE ON "FloorDelegate" FROM ridealong_app;

CREATE FUNCTION keep_delegate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Whoever closes the account holds the same row: it is closed before, or the delegate is named before.
  PERFORM 1 FROM "Person" WHERE id = NEW."delegateId" AND "deactivatedAt" IS NULL FOR SHARE;
  IF NOT FOUND THEN
    PERFORM refuse('delegate_active', 'a delegate has an active account');
  END IF;
  PERFORM 1 FROM "FloorManager" WHERE "floorId" = NEW."floorId" AND "personId" = NEW."managerId" FOR SHARE;
  IF NOT FOUND THEN
    PERFORM refuse('delegate_of_manager', 'a delegate stands in for a manager of the floor');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_delegate BEFORE INSERT ON "FloorDelegate" FOR EACH ROW EXECUTE FUNCTION keep_delegate();

-- Of what was agreed on nothing changes but that it ends.
CREATE FUNCTION keep_delegation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."endedAt" IS NOT NULL OR to_jsonb(OLD) - 'endedAt' IS DISTINCT FROM to_jsonb(NEW) - 'endedAt' THEN
    PERFORM refuse('delegate_fixed', 'of a delegation nothing changes but that it ends');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_delegation BEFORE UPDATE ON "FloorDelegate" FOR EACH ROW EXECUTE FUNCTION keep_delegation();
