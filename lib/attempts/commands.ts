import { standingToAttempt, standingToMentee } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { assessorRefusal, attemptRefusal, isOpenAttempt } from "@/lib/certification/rules";
import { clock } from "@/lib/clock";
import { type Day, dayAt, fromDay, toDay } from "@/lib/dates";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { refuse, UserError } from "@/lib/errors";
import { holidayMap } from "@/lib/organization/queries";
import { announce } from "@/lib/outbox";
import { authorize } from "@/lib/permissions";
import {
  type AttemptFacts,
  lockedAttempt,
  lockedMentee,
  type MenteeFacts,
  mentorsToTell,
  relationsOf,
} from "./queries";
import { attemptDayRefusal, certifyingRefusal, schedulingRefusal } from "./rules";
import type { AssignAssessors, CancelAttempt, ScheduleAttempt } from "./schema";

/** What the audit trail and messages say of an attempt. */
function words({ person, cohort }: MenteeFacts, attempt: { number: number; day: Day }) {
  return { mentee: person.name, cohort: cohort.name, number: attempt.number, day: attempt.day };
}

/**
 * Gives a mentee their next attempt, on a business day that is not over, and asks its assessors; tells the mentee and
 * the mentors. Refuses a second one beside an open one, a mentee who is decided or has left, a cohort that does not
 * run, and assessors who mentored or manage the mentee. Gives the id of the attempt.
 */
export async function scheduleAttempt(
  actor: Actor,
  input: ScheduleAttempt,
  on: Db = db,
): Promise<{ id: string }> {
  return transaction(on, async (tx) => {
    authorize("attempts.scheduleAttempt", await standingToMentee(tx, actor, input.enrollmentId));
    const mentee = await lockedMentee(tx, input.enrollmentId);
    const { id, number } = await addAttempt(tx, mentee, input.day, "day");
    const attempt = await lockedAttempt(tx, id);
    await ask(tx, actor, attempt, input.assessorIds);
    const data = words(mentee, { number, day: input.day });
    await audit(tx, actor, {
      action: "attempts.scheduleAttempt",
      cohortId: mentee.cohort.id,
      subject: { type: "CertificationAttempt", id },
      data,
    });
    await tellOfAttempt(tx, actor, mentee, "attemptScheduled", data);
    return { id };
  });
}

/** Adds the next attempt of a mentee, after its rules; `field` is where the form asked for its day. For commands that schedule one as part of another deed. */
export async function addAttempt(
  tx: Tx,
  mentee: MenteeFacts,
  day: Day,
  field: string,
): Promise<{ id: string; number: number }> {
  refuse(certifyingRefusal(mentee.cohort.state));
  refuse(schedulingRefusal({ state: mentee.state, attempts: mentee.attempts.map((one) => one.state) }));
  const today = dayAt(clock.now(), mentee.cohort.timeZone);
  const reason = attemptDayRefusal(day, today, { holidays: await holidayMap(tx) });
  if (reason) throw new UserError(reason.key, reason.values, { field });
  const number = Math.max(0, ...mentee.attempts.map((one) => one.number)) + 1;
  return tx.certificationAttempt.create({
    data: {
      enrollmentId: mentee.id,
      number,
      day: fromDay(day),
      rubricId: mentee.cohort.version.rubricVersionId,
      createdAt: clock.now(),
    },
    select: { id: true, number: true },
  });
}

/** The mentee and the mentors learn what becomes of an attempt. */
async function tellOfAttempt(
  tx: Tx,
  actor: Actor,
  mentee: MenteeFacts,
  kind: "attemptScheduled" | "attemptCancelled",
  data: Record<string, string | number>,
): Promise<void> {
  await announce(tx, {
    to: [mentee.person.id, ...mentorsToTell(mentee)],
    kind,
    data,
    href: `/mentees/${mentee.id}`,
    except: actor.personId,
  });
}

