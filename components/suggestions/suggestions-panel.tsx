import { useFormatter, useTranslations } from "next-intl";
import type { Suggestions } from "@/lib/suggestions/explained";
import type { ShownRun } from "@/lib/suggestions/queries";
import { Panel } from "../ui/panel";
import { RunReport } from "./run-report";
import { SuggestPairings } from "./suggest-pairings";
import { SuggestionTable } from "./suggestion-table";
import { WhatCounts } from "./what-counts";

/** What is suggested and why, who cannot be paired, and the way to have it suggested anew. */
export function SuggestionsPanel({
  cohortId,
  suggestions: { shown, total, stuck, change, settings },
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
        <StuckMentees stuck={stuck} change={change} />
      </div>
      {shown.length > 0 && <SuggestionTable shown={shown} />}
    </Panel>
  );
}

type Stuck = Suggestions["stuck"][number];

/** Who is stuck for the same reasons, together: of a large cohort dozens can be. */
function inTheWay(stuck: readonly Stuck[]): Map<string, [Stuck, ...Stuck[]]> {
  const groups = new Map<string, [Stuck, ...Stuck[]]>();
  for (const one of stuck) {
    const key = [one.reason, ...one.rules].join(" ");
    const those = groups.get(key);
    if (those) those.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function StuckMentees({ stuck, change }: Pick<Suggestions, "stuck" | "change">) {
  const t = useTranslations("suggestions");
  const rule = useTranslations("matching.rule");
  if (stuck.length === 0) return null;
  return (
    <div className="grid gap-1 text-body">
      <h3 className="font-medium">{t("stuck.title", { count: stuck.length })}</h3>
      <ul className="grid gap-1">
        {[...inTheWay(stuck)].map(([key, those]) => (
          <li key={key}>
            <details>
              <summary className="reach cursor-pointer">
                <span className="font-medium">{t("stuck.those", { count: those.length })}</span>{" "}
                <span className="text-ink-soft">
                  {t(`stuck.${those[0].reason}`)} {those[0].rules.map((one) => rule(one)).join(" ")}
                </span>
              </summary>
              <p className="mt-1 pl-5">{those.map(({ mentee }) => mentee).join(", ")}</p>
            </details>
          </li>
        ))}
      </ul>
      {change.length > 0 && (
        <p>
          {t("stuck.change")} {change.map((one) => t("stuck.places", one)).join(", ")}
        </p>
      )}
    </div>
  );
}
