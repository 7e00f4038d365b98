-- People's photos of themselves.

-- CreateEnum
CREATE TYPE "PictureType" AS ENUM ('PNG', 'JPEG', 'WEBP');

-- CreateTable
CREATE TABLE "Portrait" (
    "personId" UUID NOT NULL,
    "type" "PictureType" NOT NULL,
    "bytes" BYTEA NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Portrait_pkey" PRIMARY KEY ("personId")
);

-- AddForeignKey
ALTER TABLE "Portrait" ADD CONSTRAINT "Portrait_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- What may never be stored: a large file, one that does not begin like the picture it is said to be, and the photo of
-- somebody whose account was closed.

ALTER TABLE "Portrait" ADD CONSTRAINT portrait_small CHECK (octet_length(bytes) <= 300000);
ALTER TABLE "Portrait" ADD CONSTRAINT portrait_picture CHECK (CASE type
  WHEN 'PNG' THEN substring(bytes FROM 1 FOR 8) = '\x89504e470d0a1a0a'::bytea
  WHEN 'JPEG' THEN substring(bytes FROM 1 FOR 3) = '\xffd8ff'::bytea
  WHEN 'WEBP' THEN substring(bytes FROM 1 FOR 4) = '\x52494646'::bytea
    AND substring(bytes FROM 9 FOR 4) = '\x57454250'::bytea
END);
-- They are compressed already.
ALTER TABLE "Portrait" ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE FUNCTION keep_portrait_of_active() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Held, so that an account that is closed at the same moment leaves no photo behind.
  PERFORM 1 FROM "Person" WHERE id = NEW."personId" AND "deactivatedAt" IS NULL FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('portrait_of_active', 'the account was closed');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_of_active BEFORE INSERT OR UPDATE ON "Portrait"
  FOR EACH ROW EXECUTE FUNCTION keep_portrait_of_active();
