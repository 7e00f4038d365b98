-- What deeds leave behind: certification, messages, the audit trail, sealed record by record as it always is.

CREATE TABLE bench.attempt AS
  SELECT m.cohort, m.n AS mentee, m.id AS enrollment, m.state AS mentee_state, c.crew, c.since, bench.workday(c.monday, 9) AS day,
    c.state = 'ACTIVE' AS open, bench.id(since) AS id, bench.id(since) AS assessment
  FROM bench.mentee m JOIN bench.cohort c ON c.n = m.cohort
  WHERE c.state IN ('ACTIVE', 'COMPLETED', 'ARCHIVED') AND m.state <> 'WITHDRAWN';
INSERT INTO "CertificationAttempt" (id, "enrollmentId", number, state, day, "rubricId", total, comment, "decidedById", "decidedAt", "createdAt")
  SELECT a.id, a.enrollment, 1,
    (CASE WHEN open THEN 'SCHEDULED' WHEN mentee_state = 'CERTIFIED' THEN 'PASSED' ELSE 'FAILED' END)::"AttemptState",
    a.day, r.id, CASE WHEN open THEN NULL WHEN mentee_state = 'CERTIFIED' THEN 75 + mentee % 20 ELSE 50 END,
    CASE WHEN NOT open THEN 'Clear and calm under questions.' END,
    CASE WHEN NOT open THEN p.id END, CASE WHEN NOT open THEN bench.at(a.day, 1000) END, a.since
  FROM bench.attempt a JOIN bench.person p ON p.role = 'organizer' AND p.g = a.crew, "RubricVersion" r ORDER BY a.since;
INSERT INTO "Assessment" (id, "attemptId", "personId", comment)
  SELECT a.assessment, a.id, p.id, 'As agreed.' FROM bench.attempt a
    JOIN bench.person p ON p.role = 'assessor' AND p.g = a.crew AND p.n = a.mentee % 4;
INSERT INTO "Score" ("assessmentId", "criterionId", level)
  SELECT a.assessment, c.id, CASE mentee_state WHEN 'CERTIFIED' THEN 3 ELSE 2 END FROM bench.attempt a, "Criterion" c WHERE NOT open;
UPDATE "Assessment" SET "submittedAt" = bench.at(a.day, 990) FROM bench.attempt a WHERE a.assessment = "Assessment".id AND NOT a.open;
INSERT INTO "Certificate" (number, "enrollmentId", "attemptId", "issuedOn")
  SELECT format('B-%s-%s', cohort, mentee), enrollment, id, day FROM bench.attempt WHERE mentee_state = 'CERTIFIED';

-- One message to the mentee for each log, five more around each enrollment; the last two days are unread.
CREATE TABLE bench.message AS
  SELECT m.person, 'logSubmitted' AS kind, bench.at(l.day, 1000) AS at, l.id AS subject
    FROM bench.log l JOIN bench.mentee m ON m.cohort = l.cohort AND m.n = l.mentee WHERE l.state = 'SUBMITTED'
  UNION ALL
  SELECT m.person, 'pairedMentee', c.since + k * interval '1 day', m.id FROM bench.mentee m JOIN bench.cohort c ON c.n = m.cohort, generate_series(1, 3) AS k
  UNION ALL
  SELECT r.person, 'pairedMentor', c.since + day * interval '1 day', m.id FROM bench.mentee m JOIN bench.cohort c ON c.n = m.cohort
    JOIN bench.mentor r ON r.cohort = m.cohort AND r.k = m.n % 10, generate_series(1, 2) AS day
  UNION ALL
  SELECT p.id, 'mentorAnswered', c.since + interval '3 days', r.id FROM bench.mentor r JOIN bench.cohort c ON c.n = r.cohort
    JOIN bench.person p ON p.role = 'organizer' AND p.g = c.crew;
INSERT INTO "Message" (id, "personId", kind, data, href, "createdAt", "readAt", "inApp", mail, tries, "sentAt")
  SELECT bench.id(at), person, kind, json_build_object('kind', 'LEAD', 'mentor', 'Ivo Okafor', 'mentee', 'Hana Chen',
      'person', 'Grace Ito', 'actor', 'Diego Rossi', 'floor', 'Floor 1', 'answer', 'ACCEPTED', 'cohort', 'Wave 000', 'day', '2026-03-10'),
    '/inbox', at, CASE WHEN at < bench.now() - interval '2 days' THEN at + interval '1 hour' END, true, 'SENT', 1, at
  FROM bench.message ORDER BY at;

CREATE TABLE bench.record AS
  SELECT c.since AS at, p.id AS actor, 'cohorts.createCohort' AS action, c.id AS cohort, 'Cohort' AS type, c.id AS subject
    FROM bench.cohort c JOIN bench.person p ON p.role = 'organizer' AND p.g = c.crew
  UNION ALL
  SELECT c.since + interval '6 days', p.id, 'pairings.pairMentee', c.id, 'Enrollment', m.id FROM bench.mentee m
    JOIN bench.cohort c ON c.n = m.cohort JOIN bench.person p ON p.role = 'organizer' AND p.g = c.crew
  UNION ALL
  SELECT bench.at(l.day, 1000), m.person, 'logs.submitLog', c.id, 'DailyLog', l.id FROM bench.log l JOIN bench.cohort c ON c.n = l.cohort
    JOIN bench.mentor m ON m.cohort = l.cohort AND m.k = (l.mentee + l.turn) % 10 WHERE l.state = 'SUBMITTED';
INSERT INTO "AuditRecord" (at, "actorId", "actorName", action, "cohortId", "subjectType", "subjectId", data)
  SELECT r.at, r.actor, p.name, r.action, r.cohort, r.type, r.subject::text, json_build_object('kind', 'LEAD', 'mentor', 'Ivo Okafor',
      'mentee', 'Hana Chen', 'what', 'submitted', 'cohort', 'Wave 000', 'count', 25, 'day', '2026-03-10')
  FROM bench.record r JOIN "Person" p ON p.id = r.actor ORDER BY r.at;

DROP SCHEMA bench CASCADE;
