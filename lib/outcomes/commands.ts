import { randomBytes } from "node:crypto";
import { standingToAttempt } from "@/lib/access";
import { type Actor, runnersOf } from "@/lib/actor";
import { handIn } from "@/lib/assessments/commands";
import { addAttempt } from "@/lib/attempts/commands";
import {
  type AttemptFacts,
  lockedAttempt,
  lockedMentee,
  mentorsToTell,
  relationsOf,
} from "@/lib/attempts/queries";
import { certifyingRefusal, standingOf } from "@/lib/attempts/rules";
import { type AuditAction, audit } from "@/lib/audit";
import { certificateBytes, makeCertificateNumber } from "@/lib/certification/certificate-number";
import {
  assessorRefusal,
  attemptRefusal,
  attemptResult,
  deciderRefusal,
  enrollmentAfter,
  outcomeRefusal,
} from "@/lib/certification/rules";
import { clock } from "@/lib/clock";
import { type Day, dayAt, fromDay } from "@/lib/dates";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { refuse, UserError } from "@/lib/errors";
import { enrollmentRefusal } from "@/lib/mentees/rules";
import { announce } from "@/lib/outbox";
import { authorize } from "@/lib/permissions";
import { type DecideOutcome, missingOfOutcome, type RecordResult } from "./schema";

/**
 * An organizer scores an attempt and decides it in one deed, where no assessor was asked. Refuses one who mentored or
 * manages the mentee, an attempt that others score, and what {@link decideOutcome} refuses.
 */
export async function recordResult(actor: Actor, input: RecordResult, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    authorize("outcomes.recordResult", await standingToAttempt(tx, actor, input.attemptId));
    const attempt = await lockedAttempt(tx, input.attemptId);
    refuse(certifyingRefusal(attempt.enrollment.cohort.state));
    if (attempt.state !== "SCHEDULED") refuse(attemptRefusal(attempt.state, "IN_ASSESSMENT"));
    refuse(assessorRefusal(actor.personId, relationsOf(attempt.enrollment)));
    const other = attempt.assessments.find(({ personId }) => personId !== actor.personId);
    if (other) throw new UserError("certification.refused.othersScore", { name: other.person.name });
    const mine =
      attempt.assessments[0] ??
      (await tx.assessment.create({
        data: { attemptId: attempt.id, personId: actor.personId },
        select: { id: true, submittedAt: true },
      }));
    await handIn(tx, actor, attempt, mine, { scores: input.scores, comment: input.assessment });
    await decide(tx, actor, await lockedAttempt(tx, attempt.id), input, "outcomes.recordResult");
  });
}

/**
 * Decides what an attempt came to, from the scores: certified, with a certificate; a retake on a day; an extension with
 * a dated plan; or not certified. Tells the mentee, the mentors, who runs the floor and the other organizers. Refuses
 * the mentee and their line manager, scores that are still to come, and an outcome that the scores do not allow.
 */
export async function decideOutcome(actor: Actor, input: DecideOutcome, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    authorize("outcomes.decideOutcome", await standingToAttempt(tx, actor, input.attemptId));
    const attempt = await lockedAttempt(tx, input.attemptId);
    refuse(certifyingRefusal(attempt.enrollment.cohort.state));
    await decide(tx, actor, attempt, input, "outcomes.decideOutcome");
  });
}

