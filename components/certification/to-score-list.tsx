import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import type { ToScore } from "@/lib/assessments/queries";
import { fromDay } from "@/lib/dates";
import { AttemptStatus } from "./attempt-status";

function Entry({ entry, waits, zone }: { entry: ToScore; waits: boolean; zone: string }) {
  const t = useTranslations("assessments.today");
  const format = useFormatter();
  const { session, mentee } = entry;
  const clock = { hour: "numeric", minute: "2-digit", timeZone: zone } as const;
  const day = format.dateTime(fromDay(entry.day), {
    timeZone: "UTC",
    weekday: "long",
    day: "numeric",
    month: "long",
  });
  const when = session
    ? t("at", {
        day,
        from: format.dateTime(session.startsAt, clock),
        to: format.dateTime(session.endsAt, clock),
        zone,
      })
    : day;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line px-4 py-3 not-first:border-t md:px-5">
      <div className="min-w-0 flex-1 basis-60 text-body">
        <h3 className="font-medium">
          <bdi>{mentee.name}</bdi>
        </h3>
        <p className="text-ink-soft">{when}</p>
        <p className="text-sm text-ink-soft">
          {t("attempt", { number: entry.number, cohort: entry.cohort.name })}
          {session?.place && <> · {session.place}</>}
        </p>
      </div>
      {!waits && <AttemptStatus state={entry.state} />}
      <Link href={`/attempts/${entry.id}`} className={buttonClass({ tone: waits ? "primary" : "plain" })}>
        {t(waits ? "score" : "open")}
        <span className="sr-only">: {mentee.name}</span>
      </Link>
    </li>
  );
}

/** Attempts to score, or scored: whose, when and where. */
export function ToScoreList({
  title,
  entries,
  waits,
  zone,
}: {
  title: string;
  entries: ToScore[];
  waits: boolean;
  zone: string;
}) {
  if (entries.length === 0) return null;
  return (
    <Panel title={title} flush>
      <ol className="border-t border-line">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} waits={waits} zone={zone} />
        ))}
      </ol>
    </Panel>
  );
}
