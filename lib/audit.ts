import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import type { Permission } from "@/lib/permissions";

/** What is recorded: deeds by the name of their permission, and what Ridealong does by itself. */
export type AuditAction =
  | Permission
  | "sign-ins.signedIn"
  | "sign-ins.linkedProvider"
  | "mentors.invitationLapsed";

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

/** Adds several records of one deed, in one statement. */
export async function auditEach(
  tx: Tx,
  actor: Pick<Actor, "personId" | "name"> | null,
  entries: readonly AuditEntry[],
): Promise<void> {
  const at = clock.now();
  await tx.auditRecord.createMany({
    data: entries.map((entry) => ({
      at,
      actorId: actor?.personId ?? null,
      actorName: actor?.name ?? "Ridealong",
      action: entry.action,
      cohortId: entry.cohortId ?? null,
      subjectType: entry.subject.type,
      subjectId: entry.subject.id,
      data: entry.data ?? {},
    })),
  });
}
