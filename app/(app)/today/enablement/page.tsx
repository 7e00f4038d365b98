import { CalendarPlus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { Words } from "@/components/shell/words";
import { ComingCohorts } from "@/components/today/coming-cohorts";
import { EnablementTasks } from "@/components/today/enablement-tasks";
import { RunningCohort } from "@/components/today/running-cohort";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound, requireActor } from "@/lib/auth";
import { clock } from "@/lib/clock";
import { enablementDay } from "@/lib/today/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("today");
  return { title: t("title") };
}

export default async function EnablementTodayPage() {
  const actor = await requireActor();
  if (!actor.hats.includes("enablement")) notFound();
  const [day, t, format] = await Promise.all([
    orNotFound(enablementDay(actor)),
    getTranslations("today"),
    getFormatter(),
  ]);
  const date = format.dateTime(clock.now(), {
    timeZone: actor.timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
  });
  const plan = (
    <Link href="/cohorts/new" className={buttonClass({ tone: "primary" })}>
      {t("enablement.plan")}
    </Link>
  );
  const nothing = day.running.length + day.coming.length === 0;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={date}
        actions={
          !nothing && (
            <Link href="/cohorts/new" className={buttonClass()}>
              {t("enablement.plan")}
            </Link>
          )
        }
      />
      {nothing ? (
        <EmptyState icon={<CalendarPlus />} title={t("enablement.empty")} action={plan}>
          {t("enablement.emptyWhy")}
        </EmptyState>
      ) : (
        <Words
          of={["today.enablement.task", "errors", "cohorts.refused", "cohorts.blocker", "sessions.refused"]}
        >
          <div className="grid gap-5">
            <EnablementTasks tasks={day.tasks} />
            {day.running.map((cohort) => (
              <RunningCohort key={cohort.id} cohort={cohort} />
            ))}
            <ComingCohorts cohorts={day.coming} />
          </div>
        </Words>
      )}
    </>
  );
}
