import { useTranslations } from "next-intl";
import type { LedSession } from "@/lib/mentoring/queries";
import { SessionTimes } from "../schedule/session-times";

/** A session that one leads: when, with whom, what to have ready, and the brief to read just before. */
export function LedSessionRow({ session, zone }: { session: LedSession; zone: string }) {
  const t = useTranslations("mentoring");
  const { id, title, startsAt, endsAt, mentee, place, brief, material } = session;
  return (
    <li className="grid gap-x-5 border-line px-4 py-3 text-body not-first:border-t md:grid-cols-[10rem_1fr] md:px-5">
      <p className="font-medium">
        <SessionTimes startsAt={startsAt} endsAt={endsAt} zone={zone} />
      </p>
      <div className="min-w-0">
        <h3>
          <a href={`/sessions/${id}`} className="link font-medium">
            {title}
          </a>
        </h3>
        <p className="text-sm text-ink-soft">
          {[mentee ? t("with", { mentee }) : t("everybody"), place].filter(Boolean).join(" · ")}
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
  );
}
