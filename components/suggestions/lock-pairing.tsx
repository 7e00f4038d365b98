"use client";

import { Lock, LockOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { lockPairing } from "@/lib/suggestions/actions";
import { ActionButton } from "../ui/action-button";

type Given = { pairingId: string; locked: boolean; names: { mentee: string; mentor: string } };

/** Keeps a suggestion where it is, or lets it go again; its word says how it is now. */
export function LockPairing({ pairingId, locked, names }: Given) {
  const t = useTranslations("suggestions.lock");
  return (
    <ActionButton
      size="small"
      tone="quiet"
      icon={locked ? <Lock aria-hidden /> : <LockOpen aria-hidden />}
      action={lockPairing}
      input={{ pairingId, locked: !locked }}
      done={t(locked ? "released" : "kept", names)}
      undo={{ action: lockPairing, input: { pairingId, locked } }}
    >
      {t(locked ? "unlock" : "lock")}
      <span className="sr-only"> {t("of", names)}</span>
    </ActionButton>
  );
}
