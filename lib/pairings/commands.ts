import { standingToCohort, standingToMentee } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { tellPaired } from "@/lib/announcements/commands";
import { announcementColumns } from "@/lib/announcements/rules";
import { audit, auditEach } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { dayAt, fromDay, toDay } from "@/lib/dates";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, refuse, UserError } from "@/lib/errors";
import { announce } from "@/lib/outbox";
import { refuseForbidden } from "@/lib/pairings/forbidden";
import { mentorLoads, placesOf } from "@/lib/pairings/queries";
import { keepRest } from "@/lib/pairings/rest";
import {
  currentPairingStates,
  keptRefusal,
  pairingRefusal,
  pairingSpan,
  pairingStateRefusal,
  timeRefusal,
} from "@/lib/pairings/rules";
import { authorize, type Permission } from "@/lib/permissions";
import { givePairSessions, takePairSessions } from "@/lib/sessions/pair-sessions";
import type { Prisma } from "@/prisma/generated/client";
import type { ConfirmPairings, DiscardPairing, EndPairing, PairMentee } from "./schema";

const current = { in: [...currentPairingStates] };
const agreed = { in: ["CONFIRMED" as const, "ACTIVE" as const, "PAUSED" as const] };

const pairingFacts = {
  id: true,
  cohortId: true,
  enrollmentId: true,
  mentorId: true,
  nominationId: true,
  kind: true,
  state: true,
  locked: true,
  announcement: true,
  announcedAt: true,
  mentor: { select: { name: true } },
  enrollment: { select: { personId: true, person: { select: { name: true } } } },
  cohort: { select: { name: true, state: true, timeZone: true } },
} satisfies Prisma.PairingSelect;
export type ReachedPairing = Prisma.PairingGetPayload<{ select: typeof pairingFacts }>;

/**
 * Suggests a mentor for a mentee; nobody is told before it is confirmed. Gives the id of the pairing. Refuses a mentor
 * who is not eligible or has no place left in any cohort that overlaps, the mentee's line manager, a second lead mentor.
 */
export async function pairMentee(
  actor: Actor,
  input: PairMentee,
  on: Db = db,
): Promise<{ pairingId: string }> {
  return transaction(on, async (tx) => {
    authorize("pairings.pairMentee", await standingToMentee(tx, actor, input.enrollmentId));
    const { kind, enrollmentId } = input;
    const mentee = await loadMentee(tx, enrollmentId);
    const { person, cohort, cohortId } = mentee;
    const nomination = await holdMentor(tx, input.nominationId, cohortId);
    refuse(timeRefusal({ cohort: cohort.state, enrollment: mentee.state }));
    if (nomination.person.deactivatedAt) throw new UserError("mentors.refused.personGone");
    const span = spanOf(mentee);
    const loads = await mentorLoads(tx, [nomination.personId], span);
    const places = placesOf(loads, nomination.personId, kind, nomination.capacity);
    refuse(
      pairingRefusal({
        kind,
        mentee: { personId: person.id, lineManagerId: person.managerId },
        mentor: { ...nomination, ...places },
        currentMentorIds: mentee.pairings.filter((one) => one.kind === kind).map((one) => one.mentorId),
      }),
    );
    const { id } = await tx.pairing.create({
      data: {
        cohortId,
        enrollmentId,
        mentorId: nomination.personId,
        nominationId: nomination.id,
        kind,
        ...span,
        createdAt: clock.now(),
      },
      select: { id: true },
    });
    const data = { mentee: person.name, mentor: nomination.person.name, kind, cohort: cohort.name };
    const subject = { type: "Pairing", id } as const;
    await audit(tx, actor, { action: "pairings.pairMentee", cohortId, subject, data });
    return { pairingId: id };
  });
}

export function loadMentee(tx: Tx, enrollmentId: string) {
  return tx.enrollment.findUniqueOrThrow({
    where: { id: enrollmentId },
    select: {
      state: true,
      cohortId: true,
      person: { select: { id: true, name: true, managerId: true } },
      pairings: { where: { state: current }, select: { mentorId: true, kind: true } },
      extensions: { orderBy: { endsOn: "desc" }, take: 1, select: { endsOn: true } },
      cohort: { select: { name: true, state: true, timeZone: true, startsOn: true, endsOn: true } },
    },
  });
}

