-- Who works here. bench.factor is 1 or 10, bench.now the instant at which the clocks of the measured servers stand.
-- Sizes grow with the factor; so does the past of whoever is measured: six crews carry all the ended cohorts, one after
-- the other, over a year and a half or over five years. What somebody has to do today does not grow.

CREATE SCHEMA bench;
CREATE FUNCTION bench.factor() RETURNS int LANGUAGE sql STABLE AS $$ SELECT current_setting('bench.factor')::int $$;
CREATE FUNCTION bench.now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT current_setting('bench.now')::timestamptz $$;
CREATE FUNCTION bench.today() RETURNS date LANGUAGE sql STABLE AS $$ SELECT (bench.now() AT TIME ZONE 'Europe/Berlin')::date $$;
-- Ids grow with time, as those of the application do.
CREATE FUNCTION bench.id(at timestamptz) RETURNS uuid LANGUAGE sql VOLATILE AS $$ SELECT uuidv7(at - now()) $$;
CREATE FUNCTION bench.at(day date, minute int) RETURNS timestamptz LANGUAGE sql STABLE AS
  $$ SELECT (day + make_interval(mins => minute)) AT TIME ZONE 'Europe/Berlin' $$;
-- The n-th business day of a program that starts on a Monday, counted from 0; before it with negative numbers.
CREATE FUNCTION bench.workday(monday date, n int) RETURNS date LANGUAGE sql IMMUTABLE AS
  $$ SELECT monday + floor(n / 5.0)::int * 7 + (n - floor(n / 5.0)::int * 5) $$;

INSERT INTO "Organization" (id, name, "timeZone") VALUES (1, 'Bench & Co.', 'Europe/Berlin');
INSERT INTO "Holiday" (day, name)
  SELECT make_date(year, month, day), name FROM generate_series(2020, 2027) AS year,
    (VALUES (1, 1, 'New Year''s Day'), (12, 25, 'Christmas Day'), (12, 26, 'Boxing Day')) AS fixed(month, day, name);

-- ---------------------------------------------------------------------------------------------------------------
-- Cohorts: for each factor 60. n below 6 × factor are alive: three active, two planned, one ready; the rest is past.

CREATE TABLE bench.cohort AS
  WITH alive AS (
    SELECT n, CASE WHEN n < 3 * bench.factor() THEN 'ACTIVE' WHEN n < 5 * bench.factor() THEN 'PLANNING' ELSE 'READY' END AS state,
      CASE WHEN n IN (0, 3 * bench.factor()) THEN 0 ELSE 6 + n END AS crew
    FROM generate_series(0, 6 * bench.factor() - 1) AS n
  ), past AS (
    SELECT n, n / 6 AS slot, n % 6 AS crew FROM generate_series(0, 54 * bench.factor() - 1) AS n
  )
  SELECT n, crew, state, CASE state WHEN 'PLANNING' THEN 1 ELSE 0 END AS team,
    CASE state WHEN 'ACTIVE' THEN date '2026-03-02' + n % 2 * 7 WHEN 'READY' THEN date '2026-03-16'
      ELSE date '2026-03-23' + n % 2 * 7 END AS monday
    FROM alive
  UNION ALL
  SELECT 6 * bench.factor() + n, crew, CASE WHEN n % 54 = 40 THEN 'CANCELLED' WHEN slot > 20 THEN 'ARCHIVED' ELSE 'COMPLETED' END,
    slot % 3, date '2026-02-09' - slot * CASE bench.factor() WHEN 1 THEN 63 ELSE 21 END
    FROM past;
ALTER TABLE bench.cohort ADD PRIMARY KEY (n), ADD COLUMN id uuid, ADD COLUMN since timestamptz;
UPDATE bench.cohort SET since = bench.at(bench.workday(monday, -20), 600);
UPDATE bench.cohort SET id = bench.id(since);

-- ---------------------------------------------------------------------------------------------------------------
-- Floors and people.

CREATE TABLE bench.floor AS
  SELECT n, uuidv7(interval '-6 years') AS id FROM generate_series(0, 20 * bench.factor() - 1) AS n;
