-- What must always be true, whoever asks. Each refusal carries a name that lib/errors.ts turns into a sentence.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- ---------------------------------------------------------------------------------------------------------------
-- Roles: the owner migrates, the application reads and writes rows as ridealong_app and nothing more.

DO $$
BEGIN
  CREATE ROLE ridealong_app NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'ridealong_app', 'USAGE') THEN
    EXECUTE format('GRANT ridealong_app TO %I', current_user);
  END IF;
END $$;

GRANT USAGE ON SCHEMA public TO ridealong_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ridealong_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ridealong_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ridealong_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ridealong_app;
REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM ridealong_app;
REVOKE UPDATE, DELETE, TRUNCATE ON "AuditRecord" FROM ridealong_app;

-- ---------------------------------------------------------------------------------------------------------------
-- One way to refuse.

CREATE FUNCTION refuse(name text, words text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- The name stands in the message too: drivers hand the message on, not every field beside it.
  RAISE EXCEPTION 'refused by constraint "%": %', name, words USING ERRCODE = 'check_violation', CONSTRAINT = name;
END $$;

-- ---------------------------------------------------------------------------------------------------------------
-- States: only the edges listed. TG_ARGV[0] is the column, the rest are 'FROM>TO'.

CREATE FUNCTION keep_edges() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was text := to_jsonb(OLD) ->> TG_ARGV[0];
  becomes text := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
  IF was IS DISTINCT FROM becomes AND NOT (was || '>' || becomes = ANY (TG_ARGV[1:])) THEN
    PERFORM refuse('state_edge', format('%s.%s does not go from %s to %s', TG_TABLE_NAME, TG_ARGV[0], was, becomes));
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER edges_state BEFORE UPDATE ON "ProgramVersion" FOR EACH ROW EXECUTE FUNCTION keep_edges('state',
  'DRAFT>PUBLISHED', 'PUBLISHED>RETIRED');
CREATE TRIGGER edges_state BEFORE UPDATE ON "Cohort" FOR EACH ROW EXECUTE FUNCTION keep_edges('state',
  'DRAFT>PLANNING', 'PLANNING>READY', 'READY>PLANNING', 'READY>ACTIVE', 'ACTIVE>COMPLETED', 'COMPLETED>ARCHIVED',
  'DRAFT>CANCELLED', 'PLANNING>CANCELLED', 'READY>CANCELLED', 'ACTIVE>CANCELLED');
CREATE TRIGGER edges_state BEFORE UPDATE ON "Enrollment" FOR EACH ROW EXECUTE FUNCTION keep_edges('state',
  'ENROLLED>ACTIVE', 'ACTIVE>CERTIFIED', 'ACTIVE>EXTENDED', 'EXTENDED>CERTIFIED',
  'ENROLLED>WITHDRAWN', 'ACTIVE>WITHDRAWN', 'EXTENDED>WITHDRAWN',
  'ACTIVE>NOT_CERTIFIED', 'EXTENDED>NOT_CERTIFIED', 'CERTIFIED>RAMPED');
CREATE TRIGGER edges_state BEFORE UPDATE ON "MentorList" FOR EACH ROW EXECUTE FUNCTION keep_edges('state',
  'REQUESTED>SUBMITTED', 'SUBMITTED>REOPENED', 'REOPENED>SUBMITTED');
CREATE TRIGGER edges_decision BEFORE UPDATE ON "MentorNomination" FOR EACH ROW EXECUTE FUNCTION keep_edges('decision',
  'PROPOSED>APPROVED', 'PROPOSED>DECLINED', 'PROPOSED>WITHDRAWN', 'APPROVED>WITHDRAWN', 'DECLINED>WITHDRAWN',
  'APPROVED>DECLINED', 'DECLINED>APPROVED');
CREATE TRIGGER edges_willingness BEFORE UPDATE ON "MentorNomination" FOR EACH ROW EXECUTE FUNCTION keep_edges('willingness',
  'NOT_ASKED>INVITED', 'INVITED>ACCEPTED', 'INVITED>DECLINED', 'INVITED>EXPIRED', 'EXPIRED>INVITED', 'DECLINED>INVITED');
CREATE TRIGGER edges_training BEFORE UPDATE ON "MentorNomination" FOR EACH ROW EXECUTE FUNCTION keep_edges('training',
  'NOT_STARTED>IN_PROGRESS', 'NOT_STARTED>WAIVED', 'IN_PROGRESS>COMPLETED', 'IN_PROGRESS>WAIVED');
CREATE TRIGGER edges_state BEFORE UPDATE ON "Pairing" FOR EACH ROW EXECUTE FUNCTION keep_edges('state',
  'SUGGESTED>CONFIRMED', 'CONFIRMED>ACTIVE', 'ACTIVE>COMPLETED', 'ACTIVE>PAUSED', 'PAUSED>ACTIVE',
  'CONFIRMED>ENDED_EARLY', 'ACTIVE>ENDED_EARLY', 'PAUSED>ENDED_EARLY',
  'CONFIRMED>REASSIGNED', 'ACTIVE>REASSIGNED', 'PAUSED>REASSIGNED', 'SUGGESTED>DISCARDED');
CREATE TRIGGER edges_state BEFORE UPDATE ON "Session" FOR EACH ROW EXECUTE FUNCTION keep_edges('state',
  'PLANNED>CONFIRMED', 'CONFIRMED>HELD', 'PLANNED>MISSED', 'CONFIRMED>MISSED', 'PLANNED>CANCELLED', 'CONFIRMED>CANCELLED');
CREATE TRIGGER edges_state BEFORE UPDATE ON "DailyLog" FOR EACH ROW EXECUTE FUNCTION keep_edges('state', 'DRAFT>SUBMITTED');
CREATE TRIGGER edges_state BEFORE UPDATE ON "CertificationAttempt" FOR EACH ROW EXECUTE FUNCTION keep_edges('state',
  'SCHEDULED>IN_ASSESSMENT', 'SCHEDULED>CANCELLED', 'IN_ASSESSMENT>PASSED', 'IN_ASSESSMENT>RETAKE',
  'IN_ASSESSMENT>EXTENDED', 'IN_ASSESSMENT>FAILED');
CREATE TRIGGER edges_state BEFORE UPDATE ON "SignOff" FOR EACH ROW EXECUTE FUNCTION keep_edges('state',
  'REQUESTED>APPROVED', 'REQUESTED>CHANGES_REQUESTED', 'CHANGES_REQUESTED>REQUESTED');

-- ---------------------------------------------------------------------------------------------------------------
-- People.

ALTER TABLE "Person" ADD CONSTRAINT person_email_lower CHECK (email = lower(email) AND email LIKE '%_@_%');
ALTER TABLE "Person" ADD CONSTRAINT person_not_own_manager CHECK ("managerId" IS DISTINCT FROM id);
ALTER TABLE "Organization" ADD CONSTRAINT organization_is_one CHECK (id = 1);

-- ---------------------------------------------------------------------------------------------------------------
-- Programs: a published version and a used rubric never change.

ALTER TABLE "ProgramVersion" ADD CONSTRAINT version_sizes CHECK
  ("programDays" BETWEEN 1 AND 260 AND "preparationDays" BETWEEN 0 AND 60 AND "tailDays" BETWEEN 0 AND 260 AND cap BETWEEN 1 AND 50
   AND "logDueMinute" BETWEEN 0 AND 1439);
ALTER TABLE "SessionTemplate" ADD CONSTRAINT template_times CHECK
  (minutes > 0 AND "startMinute" BETWEEN 0 AND 1439 AND "endMinute" >= "startMinute" + minutes AND "endMinute" <= 1440);

CREATE FUNCTION keep_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'DRAFT' AND (TG_OP = 'DELETE'
     OR to_jsonb(OLD) - '{state,publishedAt}'::text[] IS DISTINCT FROM to_jsonb(NEW) - '{state,publishedAt}'::text[]) THEN
    PERFORM refuse('version_published', 'a published program version never changes');
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER keep_published BEFORE UPDATE OR DELETE ON "ProgramVersion" FOR EACH ROW EXECUTE FUNCTION keep_published_version();

CREATE FUNCTION keep_published_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part jsonb := to_jsonb(CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END);
BEGIN
  PERFORM 1 FROM "ProgramVersion" WHERE id = (part ->> 'versionId')::uuid AND state <> 'DRAFT';
  IF FOUND THEN
    PERFORM refuse('version_published', 'a published program version never changes');
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER keep_published BEFORE INSERT OR UPDATE OR DELETE ON "Objective" FOR EACH ROW EXECUTE FUNCTION keep_published_part();
CREATE TRIGGER keep_published BEFORE INSERT OR UPDATE OR DELETE ON "ProgramModule" FOR EACH ROW EXECUTE FUNCTION keep_published_part();
CREATE TRIGGER keep_published BEFORE INSERT OR UPDATE OR DELETE ON "Skill" FOR EACH ROW EXECUTE FUNCTION keep_published_part();
CREATE TRIGGER keep_published BEFORE INSERT OR UPDATE OR DELETE ON "SessionTemplate" FOR EACH ROW EXECUTE FUNCTION keep_published_part();
CREATE TRIGGER keep_published BEFORE INSERT OR UPDATE OR DELETE ON "MilestoneTemplate" FOR EACH ROW EXECUTE FUNCTION keep_published_part();

CREATE FUNCTION keep_used_rubric() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."usedAt" IS NOT NULL THEN
    PERFORM refuse('rubric_used', 'a used rubric version never changes');
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER keep_used BEFORE UPDATE OR DELETE ON "RubricVersion" FOR EACH ROW EXECUTE FUNCTION keep_used_rubric();

CREATE FUNCTION keep_used_criterion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "RubricVersion" WHERE "usedAt" IS NOT NULL
    AND id = CASE TG_OP WHEN 'DELETE' THEN OLD."rubricId" ELSE NEW."rubricId" END;
  IF FOUND THEN
    PERFORM refuse('rubric_used', 'a used rubric version never changes');
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER keep_used BEFORE INSERT OR UPDATE OR DELETE ON "Criterion" FOR EACH ROW EXECUTE FUNCTION keep_used_criterion();

-- ---------------------------------------------------------------------------------------------------------------
-- Cohorts.

ALTER TABLE "Cohort" ADD CONSTRAINT cohort_starts_before_end CHECK ("startsOn" <= "endsOn");
ALTER TABLE "CohortDay" ADD CONSTRAINT cohort_day_number CHECK (CASE phase WHEN 'PREPARATION' THEN number < 0 ELSE number > 0 END);

-- ---------------------------------------------------------------------------------------------------------------
-- Mentors: nobody decides on themselves; capacity stays within the program's cap unless a reason is kept.

ALTER TABLE "MentorNomination" ADD CONSTRAINT nomination_not_own_decision CHECK
  (decision NOT IN ('APPROVED', 'DECLINED') OR "decidedById" IS DISTINCT FROM "personId");
ALTER TABLE "MentorNomination" ADD CONSTRAINT nomination_hours CHECK ("hoursPerWeek" BETWEEN 0 AND 60);

CREATE FUNCTION keep_capacity() RETURNS trigger LANGUAGE plpgsql AS $$
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
    SELECT coalesce(max(n), 0) INTO taken FROM (SELECT count(*) AS n FROM "Pairing" WHERE "nominationId" = NEW.id
      AND state IN ('SUGGESTED', 'CONFIRMED', 'ACTIVE', 'PAUSED') GROUP BY kind) counted;
    IF NEW.capacity < taken THEN
      PERFORM refuse('nomination_capacity_taken', format('capacity %s is below the %s current mentees', NEW.capacity, taken));
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_capacity BEFORE INSERT OR UPDATE OF capacity, "overCapReason" ON "MentorNomination"
  FOR EACH ROW EXECUTE FUNCTION keep_capacity();

-- ---------------------------------------------------------------------------------------------------------------
-- Pairings: one current lead pairing a mentee; a mentor never above capacity over overlapping cohorts.

CREATE UNIQUE INDEX pairing_one_current_lead ON "Pairing" ("enrollmentId")
  WHERE kind = 'LEAD' AND state IN ('SUGGESTED', 'CONFIRMED', 'ACTIVE', 'PAUSED');
ALTER TABLE "Pairing" ADD CONSTRAINT pairing_starts_before_end CHECK ("startsOn" <= "endsOn");

CREATE FUNCTION keep_pairing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  mentee record;
  most int;
  taken int;
BEGIN
  IF NEW.state NOT IN ('SUGGESTED', 'CONFIRMED', 'ACTIVE', 'PAUSED') THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.state IN ('SUGGESTED', 'CONFIRMED', 'ACTIVE', 'PAUSED')
     AND (OLD."mentorId", OLD."enrollmentId", OLD."nominationId", OLD.kind, OLD."startsOn", OLD."endsOn")
       = (NEW."mentorId", NEW."enrollmentId", NEW."nominationId", NEW.kind, NEW."startsOn", NEW."endsOn") THEN
    RETURN NEW;
  END IF;
  SELECT e."personId", e."cohortId", p."managerId" INTO mentee
    FROM "Enrollment" e JOIN "Person" p ON p.id = e."personId" WHERE e.id = NEW."enrollmentId";
  IF mentee."cohortId" <> NEW."cohortId" THEN
    PERFORM refuse('pairing_same_cohort', 'the mentee is in another cohort');
  ELSIF mentee."personId" = NEW."mentorId" THEN
    PERFORM refuse('pairing_not_oneself', 'nobody mentors themselves');
  ELSIF mentee."managerId" = NEW."mentorId" THEN
    PERFORM refuse('pairing_not_line_manager', 'the line manager is not the mentor');
  END IF;
  -- The row lock makes the counts of parallel writers follow each other.
  PERFORM 1 FROM "Person" WHERE id = NEW."mentorId" FOR NO KEY UPDATE;
  PERFORM 1 FROM "MentorNomination" n JOIN "MentorList" l ON l.id = n."listId"
    WHERE n.id = NEW."nominationId" AND n."personId" = NEW."mentorId" AND l."cohortId" = NEW."cohortId"
      AND n.decision = 'APPROVED' AND n.willingness = 'ACCEPTED' AND n.training IN ('COMPLETED', 'WAIVED')
      AND (n.kind = 'BOTH' OR n.kind::text = NEW.kind::text);
  IF NOT FOUND THEN
    PERFORM refuse('pairing_mentor_eligible', 'the mentor is not eligible in this cohort');
  END IF;
  SELECT count(*), least(min(n.capacity), (SELECT capacity FROM "MentorNomination" WHERE id = NEW."nominationId"))
    INTO taken, most
    FROM "Pairing" p JOIN "MentorNomination" n ON n.id = p."nominationId"
    WHERE p."mentorId" = NEW."mentorId" AND p.kind = NEW.kind AND p.id <> NEW.id
      AND p.state IN ('SUGGESTED', 'CONFIRMED', 'ACTIVE', 'PAUSED')
      AND daterange(p."startsOn", p."endsOn", '[]') && daterange(NEW."startsOn", NEW."endsOn", '[]');
  IF taken >= most THEN
    PERFORM refuse('pairing_within_capacity', format('the mentor has %s of %s mentees', taken, most));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_pairing BEFORE INSERT OR UPDATE ON "Pairing" FOR EACH ROW EXECUTE FUNCTION keep_pairing();

-- ---------------------------------------------------------------------------------------------------------------
-- Sessions: end after they start; a facilitator is never in two confirmed ones at once, back to back is fine.

ALTER TABLE "Session" ADD CONSTRAINT session_ends_after_start CHECK ("endsAt" > "startsAt");
ALTER TABLE "SessionFacilitator" ADD CONSTRAINT facilitator_has_period CHECK (NOT confirmed OR (period IS NOT NULL AND NOT isempty(period)));
ALTER TABLE "SessionFacilitator" ADD CONSTRAINT facilitator_not_twice
  EXCLUDE USING gist ("personId" WITH =, period WITH &&) WHERE (confirmed);

CREATE FUNCTION take_session_times() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT tstzrange(s."startsAt", s."endsAt", '[)'), s.state IN ('CONFIRMED', 'HELD') AND NEW.state <> 'DECLINED'
    INTO NEW.period, NEW.confirmed FROM "Session" s WHERE s.id = NEW."sessionId" FOR SHARE;
  RETURN NEW;
END $$;
CREATE TRIGGER take_session_times BEFORE INSERT OR UPDATE ON "SessionFacilitator" FOR EACH ROW EXECUTE FUNCTION take_session_times();

CREATE FUNCTION give_session_times() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "SessionFacilitator" SET "sessionId" = NEW.id WHERE "sessionId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER give_session_times AFTER UPDATE OF "startsAt", "endsAt", state ON "Session"
  FOR EACH ROW WHEN (OLD."startsAt" <> NEW."startsAt" OR OLD."endsAt" <> NEW."endsAt" OR OLD.state <> NEW.state)
  EXECUTE FUNCTION give_session_times();

-- ---------------------------------------------------------------------------------------------------------------
-- Logs: one an author and day (a unique key); the author never changes.

ALTER TABLE "DailyLog" ADD CONSTRAINT log_numbers CHECK
  (calls BETWEEN 0 AND 1000 AND emails BETWEEN 0 AND 1000 AND meetings BETWEEN 0 AND 1000 AND proposals BETWEEN 0 AND 1000);

CREATE FUNCTION keep_log_author() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD."authorId", OLD."enrollmentId", OLD.day) IS DISTINCT FROM (NEW."authorId", NEW."enrollmentId", NEW.day) THEN
    PERFORM refuse('log_author_fixed', 'author, mentee and day of a log never change');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_author BEFORE UPDATE ON "DailyLog" FOR EACH ROW EXECUTE FUNCTION keep_log_author();

