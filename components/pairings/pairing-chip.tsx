"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { discardPairing, pairMentee } from "@/lib/pairings/actions";
import type { BoardMentee } from "@/lib/pairings/queries";
import { Button } from "../ui/button";
import { IconButton } from "../ui/icon-button";
import { runAction } from "../ui/run-action";
import { showToast } from "../ui/toast";
import { useRefused } from "../ui/use-refused";
import { EndPairing } from "./end-pairing";
import { PairingStatus } from "./pairing-state";

export type BoardPairing = BoardMentee["pairings"][number];

/** The mentor that a mentee has, with the way to take a suggestion back or to end what was confirmed. */
export function PairingChip({ pairing, mentee }: { pairing: BoardPairing; mentee: BoardMentee }) {
  const t = useTranslations("pairings.chip");
  const refused = useRefused();
  const [ending, setEnding] = useState(false);
  const [pending, start] = useTransition();
  const { pairingId, nominationId, kind, state, locked, mentor } = pairing;
  const names = { mentor, mentee: mentee.name };

  function takeBack() {
    start(async () => {
      const outcome = await runAction(discardPairing, { pairingId });
      if (!outcome.done) return refused(outcome.trouble);
      showToast({ text: t("takenBack", names), undo: { label: t("undo"), run: () => void again() } });
    });
  }

  async function again() {
    const outcome = await runAction(pairMentee, { enrollmentId: mentee.enrollmentId, nominationId, kind });
    if (!outcome.done) refused(outcome.trouble);
  }

  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-2.5 gap-y-1">
      {state === "SUGGESTED" ? (
        <bdi className="font-medium">{mentor}</bdi>
      ) : (
        <a href={`/pairings/${pairingId}`} className="reach link font-medium">
          <bdi>{mentor}</bdi>
          <span className="sr-only"> {t("pairing", names)}</span>
        </a>
      )}
      <PairingStatus state={state} />
      {state === "SUGGESTED" && locked && <span className="text-sm text-ink-soft">{t("kept")}</span>}
      {state === "SUGGESTED" && !locked && (
        <IconButton
          label={t("takeBack", names)}
          aria-busy={pending || undefined}
          className="size-8!"
          onClick={() => !pending && takeBack()}
        >
          <X aria-hidden />
        </IconButton>
      )}
      {state !== "SUGGESTED" && (
        <Button size="small" tone="quiet" aria-label={t("endOf", names)} onClick={() => setEnding(true)}>
          {t("end")}
        </Button>
      )}
      {ending && <EndPairing pairingId={pairingId} names={names} onClose={() => setEnding(false)} />}
    </div>
  );
}