/** From when to when a new pairing of this mentee runs, as columns take it. */
export function spanOf({ cohort, extensions }: Awaited<ReturnType<typeof loadMentee>>) {
  const extension = extensions[0];
  const days = pairingSpan(
    { startsOn: toDay(cohort.startsOn), endsOn: toDay(cohort.endsOn) },
    dayAt(clock.now(), cohort.timeZone),
    extension ? toDay(extension.endsOn) : null,
  );
  return { startsOn: fromDay(days.startsOn), endsOn: fromDay(days.endsOn) };
}

/** The mentor of this cohort behind a nomination, held until the transaction ends: who pairs them follows each other. */
export async function holdMentor(tx: Tx, nominationId: string, cohortId: string) {
  await tx.$queryRaw`
    SELECT 1 FROM "Person" p JOIN "MentorNomination" n ON n."personId" = p.id
    WHERE n.id = ${nominationId}::uuid FOR NO KEY UPDATE OF p`;
  const nomination = await tx.mentorNomination.findFirst({
    where: { id: nominationId, list: { cohortId } },
    select: {
      id: true,
      personId: true,
      kind: true,
      decision: true,
      willingness: true,
      training: true,
      capacity: true,
      person: { select: { name: true, deactivatedAt: true } },
    },
  });
  if (!nomination) throw new NotFoundError();
  return nomination;
}

/** A pairing of a cohort that this person organizes. Refuses with "not found". */
export async function reachPairing(
  tx: Tx,
  actor: Actor,
  deed: Permission,
  pairingId: string,
): Promise<ReachedPairing> {
  const pairing = await tx.pairing.findUnique({ where: { id: pairingId }, select: pairingFacts });
  if (!pairing) throw new NotFoundError();
  authorize(deed, await standingToCohort(tx, actor, pairing.cohortId));
  return pairing;
}

export const namesOf = (pairing: ReachedPairing) => ({
  mentee: pairing.enrollment.person.name,
  mentor: pairing.mentor.name,
  kind: pairing.kind,
  cohort: pairing.cohort.name,
});

function recordOf(action: Permission, pairing: ReachedPairing, more: Record<string, string> = {}) {
  const subject = { type: "Pairing", id: pairing.id } as const;
  return { action, cohortId: pairing.cohortId, subject, data: { ...namesOf(pairing), ...more } };
}

/** Takes a suggestion back. Nobody was told of it, so nobody is told. Refuses one that is kept, or more than suggested. */
export async function discardPairing(actor: Actor, input: DiscardPairing, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const pairing = await reachPairing(tx, actor, "pairings.discardPairing", input.pairingId);
    refuse(pairingStateRefusal(pairing.state, "DISCARDED"));
    refuse(keptRefusal(pairing.locked));
    const { count } = await tx.pairing.updateMany({
      where: { id: pairing.id, state: "SUGGESTED", locked: false },
      data: { state: "DISCARDED", endedAt: clock.now() },
    });
    if (count === 0) throw new UserError("errors.somebodyFaster");
    await audit(tx, actor, recordOf("pairings.discardPairing", pairing));
  });
}

/**
 * Confirms suggested pairings: each mentor takes on the mentee's pair sessions, and both are told: now, or later as
 * `when` says. In a cohort that runs they begin at once. Refuses when one is no longer a suggestion, or has become
 * forbidden since it was one: then none is confirmed.
 */
