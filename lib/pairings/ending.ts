import { clock } from "@/lib/clock";
import type { Tx } from "@/lib/db";

const agreed = { in: ["CONFIRMED" as const, "ACTIVE" as const, "PAUSED" as const] };

/** Ends every pairing of one mentee: suggestions are dropped, the others are kept as ended early, with the reason. */
export async function endPairingsOf(
  tx: Tx,
  { enrollmentId, reason }: { enrollmentId: string; reason: string },
): Promise<void> {
  const endedAt = clock.now();
  await tx.pairing.updateMany({
    where: { enrollmentId, state: "SUGGESTED" },
    data: { state: "DISCARDED", locked: false, endedAt },
  });
  await tx.pairing.updateMany({
    where: { enrollmentId, state: agreed },
    data: { state: "ENDED_EARLY", endReason: reason, endedAt },
  });
}
