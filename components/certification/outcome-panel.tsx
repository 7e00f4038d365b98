import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Definition, Definitions } from "@/components/ui/definition-list";
import { Panel } from "@/components/ui/panel";
import { Time } from "@/components/ui/time";
import type { Released } from "@/lib/assessments/queries";
import { type Day, fromDay } from "@/lib/dates";

/** What an attempt came to, in a sentence, with what was said about it and what comes next. */
export function OutcomePanel({
  released,
  mentee,
  toMentee,
  now,
  zone,
}: {
  released: Released;
  mentee: string;
  /** Whether the mentee reads it, who is spoken to. */
  toMentee: boolean;
  now: Date;
  zone: string;
}) {
  const t = useTranslations("certification.outcome");
  const format = useFormatter();
  const inWords = (day: Day) =>
    format.dateTime(fromDay(day), { timeZone: "UTC", weekday: "long", day: "numeric", month: "long" });
  const { outcome, extension, nextDay, certificate } = released;
  return (
    <Panel title={t("title")}>
      <p className="text-lg font-semibold">{t(`${toMentee ? "you" : "they"}.${outcome}`, { mentee })}</p>
      {released.comment && (
        <blockquote dir="auto" className="mt-2 max-w-prose whitespace-pre-line border-l-2 border-line pl-3">
          {released.comment}
        </blockquote>
      )}
      <div className="mt-4">
        <Definitions columns={2}>
          {nextDay && <Definition term={t("next")}>{inWords(nextDay)}</Definition>}
          {extension && <Definition term={t("extendedTo")}>{inWords(extension.endsOn)}</Definition>}
          {extension && (
            <Definition term={t("plan")}>
              <span className="whitespace-pre-line">{extension.plan}</span>
            </Definition>
          )}
          {extension && (
            <Definition term={t("support")}>
              <span className="whitespace-pre-line">{extension.support}</span>
            </Definition>
          )}
          {certificate && (
            <Definition term={t("certificate")}>
              <Link href={`/certificates/${certificate}`} className="link tabular-nums">
                {certificate}
              </Link>
            </Definition>
          )}
          <Definition term={t("decided")}>
            {released.by && <bdi>{released.by}</bdi>} <Time at={released.at} now={now} zone={zone} />
          </Definition>
        </Definitions>
      </div>
    </Panel>
  );
}
