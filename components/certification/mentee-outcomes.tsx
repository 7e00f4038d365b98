import { Award } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { MenteeOutcome } from "@/lib/certification/queries";
import { type Day, fromDay } from "@/lib/dates";
import { AttemptStatus } from "./attempt-status";

/** What came of a mentee's attempts, for the mentee's page. */
export function MenteeOutcomes({ attempts }: { attempts: MenteeOutcome[] }) {
  const t = useTranslations("certification.mentee");
  const format = useFormatter();
  const say = (day: Day) =>
    format.dateTime(fromDay(day), { timeZone: "UTC", weekday: "short", day: "numeric", month: "long" });
  return (
    <Panel title={t("title")}>
      {attempts.length === 0 && <p className="text-body text-ink-soft">{t("none")}</p>}
      <ol className="grid gap-3">
        {attempts.map((attempt) => (
          <li key={attempt.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-body">
            <span className="tabular-nums">
              {t("attempt", { number: attempt.number, day: say(attempt.day) })}
            </span>
            <AttemptStatus state={attempt.state} />
            {attempt.extendedTo && (
              <span className="text-ink-soft">{t("extendedTo", { day: say(attempt.extendedTo) })}</span>
            )}
            {attempt.opens && (
              <Link href={`/attempts/${attempt.id}`} className="link">
                {t("details")}
              </Link>
            )}
            {attempt.certificate && (
              <Link
                href={`/certificates/${attempt.certificate}`}
                className="link inline-flex items-center gap-1"
              >
                <Award aria-hidden className="size-4" />
                {t("certificate", { number: attempt.certificate })}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
