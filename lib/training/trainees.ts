import { standing, visibleTo } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { auditEach } from "@/lib/audit";
import type { Tx } from "@/lib/db";
import { NotFoundError, refuse, UserError } from "@/lib/errors";
import { authorize, type Permission, type Relation } from "@/lib/permissions";
import type { Prisma } from "@/prisma/generated/client";
import { trainingWorkRefusal } from "./rules";

/** The nominations of those who are, or will be, in training for a cohort. */
export const inTraining = {
  decision: "APPROVED",
  willingness: "ACCEPTED",
  training: { in: ["NOT_STARTED", "IN_PROGRESS"] },
  person: { deactivatedAt: null },
} satisfies Prisma.MentorNominationWhereInput;

const facts = {
  id: true,
  personId: true,
  decision: true,
  willingness: true,
  training: true,
  person: { select: { name: true } },
  list: {
    select: {
      cohortId: true,
      floor: { select: { name: true } },
      cohort: {
        select: {
          name: true,
          versionId: true,
          version: { select: { trainingTopics: true } },
          organizers: { where: { person: { deactivatedAt: null } }, select: { personId: true } },
        },
      },
    },
  },
} satisfies Prisma.MentorNominationSelect;
export type Trained = Prisma.MentorNominationGetPayload<{ select: typeof facts }>;

/** What somebody is to a nomination when it is about its training. */
function stands(actor: Actor, { personId, list }: Trained): Set<Relation> {
  const held = standing(actor);
  if (list.cohort.organizers.some((one) => one.personId === actor.personId)) held.add("organizer");
  if (personId === actor.personId) held.add("nominee");
  return held;
}

/**
 * Nominations of mentors in training that this person may do the deed with, held until the transaction ends. Refuses
 * with "not found", also when it is one of them alone; and who did not say yes, or is trained already.
 */
export async function reach(
  tx: Tx,
  actor: Actor,
  deed: Permission,
  wanted: readonly string[],
): Promise<Trained[]> {
  const ids = [...new Set(wanted)].sort();
  await tx.$queryRaw`
    SELECT 1 FROM "MentorNomination" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  const found = await tx.mentorNomination.findMany({
    where: { AND: [{ id: { in: ids } }, visibleTo.nominations(actor)] },
    orderBy: { id: "asc" },
    select: facts,
  });
  if (found.length < ids.length) throw new NotFoundError();
  for (const one of found) authorize(deed, stands(actor, one));
  for (const one of found) refuse(trainingWorkRefusal(one));
  return found;
}

/** One such nomination, as {@link reach} gives it. */
export async function reachOne(
  tx: Tx,
  actor: Actor,
  deed: Permission,
  nominationId: string,
): Promise<Trained> {
  const [found] = await reach(tx, actor, deed, [nominationId]);
  if (!found) throw new NotFoundError();
  return found;
}

/** What is said of somebody in training: who, of which floor, for which cohort. */
export const wordsOf = ({ person, list }: Trained) => ({
  person: person.name,
  floor: list.floor.name,
  cohort: list.cohort.name,
});

/** Records a deed about each of these trainings. Whoever had not begun is in training from now on, and that is recorded too. */
export async function record(
  tx: Tx,
  actor: Actor,
  action: Permission,
  trained: readonly Trained[],
  data: Record<string, string | number> = {},
): Promise<void> {
  const entry = (one: Trained, what: Permission, more: Record<string, string | number>) => ({
    action: what,
    cohortId: one.list.cohortId,
    subject: { type: "MentorNomination" as const, id: one.id },
    data: { ...wordsOf(one), ...more },
  });
  const fresh = trained.filter((one) => one.training === "NOT_STARTED");
  if (fresh.length > 0) {
    const where = { id: { in: fresh.map(({ id }) => id) }, training: "NOT_STARTED" as const };
    const { count } = await tx.mentorNomination.updateMany({ where, data: { training: "IN_PROGRESS" } });
    if (count < fresh.length) throw new UserError("errors.somebodyFaster");
  }
  await auditEach(tx, actor, [
    ...fresh.map((one) => entry(one, "mentors.recordTraining", { training: "IN_PROGRESS" })),
    ...trained.map((one) => entry(one, action, data)),
  ]);
}
