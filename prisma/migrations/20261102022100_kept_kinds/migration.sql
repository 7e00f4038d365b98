-- What somebody mentors as is not taken from them while they have mentees that way.

CREATE FUNCTION keep_kind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Person" WHERE id = NEW."personId" FOR NO KEY UPDATE;
  PERFORM 1 FROM "Pairing" WHERE "nominationId" = NEW.id AND kind::text <> NEW.kind::text
    AND state IN ('SUGGESTED', 'CONFIRMED', 'ACTIVE', 'PAUSED');
  IF FOUND THEN
    PERFORM refuse('nomination_kind_taken', 'the mentor has current mentees of the other kind');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_kind BEFORE UPDATE OF kind ON "MentorNomination"
  FOR EACH ROW WHEN (NEW.kind <> 'BOTH' AND NEW.kind <> OLD.kind) EXECUTE FUNCTION keep_kind();
