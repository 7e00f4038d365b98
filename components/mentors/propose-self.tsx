"use client";

import { useTranslations } from "next-intl";
import { proposeSelf } from "@/lib/nominations/actions";
import { ActionButton } from "../ui/action-button";

/** Offers oneself as a mentor. */
export function ProposeSelf({ listId }: { listId: string }) {
  const t = useTranslations("mentors.join");
  return (
    <ActionButton tone="primary" action={proposeSelf} input={{ listId }} done={t("done")}>
      {t("submit")}
    </ActionButton>
  );
}
