import { noteAudiences } from "@/lib/logs/rules";
import type { LogContent } from "@/lib/logs/schema";

/** Both sides of a conflict in one log: mine, with the words of theirs before my own. */
export function bothSides(mine: LogContent, theirs: LogContent): LogContent {
  const join = (one: string, other: string) =>
    one === other ? one : [one, other].filter(Boolean).join("\n\n");
  const known = new Set(mine.activities.map(({ sessionId, title }) => sessionId ?? title));
  const missing = theirs.activities.filter(({ sessionId, title }) => !known.has(sessionId ?? title));
  const narrowest = noteAudiences.find((one) => one === mine.noteAudience || one === theirs.noteAudience);
  return {
    ...mine,
    noteAudience: theirs.note ? (narrowest ?? mine.noteAudience) : mine.noteAudience,
    activities: [...mine.activities, ...missing],
    learned: join(theirs.learned, mine.learned),
    note: join(theirs.note, mine.note),
    skillIds: [...new Set([...theirs.skillIds, ...mine.skillIds])],
  };
}
