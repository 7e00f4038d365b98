import type { ReactNode } from "react";
import { Avatar } from "./avatar";
import { Time } from "./time";

export type HistoryEntry = {
  id: string;
  at: Date;
  /** Who did it; without a name the product did it by itself. */
  who?: string;
  /** The whole sentence, already in words: "Amara Okafor approved Luca Moretti as a mentor". */
  sentence: ReactNode;
  /** The reason that was given, as it was written. */
  why?: string;
};

/** Who did what, when and why, newest first, as sentences. */
export function History({
  entries,
  now,
  zone,
  label,
}: {
  entries: HistoryEntry[];
  now: Date;
  zone: string;
  label: string;
}) {
  return (
    <ol aria-label={label} className="grid gap-4">
      {entries.map((entry) => (
        <li key={entry.id} className="flex gap-3">
          {entry.who ? (
            <Avatar name={entry.who} size="small" />
          ) : (
            <span aria-hidden className="grid size-6 shrink-0 place-items-center">
              <span className="size-2 rounded-full bg-edge" />
            </span>
          )}
          <div className="min-w-0 text-body">
            <p>
              {entry.sentence}{" "}
              <span className="whitespace-nowrap text-sm text-ink-faint md:text-xs">
                <Time at={entry.at} now={now} zone={zone} />
              </span>
            </p>
            {entry.why && (
              <blockquote className="mt-1 border-l-2 border-line pl-3 text-ink-soft">
                <bdi>{entry.why}</bdi>
              </blockquote>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
