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
export async function audit(
  tx: Tx,
  actor: Pick<Actor, "personId" | "name"> | null,
  entry: AuditEntry,
): Promise<void> {
  await tx.auditRecord.create({
    data: {
      at: clock.now(),
      actorId: actor?.personId ?? null,
      actorName: actor?.name ?? "Ridealong",
      action: entry.action,
      cohortId: entry.cohortId ?? null,
      subjectType: entry.subject.type,
      subjectId: entry.subject.id,
      data: entry.data ?? {},
    },
    select: { seq: true },
  });
}
