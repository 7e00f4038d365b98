import type { Sentence } from "@/lib/errors";

/** When the two of a confirmed pairing are told: now, when the kickoff begins, or not before an organizer says so. */
export const announcementTimes = ["NOW", "KICKOFF", "HELD"] as const;
export type AnnouncementTime = (typeof announcementTimes)[number];

/** Why it cannot be settled (any more) when these two are told, or null when it can. */
export function announcementRefusal(pairing: { state: string; announcedAt: Date | null }): Sentence | null {
  if (pairing.announcedAt) return { key: "announcements.refused.announcedAlready" };
  return ["CONFIRMED", "ACTIVE", "PAUSED"].includes(pairing.state)
    ? null
    : { key: "announcements.refused.notConfirmed" };
}

/** What a pairing keeps of the choice: who is told now needs no plan. */
export function announcementColumns(when: AnnouncementTime, now: Date) {
  return when === "NOW" ? { announcedAt: now } : { announcement: when };
}
