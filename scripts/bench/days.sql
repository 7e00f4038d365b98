-- What happened day by day: sessions, who was there, logs. 15,000 sessions and 15,000 logs for each factor.

-- Cohorts that are alive have the whole plan of the program; ended ones share what is left of the 15,000 evenly:
-- all that was for everybody, and of the pair sessions an even choice.
CREATE TABLE bench.session AS
  WITH planned AS (
    SELECT c.n AS cohort, NULL::int AS mentee, t.id AS template, -1 AS lot FROM bench.cohort c, "SessionTemplate" t
      WHERE t.audience = 'COHORT'
    UNION ALL
    SELECT c.n, m.n, t.id, (t.position * 31 + m.n * 17) % 101 FROM bench.cohort c JOIN bench.mentee m ON m.cohort = c.n
      JOIN "SessionTemplate" t ON t.audience = 'PAIR'
  ), alive AS (
    SELECT count(*)::int AS sessions FROM planned WHERE cohort < 6 * bench.factor()
  ), share AS (
    SELECT (15000 * bench.factor() - sessions) / (54.0 * bench.factor()) AS each FROM alive
  ), ranked AS (
    SELECT planned.*, row_number() OVER (PARTITION BY cohort ORDER BY lot, template, mentee) AS rank,
      cohort - 6 * bench.factor() AS past FROM planned
  )
  SELECT cohort, mentee, template FROM ranked, share
    WHERE past < 0 OR rank <= floor((past + 1) * each) - floor(past * each);
CREATE TABLE bench.placed AS
  SELECT s.cohort, s.mentee, t.id AS template, t.kind, t.title, t.agenda, t.day AS number, t."facilitatorRole" AS role, c.crew, c.since,
    bench.workday(c.monday, t.day - 1) AS day, t.minutes,
    t."startMinute" + t.minutes * CASE WHEN s.mentee IS NULL THEN 0 WHEN t."facilitatorRole" = 'ASSESSOR' THEN s.mentee / 4
      ELSE s.mentee / 10 END AS minute, c.state AS cohort_state
  FROM bench.session s JOIN bench.cohort c ON c.n = s.cohort JOIN "SessionTemplate" t ON t.id = s.template;
ALTER TABLE bench.placed ADD COLUMN id uuid, ADD COLUMN state text;
UPDATE bench.placed SET id = bench.id(since),
  state = CASE WHEN cohort_state = 'CANCELLED' THEN 'CANCELLED' WHEN cohort_state IN ('PLANNING', 'READY') THEN 'PLANNED'
    WHEN bench.at(day, minute + minutes) > bench.now() THEN 'CONFIRMED' WHEN abs(hashtext(id::text)) % 50 = 0 THEN 'MISSED' ELSE 'HELD' END;
INSERT INTO "Session" (id, "cohortId", "enrollmentId", "templateId", kind, state, title, agenda, place, day, "startsAt", "endsAt", "createdAt")
  SELECT s.id, c.id, m.id, s.template, s.kind, s.state::"SessionState", s.title, s.agenda, 'Room ' || s.crew, s.day,
    bench.at(s.day, s.minute), bench.at(s.day, s.minute + s.minutes), s.since
  FROM bench.placed s JOIN bench.cohort c ON c.n = s.cohort LEFT JOIN bench.mentee m ON m.cohort = s.cohort AND m.n = s.mentee
  ORDER BY s.since, s.day, s.minute;
INSERT INTO "SessionFacilitator" ("sessionId", "personId", state)
  SELECT s.id, p.id, 'ACCEPTED' FROM bench.placed s JOIN bench.person p ON p.g = s.crew
      AND ((s.role = 'ORGANIZER' AND p.role = 'organizer') OR (s.role = 'SME' AND p.role = 'sme' AND p.n = s.number % 2)
        OR (s.role = 'ASSESSOR' AND p.role = 'assessor' AND p.n = s.mentee % 4))
    WHERE NOT (s.role = 'ORGANIZER' AND s.number = 10 AND s.kind = 'ROUNDTABLE') ORDER BY s.since;
INSERT INTO "SessionFacilitator" ("sessionId", "personId", state)
  SELECT s.id, m.person, 'ACCEPTED' FROM bench.placed s
    JOIN bench.mentor m ON m.cohort = s.cohort AND m.k = (s.mentee + CASE s.role WHEN 'CALL_MENTOR' THEN 1 ELSE 0 END) % 10
    WHERE s.role IN ('LEAD_MENTOR', 'CALL_MENTOR') AND s.cohort_state <> 'PLANNING' ORDER BY s.since;