-- ---------------------------------------------------------------------------------------------------------------
-- Certification: independent assessors and deciders; submitted scores never change; a certificate needs a pass.

CREATE FUNCTION keep_assessor_independent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "CertificationAttempt" a JOIN "Enrollment" e ON e.id = a."enrollmentId" JOIN "Person" p ON p.id = e."personId"
    WHERE a.id = NEW."attemptId" AND (p.id = NEW."personId" OR p."managerId" = NEW."personId"
      OR EXISTS (SELECT 1 FROM "Pairing" r WHERE r."enrollmentId" = e.id AND r."mentorId" = NEW."personId"
                 AND r.state NOT IN ('SUGGESTED', 'DISCARDED')));
  IF FOUND THEN
    PERFORM refuse('assessor_independent', 'an assessor is never the mentee''s mentor or line manager');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_independent BEFORE INSERT OR UPDATE OF "personId", "attemptId" ON "Assessment"
  FOR EACH ROW EXECUTE FUNCTION keep_assessor_independent();

CREATE FUNCTION keep_decider_independent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Enrollment" e JOIN "Person" p ON p.id = e."personId"
    WHERE e.id = NEW."enrollmentId" AND NEW."decidedById" IN (p.id, p."managerId");
  IF FOUND THEN
    PERFORM refuse('decider_independent', 'a line manager decides nothing about the certification of their own people');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_independent BEFORE INSERT OR UPDATE OF "decidedById" ON "CertificationAttempt"
  FOR EACH ROW WHEN (NEW."decidedById" IS NOT NULL) EXECUTE FUNCTION keep_decider_independent();

