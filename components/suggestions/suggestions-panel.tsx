import { useFormatter, useTranslations } from "next-intl";
import type { ShownSuggestion, Suggestions } from "@/lib/suggestions/explained";
import type { ShownRun } from "@/lib/suggestions/queries";
import { Panel } from "../ui/panel";
import { SentenceText } from "../ui/sentence";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";
import { LockPairing } from "./lock-pairing";
import { MoveButton } from "./move-button";
import { RunReport } from "./run-report";
import { SuggestPairings } from "./suggest-pairings";
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
      {shown.length > 0 && (
        <Table caption={t("caption")}>
          <Head>
            <HeadCell>{t("mentee")}</HeadCell>
            <HeadCell>{t("mentor")}</HeadCell>
            <HeadCell>{t("why")}</HeadCell>
            <HeadCell end>{t("keep")}</HeadCell>
          </Head>
          <tbody>
            {shown.map((one) => (
              <Suggestion key={one.enrollmentId} one={one} />
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}

function Suggestion({ one }: { one: ShownSuggestion }) {
  const t = useTranslations("suggestions.suggest");
  const format = useFormatter();
  const percent = (share: number) => format.number(share, { style: "percent" });
  const { pairingId, mentee, mentor, locked, score, reasons, runnerUp } = one;
  return (
    <Row>
      <Cell head>
        <bdi>{mentee}</bdi>
      </Cell>
      <Cell label={t("mentor")}>
        <bdi className="font-medium">{mentor}</bdi>
        <span className="block text-sm text-ink-soft tabular-nums">
          {t("score", { score: percent(score) })}
        </span>
      </Cell>
      <Cell label={t("why")}>
        <ul className="grid gap-0.5 text-sm">
          {reasons.map((reason) => (
            <li key={reason.key}>
              <SentenceText of={reason} />
            </li>
          ))}
          {reasons.length === 0 && <li className="text-ink-soft">{t("littleKnown")}</li>}
          {runnerUp && (
            <li className="text-ink-soft">
              {runnerUp.costs >= 0
                ? t("runnerUp", { mentor: runnerUp.mentor, costs: percent(runnerUp.costs) })
                : t("better", { mentor: runnerUp.mentor, gains: percent(-runnerUp.costs) })}
            </li>
          )}
        </ul>
      </Cell>
      <Cell label={t("keep")} end>
        <div className="flex flex-wrap items-center justify-end gap-x-2">
          <LockPairing pairingId={pairingId} locked={locked} names={{ mentee, mentor }} />
          {!locked && <MoveButton pairingId={pairingId} mentee={mentee} />}
        </div>
      </Cell>
    </Row>
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
