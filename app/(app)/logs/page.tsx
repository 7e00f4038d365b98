import { NotebookPen } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DeskCohortLine } from "@/components/logs/desk-cohort-line";
import { LogEntries } from "@/components/logs/log-entries";
import { Words } from "@/components/shell/words";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth";
import { isDay } from "@/lib/dates";
import { logDesk } from "@/lib/logs/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("logs");
  return { title: t("title") };
}

const words = [
  "logs.form",
  "logs.save",
  "logs.conflict",
  "logs.state",
  "logs.count",
  "logs.noteFor",
] as const;

export default async function LogsPage({ searchParams }: { searchParams: Promise<{ day?: unknown }> }) {
  const actor = await requireActor();
  const { day: wanted } = await searchParams;
  const [desk, t] = await Promise.all([
    logDesk(actor, isDay(wanted) ? wanted : null),
    getTranslations("logs"),
  ]);
  if (!desk.day) {
    return (
      <>
        <PageHeader title={t("title")} />
        <EmptyState
          icon={<NotebookPen aria-hidden />}
          title={t("desk.emptyTitle")}
          action={
            <Link href="/today" className={buttonClass()}>
              {t("desk.today")}
            </Link>
          }
        >
          {t("desk.emptyBody")}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid max-w-5xl gap-4">
        {desk.cohorts.map((cohort) => (
          <DeskCohortLine key={cohort.id} cohort={cohort} day={desk.day} named={desk.cohorts.length > 1} />
        ))}
        <Words of={[...words, "logs.practised", "logs.refused", "logs.invalid", "errors"]}>
          <LogEntries
            key={desk.day}
            personId={actor.personId}
            day={desk.day}
            entries={desk.entries}
            timeZone={actor.timeZone}
          />
        </Words>
      </div>
    </>
  );
}
