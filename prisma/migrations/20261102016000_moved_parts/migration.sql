-- What must not change is not to be emptied either: a part was held to where it goes, and now also to where it comes
-- from. The whole is locked before it is looked at, so that nobody publishes, uses or submits it meanwhile.

CREATE OR REPLACE FUNCTION keep_published_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wholes uuid[] := ARRAY[(to_jsonb(OLD) ->> 'versionId')::uuid, (to_jsonb(NEW) ->> 'versionId')::uuid];
BEGIN
  PERFORM 1 FROM "ProgramVersion" WHERE id = ANY (wholes) ORDER BY id FOR SHARE;
  PERFORM 1 FROM "ProgramVersion" WHERE id = ANY (wholes) AND state <> 'DRAFT';
  IF FOUND THEN
    PERFORM refuse('version_published', 'a published program version never changes');
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

CREATE OR REPLACE FUNCTION keep_used_criterion() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wholes uuid[] := ARRAY[OLD."rubricId", NEW."rubricId"];
BEGIN
  PERFORM 1 FROM "RubricVersion" WHERE id = ANY (wholes) ORDER BY id FOR SHARE;
  PERFORM 1 FROM "RubricVersion" WHERE id = ANY (wholes) AND "usedAt" IS NOT NULL;
  IF FOUND THEN
    PERFORM refuse('rubric_used', 'a used rubric version never changes');
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

CREATE OR REPLACE FUNCTION keep_submitted_score() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wholes uuid[] := ARRAY[OLD."assessmentId", NEW."assessmentId"];
BEGIN
  PERFORM 1 FROM "Assessment" WHERE id = ANY (wholes) ORDER BY id FOR SHARE;
  PERFORM 1 FROM "Assessment" WHERE id = ANY (wholes) AND "submittedAt" IS NOT NULL;
  IF FOUND THEN
    PERFORM refuse('score_submitted', 'a submitted score never changes');
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

CREATE OR REPLACE FUNCTION keep_scorecard_mark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "MentorNomination" n JOIN "MentorList" l ON l.id = n."listId"
    WHERE n.id IN (OLD."nominationId", NEW."nominationId") AND l.state = 'SUBMITTED';
  IF FOUND THEN
    PERFORM refuse('scorecard_list_open', 'a submitted list stays as it was submitted');
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

-- A capacity is lowered to no less than what its mentor has: on any day of these mentees, over all cohorts, since the
-- smallest of the capacities that meet on a day is what counts.

CREATE OR REPLACE FUNCTION keep_capacity() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  most int;
  taken int;
BEGIN
  SELECT v.cap INTO most FROM "MentorList" l JOIN "Cohort" c ON c.id = l."cohortId" JOIN "ProgramVersion" v ON v.id = c."versionId"
    WHERE l.id = NEW."listId";
  IF NEW.capacity < 1 OR (NEW.capacity > most AND coalesce(NEW."overCapReason", '') = '') THEN
    PERFORM refuse('nomination_capacity_cap', format('capacity %s is not between 1 and %s', NEW.capacity, most));
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.capacity < OLD.capacity THEN
    PERFORM 1 FROM "Person" WHERE id = NEW."personId" FOR NO KEY UPDATE;
    SELECT coalesce(max(n), 0) INTO taken FROM (
      SELECT count(*) AS n FROM "Pairing" begun JOIN "Pairing" p ON p."mentorId" = begun."mentorId" AND p.kind = begun.kind
        WHERE begun."mentorId" = NEW."personId" AND begun."startsOn" BETWEEN p."startsOn" AND p."endsOn"
          AND begun.state IN ('SUGGESTED', 'CONFIRMED', 'ACTIVE', 'PAUSED')
          AND p.state IN ('SUGGESTED', 'CONFIRMED', 'ACTIVE', 'PAUSED')
        GROUP BY begun.id HAVING bool_or(p."nominationId" = NEW.id)
      UNION ALL
      SELECT count(*) FROM "Pairing" WHERE "nominationId" = NEW.id
        AND state IN ('SUGGESTED', 'CONFIRMED', 'ACTIVE', 'PAUSED') GROUP BY kind
    ) counted;
    IF NEW.capacity < taken THEN
      PERFORM refuse('nomination_capacity_taken', format('capacity %s is below the %s current mentees', NEW.capacity, taken));
    END IF;
  END IF;
  RETURN NEW;
END $$;
