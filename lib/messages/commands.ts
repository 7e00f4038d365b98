import { standingToPerson } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { type Db, db, transaction } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { authorize } from "@/lib/permissions";
import type { MarkRead } from "./schema";

/** Marks one notification of one's own as read; once is enough. Somebody else's is not found. */
export async function markRead(actor: Actor, input: MarkRead, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const message = await tx.message.findFirst({
      where: { id: input.messageId, inApp: true },
      select: { personId: true },
    });
    if (!message) throw new NotFoundError();
    authorize("messages.markRead", standingToPerson(actor, message.personId));
    await tx.message.updateMany({
      where: { id: input.messageId, readAt: null },
      data: { readAt: clock.now() },
    });
  });
}

/** Marks all notifications of one's own as read. Gives how many were not. */
export async function markAllRead(actor: Actor, _input: object, on: Db = db): Promise<{ count: number }> {
  authorize("messages.markAllRead", standingToPerson(actor, actor.personId));
  return on.message.updateMany({
    where: { personId: actor.personId, inApp: true, readAt: null },
    data: { readAt: clock.now() },
  });
}
