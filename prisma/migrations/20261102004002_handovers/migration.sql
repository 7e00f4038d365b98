-- CreateTable
CREATE TABLE "Handover" (
    "id" UUID NOT NULL,
    "fromPairingId" UUID NOT NULL,
    "toPairingId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT NOT NULL,
    "pack" JSONB NOT NULL,

    CONSTRAINT "Handover_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Handover_fromPairingId_key" ON "Handover"("fromPairingId");

-- CreateIndex
CREATE UNIQUE INDEX "Handover_toPairingId_key" ON "Handover"("toPairingId");

-- CreateIndex
CREATE INDEX "Handover_createdById_idx" ON "Handover"("createdById");

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_fromPairingId_fkey" FOREIGN KEY ("fromPairingId") REFERENCES "Pairing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_toPairingId_fkey" FOREIGN KEY ("toPairingId") REFERENCES "Pairing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- A handover leads from a pairing that was reassigned to the one that took its place, and stays as it was given.

CREATE FUNCTION keep_handover() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM refuse('handover_fixed', 'a handover stays as it was given');
  END IF;
  PERFORM 1 FROM "Pairing" f JOIN "Pairing" t ON t."enrollmentId" = f."enrollmentId" AND t.kind = f.kind
    WHERE f.id = NEW."fromPairingId" AND t.id = NEW."toPairingId" AND f.state = 'REASSIGNED' AND t."mentorId" <> f."mentorId";
  IF NOT FOUND THEN
    PERFORM refuse('handover_of_reassigned', 'a handover leads to the next mentor of the same mentee');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_handover BEFORE INSERT OR UPDATE OR DELETE ON "Handover" FOR EACH ROW EXECUTE FUNCTION keep_handover();
REVOKE UPDATE, DELETE, TRUNCATE ON "Handover" FROM ridealong_app;
