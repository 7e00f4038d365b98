import { auditEach } from "@/lib/audit";
import { clock } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import type { ReachedNomination } from "@/lib/mentors/commands";

const current = { in: ["SUGGESTED" as const, "CONFIRMED" as const, "ACTIVE" as const, "PAUSED" as const] };

/** The current mentees somebody has through a nomination; their row stays held, as it is while one is paired. */
export async function currentPairings(tx: Tx, { id, personId }: ReachedNomination) {
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
  return tx.pairing.findMany({
    where: { nominationId: id, state: current },
    select: {
      id: true,
      kind: true,
      state: true,
      enrollment: { select: { person: { select: { name: true } } } },
    },
  });
}

type CurrentPairing = Awaited<ReturnType<typeof currentPairings>>[number];

/** Takes back what was only suggested with somebody who leaves, or mentors otherwise. Gives what is more than suggested. */
export async function dropSuggestions(
  tx: Tx,
  { list, person }: ReachedNomination,
  pairings: CurrentPairing[],
) {
  const suggested = pairings.filter(({ state }) => state === "SUGGESTED");
  await tx.pairing.updateMany({
    where: { id: { in: suggested.map(({ id }) => id) }, state: "SUGGESTED" },
    data: { state: "DISCARDED", locked: false, endedAt: clock.now() },
  });
  await auditEach(
    tx,
    null,
    suggested.map(({ id, kind, enrollment }) => ({
      action: "pairings.discardPairing" as const,
      cohortId: list.cohortId,
      subject: { type: "Pairing" as const, id },
      data: { mentor: person.name, mentee: enrollment.person.name, kind, cohort: list.cohort.name },
    })),
  );
  return pairings.filter(({ state }) => state !== "SUGGESTED");
}
