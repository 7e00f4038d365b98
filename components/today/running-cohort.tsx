import Link from "next/link";
import { useTranslations } from "next-intl";
import type { RunningGlance } from "@/lib/today/queries";
import { CohortStrip } from "../cohorts/cohort-strip";
import { Panel } from "../ui/panel";

/** One cohort under way: where it is in its days, and the numbers of the day, each leading to what lies behind it. */
export function RunningCohort({ cohort }: { cohort: RunningGlance }) {
  const t = useTranslations("today.enablement.running");
  const address = `/cohorts/${cohort.id}`;
  const { logsToday, missingLogs } = cohort;
  return (
    <Panel
      title={
        <Link href={address} className="text-ink no-underline hover:text-accent">
          <bdi>{cohort.name}</bdi>
        </Link>
      }
    >
      <div className="grid items-center gap-x-10 gap-y-5 lg:grid-cols-[minmax(0,1fr)_auto]">
        <CohortStrip cohort={cohort} size="header" />
        <dl className="grid grid-cols-2 gap-x-8 gap-y-4 sm:grid-cols-4">
          <Figure href={`${address}/board`} name={t("mentees")}>
            {cohort.mentees}
          </Figure>
          <Figure href={`${address}/board`} name={t("logsToday")}>
            {logsToday ? t("of", { count: logsToday.written, of: logsToday.asked }) : "–"}
          </Figure>
          <Figure href={`${address}/board`} name={t("missing")} alarming={missingLogs !== null}>
            {missingLogs?.count ?? 0}
          </Figure>
          <Figure href={`${address}/certification`} name={t("certified")}>
            {t("of", { count: cohort.certified, of: cohort.mentees })}
          </Figure>
        </dl>
      </div>
    </Panel>
  );
}

/** A number with its name, leading to the rows behind it. */
function Figure({
  href,
  name,
  alarming = false,
  children,
}: {
  href: string;
  name: string;
  alarming?: boolean;
  children: string | number;
}) {
  return (
    <div className="relative flex min-w-0 flex-col-reverse justify-end">
      <dt className="text-sm text-ink-soft md:text-xs">{name}</dt>
      <dd className={`text-lg font-semibold tabular-nums ${alarming ? "text-missed" : ""}`}>
        <Link
          href={href}
          className="text-inherit no-underline after:absolute after:inset-0 hover:text-accent"
          aria-label={`${name}: ${children}`}
        >
          {children}
        </Link>
      </dd>
    </div>
  );
}
