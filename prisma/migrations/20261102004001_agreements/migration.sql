-- CreateTable
CREATE TABLE "Acknowledgement" (
    "pairingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Acknowledgement_pkey" PRIMARY KEY ("pairingId","personId")
);

-- CreateTable
CREATE TABLE "PairingGoal" (
    "id" UUID NOT NULL,
    "pairingId" UUID NOT NULL,
    "indicator" TEXT NOT NULL,
    "baseline" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "proposedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "mentorAgreedAt" TIMESTAMPTZ(3),
    "menteeAgreedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "replacesId" UUID,

    CONSTRAINT "PairingGoal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Acknowledgement_personId_idx" ON "Acknowledgement"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "PairingGoal_replacesId_key" ON "PairingGoal"("replacesId");

-- CreateIndex
CREATE INDEX "PairingGoal_pairingId_idx" ON "PairingGoal"("pairingId");

-- CreateIndex
CREATE INDEX "PairingGoal_proposedById_idx" ON "PairingGoal"("proposedById");

-- AddForeignKey
ALTER TABLE "Acknowledgement" ADD CONSTRAINT "Acknowledgement_pairingId_fkey" FOREIGN KEY ("pairingId") REFERENCES "Pairing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Acknowledgement" ADD CONSTRAINT "Acknowledgement_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PairingGoal" ADD CONSTRAINT "PairingGoal_pairingId_fkey" FOREIGN KEY ("pairingId") REFERENCES "Pairing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PairingGoal" ADD CONSTRAINT "PairingGoal_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PairingGoal" ADD CONSTRAINT "PairingGoal_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "PairingGoal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- What was signed stays signed, by one of the two of a pairing that they know of.

CREATE FUNCTION keep_acknowledgement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM refuse('acknowledgement_fixed', 'what was signed stays signed');
  END IF;
  PERFORM 1 FROM "Pairing" p JOIN "Enrollment" e ON e.id = p."enrollmentId"
    WHERE p.id = NEW."pairingId" AND p."announcedAt" IS NOT NULL AND p.state IN ('CONFIRMED', 'ACTIVE', 'PAUSED')
      AND NEW."personId" IN (p."mentorId", e."personId");
  IF NOT FOUND THEN
    PERFORM refuse('acknowledgement_of_pair', 'only the two of a current pairing sign for it');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_acknowledgement BEFORE INSERT OR UPDATE OR DELETE ON "Acknowledgement"
  FOR EACH ROW EXECUTE FUNCTION keep_acknowledgement();
REVOKE UPDATE, DELETE, TRUNCATE ON "Acknowledgement" FROM ridealong_app;

-- ---------------------------------------------------------------------------------------------------------------
-- Goals: their words never change; who agreed has agreed; what is closed stays closed.

ALTER TABLE "PairingGoal" ADD CONSTRAINT goal_says_something CHECK (indicator <> '' AND target <> '');

CREATE FUNCTION keep_goal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM 1 FROM "Pairing" WHERE id = NEW."pairingId" AND "announcedAt" IS NOT NULL
      AND state IN ('CONFIRMED', 'ACTIVE', 'PAUSED');
    IF NOT FOUND THEN
      PERFORM refuse('goal_of_pair', 'goals belong to a current pairing');
    END IF;
    PERFORM 1 FROM "PairingGoal" WHERE id = NEW."replacesId" AND ("pairingId" <> NEW."pairingId" OR "closedAt" IS NULL);
    IF FOUND THEN
      PERFORM refuse('goal_replaces_closed', 'a goal takes the place of a closed one of the same pairing');
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR OLD."closedAt" IS NOT NULL
     OR (OLD."mentorAgreedAt" IS NOT NULL AND NEW."mentorAgreedAt" IS DISTINCT FROM OLD."mentorAgreedAt")
     OR (OLD."menteeAgreedAt" IS NOT NULL AND NEW."menteeAgreedAt" IS DISTINCT FROM OLD."menteeAgreedAt")
     OR to_jsonb(OLD) - '{mentorAgreedAt,menteeAgreedAt,closedAt}'::text[]
        <> to_jsonb(NEW) - '{mentorAgreedAt,menteeAgreedAt,closedAt}'::text[] THEN
    PERFORM refuse('goal_fixed', 'a goal never changes');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_goal BEFORE INSERT OR UPDATE OR DELETE ON "PairingGoal" FOR EACH ROW EXECUTE FUNCTION keep_goal();
REVOKE DELETE, TRUNCATE ON "PairingGoal" FROM ridealong_app;
