"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { pausePairing, resumePairing } from "@/lib/handovers/actions";
import { EndPairing } from "../pairings/end-pairing";
import { ActionButton } from "../ui/action-button";
import { Button } from "../ui/button";
import { buttonClass } from "../ui/button-class";

type Shown = { id: string; state: string; mentor: string; mentee: string };

/** What an organizer can do with a pairing that is under way: another mentor, a pause, an end. */
export function PairingActions({ pairing: { id, state, mentor, mentee } }: { pairing: Shown }) {
  const t = useTranslations("handovers.actions");
  const [ending, setEnding] = useState(false);
  const input = { pairingId: id };
  return (
    <>
      <Link href={`/pairings/${id}/reassign`} className={buttonClass()}>
        {t("reassign")}
      </Link>
      {state === "ACTIVE" && (
        <ActionButton
          action={pausePairing}
          input={input}
          done={t("paused")}
          confirm={{ title: t("pauseAsk"), body: t("pauseWhat"), label: t("pause"), danger: false }}
        >
          {t("pause")}
        </ActionButton>
      )}
      {state === "PAUSED" && (
        <ActionButton action={resumePairing} input={input} done={t("resumed")}>
          {t("resume")}
        </ActionButton>
      )}
      <Button tone="quiet" onClick={() => setEnding(true)}>
        {t("end")}
      </Button>
      {ending && <EndPairing pairingId={id} names={{ mentor, mentee }} onClose={() => setEnding(false)} />}
    </>
  );
}
