import { standingToCohort } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { planCovers } from "@/lib/call-covers/cover-plan";
import { loadCalls } from "@/lib/call-covers/queries";
import { endCovers, standIn } from "@/lib/call-covers/releasing";
import {
  blockRefusal,
  coverRefusal,
  coverTimeRefusal,
  obstacle,
  toPlan,
  toPlanProblem,
} from "@/lib/call-covers/rules";
import { tellCovers } from "@/lib/call-covers/telling";
import { clock } from "@/lib/clock";
import { toDay } from "@/lib/dates";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, refuse, UserError } from "@/lib/errors";
import { announce } from "@/lib/outbox";
import { authorize, type Permission } from "@/lib/permissions";
import type { AssignCover, ConfirmCovers, RemoveCover, SuggestCovers } from "./schema";

/** What a run of suggestions came to: how many blocks somebody sits in on now, and how many nobody can. */
export type CoverOutcome = { suggested: number; uncovered: number };

/**
 * Suggests who sits in on every block of live calls that nobody is confirmed for; other suggestions give way. Nobody is
 * told. Refuses in a cohort that is over. Runs of one cohort follow each other, and so does whoever asks its mentors.
 */
export async function suggestCovers(
  actor: Actor,
  { cohortId }: SuggestCovers,
  on: Db = db,
): Promise<CoverOutcome> {
  return transaction(on, async (tx) => {
    authorize("call-covers.suggestCovers", await standingToCohort(tx, actor, cohortId));
    await holdCallMentors(tx, cohortId);
    const { cohort, blocks, mentors } = await loadCalls(tx, cohortId);
    refuse(coverTimeRefusal(cohort.state));
    const { places } = planCovers(toPlanProblem(blocks, mentors));
    await endCovers(
      tx,
      blocks.flatMap(({ cover, sessionId }) =>
        cover?.state === "SUGGESTED" ? [{ id: cover.id, sessionId }] : [],
      ),
    );
    const createdAt = clock.now();
    const planned = toPlan(blocks, mentors);
    const made = planned.flatMap((block, index) => {
      const place = places[index];
      const mentor = place && mentors[place.mentor];
      const slot = place && block.slots[place.slot];
      if (!mentor || !slot || block.cover?.state === "CONFIRMED") return [];
      const { startsAt, endsAt } = slot;
      const { nominationId, personId: mentorId } = mentor;
      return [{ sessionId: block.sessionId, nominationId, mentorId, startsAt, endsAt, createdAt }];
    });
    await tx.callCover.createMany({ data: made });
    const outcome = { suggested: made.length, uncovered: places.filter((place) => place === null).length };
    await audit(tx, actor, {
      action: "call-covers.suggestCovers",
      cohortId,
      subject: { type: "Cohort", id: cohortId },
      data: { cohort: cohort.name, ...outcome },
    });
    return outcome;
  });
}

/** Holds a cohort and its mentors until the transaction ends; the people in one order, so that nobody waits in a ring. */
async function holdCallMentors(tx: Tx, cohortId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Cohort" WHERE id = ${cohortId}::uuid FOR NO KEY UPDATE`;
  await tx.$queryRaw`
    SELECT 1 FROM "Person" WHERE id IN (
      SELECT n."personId" FROM "MentorNomination" n JOIN "MentorList" l ON l.id = n."listId"
      WHERE l."cohortId" = ${cohortId}::uuid AND n.decision = 'APPROVED')
    ORDER BY id FOR NO KEY UPDATE`;
}

/**
 * Has somebody sit in on one block, in place of whoever was to so far; the block moves to that time of its day while it
 * is only planned. Both are told once the mentee's mentor is announced. Refuses who cannot come, with the reason, a block
 * that has begun, and a cell that somebody else has changed meanwhile.
 */
