import type { Actor } from "@/lib/actor";
import type { Prisma } from "@/prisma/generated/client";
import type { LogContent } from "./schema";

/** What everybody who may read a log reads of it. The note has an audience of its own: see {@link visibleNotes}. */
export const logContentSelect = {
  learned: true,
  progress: true,
  calls: true,
  emails: true,
  meetings: true,
  proposals: true,
  activities: { orderBy: { position: "asc" }, select: { sessionId: true, title: true, independence: true } },
  skills: { select: { skillId: true } },
} satisfies Prisma.DailyLogSelect;

type ContentRow = Prisma.DailyLogGetPayload<{ select: typeof logContentSelect }>;

type Note = Pick<LogContent, "note" | "noteAudience">;

/** A log's row, and its note, as what its author wrote. */
export function contentOf(row: ContentRow, { note, noteAudience }: Note): LogContent {
  return {
    activities: row.activities.map(({ sessionId, title, independence }) => ({
      sessionId,
      title,
      independence,
    })),
    learned: row.learned,
    skillIds: row.skills.map(({ skillId }) => skillId).sort(),
    progress: row.progress,
    note,
    noteAudience,
    calls: row.calls,
    emails: row.emails,
    meetings: row.meetings,
    proposals: row.proposals,
  };
}

/** The logs of which somebody may read the note: their own, what is shared, and as an organizer what is for organizers. */
export function visibleNotes(actor: Actor): Prisma.DailyLogWhereInput {
  const organizers = { some: { personId: actor.personId } };
  return {
    note: { not: "" },
    OR: [
      { authorId: actor.personId },
      { state: "SUBMITTED", noteAudience: "SHARED" },
      { state: "SUBMITTED", noteAudience: "ORGANIZERS", enrollment: { cohort: { organizers } } },
    ],
  };
}
