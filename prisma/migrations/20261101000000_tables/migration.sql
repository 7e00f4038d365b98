-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "AttemptState" AS ENUM ('SCHEDULED', 'IN_ASSESSMENT', 'PASSED', 'RETAKE', 'EXTENDED', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "CohortState" AS ENUM ('DRAFT', 'PLANNING', 'READY', 'ACTIVE', 'COMPLETED', 'ARCHIVED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "EnrollmentState" AS ENUM ('ENROLLED', 'ACTIVE', 'EXTENDED', 'CERTIFIED', 'NOT_CERTIFIED', 'WITHDRAWN', 'RAMPED');

-- CreateEnum
CREATE TYPE "SignOffState" AS ENUM ('REQUESTED', 'APPROVED', 'CHANGES_REQUESTED');

-- CreateEnum
CREATE TYPE "LogState" AS ENUM ('DRAFT', 'SUBMITTED');

-- CreateEnum
CREATE TYPE "Progress" AS ENUM ('STRUGGLING', 'ON_TRACK', 'AHEAD');

-- CreateEnum
CREATE TYPE "Independence" AS ENUM ('OBSERVED', 'ASSISTED', 'LED', 'SOLO');

-- CreateEnum
CREATE TYPE "NoteAudience" AS ENUM ('PRIVATE', 'ORGANIZERS', 'SHARED');

-- CreateEnum
CREATE TYPE "MentorListState" AS ENUM ('REQUESTED', 'SUBMITTED', 'REOPENED');

-- CreateEnum
CREATE TYPE "NominationDecision" AS ENUM ('PROPOSED', 'APPROVED', 'DECLINED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "Willingness" AS ENUM ('NOT_ASKED', 'INVITED', 'ACCEPTED', 'DECLINED', 'EXPIRED');

-- CreateEnum
CREATE TYPE "TrainingState" AS ENUM ('NOT_STARTED', 'IN_PROGRESS', 'COMPLETED', 'WAIVED');

-- CreateEnum
CREATE TYPE "MentorKind" AS ENUM ('LEAD', 'CALL', 'BOTH');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('NONE', 'QUEUED', 'SENT', 'KEPT');

-- CreateEnum
CREATE TYPE "PairingKind" AS ENUM ('LEAD', 'CALL');

-- CreateEnum
CREATE TYPE "PairingState" AS ENUM ('SUGGESTED', 'CONFIRMED', 'ACTIVE', 'PAUSED', 'COMPLETED', 'ENDED_EARLY', 'REASSIGNED', 'DISCARDED');

-- CreateEnum
CREATE TYPE "GrantKind" AS ENUM ('ADMIN', 'ENABLEMENT_MANAGER', 'TRAINER');

-- CreateEnum
CREATE TYPE "Theme" AS ENUM ('SYSTEM', 'LIGHT', 'DARK');

-- CreateEnum
CREATE TYPE "SignInMethod" AS ENUM ('PASSWORD', 'OIDC');

-- CreateEnum
CREATE TYPE "LinkKind" AS ENUM ('FIRST_ADMINISTRATOR', 'INVITATION', 'RESET');

-- CreateEnum
CREATE TYPE "ProgramVersionState" AS ENUM ('DRAFT', 'PUBLISHED', 'RETIRED');

-- CreateEnum
CREATE TYPE "PairingModel" AS ENUM ('ONE_TO_ONE', 'GROUP', 'PEER');

-- CreateEnum
CREATE TYPE "Structure" AS ENUM ('STRICT', 'GUIDED', 'LOOSE');

-- CreateEnum
CREATE TYPE "Phase" AS ENUM ('PREPARATION', 'PROGRAM', 'TAIL');

-- CreateEnum
CREATE TYPE "SessionKind" AS ENUM ('KICKOFF', 'SME_TRAINING', 'MENTOR_MEETING', 'CALL_SHADOWING', 'REVERSE_SHADOWING', 'ROLE_PLAY', 'TEACH_BACK', 'LIVE_CALLS', 'STAND_UP', 'CHECK_IN', 'ROUNDTABLE', 'SELF_STUDY', 'CERTIFICATION', 'DEBRIEF');

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('COHORT', 'PAIR');

-- CreateEnum
CREATE TYPE "FacilitatorRole" AS ENUM ('ORGANIZER', 'SME', 'LEAD_MENTOR', 'CALL_MENTOR', 'ASSESSOR', 'NONE');

-- CreateEnum
CREATE TYPE "SessionState" AS ENUM ('PLANNED', 'CONFIRMED', 'HELD', 'MISSED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "FacilitatorState" AS ENUM ('INVITED', 'ACCEPTED', 'DECLINED');

-- CreateEnum
CREATE TYPE "AttendanceState" AS ENUM ('EXPECTED', 'PRESENT', 'LATE', 'ABSENT', 'EXCUSED', 'NOT_EXPECTED');

-- CreateTable
CREATE TABLE "CertificationAttempt" (
    "id" UUID NOT NULL,
    "enrollmentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "AttemptState" NOT NULL DEFAULT 'SCHEDULED',
    "day" DATE NOT NULL,
    "rubricId" UUID NOT NULL,
    "total" INTEGER,
    "comment" TEXT,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CertificationAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assessment" (
    "id" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "submittedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Score" (
    "assessmentId" UUID NOT NULL,
    "criterionId" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Score_pkey" PRIMARY KEY ("assessmentId","criterionId")
);

-- CreateTable
CREATE TABLE "Extension" (
    "id" UUID NOT NULL,
    "enrollmentId" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "plan" TEXT NOT NULL,
    "support" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "number" TEXT NOT NULL,
    "enrollmentId" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "issuedOn" DATE NOT NULL,

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "Cohort" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "versionId" UUID NOT NULL,
    "state" "CohortState" NOT NULL DEFAULT 'DRAFT',
    "timeZone" TEXT NOT NULL,
    "certificationDate" DATE NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "launchedAt" TIMESTAMPTZ(3),
    "completedAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "cancelReason" TEXT,

    CONSTRAINT "Cohort_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CohortFloor" (
    "cohortId" UUID NOT NULL,
    "floorId" UUID NOT NULL,

    CONSTRAINT "CohortFloor_pkey" PRIMARY KEY ("cohortId","floorId")
);

-- CreateTable
CREATE TABLE "CohortOrganizer" (
    "cohortId" UUID NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "CohortOrganizer_pkey" PRIMARY KEY ("cohortId","personId")
);

-- CreateTable
CREATE TABLE "CohortDay" (
    "cohortId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "phase" "Phase" NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "CohortDay_pkey" PRIMARY KEY ("cohortId","day")
);

-- CreateTable
CREATE TABLE "Milestone" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Enrollment" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "state" "EnrollmentState" NOT NULL DEFAULT 'ENROLLED',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endReason" TEXT,

    CONSTRAINT "Enrollment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignOff" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "state" "SignOffState" NOT NULL DEFAULT 'REQUESTED',
    "comment" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignOff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DailyLog" (
    "id" UUID NOT NULL,
    "enrollmentId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "state" "LogState" NOT NULL DEFAULT 'DRAFT',
    "learned" TEXT NOT NULL DEFAULT '',
    "progress" "Progress",
    "note" TEXT NOT NULL DEFAULT '',
    "noteAudience" "NoteAudience" NOT NULL DEFAULT 'SHARED',
    "calls" INTEGER,
    "emails" INTEGER,
    "meetings" INTEGER,
    "proposals" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DailyLog_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LogActivity" (
    "id" UUID NOT NULL,
    "logId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sessionId" UUID,
    "title" TEXT NOT NULL,
    "independence" "Independence" NOT NULL,

    CONSTRAINT "LogActivity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LogSkill" (
    "logId" UUID NOT NULL,
    "skillId" UUID NOT NULL,

    CONSTRAINT "LogSkill_pkey" PRIMARY KEY ("logId","skillId")
);

-- CreateTable
CREATE TABLE "MentorList" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "floorId" UUID NOT NULL,
    "state" "MentorListState" NOT NULL DEFAULT 'REQUESTED',
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "submittedById" UUID,
    "reopenReason" TEXT,

    CONSTRAINT "MentorList_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MentorNomination" (
    "id" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "proposedById" UUID NOT NULL,
    "kind" "MentorKind" NOT NULL DEFAULT 'LEAD',
    "decision" "NominationDecision" NOT NULL DEFAULT 'PROPOSED',
    "willingness" "Willingness" NOT NULL DEFAULT 'NOT_ASKED',
    "training" "TrainingState" NOT NULL DEFAULT 'NOT_STARTED',
    "hoursPerWeek" INTEGER NOT NULL DEFAULT 0,
    "capacity" INTEGER NOT NULL DEFAULT 1,
    "overCapReason" TEXT,
    "declineReason" TEXT,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "invitedAt" TIMESTAMPTZ(3),
    "respondBy" TIMESTAMPTZ(3),
    "respondedAt" TIMESTAMPTZ(3),
    "responseReason" TEXT,
    "trainedAt" TIMESTAMPTZ(3),
    "waiverReason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MentorNomination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "href" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "inApp" BOOLEAN NOT NULL DEFAULT true,
    "mail" "MailState" NOT NULL DEFAULT 'NONE',
    "messageId" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditRecord" (
    "seq" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "cohortId" UUID,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "previous" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "AuditRecord_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "Pairing" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "enrollmentId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "nominationId" UUID NOT NULL,
    "kind" "PairingKind" NOT NULL DEFAULT 'LEAD',
    "state" "PairingState" NOT NULL DEFAULT 'SUGGESTED',
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "endReason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Pairing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organization" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Holiday" (
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "organizationId" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Holiday_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "Floor" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Floor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "timeZone" TEXT NOT NULL,
    "hireDate" DATE,
    "floorId" UUID,
    "managerId" UUID,
    "theme" "Theme" NOT NULL DEFAULT 'SYSTEM',
    "passwordHash" TEXT,
    "oidcSubject" TEXT,
    "deactivatedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FloorManager" (
    "floorId" UUID NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "FloorManager_pkey" PRIMARY KEY ("floorId","personId")
);

-- CreateTable
CREATE TABLE "Grant" (
    "personId" UUID NOT NULL,
    "kind" "GrantKind" NOT NULL,

    CONSTRAINT "Grant_pkey" PRIMARY KEY ("personId","kind")
);

-- CreateTable
CREATE TABLE "SignIn" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "method" "SignInMethod" NOT NULL,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "id" UUID NOT NULL,
    "kind" "LinkKind" NOT NULL,
    "personId" UUID,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OneTimeLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PeopleImport" (
    "id" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "rows" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "committedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PeopleImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Program" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Program_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgramVersion" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "ProgramVersionState" NOT NULL DEFAULT 'DRAFT',
    "purpose" TEXT NOT NULL,
    "model" "PairingModel" NOT NULL DEFAULT 'ONE_TO_ONE',
    "structure" "Structure" NOT NULL DEFAULT 'GUIDED',
    "programDays" INTEGER NOT NULL,
    "preparationDays" INTEGER NOT NULL,
    "tailDays" INTEGER NOT NULL,
    "cap" INTEGER NOT NULL DEFAULT 4,
    "logDueMinute" INTEGER NOT NULL,
    "willingnessHours" INTEGER NOT NULL DEFAULT 16,
    "mentorWill" TEXT[],
    "mentorWont" TEXT[],
    "menteeWill" TEXT[],
    "menteeWont" TEXT[],
    "trainingTopics" TEXT[],
    "rubricVersionId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ProgramVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Objective" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "indicator" TEXT NOT NULL,
    "target" TEXT NOT NULL,

    CONSTRAINT "Objective_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgramModule" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "firstDay" INTEGER NOT NULL,
    "lastDay" INTEGER NOT NULL,

    CONSTRAINT "ProgramModule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Skill" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Skill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SessionTemplate" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "kind" "SessionKind" NOT NULL,
    "audience" "Audience" NOT NULL,
    "facilitatorRole" "FacilitatorRole" NOT NULL,
    "title" TEXT NOT NULL,
    "agenda" TEXT[],
    "brief" TEXT NOT NULL,
    "material" TEXT NOT NULL,
    "startMinute" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "endMinute" INTEGER NOT NULL,

    CONSTRAINT "SessionTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MilestoneTemplate" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "phase" "Phase" NOT NULL,
    "day" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "who" TEXT NOT NULL,

    CONSTRAINT "MilestoneTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RubricVersion" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "passMark" INTEGER NOT NULL,
    "maxLevel" INTEGER NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RubricVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Criterion" (
    "id" UUID NOT NULL,
    "rubricId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,
    "mustReach" INTEGER NOT NULL DEFAULT 0,
    "anchors" TEXT[],

    CONSTRAINT "Criterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "enrollmentId" UUID,
    "templateId" UUID,
    "kind" "SessionKind" NOT NULL,
    "state" "SessionState" NOT NULL DEFAULT 'PLANNED',
    "title" TEXT NOT NULL,
    "agenda" TEXT[],
    "place" TEXT,
    "link" TEXT,
    "day" DATE NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "moves" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SessionFacilitator" (
    "sessionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "state" "FacilitatorState" NOT NULL DEFAULT 'INVITED',
    "period" tstzrange,
    "confirmed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "SessionFacilitator_pkey" PRIMARY KEY ("sessionId","personId")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "sessionId" UUID NOT NULL,
    "enrollmentId" UUID NOT NULL,
    "state" "AttendanceState" NOT NULL DEFAULT 'EXPECTED',
    "note" TEXT,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("sessionId","enrollmentId")
);

-- CreateIndex
CREATE INDEX "CertificationAttempt_rubricId_idx" ON "CertificationAttempt"("rubricId");

-- CreateIndex
CREATE UNIQUE INDEX "CertificationAttempt_enrollmentId_number_key" ON "CertificationAttempt"("enrollmentId", "number");

-- CreateIndex
CREATE INDEX "Assessment_personId_idx" ON "Assessment"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Assessment_attemptId_personId_key" ON "Assessment"("attemptId", "personId");

-- CreateIndex
CREATE INDEX "Score_criterionId_idx" ON "Score"("criterionId");

-- CreateIndex
CREATE UNIQUE INDEX "Extension_attemptId_key" ON "Extension"("attemptId");

-- CreateIndex
CREATE INDEX "Extension_enrollmentId_idx" ON "Extension"("enrollmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_enrollmentId_key" ON "Certificate"("enrollmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_attemptId_key" ON "Certificate"("attemptId");

-- CreateIndex
CREATE UNIQUE INDEX "Cohort_name_key" ON "Cohort"("name");

-- CreateIndex
CREATE INDEX "Cohort_state_startsOn_idx" ON "Cohort"("state", "startsOn");

-- CreateIndex
CREATE INDEX "Cohort_versionId_idx" ON "Cohort"("versionId");

-- CreateIndex
CREATE INDEX "CohortFloor_floorId_idx" ON "CohortFloor"("floorId");

-- CreateIndex
CREATE INDEX "CohortOrganizer_personId_idx" ON "CohortOrganizer"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "CohortDay_cohortId_phase_number_key" ON "CohortDay"("cohortId", "phase", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Milestone_cohortId_key_key" ON "Milestone"("cohortId", "key");

-- CreateIndex
CREATE INDEX "Enrollment_personId_idx" ON "Enrollment"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Enrollment_cohortId_personId_key" ON "Enrollment"("cohortId", "personId");

-- CreateIndex
CREATE INDEX "SignOff_personId_idx" ON "SignOff"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "SignOff_cohortId_personId_about_key" ON "SignOff"("cohortId", "personId", "about");

-- CreateIndex
CREATE INDEX "DailyLog_enrollmentId_day_idx" ON "DailyLog"("enrollmentId", "day");

-- CreateIndex
CREATE INDEX "DailyLog_authorId_day_idx" ON "DailyLog"("authorId", "day");

-- CreateIndex
CREATE UNIQUE INDEX "DailyLog_enrollmentId_authorId_day_key" ON "DailyLog"("enrollmentId", "authorId", "day");

-- CreateIndex
CREATE INDEX "LogActivity_sessionId_idx" ON "LogActivity"("sessionId");

-- CreateIndex
CREATE UNIQUE INDEX "LogActivity_logId_position_key" ON "LogActivity"("logId", "position");

-- CreateIndex
CREATE INDEX "LogSkill_skillId_idx" ON "LogSkill"("skillId");

-- CreateIndex
CREATE INDEX "MentorList_floorId_idx" ON "MentorList"("floorId");

-- CreateIndex
CREATE UNIQUE INDEX "MentorList_cohortId_floorId_key" ON "MentorList"("cohortId", "floorId");

-- CreateIndex
CREATE INDEX "MentorNomination_personId_idx" ON "MentorNomination"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "MentorNomination_listId_personId_key" ON "MentorNomination"("listId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Message_messageId_key" ON "Message"("messageId");

-- CreateIndex
CREATE INDEX "Message_personId_createdAt_idx" ON "Message"("personId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "AuditRecord_cohortId_seq_idx" ON "AuditRecord"("cohortId", "seq");

-- CreateIndex
CREATE INDEX "AuditRecord_subjectId_seq_idx" ON "AuditRecord"("subjectId", "seq");

-- CreateIndex
CREATE INDEX "Pairing_enrollmentId_idx" ON "Pairing"("enrollmentId");

-- CreateIndex
CREATE INDEX "Pairing_mentorId_state_idx" ON "Pairing"("mentorId", "state");

-- CreateIndex
CREATE INDEX "Pairing_cohortId_idx" ON "Pairing"("cohortId");

-- CreateIndex
CREATE INDEX "Pairing_nominationId_idx" ON "Pairing"("nominationId");

-- CreateIndex
CREATE UNIQUE INDEX "Floor_name_key" ON "Floor"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Person_oidcSubject_key" ON "Person"("oidcSubject");

-- CreateIndex
CREATE INDEX "Person_floorId_idx" ON "Person"("floorId");

-- CreateIndex
CREATE INDEX "Person_managerId_idx" ON "Person"("managerId");

-- CreateIndex
CREATE INDEX "Person_name_id_idx" ON "Person"("name", "id");

-- CreateIndex
CREATE INDEX "FloorManager_personId_idx" ON "FloorManager"("personId");

-- CreateIndex
CREATE INDEX "SignIn_personId_idx" ON "SignIn"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeLink_tokenHash_key" ON "OneTimeLink"("tokenHash");

-- CreateIndex
CREATE INDEX "OneTimeLink_personId_idx" ON "OneTimeLink"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Program_name_key" ON "Program"("name");

-- CreateIndex
CREATE UNIQUE INDEX "ProgramVersion_programId_number_key" ON "ProgramVersion"("programId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Objective_versionId_position_key" ON "Objective"("versionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "ProgramModule_versionId_position_key" ON "ProgramModule"("versionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Skill_versionId_position_key" ON "Skill"("versionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "SessionTemplate_versionId_position_key" ON "SessionTemplate"("versionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "MilestoneTemplate_versionId_key_key" ON "MilestoneTemplate"("versionId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "RubricVersion_name_number_key" ON "RubricVersion"("name", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Criterion_rubricId_position_key" ON "Criterion"("rubricId", "position");

-- CreateIndex
CREATE INDEX "Session_cohortId_day_startsAt_idx" ON "Session"("cohortId", "day", "startsAt");

-- CreateIndex
CREATE INDEX "Session_enrollmentId_day_idx" ON "Session"("enrollmentId", "day");

-- CreateIndex
CREATE INDEX "Session_templateId_idx" ON "Session"("templateId");

-- CreateIndex
CREATE INDEX "SessionFacilitator_personId_idx" ON "SessionFacilitator"("personId");

-- CreateIndex
CREATE INDEX "Attendance_enrollmentId_idx" ON "Attendance"("enrollmentId");

-- AddForeignKey
ALTER TABLE "CertificationAttempt" ADD CONSTRAINT "CertificationAttempt_enrollmentId_fkey" FOREIGN KEY ("enrollmentId") REFERENCES "Enrollment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificationAttempt" ADD CONSTRAINT "CertificationAttempt_rubricId_fkey" FOREIGN KEY ("rubricId") REFERENCES "RubricVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificationAttempt" ADD CONSTRAINT "CertificationAttempt_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "CertificationAttempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Score" ADD CONSTRAINT "Score_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Score" ADD CONSTRAINT "Score_criterionId_fkey" FOREIGN KEY ("criterionId") REFERENCES "Criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_enrollmentId_fkey" FOREIGN KEY ("enrollmentId") REFERENCES "Enrollment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "CertificationAttempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_enrollmentId_fkey" FOREIGN KEY ("enrollmentId") REFERENCES "Enrollment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "CertificationAttempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cohort" ADD CONSTRAINT "Cohort_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ProgramVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortFloor" ADD CONSTRAINT "CohortFloor_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortFloor" ADD CONSTRAINT "CohortFloor_floorId_fkey" FOREIGN KEY ("floorId") REFERENCES "Floor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortOrganizer" ADD CONSTRAINT "CohortOrganizer_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortOrganizer" ADD CONSTRAINT "CohortOrganizer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortDay" ADD CONSTRAINT "CohortDay_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrollment" ADD CONSTRAINT "Enrollment_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrollment" ADD CONSTRAINT "Enrollment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOff" ADD CONSTRAINT "SignOff_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOff" ADD CONSTRAINT "SignOff_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DailyLog" ADD CONSTRAINT "DailyLog_enrollmentId_fkey" FOREIGN KEY ("enrollmentId") REFERENCES "Enrollment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DailyLog" ADD CONSTRAINT "DailyLog_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LogActivity" ADD CONSTRAINT "LogActivity_logId_fkey" FOREIGN KEY ("logId") REFERENCES "DailyLog"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LogActivity" ADD CONSTRAINT "LogActivity_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LogSkill" ADD CONSTRAINT "LogSkill_logId_fkey" FOREIGN KEY ("logId") REFERENCES "DailyLog"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LogSkill" ADD CONSTRAINT "LogSkill_skillId_fkey" FOREIGN KEY ("skillId") REFERENCES "Skill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentorList" ADD CONSTRAINT "MentorList_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentorList" ADD CONSTRAINT "MentorList_floorId_fkey" FOREIGN KEY ("floorId") REFERENCES "Floor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentorList" ADD CONSTRAINT "MentorList_submittedById_fkey" FOREIGN KEY ("submittedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentorNomination" ADD CONSTRAINT "MentorNomination_listId_fkey" FOREIGN KEY ("listId") REFERENCES "MentorList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentorNomination" ADD CONSTRAINT "MentorNomination_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentorNomination" ADD CONSTRAINT "MentorNomination_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentorNomination" ADD CONSTRAINT "MentorNomination_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditRecord" ADD CONSTRAINT "AuditRecord_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pairing" ADD CONSTRAINT "Pairing_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pairing" ADD CONSTRAINT "Pairing_enrollmentId_fkey" FOREIGN KEY ("enrollmentId") REFERENCES "Enrollment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pairing" ADD CONSTRAINT "Pairing_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pairing" ADD CONSTRAINT "Pairing_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "MentorNomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Holiday" ADD CONSTRAINT "Holiday_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_floorId_fkey" FOREIGN KEY ("floorId") REFERENCES "Floor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FloorManager" ADD CONSTRAINT "FloorManager_floorId_fkey" FOREIGN KEY ("floorId") REFERENCES "Floor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FloorManager" ADD CONSTRAINT "FloorManager_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignIn" ADD CONSTRAINT "SignIn_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeLink" ADD CONSTRAINT "OneTimeLink_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgramVersion" ADD CONSTRAINT "ProgramVersion_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgramVersion" ADD CONSTRAINT "ProgramVersion_rubricVersionId_fkey" FOREIGN KEY ("rubricVersionId") REFERENCES "RubricVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Objective" ADD CONSTRAINT "Objective_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ProgramVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgramModule" ADD CONSTRAINT "ProgramModule_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ProgramVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Skill" ADD CONSTRAINT "Skill_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ProgramVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionTemplate" ADD CONSTRAINT "SessionTemplate_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ProgramVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MilestoneTemplate" ADD CONSTRAINT "MilestoneTemplate_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ProgramVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Criterion" ADD CONSTRAINT "Criterion_rubricId_fkey" FOREIGN KEY ("rubricId") REFERENCES "RubricVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_enrollmentId_fkey" FOREIGN KEY ("enrollmentId") REFERENCES "Enrollment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "SessionTemplate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionFacilitator" ADD CONSTRAINT "SessionFacilitator_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionFacilitator" ADD CONSTRAINT "SessionFacilitator_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_enrollmentId_fkey" FOREIGN KEY ("enrollmentId") REFERENCES "Enrollment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

