import { useTranslations } from "next-intl";
import type { LogContent } from "@/lib/logs/schema";
import { Status, type Tone } from "../ui/badge";

/** What is shown of a log. The note is absent when it is not for the reader. */
export type ShownLog = Pick<
  LogContent,
  "activities" | "learned" | "progress" | "calls" | "emails" | "meetings" | "proposals"
> & {
  skills: string[];
  note: Pick<LogContent, "note" | "noteAudience"> | null;
};

const counted = ["calls", "emails", "meetings", "proposals"] as const;
const tones = { STRUGGLING: "due", ON_TRACK: "accent", AHEAD: "done" } satisfies Record<string, Tone>;

/** A log as it reads: how they are doing, what they did and who led it, what they learned, the numbers, the note. */
export function LogSummary({ log }: { log: ShownLog }) {
  const t = useTranslations("logs");
  const counts = counted.filter((name) => log[name] !== null);
  return (
    <div className="grid gap-3 text-body">
      {(log.progress || counts.length > 0) && (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          {log.progress && <Status tone={tones[log.progress]}>{t(`state.progress.${log.progress}`)}</Status>}
          {counts.map((name) => (
            <span key={name} className="tabular-nums text-ink-soft">
              {t(`count.${name}`, { count: log[name] ?? 0 })}
            </span>
          ))}
        </p>
      )}
      {log.activities.length > 0 && (
        <ul className="grid gap-0.5">
          {log.activities.map((activity) => (
            <li key={activity.sessionId ?? activity.title} className="flex flex-wrap items-baseline gap-x-2">
              <span className="min-w-0">{activity.title}</span>
              <span className="text-sm text-ink-soft">
                {t(`state.independence.${activity.independence}`)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {log.learned && <p className="max-w-prose whitespace-pre-line">{log.learned}</p>}
      {log.skills.length > 0 && (
        <p className="text-sm text-ink-soft">
          {t("practised")} {log.skills.join(", ")}
        </p>
      )}
      {log.note?.note && (
        <div className="border-l-2 border-edge pl-3">
          <p className="text-sm text-ink-soft">{t(`noteFor.${log.note.noteAudience}`)}</p>
          <p className="max-w-prose whitespace-pre-line">{log.note.note}</p>
        </div>
      )}
    </div>
  );
}
