import { standingToAttempt } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { type AttemptFacts, lockedAttempt, relationsOf } from "@/lib/attempts/queries";
import { certifyingRefusal } from "@/lib/attempts/rules";
import { audit } from "@/lib/audit";
import { assessorRefusal, attemptRefusal, isLevel, isOpenAttempt } from "@/lib/certification/rules";
import { clock } from "@/lib/clock";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, refuse, UserError } from "@/lib/errors";
import { announce } from "@/lib/outbox";
import { authorize } from "@/lib/permissions";
import type { Scores, SubmitAssessment } from "./schema";

/**
 * Hands in one assessor's scores: a level for every criterion of the rubric. They never change afterwards. Tells the
 * organizers. Refuses scores that were handed in before, an attempt that is decided, and a level off the rubric.
 */
export async function submitAssessment(actor: Actor, input: SubmitAssessment, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    authorize("assessments.submitAssessment", await standingToAttempt(tx, actor, input.attemptId));
    const attempt = await lockedAttempt(tx, input.attemptId);
    const mine = attempt.assessments.find(({ personId }) => personId === actor.personId);
    if (!mine) throw new NotFoundError();
    await handIn(tx, actor, attempt, mine, input);
    const { cohort, person } = attempt.enrollment;
    await audit(tx, actor, {
      action: "assessments.submitAssessment",
      cohortId: cohort.id,
      subject: { type: "CertificationAttempt", id: attempt.id },
      data: { mentee: person.name, number: attempt.number },
    });
    await announce(tx, {
      to: cohort.organizers.map(({ personId }) => personId),
      kind: "assessmentSubmitted",
      data: { assessor: actor.name, mentee: person.name, cohort: cohort.name },
      href: `/attempts/${attempt.id}`,
      except: actor.personId,
    });
  });
}

/**
 * Keeps an assessor's scores after their rules; with the first ones the attempt is in assessment and its rubric used.
 * For commands that hand in scores as part of another deed.
 */
export async function handIn(
  tx: Tx,
  actor: Actor,
  attempt: AttemptFacts,
  assessment: { id: string; submittedAt: Date | null },
  { scores, comment }: { scores: Scores; comment: string },
): Promise<void> {
  if (assessment.submittedAt) throw new UserError("certification.refused.scoreSubmitted");
  refuse(certifyingRefusal(attempt.enrollment.cohort.state));
  if (!isOpenAttempt(attempt.state)) refuse(attemptRefusal(attempt.state, "IN_ASSESSMENT"));
  refuse(assessorRefusal(actor.personId, relationsOf(attempt.enrollment)));
  refuseOffRubric(attempt, scores);
  const now = clock.now();
  await tx.rubricVersion.updateMany({
    where: { id: attempt.rubric.id, usedAt: null },
    data: { usedAt: now },
  });
  await tx.score.createMany({
    data: scores.map(({ criterionId, level, comment: said }) => ({
      assessmentId: assessment.id,
      criterionId,
      level,
      comment: said,
    })),
  });
  const { count } = await tx.assessment.updateMany({
    where: { id: assessment.id, submittedAt: null },
    data: { submittedAt: now, comment },
  });
  if (count === 0) throw new UserError("certification.refused.scoreSubmitted");
  await tx.certificationAttempt.updateMany({
    where: { id: attempt.id, state: "SCHEDULED" },
    data: { state: "IN_ASSESSMENT" },
  });
}

/** Scores are whole: one level of the rubric for each of its criteria, and nothing else. */
function refuseOffRubric({ rubric }: AttemptFacts, scores: Scores): void {
  const given = new Map(scores.map((score) => [score.criterionId, score.level]));
  const missing = rubric.criteria.filter(({ id }) => !given.has(id)).length;
  if (missing > 0) throw new UserError("certification.refused.notScored", { count: missing });
  const known = new Set(rubric.criteria.map(({ id }) => id));
  const whole = scores.length === known.size && scores.every(({ criterionId }) => known.has(criterionId));
  if (!whole || scores.some(({ level }) => !isLevel(level, rubric.maxLevel))) {
    throw new UserError("assessments.refused.offRubric");
  }
}