export async function assignCover(actor: Actor, input: AssignCover, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const { cohortId } = await reachBlock(tx, actor, "call-covers.assignCover", input.sessionId);
    await holdCallMentors(tx, cohortId);
    const { cohort, blocks, mentors } = await loadCalls(tx, cohortId);
    refuse(coverTimeRefusal(cohort.state));
    const block = blocks.find(({ sessionId }) => sessionId === input.sessionId);
    const mentor = mentors.find(({ nominationId }) => nominationId === input.nominationId);
    if (!block) throw new UserError("call-covers.refused.blockOver");
    if (!mentor) throw new UserError("call-covers.refused.notEligible");
    refuse(blockRefusal(block));
    if ((block.cover?.id ?? null) !== input.was) throw new UserError("errors.somebodyFaster");
    const slot = block.slots.find(({ startsAt }) => +startsAt === +new Date(input.startsAt));
    if (!slot) throw new UserError("call-covers.refused.noSuchTime");
    const why = obstacle(block, mentor, slot, blocks);
    if (why) throw new UserError(`call-covers.refused.${why}`, { mentor: mentor.name });
    await takeOut(tx, actor, block);
    const { id } = await tx.callCover.create({
      data: {
        sessionId: block.sessionId,
        nominationId: mentor.nominationId,
        mentorId: mentor.personId,
        ...slot,
        createdAt: clock.now(),
      },
      select: { id: true },
    });
    await takeOn(tx, [id]);
    const names = { mentee: block.mentee.name, mentor: mentor.name, day: block.day };
    await record(tx, actor, "call-covers.assignCover", cohortId, block.sessionId, names);
    await tellCovers(tx, { enrollmentIds: [block.enrollmentId], except: actor.personId });
  });
}

/** Ends the cover that a block has, and tells its mentor when they knew. Gives their name, or nothing. */
async function takeOut(
  tx: Tx,
  actor: Actor,
  { cover, sessionId }: { cover: { id: string } | null; sessionId: string },
): Promise<string> {
  if (!cover) return "";
  const { mentorId, mentor, toldAt, state, session } = await tx.callCover.findUniqueOrThrow({
    where: { id: cover.id },
    select: {
      mentorId: true,
      toldAt: true,
      state: true,
      mentor: { select: { name: true } },
      session: { select: { title: true, day: true, cohort: { select: { name: true } } } },
    },
  });
  if ((await endCovers(tx, [{ id: cover.id, sessionId }])) === 0)
    throw new UserError("errors.somebodyFaster");
  if (toldAt && state === "CONFIRMED") {
    const data = { title: session.title, cohort: session.cohort.name, day: toDay(session.day) };
    await announce(tx, {
      to: [mentorId],
      kind: "callReleased",
      data,
      href: "/today",
      except: actor.personId,
    });
  }
  return mentor.name;
}

/** Makes covers confirmed: the blocks go to their times, and their mentors lead them, kept until they are told. */
async function takeOn(tx: Tx, coverIds: readonly string[]): Promise<void> {
  const covers = await tx.callCover.findMany({
    where: { id: { in: [...coverIds] } },
    select: { sessionId: true, mentorId: true },
  });
  const sessions = { in: covers.map(({ sessionId }) => sessionId) };
  await tx.sessionFacilitator.deleteMany({ where: { sessionId: sessions } });
  await refuseCollisions(tx, coverIds);
  await tx.$executeRaw`
    UPDATE "Session" s SET "startsAt" = c."startsAt", "endsAt" = c."endsAt" FROM "CallCover" c
    WHERE c."sessionId" = s.id AND c.id::text = ANY(${[...coverIds]}::text[]) AND s.state = 'PLANNED'
      AND (s."startsAt", s."endsAt") <> (c."startsAt", c."endsAt")`;
  await tx.sessionFacilitator.createMany({
    data: covers.map(({ sessionId, mentorId }) => ({ sessionId, personId: mentorId, state: "RESERVED" })),
  });
  const { count } = await tx.callCover.updateMany({
    where: { id: { in: [...coverIds] }, state: "SUGGESTED" },
    data: { state: "CONFIRMED", confirmedAt: clock.now() },
  });
  if (count < coverIds.length) throw new UserError("errors.somebodyFaster");
}

