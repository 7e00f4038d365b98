import { useTranslations } from "next-intl";
import type { ShownScorecard } from "@/lib/scorecards/queries";
import { meanLevel, scorecardCriteria } from "@/lib/scorecards/rules";
import { Time } from "../ui/time";

/** How the floor judges somebody: the mean at a glance, each criterion with what its level means when unfolded. */
export function ScorecardView({ scorecard, zone }: { scorecard: ShownScorecard; zone: string }) {
  const t = useTranslations("scorecards");
  const { marks, filledBy, filledAt } = scorecard;
  const mean = meanLevel(marks);
  if (mean === null) return null;
  const judged = scorecardCriteria.flatMap((criterion) => marks.filter((one) => one.criterion === criterion));
  return (
    <details className="text-body">
      <summary className="min-h-6 cursor-pointer">
        {t("mean", { mean, count: marks.length, total: scorecardCriteria.length })}
      </summary>
      <dl className="mt-2 grid gap-2.5">
        {judged.map(({ criterion, level, note }) => (
          <div key={criterion}>
            <dt className="flex items-baseline justify-between gap-3 text-sm text-ink-soft">
              {t(`criterion.${criterion}`)}
              <span className="tabular-nums">{t("ofFive", { level })}</span>
            </dt>
            <dd>
              {t(`anchor.${criterion}.${level as 1 | 2 | 3 | 4 | 5}`)}
              {note && <bdi className="block whitespace-pre-line text-sm text-ink-soft">{note}</bdi>}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-sm text-ink-faint">
        {filledBy.name}, <Time at={filledAt} zone={zone} show="both" />
      </p>
    </details>
  );
}
