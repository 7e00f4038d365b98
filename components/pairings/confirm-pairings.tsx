"use client";

import { useTranslations } from "next-intl";
import { confirmPairings } from "@/lib/pairings/actions";
import { ActionButton } from "../ui/action-button";

/** Confirms every suggestion of a cohort, after saying what that sets in motion. */
export function ConfirmPairings({ cohortId, pairingIds }: { cohortId: string; pairingIds: string[] }) {
  const t = useTranslations("pairings.confirm");
  const count = pairingIds.length;
  return (
    <ActionButton
      tone="primary"
      action={confirmPairings}
      input={{ cohortId, pairingIds }}
      done={t("done", { count })}
      confirm={{ title: t("title", { count }), body: t("what"), label: t("submit"), danger: false }}
    >
      {t("open", { count })}
    </ActionButton>
  );
}
