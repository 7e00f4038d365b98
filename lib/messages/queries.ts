import { standing } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { type Day, dayAt } from "@/lib/dates";
import { db } from "@/lib/db";
import { isDemo } from "@/lib/env";
import { canSendMail } from "@/lib/mail";
import { type MessageData, messageWords, type Rendered, renderMessage } from "@/lib/messages/render";
import { authorize } from "@/lib/permissions";
import type { MailState, Prisma } from "@/prisma/generated/client";
import { following, keyOf, type ListedMailState } from "./rules";

const pageSize = 40;

/** How many notifications of one's own wait to be read. */
export function unreadCount(actor: Actor): Promise<number> {
  return db.message.count({ where: { personId: actor.personId, inApp: true, readAt: null } });
}

export type InboxEntry = {
  id: string;
  at: Date;
  read: boolean;
  /** False for what came by e-mail alone. */
  inApp: boolean;
  title: string;
  body: string;
  href: string;
  /** Its e-mail, in the demo alone. */
  mail: Rendered | null;
};
export type Inbox = { days: { day: Day; entries: InboxEntry[] }[]; next: string | null; unread: number };

/**
 * One's own notifications, newest first, by the days of one's own time zone. In the demo also one's own e-mails.
 * @param before the `next` of the page before; what is not one counts as none
 */
export async function inbox(actor: Actor, show: { before?: string; unread?: boolean }): Promise<Inbox> {
  const [rows, unread] = await Promise.all([
    db.message.findMany({
      where: {
        AND: [
          { personId: actor.personId, ...(show.unread ? { readAt: null } : {}) },
          isDemo && !show.unread ? {} : { inApp: true },
          following(show.before),
        ],
      },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: pageSize + 1,
      select: {
        id: true,
        createdAt: true,
        readAt: true,
        inApp: true,
        kind: true,
        data: true,
        href: true,
        mail: true,
      },
    }),
    unreadCount(actor),
  ]);
  const page = rows.slice(0, pageSize);
  const days = new Map<Day, InboxEntry[]>();
  for (const row of page) {
    const day = dayAt(row.createdAt, actor.timeZone);
    const message = { kind: row.kind, data: row.data as MessageData, href: row.href };
    const entry: InboxEntry = {
      id: row.id,
      at: row.createdAt,
      read: row.readAt !== null || !row.inApp,
      inApp: row.inApp,
      ...messageWords(message),
      href: row.href,
      mail: isDemo && row.mail !== "NONE" ? renderMessage(message, actor.name) : null,
    };
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return {
    days: [...days].map(([day, entries]) => ({ day, entries })),
    next: rows.length > pageSize ? keyOf(page.at(-1)) : null,
    unread,
  };
}

export type MailEntry = {
  id: string;
  at: Date;
  to: { name: string; email: string };
  subject: string;
  state: MailState;
  tries: number;
  sentAt: Date | null;
  /** What it says: only of one that could not be handed to a server, so that somebody can pass it on. */
  kept: Rendered | null;
};
export type Mailbox = {
  /** Whether an SMTP server is set. */
  canSend: boolean;
  counts: Record<ListedMailState, number>;
  entries: MailEntry[];
  next: string | null;
};

/**
 * How the organization's e-mail stands, for administrators: what was sent, what waits, and what is kept because no SMTP
 * server is set. Anybody else: not found.
 */
export async function mailbox(
  actor: Actor,
  show: { before?: string; state?: ListedMailState },
): Promise<Mailbox> {
  authorize("organization.seeMail", standing(actor));
  const where: Prisma.MessageWhereInput = {
    AND: [{ mail: show.state ?? { not: "NONE" } }, following(show.before)],
  };
  const [groups, rows] = await Promise.all([
    db.message.groupBy({ by: ["mail"], _count: { _all: true } }),
    db.message.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: pageSize + 1,
      select: {
        id: true,
        createdAt: true,
        kind: true,
        data: true,
        href: true,
        mail: true,
        tries: true,
        sentAt: true,
        person: { select: { name: true, email: true } },
      },
    }),
  ]);
  const page = rows.slice(0, pageSize);
  const count = (state: MailState) => groups.find((group) => group.mail === state)?._count._all ?? 0;
  return {
    canSend: canSendMail,
    counts: { QUEUED: count("QUEUED"), SENT: count("SENT"), KEPT: count("KEPT") },
    entries: page.map((row) => {
      const message = { kind: row.kind, data: row.data as MessageData, href: row.href };
      const kept = row.mail === "KEPT" ? renderMessage(message, row.person.name) : null;
      return {
        id: row.id,
        at: row.createdAt,
        to: row.person,
        subject: kept?.subject ?? messageWords(message).title,
        state: row.mail,
        tries: row.tries,
        sentAt: row.sentAt,
        kept,
      };
    }),
    next: rows.length > pageSize ? keyOf(page.at(-1)) : null,
  };
}
