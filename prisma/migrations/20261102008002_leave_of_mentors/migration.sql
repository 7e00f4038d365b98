-- Nobody new is given to a mentor who is on leave on every program day of the cohort.

CREATE FUNCTION mentor_is_away(person uuid, cohort uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT count(*) > 0 AND bool_and(EXISTS (SELECT 1 FROM "Leave" l WHERE l."personId" = person
    AND l."removedAt" IS NULL AND d.day BETWEEN l."firstDay" AND l."lastDay"))
  FROM "CohortDay" d WHERE d."cohortId" = cohort AND d.phase = 'PROGRAM'
$$;
CREATE FUNCTION pair_no_absent_mentor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF mentor_is_away(NEW."mentorId", NEW."cohortId") THEN
    PERFORM refuse('mentor_on_leave', 'the mentor is on leave on every day of the program');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER pair_no_absent_mentor BEFORE INSERT ON "Pairing" FOR EACH ROW EXECUTE FUNCTION pair_no_absent_mentor();
