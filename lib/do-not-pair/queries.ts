import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { standingToPart } from "@/lib/do-not-pair/standing";
import { authorize } from "@/lib/permissions";

/** Whom somebody is not to be paired with, for themselves and for organizers. Who wishes not to be paired with them, for organizers alone. */
export async function keptApartFrom(actor: Actor, personId: string) {
  const stands = await standingToPart(db, actor, personId);
  authorize("do-not-pair.seeWishes", stands);
  const person = { select: { name: true, title: true } } as const;
  const theirs = stands.has("organizer") ? [{ otherPersonId: personId }] : [];
  const rows = await db.doNotPair.findMany({
    where: { OR: [{ personId }, ...theirs] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 50,
    select: { id: true, personId: true, person, otherPerson: person },
  });
  return rows.map(({ id, personId: wisher, person: who, otherPerson }) =>
    wisher === personId ? { id, own: true, ...otherPerson } : { id, own: false, ...who },
  );
}

export type KeptApart = Awaited<ReturnType<typeof keptApartFrom>>[number];
