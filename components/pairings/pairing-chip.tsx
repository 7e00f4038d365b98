"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { discardPairing, pairMentee } from "@/lib/pairings/actions";
import type { BoardMentee } from "@/lib/pairings/queries";
import { Button } from "../ui/button";
import { IconButton } from "../ui/icon-button";
import { runAction } from "../ui/run-action";
import { useTroubleWords } from "../ui/sentence";
import { showToast } from "../ui/toast";
import { EndPairing } from "./end-pairing";
import { PairingStatus } from "./pairing-state";

export type BoardPairing = BoardMentee["pairings"][number];

/** The mentor that a mentee has, with the way to take a suggestion back or to end what was confirmed. */
export function PairingChip({ pairing, mentee }: { pairing: BoardPairing; mentee: BoardMentee }) {
  const t = useTranslations("pairings.chip");
  const troubleWords = useTroubleWords();
  const [ending, setEnding] = useState(false);
  const [pending, start] = useTransition();
  const { pairingId, nominationId, kind, state, locked, mentor } = pairing;
  const names = { mentor, mentee: mentee.name };

  function takeBack() {
    start(async () => {
      const outcome = await runAction(discardPairing, { pairingId });
      if (!outcome.done) return showToast({ text: troubleWords(outcome.trouble), tone: "missed" });
      const again = () =>
        void runAction(pairMentee, { enrollmentId: mentee.enrollmentId, nominationId, kind });
      showToast({ text: t("takenBack", names), undo: { label: t("undo"), run: again } });
    });
  }

  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-2.5 gap-y-1">
      <bdi className="font-medium">{mentor}</bdi>
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
