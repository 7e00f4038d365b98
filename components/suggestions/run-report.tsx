import { useFormatter, useTranslations } from "next-intl";
import type { ShownRun } from "@/lib/suggestions/queries";
import { Banner } from "../ui/banner";
import { SentenceText } from "../ui/sentence";
import { Time } from "../ui/time";
import { RunProgress } from "./run-progress";

/** The last time that mentors were suggested: how far it is, why it came to nothing, or how it differs from the one before. */
export function RunReport({ run, zone }: { run: ShownRun; zone: string }) {
  const t = useTranslations("suggestions.run");
  const { state, failure } = run;
  if (state === "QUEUED" || state === "SOLVING") {
    return <RunProgress state={state} step={run.step} done={run.done} all={run.all} />;
  }
  if (state === "FAILED") {
    return (
      <Banner tone="missed" title={t("failed")}>
        {failure && <SentenceText of={failure} />}
      </Banner>
    );
  }
  return <Ready run={run} zone={zone} />;
}

function Ready({
  run: { by, at, objective, balance, total, lowest, before, changes },
  zone,
}: Parameters<typeof RunReport>[0]) {
  const t = useTranslations("suggestions.run");
  const format = useFormatter();
  const points = (sum: number) => format.number(sum, { maximumFractionDigits: 2 });
  const percent = (share: number) => format.number(share, { style: "percent" });
  return (
    <div className="grid gap-1 text-body">
      <p className="text-ink-soft">
        {t("by", { by })} <Time at={at} zone={zone} show="both" />
        {". "}
        {t(`way.${objective}`, { even: balance ? "yes" : "no" })} {t("total", { points: points(total ?? 0) })}{" "}
        {lowest !== null && t("lowest", { lowest: percent(lowest) })}
        {before && ` ${t("before", { points: points(before.total) })}`}
        {before?.lowest != null && ` ${t("lowestBefore", { lowest: percent(before.lowest) })}`}
      </p>
      {before && changes.length === 0 && <p>{t("same")}</p>}
      {changes.length > 0 && (
        <details>
          <summary className="reach cursor-pointer font-medium">
            {t("changed", { count: changes.length })}
          </summary>
          <ul className="mt-1 grid gap-0.5 pl-5">
            {changes.map(({ enrollmentId, mentee, from, to }) => (
              <li key={enrollmentId}>
                {to === null
                  ? t("change.nobody", { mentee, from: from ?? "" })
                  : from === null
                    ? t("change.found", { mentee, to })
                    : t("change.other", { mentee, from, to })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
