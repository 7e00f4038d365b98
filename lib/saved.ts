import type { Actor } from "@/lib/actor";
import type { AuditAction } from "@/lib/audit";
import { timeInWords } from "@/lib/catalogue";
import { dayAt } from "@/lib/dates";
import type { Tx } from "@/lib/db";
import { UserError } from "@/lib/errors";

/**
 * Refuses to write over what somebody has not seen, and says who saved it and when. For rows that are held: nobody
 * saves between this and the write. Whoever read that sentence may save again, with the version that it names.
 */
export async function refuseUnseen(
  tx: Tx,
  actor: Actor,
  { seen, now, actions, subjectId }: { seen: number; now: number; actions: AuditAction[]; subjectId: string },
): Promise<void> {
  if (seen === now) return;
  const last = await tx.auditRecord.findFirst({
    where: { subjectId, action: { in: actions } },
    orderBy: { seq: "desc" },
    select: { actorName: true, at: true },
  });
  if (!last) throw new UserError("errors.somebodyFaster");
  throw new UserError("errors.savedMeanwhile", {
    person: last.actorName,
    day: dayAt(last.at, actor.timeZone),
    time: timeInWords(last.at, actor.timeZone),
    seen: now,
  });
}
