import type { JobHelpers, TaskList } from "graphile-worker";
import { z } from "zod";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { log, traceOf } from "@/lib/log";
import { canSendMail, sendMail } from "@/lib/mail";
import { type MessageData, renderMessage } from "@/lib/messages/render";

const payloadSchema = z.object({ messageId: z.uuid() });
const away = "the SMTP server is away";

/** The SMTP server answered and did not want this message; anything else is a server that cannot be reached. */
function wasRefused(error: unknown): boolean {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  return (responseCode ?? 0) >= 500 && code !== "EAUTH";
}

/**
 * Delivers the e-mail of one message: QUEUED becomes SENT, or KEPT where no SMTP server is set. Whoever is killed
 * between the server's yes and ours sends it once more, under the same Message-ID. What goes wrong is thrown, so that
 * the queue tries again; after the last try of one that the server refuses it is kept for an administrator.
 */
async function deliverMessage(payload: unknown, helpers: JobHelpers): Promise<void> {
  const { messageId: id } = payloadSchema.parse(payload);
  const message = await db.message.findUnique({
    where: { id },
    select: {
      kind: true,
      data: true,
      href: true,
      mail: true,
      messageId: true,
      person: { select: { name: true, email: true, deactivatedAt: true } },
    },
  });
  if (message?.mail !== "QUEUED" || !message.messageId) return;
  if (message.person.deactivatedAt) return settle(id, "NONE");
  if (!canSendMail) return settle(id, "KEPT");
  await db.message.updateMany({ where: { id, mail: "QUEUED" }, data: { tries: { increment: 1 } } });
  const { subject, text, html } = renderMessage(
    { kind: message.kind, data: message.data as MessageData, href: message.href },
    message.person.name,
  );
  const to = { name: message.person.name, address: message.person.email };
  try {
    await sendMail({ to, subject, text, html, messageId: message.messageId });
  } catch (error) {
    return failed(id, error, helpers);
  }
  await settle(id, "SENT");
  await hurryOthers(helpers);
}

async function settle(id: string, mail: "SENT" | "KEPT" | "NONE"): Promise<void> {
  const sentAt = mail === "SENT" ? clock.now() : null;
  await db.message.updateMany({ where: { id, mail: "QUEUED" }, data: { mail, sentAt } });
}

/** The queue keeps the words of an error, so it gets ours: those of the server name the recipient. */
async function failed(id: string, error: unknown, { job }: JobHelpers): Promise<void> {
  const refused = wasRefused(error);
  log.warn({ message: id, refused, ...traceOf(error) }, "an e-mail was not taken");
  if (refused && job.attempts >= job.max_attempts) return settle(id, "KEPT");
  throw new Error(refused ? "the SMTP server refused the message" : away);
}

/** As soon as one e-mail goes through, those that wait for a server that was away need not wait longer. */
async function hurryOthers(helpers: JobHelpers): Promise<void> {
  await helpers.query(
    `SELECT moved.id FROM graphile_worker.jobs waiting,
       LATERAL graphile_worker.reschedule_jobs(ARRAY[waiting.id], now(), attempts => least(waiting.attempts, 8)) moved
     WHERE waiting.task_identifier = 'deliverMessage' AND waiting.locked_at IS NULL AND waiting.last_error = $1
       AND (waiting.run_at > now() OR waiting.attempts >= waiting.max_attempts)`,
    [away],
  );
}

async function resumeDelivery(_payload: unknown, helpers: JobHelpers): Promise<void> {
  await hurryOthers(helpers);
}

export const tasks: TaskList = { deliverMessage, resumeDelivery };

/** Every quarter of an hour: e-mails that wait for a server that was away are tried again, for as long as it takes. */
export const crontab = "*/15 * * * * resumeDelivery";
