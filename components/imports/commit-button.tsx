"use client";

import { useTranslations } from "next-intl";
import { commitImport } from "@/lib/imports/actions";
import { ActionButton } from "../ui/action-button";

/** Writes what was looked at: all of it or nothing. */
export function CommitButton({ importId, count }: { importId: string; count: number }) {
  const t = useTranslations("imports.preview");
  return (
    <ActionButton action={commitImport} input={{ importId }} done={t("done")} tone="primary">
      {t("commit", { count })}
    </ActionButton>
  );
}
