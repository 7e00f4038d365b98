import { ScrollText } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { EmptyState } from "@/components/ui/empty-state";
import { History } from "@/components/ui/history";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { clock } from "@/lib/clock";
import { cohortHistory } from "@/lib/history/queries";

const before = z.string().max(20).optional().catch(undefined);

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("cohorts.tabs");
  return { title: t("history") };
}

export default async function CohortHistoryPage(props: PageProps<"/cohorts/[cohortId]/history">) {
  const actor = await requireActor();
  const cohortId = pageId((await props.params).cohortId);
  const from = before.parse((await props.searchParams).before);
  const [history, t] = await Promise.all([
    orNotFound(cohortHistory(actor, cohortId, from)),
    getTranslations("cohorts.history"),
  ]);
  const address = `/cohorts/${cohortId}/history`;
  return (
    <div className="max-w-4xl">
      <Panel title={t("title")} description={t("why")}>
        {history.entries.length > 0 ? (
          <History entries={history.entries} now={clock.now()} zone={actor.timeZone} label={t("title")} />
        ) : (
          <EmptyState icon={<ScrollText />} title={t("empty")} />
        )}
      </Panel>
      <Pagination
        previousHref={from ? address : null}
        nextHref={history.next && `${address}?before=${history.next}`}
      />
    </div>
  );
}
