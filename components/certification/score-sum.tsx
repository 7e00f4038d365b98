import { useTranslations } from "next-intl";
import { Meter } from "@/components/ui/meter";
import type { AttemptResult } from "@/lib/certification/rules";

/** What the scores add up to, and what of the rubric is not reached. */
export function ScoreSum({
  rubric,
  result,
}: {
  rubric: { passMark: number; criteria: { id: string; name: string; mustReach: number }[] };
  result: AttemptResult;
}) {
  const t = useTranslations("certification.sum");
  const below = rubric.criteria.filter(({ id }) => result.failedMustPass.includes(id));
  return (
    <div aria-live="polite" className="grid max-w-md gap-1.5">
      <Meter
        value={result.total}
        max={100}
        tone={result.passed ? "certify" : "neutral"}
        label={t("total", { total: result.total, passMark: rubric.passMark })}
      />
      {result.missing.length > 0 && (
        <p className="text-sm text-ink-soft">{t("missing", { count: result.missing.length })}</p>
      )}
      {result.missing.length === 0 && result.passed && <p className="text-sm text-certify">{t("passes")}</p>}
      {below.map((criterion) => (
        <p key={criterion.id} className="text-sm text-missed">
          {t("below", { criterion: criterion.name, level: criterion.mustReach })}
        </p>
      ))}
    </div>
  );
}
