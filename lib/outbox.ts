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
  "scenarioAsked",
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
export function announce(tx: Tx, announcement: Announcement): Promise<void> {
  return announceEach(tx, [announcement]);
}

/** Writes the messages of several announcements of one deed, in their order: two statements, however many they are. */
export async function announceEach(tx: Tx, announcements: readonly Announcement[]): Promise<void> {
  const messages = announcements.flatMap(messagesOf);
  if (messages.length === 0) return;
  const written = await tx.message.createManyAndReturn({ data: messages, select: { id: true, mail: true } });
  const ids = written.filter(({ mail }) => mail === "QUEUED").map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.$executeRaw`SELECT enqueue('deliverMessage', json_build_object('messageId', id)) FROM unnest(${ids}::text[]) AS id`;
}

function messagesOf({ to, except, kind, data, href, by }: Announcement) {
  const host = new URL(env.APP_URL).hostname;
  const createdAt = clock.now();
  const byMail = by !== "app";
  return [...new Set(to)]
    .filter((personId) => personId !== except)
    .map((personId) => ({
      personId,
      kind,
      data,
      href,
      createdAt,
      inApp: by !== "mail",
      mail: byMail ? ("QUEUED" as const) : ("NONE" as const),
      messageId: byMail ? `<${crypto.randomUUID()}@${host}>` : null,
    }));
}
