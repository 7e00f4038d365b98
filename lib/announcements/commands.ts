import { standingToCohort } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { announcementColumns, announcementRefusal } from "@/lib/announcements/rules";
import { audit, auditEach } from "@/lib/audit";
import { tellCovers } from "@/lib/call-covers/telling";
import { clock } from "@/lib/clock";
import { toDay } from "@/lib/dates";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, refuse, UserError } from "@/lib/errors";
import { announceEach } from "@/lib/outbox";
import { authorize } from "@/lib/permissions";
import type { Prisma } from "@/prisma/generated/client";
import type { AnnouncePairings } from "./schema";

const agreed = { in: ["CONFIRMED" as const, "ACTIVE" as const, "PAUSED" as const] };
/** As many as the worker tells in one go; the others follow a minute later. */
const most = 500;

const toldSelect = {
  id: true,
  cohortId: true,
  enrollmentId: true,
  mentorId: true,
  kind: true,
  state: true,
  startsOn: true,
  announcedAt: true,
  mentor: { select: { name: true } },
  enrollment: { select: { personId: true, person: { select: { name: true } } } },
  cohort: { select: { name: true } },
} satisfies Prisma.PairingSelect;
type Told = Prisma.PairingGetPayload<{ select: typeof toldSelect }>;

const namesOf = ({ mentor, enrollment, kind, cohort }: Told) => ({
  mentor: mentor.name,
  mentee: enrollment.person.name,
  kind,
  cohort: cohort.name,
});

/**
 * Settles when the two of confirmed pairings are told: now, when the kickoff begins, or not before an organizer says so.
 * Refuses pairings that are not confirmed, and those that were announced already: then nothing changes for any of them.
 */
export async function announcePairings(
  actor: Actor,
  input: AnnouncePairings,
  on: Db = db,
): Promise<{ count: number }> {
  return transaction(on, async (tx) => {
    authorize("announcements.announcePairings", await standingToCohort(tx, actor, input.cohortId));
    const ids = [...new Set(input.pairingIds)];
    const pairings = await tx.pairing.findMany({
      where: { id: { in: ids }, cohortId: input.cohortId },
      orderBy: { id: "asc" },
      select: toldSelect,
    });
    if (pairings.length < ids.length) throw new NotFoundError();
    for (const pairing of pairings) refuse(announcementRefusal(pairing));
    const { count } = await tx.pairing.updateMany({
      where: { id: { in: ids }, announcedAt: null, state: agreed },
      data: announcementColumns(input.when, clock.now()),
    });
    if (count < ids.length) throw new UserError("errors.somebodyFaster");
    await auditEach(
      tx,
      actor,
      pairings.map((pairing) => ({
        action: "announcements.announcePairings",
        cohortId: pairing.cohortId,
        subject: { type: "Pairing", id: pairing.id },
        data: { ...namesOf(pairing), when: input.when },
      })),
    );
    if (input.when === "NOW") await tellPaired(tx, { pairingIds: ids });
    return { count };
  });
}

/**
 * Tells both of each pairing that was announced, and makes the sessions that were kept for the mentor theirs. Part of
 * confirming, announcing and reassigning; the pairings have their `announcedAt` already.
 */
export async function tellPaired(tx: Tx, { pairingIds }: { pairingIds: readonly string[] }): Promise<void> {
  const pairings = await tx.pairing.findMany({
    where: { id: { in: [...pairingIds] } },
    orderBy: { id: "asc" },
    select: toldSelect,
  });
  await tx.$executeRaw`
    UPDATE "SessionFacilitator" f SET state = 'ACCEPTED'
    FROM "Session" s, "Pairing" p
    WHERE p.id = ANY(${[...pairingIds]}::uuid[]) AND s."enrollmentId" = p."enrollmentId"
      AND f."sessionId" = s.id AND f."personId" = p."mentorId" AND f.state = 'RESERVED'`;
  const news = pairings.flatMap((pairing) => {
    const told = {
      data: { ...namesOf(pairing), day: toDay(pairing.startsOn) },
      href: `/pairings/${pairing.id}`,
    };
    return [
      { ...told, to: [pairing.enrollment.personId], kind: "pairedMentee" as const },
      { ...told, to: [pairing.mentorId], kind: "pairedMentor" as const },
    ];
  });
  await announceEach(tx, news);
  await tellCovers(tx, { enrollmentIds: pairings.map(({ enrollmentId }) => enrollmentId) });
}

/**
 * Announces what waits for the kickoff in cohorts that run and whose kickoff has begun, or that have none ahead. Gives
 * how many there were. For the worker.
 */
export async function announceAtKickoff(on: Db = db): Promise<number> {
  const now = clock.now();
  const ahead = {
    kind: "KICKOFF",
    state: { in: ["PLANNED", "CONFIRMED"] },
    startsAt: { gt: now },
  } satisfies Prisma.SessionWhereInput;
  const due = await on.pairing.findMany({
    where: {
      announcedAt: null,
      announcement: "KICKOFF",
      state: agreed,
      cohort: { state: "ACTIVE", sessions: { none: ahead } },
    },
    orderBy: { id: "asc" },
    take: most,
    select: { id: true },
  });
  let told = 0;
  for (const { id } of due) told += await transaction(on, (tx) => announceDue(tx, id));
  return told;
}

/** Announces one pairing that still waits for the kickoff. Gives 0 when somebody was faster. */
async function announceDue(tx: Tx, id: string): Promise<number> {
  const { count } = await tx.pairing.updateMany({
    where: { id, announcedAt: null, announcement: "KICKOFF", state: agreed },
    data: { announcedAt: clock.now() },
  });
  if (count === 0) return 0;
  const pairing = await tx.pairing.findUniqueOrThrow({ where: { id }, select: toldSelect });
  await audit(tx, null, {
    action: "announcements.announcedAtKickoff",
    cohortId: pairing.cohortId,
    subject: { type: "Pairing", id },
    data: namesOf(pairing),
  });
  await tellPaired(tx, { pairingIds: [id] });
  return 1;
}
