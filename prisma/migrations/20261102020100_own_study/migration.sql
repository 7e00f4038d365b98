-- What mentors learned by themselves.

-- CreateTable
CREATE TABLE "OwnStudy" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "minutes" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OwnStudy_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OwnStudy_personId_day_idx" ON "OwnStudy"("personId", "day");

-- AddForeignKey
ALTER TABLE "OwnStudy" ADD CONSTRAINT "OwnStudy_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- Each entry says what, and is done: its day has come somewhere on the globe. What is removed is kept.

ALTER TABLE "OwnStudy" ADD CONSTRAINT own_study_says_something CHECK (length(btrim(what)) BETWEEN 1 AND 200);
ALTER TABLE "OwnStudy" ADD CONSTRAINT own_study_length CHECK (minutes BETWEEN 15 AND 6000 AND minutes % 15 = 0);
ALTER TABLE "OwnStudy" ADD CONSTRAINT own_study_done CHECK (day <= ("changedAt" AT TIME ZONE 'UTC')::date + 1);
REVOKE DELETE, TRUNCATE ON "OwnStudy" FROM ridealong_app;