CREATE FUNCTION keep_submitted_assessment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."submittedAt" IS NOT NULL THEN
    PERFORM refuse('score_submitted', 'a submitted score never changes');
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER keep_submitted BEFORE UPDATE OR DELETE ON "Assessment" FOR EACH ROW EXECUTE FUNCTION keep_submitted_assessment();

CREATE FUNCTION keep_submitted_score() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Assessment" WHERE "submittedAt" IS NOT NULL
    AND id = CASE TG_OP WHEN 'DELETE' THEN OLD."assessmentId" ELSE NEW."assessmentId" END;
  IF FOUND THEN
    PERFORM refuse('score_submitted', 'a submitted score never changes');
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER keep_submitted BEFORE INSERT OR UPDATE OR DELETE ON "Score" FOR EACH ROW EXECUTE FUNCTION keep_submitted_score();

CREATE FUNCTION keep_certificate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "CertificationAttempt" WHERE id = NEW."attemptId" AND "enrollmentId" = NEW."enrollmentId" AND state = 'PASSED';
  IF NOT FOUND THEN
    PERFORM refuse('certificate_needs_pass', 'a certificate needs a passed attempt');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_certificate BEFORE INSERT OR UPDATE ON "Certificate" FOR EACH ROW EXECUTE FUNCTION keep_certificate();
