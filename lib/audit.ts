import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import { type Permission, permissions, type Relation } from "@/lib/permissions";

/** What is recorded: deeds by the name of their permission, and what Ridealong does by itself. */
export type AuditAction =
  | Permission
  | "sign-ins.signedIn"
  | "sign-ins.linkedProvider"
  | "imports.removedPerson"
  | "imports.discarded"
  | "mentors.invitationLapsed"
  | "mentors.trainingCarried"
  | "announcements.announcedAtKickoff"
  | "call-covers.released";

export type AuditEntry = {
  action: AuditAction;
  cohortId?: string;
  subject: {
    type:
      | "Person"
      | "Floor"
      | "Cohort"
      | "Enrollment"
      | "MentorList"
      | "MentorNomination"
      | "Pairing"
      | "Session"
      | "DailyLog"
      | "CertificationAttempt"
      | "SignOff"
      | "Organization"
      | "Import";
    id: string;
  };
  /** The values of the sentence `audit.<action>`: names and counts, never notes, scores or secrets. */
  data?: Record<string, string | number>;
};

/**
 * What a record says besides when a delegate does with a floor what its managers may: for which manager. Nothing for
 * everybody else, and for what is no manager's deed.
 */
export function standingIn(
  actor: Actor | null,
  action: AuditAction,
  floorId: string,
): { standsInFor?: string } {
  const stood = actor?.standsInFor.find((one) => one.floorId === floorId);
  const allowed: readonly Relation[] = action in permissions ? permissions[action as Permission] : [];
  return stood && allowed.includes("floorManager") ? { standsInFor: stood.manager } : {};
}

/**
 * Adds one record to the audit trail, in the transaction of the deed. The trail reads as sentences: the catalogue's
 * `audit.<action>` with `data` and {actor}. Nothing can change or remove a record.
 */
export function audit(
  tx: Tx,
  actor: Pick<Actor, "personId" | "name"> | null,
  entry: AuditEntry,
): Promise<void> {
  return auditEach(tx, actor, [entry]);
}

/** Adds several records of one deed, in their order: one statement, however many they are. */
export async function auditEach(
  tx: Tx,
  actor: Pick<Actor, "personId" | "name"> | null,
  entries: readonly AuditEntry[],
): Promise<void> {
  const records = JSON.stringify(
    entries.map(({ action, cohortId, subject, data = {} }) => ({ action, cohortId, ...subject, data })),
  );
  await tx.$executeRaw`
    INSERT INTO "AuditRecord"
      (at, "actorId", "actorName", action, "cohortId", "subjectType", "subjectId", data)
    SELECT ${clock.now()}, ${actor?.personId ?? null}::uuid, ${actor?.name ?? "Ridealong"},
      action, "cohortId", type, id, data
    FROM jsonb_to_recordset(${records}::jsonb)
      AS record(action text, "cohortId" uuid, type text, id text, data jsonb)`;
}
