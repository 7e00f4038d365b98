import { clock } from "@/lib/clock";
import { dayAt, fromDay } from "@/lib/dates";
import type { Tx } from "@/lib/db";
import type { PairingKind, PairingState } from "@/lib/pairings/rules";

/**
 * Keeps from which day a mentee's lead pairing rests, or that it does no longer: while it does nobody is asked to log
 * them. Part of every change of a pairing's state from or to a pause.
 */
export async function keepRest(
  tx: Tx,
  was: { enrollmentId: string; kind: PairingKind; state: PairingState; cohort: { timeZone: string } },
  to: PairingState,
): Promise<void> {
  if (was.kind !== "LEAD" || (was.state === "PAUSED") === (to === "PAUSED")) return;
  const day = fromDay(dayAt(clock.now(), was.cohort.timeZone));
  const data = to === "PAUSED" ? { restFrom: { push: day } } : { restUntil: { push: day } };
  await tx.enrollment.update({ where: { id: was.enrollmentId }, data, select: { id: true } });
}
