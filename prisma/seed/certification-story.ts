import { submitAssessment } from "@/lib/assessments/commands";
import { assignAssessors, scheduleAttempt } from "@/lib/attempts/commands";
import { completeCohort } from "@/lib/cohorts/commands";
import { type Day, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { withdrawMentee } from "@/lib/enrollments/commands";
import { rateMentor } from "@/lib/mentor-ratings/commands";
import { decideOutcome } from "@/lib/outcomes/commands";
import { emailOf, leads } from "./people";
import { as, at, dice, idOf, workday } from "./stage";

const praise = "Clear from the first minute to the next step.";

/** Levels that pass (a point below the best here and there) or that do not yet. */
function levels(criteria: readonly { id: string }[], passes: boolean, seed: number) {
  const roll = dice(seed);
  return criteria.map(({ id }, position) => ({
    criterionId: id,
    level: passes ? (roll() < 0.55 ? 3 : 4) : position === 3 ? 1 : 2,
    comment: passes ? "" : position === 3 ? "Objections were met with arguments instead of questions." : "",
  }));
}

type Outcome =
  | { outcome: "PASSED" }
  | { outcome: "RETAKE"; retakeOn: Day }
  | { outcome: "EXTENDED"; extendedTo: Day };

/** An assessor scores the open attempt of a mentee and the organizer decides it. */
async function certify(cohortId: string, key: string, what: Outcome, seed: number): Promise<void> {
  const organizer = await as(leads.enablement.key);
  const attempt = await db.certificationAttempt.findFirstOrThrow({
    where: { state: "SCHEDULED", enrollment: { cohortId, personId: await idOf(key) } },
    include: { rubric: { include: { criteria: { orderBy: { position: "asc" } } } } },
  });
  const day = toDay(attempt.day);
  const assessor = seed % 2 === 0 ? leads.assessor.key : leads.secondAssessor.key;
  at(await workday(day, -2), "11:00");
  await assignAssessors(organizer, { attemptId: attempt.id, assessorIds: [await idOf(assessor)] });
  at(day, "14:30");
  const passes = what.outcome === "PASSED";
  await submitAssessment(await as(assessor), {
    attemptId: attempt.id,
    scores: levels(attempt.rubric.criteria, passes, seed),
    comment: passes ? praise : "Knows the product well. Practise objections, then come back.",
  });
  at(day, "16:10");
  await decideOutcome(organizer, {
    attemptId: attempt.id,
    outcome: what.outcome,
    comment: passes
      ? praise
      : "You know the product well. What is missing is calm with objections, and that can be practised.",
    retakeOn: what.outcome === "RETAKE" ? what.retakeOn : null,
    extendedTo: what.outcome === "EXTENDED" ? what.extendedTo : null,
    plan:
      what.outcome === "EXTENDED"
        ? "Three objection role-plays a week, two ride-alongs with a call mentor, a mock call each Friday."
        : "",
    support:
      what.outcome === "EXTENDED"
        ? "Two more mentor hours a week; the floor manager joins the second mock call."
        : "",
  });
}

/** One mentee leaves on a program day. */
export async function leave(cohortId: string, key: string, onDay: Day): Promise<void> {
  at(onDay, "15:00");
  const enrollment = await db.enrollment.findFirstOrThrow({ where: { cohortId, personId: await idOf(key) } });
  await withdrawMentee(await as(leads.enablement.key), {
    enrollmentId: enrollment.id,
    reason: "Moved to the support team.",
  });
}

/** Certification day and what follows, up to the end of the cohort. */
export async function graduate(
  cohortId: string,
  certification: Day,
  hard: { retake?: string; extension?: string },
) {
  const enrollments = await db.enrollment.findMany({
    where: { cohortId, state: "ACTIVE" },
    include: { person: true },
    orderBy: { createdAt: "asc" },
  });
  const retakeOn = await workday(certification, 3);
  const extendedTo = await workday(certification, 10);
  let last = certification;
  for (const [index, { person }] of enrollments.entries()) {
    const key = person.email.replace(emailOf(""), "");
    if (key === hard.retake) {
      await certify(cohortId, key, { outcome: "RETAKE", retakeOn }, index);
      await certify(cohortId, key, { outcome: "PASSED" }, index);
      if (retakeOn > last) last = retakeOn;
    } else if (key === hard.extension) {
      await certify(cohortId, key, { outcome: "EXTENDED", extendedTo }, index);
      await certifyAfterExtension(cohortId, key, extendedTo, index);
      last = extendedTo;
    } else {
      await certify(cohortId, key, { outcome: "PASSED" }, index);
    }
  }
  at(await workday(last, 1), "11:00");
  await completeCohort(await as(leads.enablement.key), { cohortId });
  at(await workday(last, 2), "09:20");
  await rateMentors(cohortId);
}

/** Each mentee says how they found their mentor, some with a word for the organizers. */
async function rateMentors(cohortId: string): Promise<void> {
  const pairings = await db.pairing.findMany({
    where: { cohortId, kind: "LEAD", state: "COMPLETED" },
    orderBy: { createdAt: "asc" },
    select: { id: true, enrollment: { select: { person: { select: { email: true } } } } },
  });
  for (const [index, { id: pairingId, enrollment }] of pairings.entries()) {
    await rateMentor(await as(enrollment.person.email.replace(emailOf(""), "")), {
      pairingId,
      score: index % 4 === 1 ? 4 : 5,
      comment: index % 3 === 0 ? "Always found time before a call. More role-plays would have helped." : "",
    });
  }
}

async function certifyAfterExtension(cohortId: string, key: string, day: Day, seed: number): Promise<void> {
  const enrollment = await db.enrollment.findFirstOrThrow({ where: { cohortId, personId: await idOf(key) } });
  at(await workday(day, -3), "09:00");
  await scheduleAttempt(await as(leads.enablement.key), {
    enrollmentId: enrollment.id,
    day,
    assessorIds: [],
  });
  await certify(cohortId, key, { outcome: "PASSED" }, seed);
}
