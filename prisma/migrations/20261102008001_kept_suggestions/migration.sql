-- A suggestion that somebody keeps stays where it is until it is let go of. It can be confirmed.

CREATE FUNCTION keep_kept_suggestion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.locked AND NEW.locked AND OLD.state = 'SUGGESTED' AND (NEW.state = 'DISCARDED'
     OR (OLD."mentorId", OLD."enrollmentId", OLD."nominationId") IS DISTINCT FROM
        (NEW."mentorId", NEW."enrollmentId", NEW."nominationId")) THEN
    PERFORM refuse('pairing_kept', 'a suggestion that is kept stays where it is');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_kept BEFORE UPDATE ON "Pairing" FOR EACH ROW EXECUTE FUNCTION keep_kept_suggestion();