/**
 * Sets who scores an attempt: those who are new are asked, those who are left out need not score any more. Refuses an
 * attempt that is decided, assessors who mentored or manage the mentee, and leaving out who has handed in scores.
 */
export async function assignAssessors(actor: Actor, input: AssignAssessors, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    authorize("attempts.assignAssessors", await standingToAttempt(tx, actor, input.attemptId));
    const attempt = await lockedAttempt(tx, input.attemptId);
    refuse(certifyingRefusal(attempt.enrollment.cohort.state));
    if (!isOpenAttempt(attempt.state)) refuse(attemptRefusal(attempt.state, "IN_ASSESSMENT"));
    const gone = attempt.assessments.filter(({ personId }) => !input.assessorIds.includes(personId));
    const handedIn = gone.find((assessment) => assessment.submittedAt);
    if (handedIn) throw new UserError("attempts.refused.hasScored", { name: handedIn.person.name });
    await tx.assessment.deleteMany({ where: { id: { in: gone.map(({ id }) => id) }, submittedAt: null } });
    const asked = await ask(tx, actor, attempt, input.assessorIds);
    if (asked.length === 0 && gone.length === 0) return;
    await audit(tx, actor, {
      action: "attempts.assignAssessors",
      cohortId: attempt.enrollment.cohort.id,
      subject: { type: "CertificationAttempt", id: attempt.id },
      data: {
        ...words(attempt.enrollment, { number: attempt.number, day: toDay(attempt.day) }),
        count: input.assessorIds.length,
      },
    });
  });
}

/** Asks those who are not asked yet to score an attempt; gives their ids. Refuses who is not independent or has left. */
async function ask(
  tx: Tx,
  actor: Actor,
  attempt: AttemptFacts,
  personIds: readonly string[],
): Promise<string[]> {
  const known = new Set(attempt.assessments.map(({ personId }) => personId));
  const fresh = [...new Set(personIds)].filter((id) => !known.has(id));
  if (fresh.length === 0) return [];
  for (const id of fresh) {
    const reason = assessorRefusal(id, relationsOf(attempt.enrollment));
    if (reason) throw new UserError(reason.key, reason.values, { field: "assessorIds" });
  }
  const present = await tx.person.count({ where: { id: { in: fresh }, deactivatedAt: null } });
  if (present < fresh.length)
    throw new UserError("attempts.refused.assessorGone", undefined, { field: "assessorIds" });
  await tx.assessment.createMany({ data: fresh.map((personId) => ({ attemptId: attempt.id, personId })) });
  await announce(tx, {
    to: fresh,
    kind: "assessmentAsked",
    data: words(attempt.enrollment, { number: attempt.number, day: toDay(attempt.day) }),
    href: `/attempts/${attempt.id}`,
    except: actor.personId,
  });
  return fresh;
}

/** Calls off an attempt that nobody has scored yet, and tells those concerned. Refuses any other. */
export async function cancelAttempt(actor: Actor, input: CancelAttempt, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    authorize("attempts.cancelAttempt", await standingToAttempt(tx, actor, input.attemptId));
    const attempt = await lockedAttempt(tx, input.attemptId);
    const mentee = attempt.enrollment;
    refuse(attemptRefusal(attempt.state, "CANCELLED"));
    const { count } = await tx.certificationAttempt.updateMany({
      where: { id: attempt.id, state: "SCHEDULED" },
      data: { state: "CANCELLED" },
    });
    if (count === 0) throw new UserError("errors.somebodyFaster");
    const data = words(mentee, { number: attempt.number, day: toDay(attempt.day) });
    await audit(tx, actor, {
      action: "attempts.cancelAttempt",
      cohortId: mentee.cohort.id,
      subject: { type: "CertificationAttempt", id: attempt.id },
      data,
    });
    await tellOfAttempt(tx, actor, mentee, "attemptCancelled", data);
    await announce(tx, {
      to: attempt.assessments.map(({ personId }) => personId),
      kind: "attemptCancelled",
      data,
      href: "/today/assessor",
      except: actor.personId,
    });
  });
}