export async function confirmPairings(
  actor: Actor,
  input: ConfirmPairings,
  on: Db = db,
): Promise<{ confirmed: number }> {
  return transaction(on, async (tx) => {
    authorize("pairings.confirmPairings", await standingToCohort(tx, actor, input.cohortId));
    const ids = [...new Set(input.pairingIds)];
    const pairings = await tx.pairing.findMany({
      where: { id: { in: ids }, cohortId: input.cohortId },
      // Call mentors after lead mentors: they take over the live calls.
      orderBy: [{ kind: "asc" }, { mentorId: "asc" }, { id: "asc" }],
      select: pairingFacts,
    });
    if (pairings.length < ids.length) throw new NotFoundError();
    for (const { state } of pairings) refuse(pairingStateRefusal(state, "CONFIRMED"));
    await refuseForbidden(tx, ids);
    const { count } = await tx.pairing.updateMany({
      where: { id: { in: ids }, state: "SUGGESTED" },
      data: {
        state: "CONFIRMED",
        confirmedAt: clock.now(),
        ...announcementColumns(input.when ?? "NOW", clock.now()),
      },
    });
    if (count < ids.length) throw new UserError("errors.somebodyFaster");
    await givePairSessions(tx, { pairingIds: pairings.map(({ id }) => id) });
    if (pairings.some(({ cohort }) => cohort.state === "ACTIVE")) {
      await activatePairings(tx, { cohortId: input.cohortId });
    }
    const records = pairings.map((pairing) => recordOf("pairings.confirmPairings", pairing));
    await auditEach(tx, actor, records);
    if ((input.when ?? "NOW") === "NOW") await tellPaired(tx, { pairingIds: ids });
    return { confirmed: count };
  });
}

/**
 * Ends a confirmed pairing before its time, without fault: the mentor's sessions that lie ahead are free again, a lead
 * mentor takes a call mentor's back, and both are told, without the reason, if they knew. Refuses one that is not under way.
 */
export async function endPairing(actor: Actor, input: EndPairing, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const pairing = await reachPairing(tx, actor, "pairings.endPairing", input.pairingId);
    refuse(pairingStateRefusal(pairing.state, "ENDED_EARLY"));
    const { id, enrollmentId, mentorId, kind } = pairing;
    const { count } = await tx.pairing.updateMany({
      where: { id, state: pairing.state },
      data: { state: "ENDED_EARLY", endReason: input.reason, endedAt: clock.now() },
    });
    if (count === 0) throw new UserError("errors.somebodyFaster");
    await keepRest(tx, pairing, "ENDED_EARLY");
    await takePairSessions(tx, { enrollmentId, mentorId });
    const heirs = kind === "CALL" ? [{ mentorId }, { kind: "LEAD" as const }] : [{ mentorId }];
    const remaining = await tx.pairing.findMany({
      where: { enrollmentId, state: agreed, OR: heirs },
      orderBy: { kind: "asc" },
      select: { id: true },
    });
    await givePairSessions(tx, { pairingIds: remaining.map(({ id: other }) => other) });
    await audit(tx, actor, recordOf("pairings.endPairing", pairing, { reason: input.reason }));
    if (!pairing.announcedAt) return;
    const to = [pairing.enrollment.personId, mentorId];
    await announce(tx, {
      to,
      kind: "pairingEnded",
      data: namesOf(pairing),
      href: "/today",
      except: actor.personId,
    });
  });
}

/** Begins the confirmed pairings of a cohort. Part of launching it. */
export async function activatePairings(tx: Tx, { cohortId }: { cohortId: string }): Promise<void> {
  await tx.pairing.updateMany({ where: { cohortId, state: "CONFIRMED" }, data: { state: "ACTIVE" } });
}

/** Completes what runs and drops what was only suggested. Part of completing a cohort. */
export async function completePairings(tx: Tx, { cohortId }: { cohortId: string }): Promise<void> {
  const endedAt = clock.now();
  await tx.pairing.updateMany({
    where: { cohortId, state: "SUGGESTED" },
    data: { state: "DISCARDED", locked: false, endedAt },
  });
  await tx.pairing.updateMany({
    where: { cohortId, state: { in: ["CONFIRMED", "PAUSED"] } },
    data: { state: "ACTIVE" },
  });
  await tx.pairing.updateMany({
    where: { cohortId, state: "ACTIVE" },
    data: { state: "COMPLETED", endedAt },
  });
}
