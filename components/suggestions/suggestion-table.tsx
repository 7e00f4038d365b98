"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { ShownSuggestion } from "@/lib/suggestions/explained";
import { Button } from "../ui/button";
import { SentenceText } from "../ui/sentence";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";
import { LockPairing } from "./lock-pairing";
import { MoveButton } from "./move-button";

/** Of more than so many the rest is shown when it is asked for: the mentors stand below them. */
const shownAtFirst = 30;

/** Each suggestion with why, and what else there is. Two hundred travel as what they say, not as what they are made of. */
export function SuggestionTable({ shown }: { shown: readonly ShownSuggestion[] }) {
  const t = useTranslations("suggestions.suggest");
  const [all, setAll] = useState(false);
  const rows = all ? shown : shown.slice(0, shownAtFirst);
  return (
    <>
      <Table caption={t("caption")}>
        <Head>
          <HeadCell>{t("mentee")}</HeadCell>
          <HeadCell>{t("mentor")}</HeadCell>
          <HeadCell>{t("why")}</HeadCell>
          <HeadCell end>{t("keep")}</HeadCell>
        </Head>
        <tbody>
          {rows.map((one) => (
            <Suggestion key={one.enrollmentId} one={one} />
          ))}
        </tbody>
      </Table>
      {rows.length < shown.length && (
        <div className="px-4 py-3 md:px-5">
          <Button onClick={() => setAll(true)}>{t("showAll", { count: shown.length })}</Button>
        </div>
      )}
    </>
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
