-- The cohorts with their days, mentees, mentor lists and pairings: ten mentors for 25 mentees, a lead and a call mentor each.

INSERT INTO "Cohort" (id, name, "versionId", state, "timeZone", "certificationDate", "startsOn", "endsOn", "createdAt",
    "launchedAt", "completedAt", "cancelledAt", "cancelReason")
  SELECT c.id, format('Wave %s', lpad(n::text, 3, '0')), (SELECT id FROM "ProgramVersion"), state::"CohortState", 'Europe/Berlin', bench.workday(monday, 9), monday,
    bench.workday(monday, 9), since,
    CASE WHEN state IN ('ACTIVE', 'COMPLETED', 'ARCHIVED') THEN bench.at(bench.workday(monday, -1), 600) END,
    CASE WHEN state IN ('COMPLETED', 'ARCHIVED') THEN bench.at(bench.workday(monday, 9), 1040) END,
    CASE state WHEN 'CANCELLED' THEN bench.at(bench.workday(monday, -2), 600) END,
    CASE state WHEN 'CANCELLED' THEN 'The floors needed everybody' END
  FROM bench.cohort c ORDER BY since;
INSERT INTO "CohortDay" ("cohortId", day, phase, number)
  SELECT c.id, bench.workday(monday, k),
    (CASE WHEN k < 0 THEN 'PREPARATION' WHEN k < v."programDays" THEN 'PROGRAM' ELSE 'TAIL' END)::"Phase",
    CASE WHEN k < 0 THEN k WHEN k < v."programDays" THEN k + 1 ELSE k + 1 - v."programDays" END
  FROM bench.cohort c, "ProgramVersion" v, generate_series(-v."preparationDays", v."programDays" + v."tailDays" - 1) AS k;
INSERT INTO "Milestone" (id, "cohortId", key, title, who, day, "doneAt")
  SELECT bench.id(since), c.id, t.key, t.title, t.who, d.day, CASE WHEN d.day < bench.today() THEN bench.at(d.day, 900) END
  FROM bench.cohort c, "MilestoneTemplate" t, "CohortDay" d
  WHERE d."cohortId" = c.id AND d.phase = t.phase AND d.number = t.day;
INSERT INTO "CohortFloor" ("cohortId", "floorId")
  SELECT c.id, f.id FROM bench.cohort c JOIN generate_series(0, 2) AS k ON true
    JOIN bench.floor f ON f.n = (3 * c.crew + k) % (20 * bench.factor());
INSERT INTO "CohortOrganizer" ("cohortId", "personId")
  SELECT c.id, p.id FROM bench.cohort c JOIN bench.person p ON p.role = 'organizer' AND p.g = c.crew;
INSERT INTO "SignOff" (id, "cohortId", "personId", about, state, "createdAt", "decidedAt")
  SELECT bench.id(since), c.id, p.id, 'The plan and the time it takes',
    (CASE state WHEN 'PLANNING' THEN 'REQUESTED' ELSE 'APPROVED' END)::"SignOffState", since,
    CASE WHEN state <> 'PLANNING' THEN since + interval '1 day' END
  FROM bench.cohort c JOIN bench.person p ON p.role = 'manager' AND p.n = 1 AND p.g = 3 * c.crew % (20 * bench.factor());

-- ---------------------------------------------------------------------------------------------------------------
-- Mentees. Of 25 in an ended cohort 22 are certified, two are not, one left in the second week.

CREATE TABLE bench.mentee AS
  SELECT c.n AS cohort, p.n, bench.id(since) AS id, p.id AS person,
    CASE state WHEN 'ACTIVE' THEN 'ACTIVE' WHEN 'PLANNING' THEN 'ENROLLED' WHEN 'READY' THEN 'ENROLLED' WHEN 'CANCELLED' THEN 'WITHDRAWN'
      ELSE CASE WHEN p.n < 22 THEN 'CERTIFIED' WHEN p.n < 24 THEN 'NOT_CERTIFIED' ELSE 'WITHDRAWN' END END AS state
  FROM bench.cohort c JOIN bench.person p ON p.role = 'mentee' AND p.g = c.n;
ALTER TABLE bench.mentee ADD PRIMARY KEY (cohort, n);
INSERT INTO "Enrollment" (id, "cohortId", "personId", state, "createdAt", "endedAt", "endReason")
  SELECT m.id, c.id, m.person, m.state::"EnrollmentState", since,
    CASE WHEN m.state = 'WITHDRAWN' THEN bench.at(bench.workday(monday, 5), 1000)
      WHEN c.state IN ('COMPLETED', 'ARCHIVED') THEN bench.at(bench.workday(monday, 9), 1030) END,
    CASE m.state WHEN 'WITHDRAWN' THEN 'Another position' END
  FROM bench.mentee m JOIN bench.cohort c ON c.n = m.cohort ORDER BY since, m.n;

-- ---------------------------------------------------------------------------------------------------------------
-- Mentors: ten of the crew's thirty. In a planned cohort half of them are proposed and the lists are still open.

INSERT INTO "MentorList" (id, "cohortId", "floorId", state, "dueAt", "requestedAt", "submittedAt", "submittedById")
  SELECT bench.id(since), c.id, f."floorId", (CASE state WHEN 'PLANNING' THEN 'REQUESTED' ELSE 'SUBMITTED' END)::"MentorListState",
    bench.at(bench.workday(monday, -4), 1020), since, CASE WHEN state <> 'PLANNING' THEN since + interval '2 days' END,
    CASE WHEN state <> 'PLANNING' THEN (SELECT "personId" FROM "FloorManager" m WHERE m."floorId" = f."floorId" LIMIT 1) END
  FROM bench.cohort c JOIN "CohortFloor" f ON f."cohortId" = c.id;
