import { standing, standingToCohort, standingToPerson } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { inWords } from "@/lib/catalogue";
import { addDays, type Day, instantAt } from "@/lib/dates";
import { db } from "@/lib/db";
import { keyFromText, NotFoundError } from "@/lib/errors";
import { standingToPairing } from "@/lib/pairings/standing";
import { authorize } from "@/lib/permissions";
import { holding } from "@/lib/text";
import type { Prisma } from "@/prisma/generated/client";

const pageSize = 50;

/** One record of the audit trail as a sentence, ready for components/ui/history. Without `who` Ridealong did it. */
export type HistoryLine = { id: string; at: Date; who?: string; sentence: string; why?: string };
/** A page of the trail, newest first; `next` is the `before` of the page that follows. */
export type HistoryPage = { entries: HistoryLine[]; next: string | null };

/** What happened in a cohort, for its organizers. Anybody else: not found. */
export async function cohortHistory(actor: Actor, cohortId: string, before?: string): Promise<HistoryPage> {
  authorize("cohorts.seeAudit", await standingToCohort(db, actor, cohortId));
  return read({ cohortId }, before);
}

/** What of a pairing's past is between the organizers: what was not settled yet, and that the mentee rated the mentor. */
const betweenOrganizers = [
  "suggestions.moveSuggestion",
  "suggestions.takeBackMove",
  "suggestions.lockPairing",
  "pairings.pairMentee",
  "pairings.discardPairing",
  "announcements.announcePairings",
  // Whoever saw when an average moves and who rated just then would know who gave what.
  "mentor-ratings.rateMentor",
];

/**
 * What two people were told, agreed on and went through together, for whoever may see their pairing. What was planned
 * before they knew of each other, and the reasons that were given, are for organizers.
 */
export async function pairingHistory(actor: Actor, pairingId: string): Promise<HistoryLine[]> {
  const stands = await standingToPairing(db, actor, pairingId);
  authorize("agreements.seePairing", stands);
  const about = { subjectType: "Pairing", subjectId: pairingId };
  if (stands.has("organizer")) return (await read(about, undefined)).entries;
  const { entries } = await read({ ...about, action: { notIn: betweenOrganizers } }, undefined);
  return entries.map(({ why: _, ...entry }) => entry);
}

/** What somebody did and what was done to their account: for themselves and for administrators. Anybody else: not found. */
export async function personHistory(actor: Actor, personId: string, before?: string): Promise<HistoryPage> {
  const stands = standingToPerson(actor, personId);
  if (!stands.has("self")) authorize("organization.seeAudit", stands);
  return read({ OR: [{ actorId: personId }, { subjectType: "Person", subjectId: personId }] }, before);
}

/** Everything that was recorded, for administrators, narrowed to one person or one day of the actor's time zone. */
export async function wholeHistory(
  actor: Actor,
  show: { personId?: string; day?: Day; before?: string },
): Promise<HistoryPage> {
  authorize("organization.seeAudit", standing(actor));
  const { personId, day } = show;
  const person = personId ? { OR: [{ actorId: personId }, { subjectId: personId }] } : {};
  const span = day && {
    at: { gte: instantAt(day, 0, actor.timeZone), lt: instantAt(addDays(day, 1), 0, actor.timeZone) },
  };
  return read({ AND: [person, span ?? {}] }, show.before);
}

/** The number of the first record that was tampered with, or null when the chain is whole. For administrators. */
export async function brokenRecord(actor: Actor): Promise<string | null> {
  authorize("organization.seeAudit", standing(actor));
  const [row] = await db.$queryRaw<{ seq: bigint | null }[]>`SELECT audit_broken_at() AS seq`;
  return row?.seq?.toString() ?? null;
}

export type RecordedPerson = { id: string; name: string };

/** Who can be asked for in the filter of the trail: those whose name holds the text. For administrators. */
export async function findRecordedPeople(actor: Actor, text: string): Promise<RecordedPerson[]> {
  authorize("organization.seeAudit", standing(actor));
  return db.person.findMany({
    where: { name: holding(text) },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 20,
    select: { id: true, name: true },
  });
}

/** The name of the person that the trail is narrowed to. For administrators. */
export async function recordedPerson(actor: Actor, personId: string): Promise<RecordedPerson> {
  authorize("organization.seeAudit", standing(actor));
  const person = await db.person.findUnique({ where: { id: personId }, select: { id: true, name: true } });
  if (!person) throw new NotFoundError();
  return person;
}

async function read(where: Prisma.AuditRecordWhereInput, before: string | undefined): Promise<HistoryPage> {
  const key = /^\d{1,18}$/.test(before ?? "") ? { seq: { lt: BigInt(before ?? 0) } } : {};
  const rows = await db.auditRecord.findMany({
    where: { AND: [where, key] },
    orderBy: { seq: "desc" },
    take: pageSize + 1,
    select: { seq: true, at: true, actorId: true, actorName: true, action: true, data: true },
  });
  const page = rows.slice(0, pageSize);
  return {
    entries: page.map((row) => {
      const { reason, standsInFor, ...data } = row.data as Record<string, string | number>;
      const sentence = inWords({
        key: keyFromText(`audit.${row.action}`),
        values: { ...data, reason: reason ?? "", actor: row.actorName },
      });
      return {
        id: row.seq.toString(),
        at: row.at,
        ...(row.actorId ? { who: row.actorName } : {}),
        sentence: standsInFor
          ? inWords({ key: "history.standingIn", values: { sentence, manager: standsInFor } })
          : sentence,
        ...(reason ? { why: String(reason) } : {}),
      };
    }),
    next: rows.length > pageSize ? (page.at(-1)?.seq.toString() ?? null) : null,
  };
}
