import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { fromDay } from "@/lib/dates";
import type { StuckSession } from "@/lib/sessions/pair-sessions";
import { Banner } from "../ui/banner";

/** The sessions that found no time when the mentor changed: each leads to where it can be moved. */
export function ToMove({ sessions, mentor }: { sessions: StuckSession[]; mentor: string }) {
  const t = useTranslations("handovers.toMove");
  const format = useFormatter();
  if (sessions.length === 0) return null;
  return (
    <Banner tone="due" title={t("title", { count: sessions.length })}>
      {t("what", { mentor, count: sessions.length })}
      <ul className="mt-1 grid gap-1">
        {sessions.map(({ id, title, day }) => (
          <li key={id}>
            <Link href={`/sessions/${id}`} className="link">
              {title}
            </Link>
            {", "}
            {format.dateTime(fromDay(day), {
              timeZone: "UTC",
              weekday: "short",
              day: "numeric",
              month: "short",
            })}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
