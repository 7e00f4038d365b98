"use client";

import { useTranslations } from "next-intl";
import { announcePairings } from "@/lib/announcements/actions";
import { ActionButton } from "../ui/action-button";

/** Announces pairings now, after saying that it cannot be taken back. */
export function AnnounceAll({ cohortId, pairingIds }: { cohortId: string; pairingIds: string[] }) {
  const t = useTranslations("announcements.panel");
  const count = pairingIds.length;
  return (
    <ActionButton
      action={announcePairings}
      input={{ cohortId, pairingIds, when: "NOW" as const }}
      done={t("done", { when: "NOW", count })}
      confirm={{
        title: t("confirmTitle", { count }),
        body: t("confirmWhat"),
        label: t("all", { count }),
        danger: false,
      }}
    >
      {t("all", { count })}
    </ActionButton>
  );
}
