"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { LedSession } from "@/lib/mentoring/queries";
import { timesOf } from "../schedule/session-times";

/** Sessions that one leads: when, with whom, what to have ready, and the brief to read just before. */
export function LedSessions({ sessions, zone }: { sessions: LedSession[]; zone: string }) {
  const t = useTranslations("mentoring.session");
  const format = useFormatter();
  return (
    <ol className="border-t border-line">
      {sessions.map(({ id, title, startsAt, endsAt, mentees, place, brief, material }) => (
        <li key={id} className="session-row">
          <p className="font-medium">{timesOf({ startsAt, endsAt }, zone, format)}</p>
          <div className="min-w-0">
            <h3>
              <a href={`/sessions/${id}`} className="link font-medium">
                {title}
              </a>
            </h3>
            <p className="text-sm text-ink-soft">
              {[mentees.length > 0 ? t("with", { mentee: format.list(mentees) }) : t("everybody"), place]
                .filter(Boolean)
                .join(" · ")}
            </p>
            {material && <p className="text-sm">{t("ready", { material })}</p>}
            {brief && (
              <details className="mt-1 text-sm">
                <summary className="reach cursor-pointer text-ink-soft">{t("brief")}</summary>
                <p className="mt-1 max-w-prose whitespace-pre-line">{brief}</p>
              </details>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
