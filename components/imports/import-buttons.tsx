"use client";

import { useTranslations } from "next-intl";
import { commitImport, undoImport } from "@/lib/imports/actions";
import * as mentees from "@/lib/mentee-imports/actions";
import { ActionButton } from "../ui/action-button";

export type ImportOf = "people" | "mentees";

/** Writes what was looked at: all of it or nothing. */
export function CommitButton({ importId, count, of }: { importId: string; count: number; of: ImportOf }) {
  const t = useTranslations("imports");
  return of === "people" ? (
    <ActionButton action={commitImport} input={{ importId }} done={t("preview.done")} tone="primary">
      {t("preview.commit", { count })}
    </ActionButton>
  ) : (
    <ActionButton action={mentees.commitImport} input={{ importId }} done={t("mentees.done")} tone="primary">
      {t("mentees.commit", { count })}
    </ActionButton>
  );
}

/** Takes back what an import wrote, as far as nothing has happened to it since. */
export function UndoButton({ importId, of }: { importId: string; of: ImportOf }) {
  const t = useTranslations("imports.undo");
  return (
    <ActionButton
      action={of === "people" ? undoImport : mentees.undoImport}
      input={{ importId }}
      done={t("done")}
    >
      {t("button")}
    </ActionButton>
  );
}
