"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ShownSuggestion } from "@/lib/suggestions/explained";
import { FirstRows } from "../ui/first-rows";
import { SentenceText } from "../ui/sentence";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";
import { LockPairing } from "./lock-pairing";
import { MoveButton } from "./move-button";

/** Each suggestion with why, and what else there is. Two hundred travel as what they say, not as what they are made of. */
export function SuggestionTable({ shown: all }: { shown: readonly ShownSuggestion[] }) {
  const t = useTranslations("suggestions.suggest");
  return (
    <FirstRows rows={all} more={t("showAll", { count: all.length })}>
      {(shown) => (
        <Table caption={t("caption")}>
          <Head>
            <HeadCell>{t("mentee")}</HeadCell>
            <HeadCell>{t("mentor")}</HeadCell>
            <HeadCell end>{t("fit")}</HeadCell>
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
    </FirstRows>
  );
}

function Suggestion({ one }: { one: ShownSuggestion }) {
  const t = useTranslations("suggestions.suggest");
  const factor = useTranslations("matching.factor");
  const format = useFormatter();
  const percent = (share: number) => format.number(share, { style: "percent" });
  const { pairingId, mentee, mentor, locked, score, reasons, against, needs, notKnown, runnerUp } = one;
  return (
    <Row>
      <Cell head>
        <bdi>{mentee}</bdi>
      </Cell>
      <Cell label={t("mentor")}>
        <bdi className="font-medium">{mentor}</bdi>
      </Cell>
      <Cell label={t("fit")} end className="tabular-nums">
        {percent(score)}
      </Cell>
      <Cell>
        <ul className="grid gap-0.5 text-sm md:py-1.5">
          {against.map(({ why, binds }) => (
            <li key={why.key} className={binds ? "text-missed" : "text-due"}>
              {t(binds ? "cannot" : "past")} <SentenceText of={why} />
            </li>
          ))}
          {reasons.map((reason) => (
            <li key={reason.key}>
              <SentenceText of={reason} />
            </li>
          ))}
          {needs && (
            <li>
              {t("needs")} <bdi className="whitespace-pre-line">{needs}</bdi>
            </li>
          )}
          {notKnown.length > 0 && (
            <li className="text-ink-soft">
              {t("notKnown")} {notKnown.map((key) => factor(key)).join(", ")}.
            </li>
          )}
          {runnerUp && (
            <li className="text-ink-soft">
              <RunnerUp {...runnerUp} />
            </li>
          )}
        </ul>
      </Cell>
      <Cell end>
        <div className="-mx-2.5 flex flex-wrap items-center gap-x-2 md:justify-end">
          <LockPairing pairingId={pairingId} locked={locked} names={{ mentee, mentor }} />
          {!locked && <MoveButton pairingId={pairingId} mentee={mentee} />}
        </div>
      </Cell>
    </Row>
  );
}

/** Who else there is, as far as it makes a difference that can be read. */
function RunnerUp({ mentor, costs }: NonNullable<ShownSuggestion["runnerUp"]>) {
  const t = useTranslations("suggestions.suggest");
  const format = useFormatter();
  const difference = format.number(Math.abs(costs), { style: "percent" });
  if (Math.round(costs * 100) === 0) return t("alike", { mentor });
  return costs > 0
    ? t("runnerUp", { mentor, costs: difference })
    : t("better", { mentor, gains: difference });
}
