"use client";

import { useTranslations } from "next-intl";
import { withdrawNomination } from "@/lib/nominations/actions";
import { ActionButton } from "../ui/action-button";

/** Takes oneself off the list, after saying what that means. */
export function WithdrawSelf({ nominationId, mentees }: { nominationId: string; mentees: number }) {
  const t = useTranslations("mentors.leave");
  return (
    <ActionButton
      tone="quiet"
      action={withdrawNomination}
      input={{ nominationId }}
      done={t("done")}
      confirm={{ title: t("title"), body: t("what", { mentees }), label: t("submit") }}
    >
      {t("submit")}
    </ActionButton>
  );
}
