import { clock } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import { env } from "@/lib/env";

/** Every kind of message; the catalogue holds `messages.kind.<kind>.title` and `.body` for each, with the data as values. */
export const messageKinds = [
  "invitation",
  "reset",
  "listRequested",
  "listSubmitted",
  "listReopened",
  "listReminder",
  "listLate",
  "managersNudged",
  "mentorNudged",
  "mentorAway",
  "delegateNamed",
  "delegateReleased",
  "nominationProposed",
  "nominationDecided",
  "nominationWithdrawn",
  "mentorInvited",
  "mentorAnswered",
  "mentorInvitationLapsed",
  "trainingRecorded",
  "trainingDay",
  "trainingAnswered",
  "trainingFeedback",
  "capacitySet",
  "mentorLeaves",
  "pairedMentee",
  "pairedMentor",
  "pairingEnded",
  "callsToSitIn",
  "callsCovered",
  "callReleased",
  "callGaps",
  "goalNews",
  "handedOver",
  "pairingRests",
  "enrolled",
  "withdrawn",
  "organizerAdded",
  "signOffRequested",
  "signOffDecided",
  "cohortLaunched",
  "cohortCompleted",
  "cohortCancelled",
  "facilitatorAsked",
  "facilitatorAnswered",
  "facilitatorReleased",
  "sessionMoved",
  "sessionCancelled",
  "logSubmitted",
  "attemptScheduled",
  "attemptCancelled",
  "assessmentAsked",
  "assessmentSubmitted",
  "outcomeDecided",
] as const;

export type MessageKind = (typeof messageKinds)[number];

export type Announcement = {
  /** Person ids; who is named twice is told once. */
  to: readonly string[];
  kind: MessageKind;
  data: Record<string, string | number>;
  /** Where the message leads, a path of this app. */
  href: string;
  /** Who did it needs no message about it. */
  except?: string | undefined;
  /** "mail": e-mail alone (invitation, reset). "app": no e-mail. Both when left out. */
  by?: "mail" | "app";
};

/**
 * Writes one message for each person, in the transaction of the deed, and a job for each e-mail. The worker delivers it,
 * again and again under the same Message-ID until the server took it: it may come twice, it is never lost.
 */
export async function announce(tx: Tx, announcement: Announcement): Promise<void> {
  const people = [...new Set(announcement.to)].filter((id) => id !== announcement.except);
  if (people.length === 0) return;
  const host = new URL(env.APP_URL).hostname;
  const now = clock.now();
  const byMail = announcement.by !== "app";
  const written = await tx.message.createManyAndReturn({
    data: people.map((personId) => ({
      personId,
      kind: announcement.kind,
      data: announcement.data,
      href: announcement.href,
      createdAt: now,
      inApp: announcement.by !== "mail",
      mail: byMail ? ("QUEUED" as const) : ("NONE" as const),
      messageId: byMail ? `<${crypto.randomUUID()}@${host}>` : null,
    })),
    select: { id: true },
  });
  if (!byMail) return;
  const ids = written.map((message) => message.id);
  await tx.$executeRaw`SELECT enqueue('deliverMessage', json_build_object('messageId', id)) FROM unnest(${ids}::text[]) AS id`;
}