async function decide(
  tx: Tx,
  actor: Actor,
  attempt: AttemptFacts,
  input: DecideOutcome,
  action: AuditAction,
): Promise<void> {
  const { enrollment: mentee, rubric, assessments } = attempt;
  const { outcome } = input;
  refuse(attemptRefusal(attempt.state, outcome));
  refuse(deciderRefusal(actor.personId, relationsOf(mentee)));
  const waiting = assessments.find(({ submittedAt }) => !submittedAt);
  if (waiting) throw new UserError("certification.refused.scoresToCome", { name: waiting.person.name });
  const levels = assessments.map(({ scores }) => new Map(scores.map((one) => [one.criterionId, one.level])));
  const result = attemptResult(rubric, levels);
  refuse(outcomeRefusal(outcome, result, standingOf(attempt, mentee.attempts)));
  const [missing] = missingOfOutcome(input);
  if (missing) throw new UserError(missing[1], undefined, { field: missing[0] });
  const now = clock.now();
  const { count } = await tx.certificationAttempt.updateMany({
    where: { id: attempt.id, state: "IN_ASSESSMENT" },
    data: {
      state: outcome,
      total: result.total,
      comment: input.comment,
      decidedById: actor.personId,
      decidedAt: now,
    },
  });
  if (count === 0) throw new UserError("errors.somebodyFaster");
  await moveMentee(tx, attempt, outcome);
  await follow(tx, attempt, input, dayAt(now, mentee.cohort.timeZone));
  const data = { mentee: mentee.person.name, cohort: mentee.cohort.name };
  await audit(tx, actor, {
    action,
    cohortId: mentee.cohort.id,
    subject: { type: "CertificationAttempt", id: attempt.id },
    data: { ...data, number: attempt.number, outcome },
  });
  await tell(tx, actor, attempt, data);
}

/** The mentee becomes what the outcome makes of them. */
async function moveMentee(
  tx: Tx,
  { enrollment }: AttemptFacts,
  outcome: DecideOutcome["outcome"],
): Promise<void> {
  const state = enrollmentAfter(outcome);
  if (!state) return;
  refuse(enrollmentRefusal(enrollment.state, state));
  const { count } = await tx.enrollment.updateMany({
    where: { id: enrollment.id, state: enrollment.state },
    data: { state, endedAt: state === "EXTENDED" ? null : clock.now() },
  });
  if (count === 0) throw new UserError("errors.somebodyFaster");
}

/** What comes after an outcome: a certificate, the next attempt, or the plan of an extension. */
async function follow(tx: Tx, attempt: AttemptFacts, input: DecideOutcome, today: Day): Promise<void> {
  const of = { enrollmentId: attempt.enrollment.id, attemptId: attempt.id };
  if (input.outcome === "PASSED") {
    const number = makeCertificateNumber(Number(today.slice(0, 4)), randomBytes(certificateBytes));
    await tx.certificate.create({
      data: { number, issuedOn: fromDay(today), ...of },
      select: { number: true },
    });
  }
  if (input.outcome === "RETAKE" && input.retakeOn) {
    await addAttempt(tx, await lockedMentee(tx, attempt.enrollment.id), input.retakeOn, "retakeOn");
  }
  if (input.outcome === "EXTENDED" && input.extendedTo) {
    const { extendedTo, plan, support } = input;
    if (extendedTo <= today) {
      throw new UserError("certification.refused.extensionPassed", undefined, { field: "extendedTo" });
    }
    await tx.extension.create({
      data: {
        ...of,
        startsOn: fromDay(today),
        endsOn: fromDay(extendedTo),
        plan,
        support,
        createdAt: clock.now(),
      },
      select: { id: true },
    });
  }
}

/** What came of it is read in the app: an e-mail only says that it is there. */
async function tell(
  tx: Tx,
  actor: Actor,
  { id, enrollment: mentee }: AttemptFacts,
  data: Record<string, string>,
): Promise<void> {
  const managers = mentee.person.floor ? runnersOf(mentee.person.floor, clock.now()) : [];
  const organizers = mentee.cohort.organizers.map(({ personId }) => personId);
  const others = [...mentorsToTell(mentee), ...managers].filter((person) => !organizers.includes(person));
  const told = { kind: "outcomeDecided", data, except: actor.personId } as const;
  await announce(tx, { ...told, to: [mentee.person.id], href: `/attempts/${id}` });
  await announce(tx, { ...told, to: others, href: `/mentees/${mentee.id}` });
  await announce(tx, { ...told, to: organizers, href: `/attempts/${id}` });
}