INSERT INTO "Floor" (id, name) SELECT id, format('Floor %s', n + 1) FROM bench.floor;

CREATE TABLE bench.person AS
  WITH crew AS (SELECT DISTINCT crew AS g FROM bench.cohort), cast_list AS (
    SELECT 'organizer' AS role, g, 0 AS n, NULL::int AS floor FROM crew
    UNION ALL SELECT 'sme', g, k, NULL FROM crew, generate_series(0, 1) AS k
    UNION ALL SELECT 'assessor', g, k, NULL FROM crew, generate_series(0, 3) AS k
    UNION ALL SELECT 'mentor', g, k, (3 * g + k % 3) % (20 * bench.factor()) FROM crew, generate_series(0, 29) AS k
    UNION ALL SELECT 'mentee', c.n, k, (3 * c.crew + k % 3) % (20 * bench.factor()) FROM bench.cohort c, generate_series(0, 24) AS k
    UNION ALL SELECT 'manager', f.n, k, f.n FROM bench.floor f, generate_series(0, 1) AS k
    UNION ALL SELECT 'admin', 0, 0, NULL
  ), everybody AS (
    SELECT * FROM cast_list
    UNION ALL SELECT 'staff', 0, n, n % (20 * bench.factor())
      FROM generate_series(1, 2000 * bench.factor() - (SELECT count(*)::int FROM cast_list)) AS n
  )
  SELECT role, g, n, floor, (row_number() OVER (ORDER BY role, g, n))::int AS serial FROM everybody;
ALTER TABLE bench.person ADD PRIMARY KEY (role, g, n), ADD COLUMN id uuid;
UPDATE bench.person p SET id = bench.id(CASE role
  WHEN 'mentee' THEN (SELECT since FROM bench.cohort c WHERE c.n = p.g) ELSE bench.now() - interval '6 years' END);

INSERT INTO "Person" (id, email, name, title, "timeZone", "hireDate", "floorId", "createdAt")
  SELECT p.id, format('%s-%s-%s@bench.example', role, g, p.n),
    (ARRAY['Amara', 'Bence', 'Chiara', 'Diego', 'Elif', 'Farid', 'Grace', 'Hana', 'Ivo', 'Jun', 'Kofi', 'Lucía', 'Mehmet', 'Noor',
      'Olga', 'Priya', 'Quentin', 'Rūta', 'Søren', 'Thảo', 'Uma', 'Václav', 'Wanjiru', 'Ximena', 'Youssef', 'Zofia'])[1 + serial % 26]
    || ' ' ||
    (ARRAY['Adeyemi', 'Bianchi', 'Chen', 'Dvořák', 'Eriksson', 'Fernández', 'García', 'Haddad', 'Ito', 'Jansen', 'Kowalska',
      'Lindqvist', 'Mbeki', 'Nguyễn', 'Okafor', 'Petrov', 'Quispe', 'Rossi', 'Şahin', 'Tanaka', 'Ustinov', 'Vargas', 'Wójcik',
      'Xu', 'Yılmaz', 'Zimmermann', 'Ó Briain'])[1 + serial / 26 % 27],
    initcap(role), 'Europe/Berlin', bench.today() - 100, f.id, bench.now() - interval '6 years'
  FROM bench.person p LEFT JOIN bench.floor f ON f.n = p.floor;
UPDATE "Person" SET "managerId" = m.id FROM bench.person p
  JOIN bench.person m ON m.role = 'manager' AND m.g = p.floor AND m.n = 0 AND m.id <> p.id WHERE "Person".id = p.id;
INSERT INTO "FloorManager" ("floorId", "personId")
  SELECT f.id, p.id FROM bench.person p JOIN bench.floor f ON f.n = p.g WHERE role = 'manager';
INSERT INTO "Grant" ("personId", kind)
  SELECT id, (CASE role WHEN 'admin' THEN 'ADMIN' ELSE 'ENABLEMENT_MANAGER' END)::"GrantKind"
    FROM bench.person WHERE role IN ('admin', 'organizer');
