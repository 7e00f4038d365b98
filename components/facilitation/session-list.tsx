import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";
import { Time } from "@/components/ui/time";
import type { SessionToLead } from "@/lib/facilitation/queries";

/** Sessions that somebody leads: what, when, for whom, and what can be done about each. */
export function SessionList({
  title,
  sessions,
  now,
  zone,
  actions,
}: {
  title: string;
  sessions: SessionToLead[];
  now: Date;
  zone: string;
  actions?: (session: SessionToLead) => ReactNode;
}) {
  const t = useTranslations("facilitation");
  const format = useFormatter();
  if (sessions.length === 0) return null;
  return (
    <Panel title={title} flush>
      <ol className="border-t border-line">
        {sessions.map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line px-4 py-3 not-first:border-t md:px-5"
          >
            <div className="min-w-0 flex-1 basis-60 text-body">
              <h3>
                <Link href={`/sessions/${session.id}`} className="link font-medium">
                  {session.title}
                </Link>
              </h3>
              <p>
                <Time at={session.startsAt} zone={zone} show="both" />
                {"–"}
                {format.dateTime(session.endsAt, { hour: "numeric", minute: "2-digit", timeZone: zone })}{" "}
                <span className="text-ink-soft">
                  (<Time at={session.startsAt} now={now} zone={zone} />)
                </span>
              </p>
              <p className="text-sm text-ink-soft">
                {t("whom", { cohort: session.cohort.name, count: session.mentees })}
                {session.place && <> · {session.place}</>}
              </p>
            </div>
            {actions?.(session)}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
