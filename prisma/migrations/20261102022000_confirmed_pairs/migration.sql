-- A suggestion may have been made long ago: what forbids a pair is looked at once more when it is confirmed.

CREATE FUNCTION pairing_forbidden(pair "Pairing") RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN mentee."managerId" = pair."mentorId" THEN 'lineManager'
    WHEN EXISTS (SELECT 1 FROM "DoNotPair" d
      WHERE (d."personId", d."otherPersonId") IN ((mentee.id, pair."mentorId"), (pair."mentorId", mentee.id))) THEN 'doNotPair'
    WHEN mentor."deactivatedAt" IS NOT NULL THEN 'gone'
    WHEN n.decision <> 'APPROVED' OR n.willingness <> 'ACCEPTED' OR n.training NOT IN ('COMPLETED', 'WAIVED')
      OR (n.kind <> 'BOTH' AND n.kind::text <> pair.kind::text) THEN 'notEligible'
    WHEN mentor_is_paused(pair."mentorId") THEN 'paused'
    WHEN mentor_is_away(pair."mentorId", pair."cohortId") THEN 'onLeave'
  END
  FROM "Enrollment" e JOIN "Person" mentee ON mentee.id = e."personId"
    JOIN "Person" mentor ON mentor.id = pair."mentorId"
    JOIN "MentorNomination" n ON n.id = pair."nominationId"
  WHERE e.id = pair."enrollmentId"
$$;

CREATE FUNCTION confirm_allowed_pair() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE pairing_forbidden(NEW)
    WHEN 'lineManager' THEN PERFORM refuse('pairing_not_line_manager', 'the line manager is not the mentor');
    WHEN 'doNotPair' THEN PERFORM refuse('pairing_do_not_pair', 'the two are not to be paired');
    WHEN 'gone' THEN PERFORM refuse('pairing_mentor_eligible', 'the mentor has no account any more');
    WHEN 'notEligible' THEN PERFORM refuse('pairing_mentor_eligible', 'the mentor is not eligible in this cohort');
    WHEN 'paused' THEN PERFORM refuse('mentor_paused', 'a paused mentor is asked nothing');
    WHEN 'onLeave' THEN PERFORM refuse('mentor_on_leave', 'the mentor is on leave on every day of the program');
    ELSE NULL;
  END CASE;
  RETURN NEW;
END $$;
CREATE TRIGGER confirm_allowed_pair BEFORE UPDATE OF state ON "Pairing"
  FOR EACH ROW WHEN (OLD.state = 'SUGGESTED' AND NEW.state = 'CONFIRMED') EXECUTE FUNCTION confirm_allowed_pair();
