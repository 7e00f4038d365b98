import type { Prisma } from "@/prisma/generated/client";

/** What can become of an e-mail; a message without one is not listed. */
export const mailStates = ["QUEUED", "SENT", "KEPT"] as const;
export type ListedMailState = (typeof mailStates)[number];

/** The place of a row in a list that runs from the newest to the oldest, as it stands in the address. */
export function keyOf(row: { createdAt: Date; id: string } | undefined): string | null {
  return row ? `${row.createdAt.getTime()}.${row.id}` : null;
}

/** The rows that follow a place in that list. A text that is no place is the beginning. */
export function following(key: string | undefined): Prisma.MessageWhereInput {
  const found = /^(\d{10,14})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(key ?? "");
  if (!found?.[1] || !found[2]) return {};
  const at = new Date(Number(found[1]));
  return { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: found[2] } }] };
}
