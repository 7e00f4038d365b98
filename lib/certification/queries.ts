import { standingToCohort, standingToMentee } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { dayAt, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { authorize, may } from "@/lib/permissions";
import type { Prisma } from "@/prisma/generated/client";
import { readCertificateNumber } from "./certificate-number";
import { isOpenAttempt } from "./rules";

const cohortSelect = {
  id: true,
  name: true,
  state: true,
  timeZone: true,
  certificationDate: true,
  version: { select: { rubric: { select: { name: true, passMark: true } } } },
  enrollments: {
    where: { state: { not: "WITHDRAWN" } },
    orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
    select: {
      id: true,
      state: true,
      person: { select: { id: true, name: true, managerId: true, floor: { select: { name: true } } } },
      pairings: { where: { state: { notIn: ["SUGGESTED", "DISCARDED"] } }, select: { mentorId: true } },
      certificate: { select: { number: true } },
      attempts: {
        where: { state: { not: "CANCELLED" } },
        orderBy: { number: "asc" },
        select: {
          id: true,
          number: true,
          state: true,
          day: true,
          total: true,
          assessments: {
            orderBy: { id: "asc" },
            select: { personId: true, submittedAt: true, person: { select: { name: true } } },
          },
        },
      },
    },
  },
} satisfies Prisma.CohortSelect;

/** How the certification of a cohort stands, mentee by mentee, for its organizers. Anybody else: not found. */
export async function cohortCertification(actor: Actor, cohortId: string) {
  authorize("certification.seeScores", await standingToCohort(db, actor, cohortId));
  const cohort = await db.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: cohortSelect,
  });
  return {
    ...cohort,
    certificationDate: toDay(cohort.certificationDate),
    today: dayAt(clock.now(), cohort.timeZone),
    rubric: cohort.version.rubric,
    mentees: cohort.enrollments.map(({ person, pairings, attempts, ...mentee }) => ({
      ...mentee,
      name: person.name,
      floor: person.floor?.name ?? null,
      /** Who may not assess this mentee. */
      close: [person.id, person.managerId, ...pairings.map(({ mentorId }) => mentorId)].filter(
        (id) => id !== null,
      ),
      attempts: attempts.map((attempt) => ({
        ...attempt,
        day: toDay(attempt.day),
        // An organizer who is the mentee learns the outcome like every mentee, and no total.
        total: person.id === actor.personId ? null : attempt.total,
      })),
      /** Whether another attempt can be scheduled. */
      canSchedule:
        cohort.state === "ACTIVE" &&
        (mentee.state === "ACTIVE" || mentee.state === "EXTENDED") &&
        !attempts.some(({ state }) => isOpenAttempt(state)),
    })),
  };
}

export type CohortCertification = Awaited<ReturnType<typeof cohortCertification>>;
export type CertifiedMentee = CohortCertification["mentees"][number];

/** Most people that the choice of an assessor offers. */
const mostCandidates = 200;

/**
 * Who can be asked to score in a cohort: people with a grant, floor managers, who led a session of the cohort, and who
 * has scored before. Whether they are independent of a mentee is asked for each. For organizers; else not found.
 */
export async function assessorCandidates(actor: Actor, cohortId: string) {
  authorize("certification.seeScores", await standingToCohort(db, actor, cohortId));
  const rows = await db.person.findMany({
    where: {
      deactivatedAt: null,
      OR: [
        { grants: { some: { kind: { in: ["ENABLEMENT_MANAGER", "TRAINER"] } } } },
        { managedFloors: { some: {} } },
        { assessments: { some: {} } },
        { facilitates: { some: { session: { cohortId, kind: "SME_TRAINING" } } } },
      ],
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: mostCandidates,
    select: { id: true, name: true, title: true, floor: { select: { name: true } } },
  });
  return rows.map(({ floor, ...person }) => ({ ...person, floor: floor?.name ?? null }));
}

export type AssessorCandidate = Awaited<ReturnType<typeof assessorCandidates>>[number];

/**
 * What came of a mentee's attempts, without scores: for whoever may see the mentee. Anybody else: not found. What it
 * came to in detail opens for the mentee and the organizers.
 */
export async function outcomesOf(actor: Actor, enrollmentId: string) {
  const stands = await standingToMentee(db, actor, enrollmentId);
  authorize("cohorts.seeMentee", stands);
  const mayOpen = stands.has("mentee") || may(stands, "certification.seeScores");
  const attempts = await db.certificationAttempt.findMany({
    where: { enrollmentId, state: { not: "CANCELLED" } },
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      state: true,
      day: true,
      certificate: { select: { number: true } },
      extension: { select: { endsOn: true } },
    },
  });
  return attempts.map(({ day, certificate, extension, ...attempt }) => ({
    ...attempt,
    day: toDay(day),
    opens: mayOpen && !isOpenAttempt(attempt.state),
    certificate: certificate?.number ?? null,
    extendedTo: extension ? toDay(extension.endsOn) : null,
  }));
}

export type MenteeOutcome = Awaited<ReturnType<typeof outcomesOf>>[number];

/**
 * What anybody may know of a certificate who has its number: whose it is, of what, and since when. Null when no
 * certificate has this number, or when the text is no number at all.
 */
export async function checkCertificate(text: string) {
  const number = readCertificateNumber(text);
  if (!number) return null;
  const found = await db.certificate.findUnique({
    where: { number },
    select: {
      number: true,
      issuedOn: true,
      attempt: { select: { day: true } },
      enrollment: {
        select: {
          person: { select: { name: true } },
          cohort: {
            select: {
              name: true,
              version: { select: { program: { select: { name: true } } } },
              days: { orderBy: { day: "asc" }, select: { day: true, phase: true, number: true } },
            },
          },
        },
      },
    },
  });
  if (!found) return null;
  const { person, cohort } = found.enrollment;
  return {
    number: found.number,
    issuedOn: toDay(found.issuedOn),
    certifiedOn: toDay(found.attempt.day),
    name: person.name,
    cohort: cohort.name,
    program: cohort.version.program.name,
    days: cohort.days.map((one) => ({ ...one, day: toDay(one.day) })),
  };
}

export type CheckedCertificate = NonNullable<Awaited<ReturnType<typeof checkCertificate>>>;
