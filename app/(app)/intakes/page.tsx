import { ClipboardList } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DayWords } from "@/components/cohorts/day-words";
import { IntakeList } from "@/components/intakes/intake-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { orNotFound, requireActor } from "@/lib/auth";
import { intakesToFill } from "@/lib/intakes/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("intakes.list");
  return { title: t("all") };
}

export default async function IntakesPage() {
  const actor = await requireActor();
  const [cohorts, t] = await Promise.all([orNotFound(intakesToFill(actor)), getTranslations("intakes.list")]);
  return (
    <>
      <PageHeader title={t("all")} description={t("allWhy")} />
      {cohorts.length === 0 ? (
        <EmptyState icon={<ClipboardList />} title={t("allNone")} />
      ) : (
        <div className="grid max-w-4xl gap-5">
          {cohorts.map(({ id, name, startsOn, intakes }) => (
            <Panel
              key={id}
              flush
              title={name}
              description={t.rich("starts", { day: () => <DayWords day={startsOn} /> })}
            >
              <IntakeList intakes={intakes} />
            </Panel>
          ))}
        </div>
      )}
    </>
  );
}