/** Refuses to move a block to a time at which its mentee has come to have something else. */
async function refuseCollisions(tx: Tx, coverIds: readonly string[]): Promise<void> {
  const [found] = await tx.$queryRaw<{ mentee: string; title: string }[]>`
    SELECT p.name AS mentee, o.title FROM "CallCover" c
    JOIN "Session" s ON s.id = c."sessionId" AND (s."startsAt", s."endsAt") <> (c."startsAt", c."endsAt")
    JOIN "Enrollment" e ON e.id = s."enrollmentId" JOIN "Person" p ON p.id = e."personId"
    JOIN "Attendance" a ON a."enrollmentId" = e.id AND a.state = 'EXPECTED' AND a."sessionId" <> s.id
    JOIN "Session" o ON o.id = a."sessionId" AND o.state IN ('PLANNED', 'CONFIRMED', 'HELD')
      AND o."startsAt" < c."endsAt" AND o."endsAt" > c."startsAt"
    WHERE c.id::text = ANY(${[...coverIds]}::text[]) LIMIT 1`;
  if (found) throw new UserError("call-covers.refused.menteeBusy", found);
}

/**
 * Confirms suggested covers: the call mentors lead these blocks, at the suggested times, and both sides are told once
 * the mentee's mentor is announced. Refuses when one is no longer a suggestion, or can no longer come: then none is.
 */
export async function confirmCovers(
  actor: Actor,
  { cohortId, coverIds }: ConfirmCovers,
  on: Db = db,
): Promise<{ confirmed: number }> {
  return transaction(on, async (tx) => {
    authorize("call-covers.confirmCovers", await standingToCohort(tx, actor, cohortId));
    await holdCallMentors(tx, cohortId);
    const ids = [...new Set(coverIds)];
    const covers = await tx.callCover.findMany({
      where: { id: { in: ids }, session: { cohortId } },
      select: {
        state: true,
        session: {
          select: {
            enrollmentId: true,
            state: true,
            startsAt: true,
            cohort: { select: { name: true, state: true } },
          },
        },
      },
    });
    const [first] = covers;
    if (!first || covers.length < ids.length) throw new NotFoundError();
    refuse(coverTimeRefusal(first.session.cohort.state));
    for (const { state, session } of covers) {
      refuse(coverRefusal(state, "CONFIRMED"));
      refuse(blockRefusal({ over: session.startsAt <= clock.now() }));
    }
    await takeOn(tx, ids);
    await audit(tx, actor, {
      action: "call-covers.confirmCovers",
      cohortId,
      subject: { type: "Cohort", id: cohortId },
      data: { cohort: first.session.cohort.name, count: ids.length },
    });
    const enrollmentIds = covers.flatMap(({ session }) => session.enrollmentId ?? []);
    await tellCovers(tx, { enrollmentIds, except: actor.personId });
    return { confirmed: ids.length };
  });
}

/**
 * Takes a cover back: a suggestion is dropped; for what was confirmed the mentee's own mentor stands in where they are
 * free, and the call mentor is told if they knew. Refuses what is gone already, and a block that has begun.
 */
export async function removeCover(actor: Actor, { coverId }: RemoveCover, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const found = await tx.callCover.findUnique({ where: { id: coverId }, select: { sessionId: true } });
    if (!found) throw new NotFoundError();
    const session = await reachBlock(tx, actor, "call-covers.removeCover", found.sessionId);
    const { cohortId, startsAt, day, enrollment } = session;
    refuse(blockRefusal({ over: startsAt <= clock.now() }));
    const mentor = await takeOut(tx, actor, { cover: { id: coverId }, sessionId: found.sessionId });
    await standIn(tx, { sessionIds: [found.sessionId] });
    const names = { mentee: enrollment?.person.name ?? "", mentor, day: toDay(day) };
    await record(tx, actor, "call-covers.removeCover", cohortId, found.sessionId, names);
  });
}

async function reachBlock(tx: Tx, actor: Actor, deed: Permission, sessionId: string) {
  const session = await tx.session.findUnique({
    where: { id: sessionId },
    select: {
      cohortId: true,
      day: true,
      startsAt: true,
      enrollment: { select: { person: { select: { name: true } } } },
    },
  });
  if (!session) throw new NotFoundError();
  authorize(deed, await standingToCohort(tx, actor, session.cohortId));
  return session;
}

function record(
  tx: Tx,
  actor: Actor,
  action: Permission,
  cohortId: string,
  sessionId: string,
  data: Record<string, string>,
): Promise<void> {
  return audit(tx, actor, { action, cohortId, subject: { type: "Session", id: sessionId }, data });
}
