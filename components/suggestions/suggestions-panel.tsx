import { useFormatter, useTranslations } from "next-intl";
import type { Suggestions } from "@/lib/suggestions/explained";
import type { ShownRun } from "@/lib/suggestions/queries";
import { Panel } from "../ui/panel";
import { KnowledgeGaps } from "./knowledge-gaps";
import { RunReport } from "./run-report";
import { StuckMentees } from "./stuck-mentees";
import { SuggestPairings } from "./suggest-pairings";
import { SuggestionTable } from "./suggestion-table";
import { WhatCounts } from "./what-counts";

/** What is suggested and why, who cannot be paired, and the way to have it suggested anew. */
export function SuggestionsPanel({
  cohortId,
  suggestions: { shown, total, stuck, gaps, settings },
  run,
  zone,
}: {
  cohortId: string;
  suggestions: Suggestions;
  run: ShownRun | null;
  zone: string;
}) {
  const t = useTranslations("suggestions.suggest");
  const points = useFormatter().number(total, { maximumFractionDigits: 2 });
  const description = shown.length > 0 ? t("total", { count: shown.length, points }) : t("what");
  return (
    <Panel title={t("title")} description={description} flush>
      <div className="grid gap-3 px-4 pb-4 md:px-5">
        <SuggestPairings
          cohortId={cohortId}
          again={shown.length > 0}
          underWay={run?.state === "QUEUED" || run?.state === "SOLVING"}
        />
        <WhatCounts cohortId={cohortId} weights={settings.weights} />
        {run && <RunReport run={run} zone={zone} />}
        <KnowledgeGaps cohortId={cohortId} gaps={gaps} />
        <StuckMentees stuck={stuck} />
      </div>
      {shown.length > 0 && <SuggestionTable shown={shown} />}
    </Panel>
  );
}