INSERT INTO "Attendance" ("sessionId", "enrollmentId", state)
  SELECT s.id, m.id, (CASE WHEN m.state = 'WITHDRAWN' AND s.number > 6 THEN 'NOT_EXPECTED' WHEN s.state <> 'HELD' THEN 'EXPECTED'
      WHEN (s.number * 7 + m.n) % 40 = 0 THEN 'ABSENT' WHEN (s.number * 7 + m.n) % 40 = 1 THEN 'LATE' ELSE 'PRESENT' END)::"AttendanceState"
    FROM bench.placed s JOIN bench.mentee m ON m.cohort = s.cohort AND m.n = coalesce(s.mentee, m.n)
    WHERE s.kind <> 'ROUNDTABLE' ORDER BY s.since;

-- ---------------------------------------------------------------------------------------------------------------
-- Logs: of the lead mentor for each mentee and day, and of call mentors until the number is reached. In a cohort
-- that is active one mentee has none for yesterday, and a third of today's are begun or done.

CREATE TABLE bench.log AS
  WITH asked AS (
    SELECT c.n AS cohort, m.n AS mentee, m.id AS enrollment, number, bench.workday(c.monday, number - 1) AS day, c.state
      FROM bench.cohort c JOIN bench.mentee m ON m.cohort = c.n JOIN generate_series(1, 10) AS number ON true
      WHERE c.state IN ('ACTIVE', 'COMPLETED', 'ARCHIVED') AND NOT (m.state = 'WITHDRAWN' AND number > 6)
        AND bench.workday(c.monday, number - 1) <= bench.today()
  ), candidate AS (
    SELECT asked.*, 0 AS turn FROM asked
      WHERE state <> 'ACTIVE' OR (day < bench.today() AND NOT (mentee = 4 AND day = bench.today() - 1)) OR (day = bench.today() AND mentee % 3 = 1)
    UNION ALL SELECT asked.*, 1 FROM asked WHERE number IN (6, 8, 9) AND state <> 'ACTIVE'
  )
  SELECT cohort, mentee, enrollment, number, day, turn,
    CASE WHEN day = bench.today() AND mentee % 2 = 0 THEN 'DRAFT' ELSE 'SUBMITTED' END AS state
  FROM candidate ORDER BY turn, day DESC, cohort, mentee LIMIT 15000 * bench.factor();
ALTER TABLE bench.log ADD COLUMN id uuid;
UPDATE bench.log SET id = bench.id(bench.at(day, 1000));
INSERT INTO "DailyLog" (id, "enrollmentId", "authorId", day, state, learned, progress, note, "noteAudience", calls, emails, meetings,
    proposals, version, "createdAt", "updatedAt", "submittedAt")
  SELECT l.id, l.enrollment, m.person, l.day, l.state::"LogState",
    'Opened two calls alone and named the next step in both. The third customer asked about the price early; we went through what to ask back, and it worked on the fourth.',
    (ARRAY['ON_TRACK', 'ON_TRACK', 'AHEAD', 'STRUGGLING'])[1 + (l.mentee + l.number) % 4]::"Progress",
    CASE WHEN (l.mentee + l.number) % 3 = 0 THEN 'Wants to lead the opening tomorrow.' ELSE '' END,
    (ARRAY['SHARED', 'ORGANIZERS', 'PRIVATE'])[1 + l.number % 3]::"NoteAudience",
    5 + l.mentee % 20, 3 + l.number, l.number % 4, l.mentee % 3, 2, bench.at(l.day, 990), bench.at(l.day, 1000),
    CASE l.state WHEN 'SUBMITTED' THEN bench.at(l.day, 1000) END
  FROM bench.log l JOIN bench.mentor m ON m.cohort = l.cohort AND m.k = (l.mentee + l.turn) % 10 ORDER BY l.day;
INSERT INTO "LogActivity" (id, "logId", position, title, independence)
  SELECT bench.id(bench.at(l.day, 1000)), l.id, k, (ARRAY['Two calls with customers', 'Practised the opening', 'Prepared a proposal'])[k + 1],
    (ARRAY['OBSERVED', 'ASSISTED', 'LED', 'SOLO'])[1 + l.number / 3]::"Independence"
  FROM bench.log l, generate_series(0, 2) AS k ORDER BY l.day;
INSERT INTO "LogSkill" ("logId", "skillId")
  SELECT l.id, s.id FROM bench.log l JOIN "Skill" s ON s.position IN (l.number % 10, (l.number + 3) % 10) ORDER BY l.day;