CREATE TABLE bench.mentor AS
  SELECT c.n AS cohort, k, bench.id(since) AS id, p.id AS person, l.id AS list, m.id AS manager, since,
    CASE WHEN c.state = 'PLANNING' AND k > 4 THEN 'PROPOSED' ELSE 'APPROVED' END AS decision,
    CASE WHEN c.state <> 'PLANNING' OR k < 2 THEN 'ACCEPTED' WHEN k < 5 THEN 'INVITED' ELSE 'NOT_ASKED' END AS willingness
  FROM bench.cohort c JOIN generate_series(0, 9) AS k ON true
    JOIN bench.person p ON p.role = 'mentor' AND p.g = c.crew AND p.n = team * 10 + k
    JOIN bench.floor f ON f.n = p.floor JOIN "MentorList" l ON l."cohortId" = c.id AND l."floorId" = f.id
    JOIN bench.person m ON m.role = 'manager' AND m.g = p.floor AND m.n = 0;
ALTER TABLE bench.mentor ADD PRIMARY KEY (cohort, k);
INSERT INTO "MentorNomination" (id, "listId", "personId", "proposedById", kind, decision, willingness, training, "hoursPerWeek",
    capacity, "decidedById", "decidedAt", "invitedAt", "respondBy", "respondedAt", "trainedAt", "createdAt")
  SELECT id, list, person, manager, 'BOTH', decision::"NominationDecision", willingness::"Willingness",
    (CASE WHEN willingness = 'ACCEPTED' THEN 'IN_PROGRESS' ELSE 'NOT_STARTED' END)::"TrainingState", 6, 4,
    CASE decision WHEN 'APPROVED' THEN manager END, CASE decision WHEN 'APPROVED' THEN since + interval '1 day' END,
    CASE WHEN willingness <> 'NOT_ASKED' THEN since + interval '2 days' END,
    CASE WHEN willingness = 'INVITED' THEN bench.now() + interval '1 day' WHEN willingness = 'ACCEPTED' THEN since + interval '4 days' END,
    CASE willingness WHEN 'ACCEPTED' THEN since + interval '3 days' END, NULL, since
  FROM bench.mentor ORDER BY since;
-- Whoever said yes is trained: one day, every topic, every scenario answered and with feedback.
INSERT INTO "TrainingDay" (id, "cohortId", number, "startsAt", "endsAt", place, "createdAt")
  SELECT bench.id(since), id, 1, since + interval '4 days', since + interval '4 days 6 hours', 'Room Lisbon', since FROM bench.cohort;
INSERT INTO "TrainingAttendance" ("dayId", "nominationId", "recordedById", "recordedAt")
  SELECT d.id, m.id, m.manager, d."endsAt" FROM bench.mentor m JOIN bench.cohort c ON c.n = m.cohort
    JOIN "TrainingDay" d ON d."cohortId" = c.id WHERE willingness = 'ACCEPTED';
INSERT INTO "TrainingTick" ("nominationId", topic, "tickedById", "tickedAt")
  SELECT m.id, topic - 1, m.person, m.since + interval '4 days' FROM bench.mentor m, "ProgramVersion" v,
    generate_series(1, cardinality(v."trainingTopics")) AS topic WHERE willingness = 'ACCEPTED';
INSERT INTO "ScenarioAnswer" ("nominationId", "scenarioId", text, version, "answeredAt", feedback, "feedbackById", "feedbackAt")
  SELECT m.id, s.id, 'I ask first, and wait for the answer.', 1, m.since + interval '4 days', 'Good, and say it earlier.', m.manager,
    m.since + interval '5 days' FROM bench.mentor m, "TrainingScenario" s WHERE willingness = 'ACCEPTED';
UPDATE "MentorNomination" n SET training = 'COMPLETED', "trainedAt" = m.since + interval '5 days'
  FROM bench.mentor m WHERE m.id = n.id AND m.willingness = 'ACCEPTED';
INSERT INTO "Pairing" (id, "cohortId", "enrollmentId", "mentorId", "nominationId", kind, state, "startsOn", "endsOn", "createdAt",
    "confirmedAt", "announcedAt", "endedAt", "endReason")
  SELECT bench.id(c.since), c.id, e.id, m.person, m.id, kind::"PairingKind",
    (CASE WHEN c.state = 'CANCELLED' OR e.state = 'WITHDRAWN' THEN 'ENDED_EARLY' WHEN c.state = 'ACTIVE' THEN 'ACTIVE'
      WHEN c.state = 'READY' THEN 'CONFIRMED' ELSE 'COMPLETED' END)::"PairingState",
    monday, bench.workday(monday, 9), c.since + interval '6 days', c.since + interval '7 days', c.since + interval '7 days',
    CASE WHEN c.state NOT IN ('ACTIVE', 'READY') THEN bench.at(bench.workday(monday, 9), 1030) END,
    CASE WHEN c.state = 'CANCELLED' OR e.state = 'WITHDRAWN' THEN 'The mentee left' END
  FROM bench.cohort c JOIN bench.mentee e ON e.cohort = c.n JOIN (VALUES ('LEAD', 0), ('CALL', 1)) AS two(kind, shift) ON true
    JOIN bench.mentor m ON m.cohort = c.n AND m.k = (e.n + shift) % 10
  WHERE c.state <> 'PLANNING' ORDER BY c.since;