ALTER TABLE "Extension" ADD CONSTRAINT extension_starts_before_end CHECK ("startsOn" <= "endsOn");

-- ---------------------------------------------------------------------------------------------------------------
-- Audit: only ever added to, each record sealed with the hash of the one before.

CREATE FUNCTION audit_hash(r "AuditRecord") RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(r.previous, r.seq, extract(epoch FROM r.at), r."actorId", r."actorName",
    r.action, r."cohortId", r."subjectType", r."subjectId", r.data)::text, 'UTF8')), 'hex')
$$;

CREATE FUNCTION seal_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Writers wait for each other here, so that the order of the numbers is the order of the chain.
  PERFORM pg_advisory_xact_lock(7264190);
  NEW.seq := nextval(pg_get_serial_sequence('"AuditRecord"', 'seq'));
  NEW.previous := coalesce((SELECT hash FROM "AuditRecord" ORDER BY seq DESC LIMIT 1), '');
  NEW.hash := audit_hash(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER seal BEFORE INSERT ON "AuditRecord" FOR EACH ROW EXECUTE FUNCTION seal_audit();

-- The number of the first record that was changed or whose predecessor is missing; null when the chain is whole.
CREATE FUNCTION audit_broken_at() RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT min(seq) FROM (
    SELECT r.seq, r.previous = lag(r.hash, 1, '') OVER (ORDER BY r.seq) AND r.hash = audit_hash(r) AS whole FROM "AuditRecord" r
  ) checked WHERE NOT whole
$$;

-- ---------------------------------------------------------------------------------------------------------------
-- Background work: the queue's own tables are closed to the application, which adds jobs through this door.

CREATE FUNCTION enqueue(task text, payload json, at timestamptz DEFAULT NULL) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT graphile_worker.add_job(task, payload, run_at => at, max_attempts => 25)
$$;
REVOKE ALL ON FUNCTION enqueue FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enqueue TO ridealong_app;
