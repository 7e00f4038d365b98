import { announced, mentorStates, standing } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import type { Relation } from "@/lib/permissions";
import type { Prisma } from "@/prisma/generated/client";

/** Pairings: own cohorts' all; one's own and those of own floors' mentees once announced. A mentor's while they mentor. */
function visiblePairings(actor: Actor): Prisma.PairingWhereInput {
  const mentee: Prisma.EnrollmentWhereInput = {
    OR: [{ personId: actor.personId }, { person: { floorId: { in: actor.managedFloorIds } } }],
  };
  return {
    OR: [
      { cohort: { organizers: { some: { personId: actor.personId } } } },
      { enrollment: mentee, ...announced },
      { mentorId: actor.personId, state: { in: [...mentorStates] }, ...announced },
    ],
  };
}

/**
 * What somebody is to one pairing: an organizer, one of the two, or a manager of the mentee's floor. Until it is
 * announced, and to a mentor whose part has ended, it is not found.
 */
export async function standingToPairing(on: Db, actor: Actor, pairingId: string): Promise<Set<Relation>> {
  const me = { where: { personId: actor.personId }, select: { personId: true }, take: 1 };
  const pairing = await on.pairing.findFirst({
    where: { AND: [{ id: pairingId }, visiblePairings(actor)] },
    select: {
      kind: true,
      state: true,
      mentorId: true,
      announcedAt: true,
      enrollment: { select: { personId: true, person: { select: { floorId: true } } } },
      cohort: { select: { organizers: me } },
    },
  });
  if (!pairing) throw new NotFoundError();
  const held = standing(actor);
  if (pairing.cohort.organizers.length) held.add("organizer");
  if (!pairing.announcedAt) return held;
  const { mentorId, kind, state, enrollment } = pairing;
  if (enrollment.personId === actor.personId) held.add("mentee");
  if (enrollment.person.floorId && actor.managedFloorIds.includes(enrollment.person.floorId))
    held.add("floorManager");
  if (mentorId === actor.personId && mentorStates.some((one) => one === state))
    held.add(kind === "LEAD" ? "leadMentor" : "callMentor");
  return held;
}
