import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { factorKeys } from "@/lib/matching/factors";
import { sharesOf, type Weights } from "@/lib/matching/rules";

/** What the scores of a cohort are made of, the heaviest first, and the way to change it. */
export function WhatCounts({ cohortId, weights }: { cohortId: string; weights: Weights }) {
  const t = useTranslations("suggestions.weights");
  const factor = useTranslations("matching.factor");
  const format = useFormatter();
  const shares = sharesOf(weights);
  const counting = factorKeys.filter((key) => shares[key] > 0).sort((a, b) => shares[b] - shares[a]);
  const words = counting.map((key) =>
    t("share", {
      factor: factor(key),
      share: format.number(shares[key] / 100, { style: "percent", maximumFractionDigits: 0 }),
    }),
  );
  return (
    <p className="text-sm text-ink-soft">
      {t("counts")} {words.join(" · ")}.{" "}
      <Link href={`/cohorts/${cohortId}/weights`} className="reach link">
        {t("change")}
      </Link>
    </p>
  );
}
